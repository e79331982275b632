// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/length_dialogs.h"

#include "ui/dialogs/dialogs.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace nefes::ui {

namespace {

/// The translation context of these dialogs.
struct Lengths {
    Q_DECLARE_TR_FUNCTIONS(Lengths)
};

constexpr double kLongestMm = 2000.0;
constexpr double kCardMm = 85.6; ///< ISO/IEC 7810 ID-1
constexpr int kStepsPerPixel = 100;
constexpr double kCoarsest = 2.0; ///< device pixels a millimetre
constexpr double kFinest = 24.0;

/// What both dialogs are: a sentence, what is asked, two buttons.
struct Form {
    QDialog* dialog;
    QVBoxLayout* layout;
};

Form makeForm(QWidget* parent, const char* name, const QString& title, const QString& sentence)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(QLatin1String(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* words = new QLabel(sentence, dialog);
    words->setWordWrap(true);
    auto* layout = new QVBoxLayout(dialog);
    keepTextsReadable(*dialog);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(words);
    return {dialog, layout};
}

struct Buttons {
    QDialogButtonBox* box;
    QPushButton* accept;
};

/// Below everything else, for the tab key too: made last.
Buttons addButtons(const Form& form, const QString& accept, const char* name)
{
    auto* box = new QDialogButtonBox(form.dialog);
    QPushButton* button = box->addButton(accept, QDialogButtonBox::AcceptRole);
    button->setObjectName(QLatin1String(name));
    button->setProperty("primary", true);
    box->addButton(Lengths::tr("Cancel"), QDialogButtonBox::RejectRole);
    QObject::connect(box, &QDialogButtonBox::rejected, form.dialog, &QDialog::reject);
    form.layout->addWidget(box);
    return {box, button};
}

/// A bar of a given number of device pixels.
class Ruler final : public QWidget
{
public:
    using QWidget::QWidget;

    void setLength(double devicePx)
    {
        m_length = devicePx / devicePixelRatioF();
        setMinimumSize(static_cast<int>(std::ceil(m_length)) + 4, 48);
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(QPen(accentColor(palette()), 2.0));
        const double y = height() / 2.0;
        painter.drawLine(QPointF(1, y), QPointF(1 + m_length, y));
        painter.drawLine(QPointF(1, 4), QPointF(1, height() - 4.0));
        painter.drawLine(QPointF(1 + m_length, 4), QPointF(1 + m_length, height() - 4.0));
    }

private:
    double m_length = 0.0; ///< logical pixels
};

} // namespace

void askKnownLength(QWidget* parent, const QString& measured, bool isCalibrated,
                    const std::function<void(std::optional<double>)>& done)
{
    const Form form = makeForm(
        parent, "knownLengthDialog", Lengths::tr("Calibrate by a known length"),
        Lengths::tr("The line measures %1. How long is it really? All lengths on this image will "
                    "be marked as calibrated.")
            .arg(measured));
    QDialog* dialog = form.dialog;
    auto* length = new QDoubleSpinBox(dialog);
    length->setObjectName(QStringLiteral("knownLength"));
    length->setRange(0.0, kLongestMm);
    length->setDecimals(2);
    length->setSuffix(Lengths::tr(" mm"));
    length->setAccessibleName(Lengths::tr("Real length"));
    auto* row = new QFormLayout;
    row->addRow(Lengths::tr("Real length"), length);
    form.layout->addLayout(row);
    const Buttons buttons = addButtons(form, Lengths::tr("Calibrate"), "acceptLength");
    buttons.accept->setEnabled(false);
    if (isCalibrated) {
        QPushButton* remove = buttons.box->addButton(Lengths::tr("Remove the calibration"),
                                                     QDialogButtonBox::ResetRole);
        remove->setObjectName(QStringLiteral("removeCalibration"));
        QObject::connect(remove, &QPushButton::clicked, dialog, [dialog, done] {
            dialog->close();
            done(std::nullopt);
        });
    }
    QObject::connect(length, &QDoubleSpinBox::valueChanged, buttons.accept,
                     [accept = buttons.accept](double value) { accept->setEnabled(value > 0.0); });
    QObject::connect(buttons.box, &QDialogButtonBox::accepted, dialog, [dialog, length, done] {
        const double value = length->value();
        dialog->accept();
        done(value);
    });
    dialog->resize(420, dialog->sizeHint().height());
    dialog->show();
    length->setFocus();
    length->selectAll();
}

void askScreenSize(QWidget* parent, double pixelsPerMm, const std::function<void(double)>& done)
{
    const Form form =
        makeForm(parent, "screenSizeDialog", Lengths::tr("Measure the monitor"),
                 Lengths::tr("Hold a bank card against the screen and move the slider "
                             "until the bar is as long as the card (85.6 mm)."));
    QDialog* dialog = form.dialog;
    auto* ruler = new Ruler(dialog);
    auto* slider = new QSlider(Qt::Horizontal, dialog);
    slider->setObjectName(QStringLiteral("screenScale"));
    slider->setAccessibleName(Lengths::tr("Length of the bar"));
    slider->setRange(static_cast<int>(kCoarsest * kStepsPerPixel),
                     static_cast<int>(kFinest * kStepsPerPixel));
    const auto show = [ruler, slider] {
        ruler->setLength(slider->value() * kCardMm / kStepsPerPixel);
    };
    QObject::connect(slider, &QSlider::valueChanged, ruler, show);
    slider->setValue(static_cast<int>(std::lround(pixelsPerMm * kStepsPerPixel)));
    show();
    form.layout->addWidget(ruler);
    form.layout->addWidget(slider);
    const Buttons buttons = addButtons(form, Lengths::tr("Save"), "acceptScreen");
    QObject::connect(buttons.box, &QDialogButtonBox::accepted, dialog, [dialog, slider, done] {
        const double value = static_cast<double>(slider->value()) / kStepsPerPixel;
        dialog->accept();
        done(value);
    });
    dialog->show();
}

} // namespace nefes::ui
