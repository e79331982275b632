// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/status_line.h"

#include "ui/text/format.h"
#include "ui/theme/icon.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace nefes::ui {

namespace {

constexpr int kProgressWidth = 140;

QString valueText(const DecodedImage& image, int x, int y)
{
    const ImageData& data = image.data();
    if (data.photometric == Photometric::Rgb) {
        return StatusLine::tr("R %1  G %2  B %3", "colour values")
            .arg(numberText(image.storedAt(x, y, 0), 0), numberText(image.storedAt(x, y, 1), 0),
                 numberText(image.storedAt(x, y, 2), 0));
    }
    const double value = data.modality.apply(image.storedAt(x, y));
    const bool isWhole = std::abs(value - std::round(value)) < 1e-6;
    const QString number = numberText(value, isWhole ? 0 : 2);
    return data.modality.unit.empty() || data.modality.unit == "US"
               ? StatusLine::tr("value %1").arg(number)
               : StatusLine::tr("value %1 %2").arg(number, fromUtf8(data.modality.unit));
}

} // namespace

QString pointerText(const DecodedImage& image, PointPx point)
{
    const int x = std::clamp(static_cast<int>(std::floor(point.x)), 0, image.width() - 1);
    const int y = std::clamp(static_cast<int>(std::floor(point.y)), 0, image.height() - 1);
    return StatusLine::tr("x %1  y %2", "position").arg(x).arg(y) + QStringLiteral("   ") +
           valueText(image, x, y);
}

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent)
    , m_pointer(new QLabel(this))
    , m_work(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
    , m_device(new QLabel(this))
{
    setSizeGripEnabled(false);
    m_pointer->setObjectName(QStringLiteral("pointerText"));
    m_pointer->setTextFormat(Qt::PlainText); // the unit is the file's
    m_work->setObjectName(QStringLiteral("workText"));
    m_device->setObjectName(QStringLiteral("deviceText"));
    m_progress->setObjectName(QStringLiteral("workProgress"));
    m_progress->setFixedWidth(kProgressWidth);
    m_progress->setTextVisible(false);
    m_cancel->setObjectName(QStringLiteral("cancelWork"));
    m_cancel->setIcon(themedIcon(QStringLiteral("close")));
    m_cancel->setIconSize(QSize(12, 12));
    addWidget(m_pointer, 1);
    addPermanentWidget(m_work);
    addPermanentWidget(m_progress);
    addPermanentWidget(m_cancel);
    addPermanentWidget(m_device);
    connect(m_cancel, &QToolButton::clicked, this, &StatusLine::cancelClicked);
    setWork({}, 0, 0);
    retranslate();
}

void StatusLine::setPointer(const DecodedImage* image, std::optional<PointPx> point)
{
    m_pointer->setText(image != nullptr && point ? pointerText(*image, *point) : QString());
}

void StatusLine::setWork(const QString& text, std::size_t done, std::size_t total)
{
    m_work->setText(text);
    const bool isBusy = !text.isEmpty();
    m_work->setVisible(isBusy);
    m_progress->setVisible(isBusy);
    m_cancel->setVisible(isBusy);
    const auto whole = static_cast<int>(std::min<std::size_t>(total, 1'000'000'000));
    m_progress->setRange(0, whole);
    m_progress->setValue(static_cast<int>(std::min<std::size_t>(done, 1'000'000'000)));
}

void StatusLine::setDevice(const QString& device)
{
    m_device->setText(device);
}

void StatusLine::changeEvent(QEvent* event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void StatusLine::retranslate()
{
    m_cancel->setToolTip(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    m_progress->setAccessibleName(tr("Background work"));
    m_pointer->clear();
}

} // namespace nefes::ui
