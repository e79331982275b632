// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_dialog.h"

#include "ui/dialogs/dialogs.h"
#include "ui/viewer/scene.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace nefes::ui {

namespace {

/// The translation context of this dialog.
struct Export {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

template <class Button>
Button* addChoice(QVBoxLayout& layout, const char* name, const QString& text, bool isChecked)
{
    auto* button = new Button(text, layout.parentWidget());
    button->setObjectName(QLatin1String(name));
    button->setChecked(isChecked);
    layout.addWidget(button);
    return button;
}

QLabel* addHeading(QVBoxLayout& layout, const QString& text)
{
    auto* label = new QLabel(text, layout.parentWidget());
    label->setProperty("role", QStringLiteral("section"));
    layout.addWidget(label);
    return label;
}

} // namespace

void askExport(QWidget* parent, ExportGoal goal, bool hasHeatmap,
               const std::function<void(const ExportChoice&)>& done)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("exportChoiceDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(goal == ExportGoal::File ? Export::tr("Export a picture")
                                                    : Export::tr("Print"));
    auto* layout = new QVBoxLayout(dialog);
    keepTextsReadable(*dialog);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    addHeading(*layout, Export::tr("Part"));
    addChoice<QRadioButton>(*layout, "exportSeen", Export::tr("What is seen"), true);
    auto* whole = addChoice<QRadioButton>(*layout, "exportWhole",
                                          Export::tr("The whole image at its full size"), false);
    addHeading(*layout, Export::tr("With"));
    auto* texts = addChoice<QCheckBox>(*layout, "exportTexts",
                                       Export::tr("Texts, orientation and scale bar"), true);
    auto* patient =
        addChoice<QCheckBox>(*layout, "exportPatient", Export::tr("Name and ID of the patient"),
                             goal == ExportGoal::Printer);
    auto* drawings =
        addChoice<QCheckBox>(*layout, "exportDrawings", Export::tr("Measurements"), true);
    auto* heatmap = addChoice<QCheckBox>(
        *layout, "exportHeatmap", Export::tr("Heatmap, with the words “%1”").arg(estimateText()),
        hasHeatmap);
    heatmap->setEnabled(hasHeatmap);
    auto* note =
        new QLabel(Export::tr("Text that is burnt into the pixels stays in the picture."), dialog);
    note->setProperty("role", QStringLiteral("caption"));
    note->setWordWrap(true);
    layout->addWidget(note);
    QObject::connect(texts, &QCheckBox::toggled, patient, &QCheckBox::setEnabled);
    auto* buttons = new QDialogButtonBox(dialog);
    QPushButton* accept = buttons->addButton(goal == ExportGoal::File ? Export::tr("Choose a file…")
                                                                      : Export::tr("Preview…"),
                                             QDialogButtonBox::AcceptRole);
    accept->setObjectName(QStringLiteral("acceptExport"));
    accept->setProperty("primary", true);
    buttons->addButton(Export::tr("Cancel"), QDialogButtonBox::RejectRole);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, [=] {
        const ExportChoice choice{.isWhole = whole->isChecked(),
                                  .hasTexts = texts->isChecked(),
                                  .hasPatient = texts->isChecked() && patient->isChecked(),
                                  .hasDrawings = drawings->isChecked(),
                                  .hasHeatmap = hasHeatmap && heatmap->isChecked()};
        dialog->accept();
        done(choice);
    });
    layout->addSpacing(8);
    layout->addWidget(buttons);
    dialog->show();
}

} // namespace nefes::ui
