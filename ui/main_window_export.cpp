// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "ui/bridge/written_files.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/main_window_p.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/viewer/canvas.h"
#include "ui/viewer/scene_export.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QLocale>
#include <QPainter>
#include <QPrinter>
#include <QPrintPreviewDialog>

#include <memory>

namespace nefes::ui {

namespace {

/// In the format that the name ends in.
Result<void> writePicture(const QImage& picture, const std::filesystem::path& file)
{
    const QString ending = fromUtf8(toUtf8(file.extension())).mid(1);
    NEFES_TRY(const QByteArray bytes, encodedPicture(picture, ending));
    return writeFileAtomically(file, bytes.toStdString());
}

PageTexts pageTexts(const Scene& scene, const ExportChoice& choice)
{
    const ImageText& text = scene.image->data().text;
    QStringList header;
    if (choice.hasPatient && !namesPatient(text)) {
        header << scene.position.fileName;
    }
    if (choice.hasPatient) {
        header << patientNameText(text.patientName) << fromUtf8(text.patientId)
               << dateText(text.patientBirthDate);
    }
    if (choice.hasTexts) {
        header << dateText(text.studyDate) << fromUtf8(text.studyDescription);
    }
    header.removeAll(QString());
    QStringList footer;
    if (choice.hasHeatmap) {
        footer << estimateText();
    }
    footer << QStringLiteral("Nefes")
           << QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat);
    return {.header = header.join(QStringLiteral(" · ")),
            .footer = footer.join(QStringLiteral(" · "))};
}

} // namespace

void MainWindow::Parts::connectExportActions()
{
    on(ActionId::ExportView, [this] {
        askExport(&window, ExportGoal::File, area->canvas().showsHeatmap(),
                  [this](const ExportChoice& choice) { exportPicture(choice); });
    });
    on(ActionId::PrintView, [this] {
        askExport(&window, ExportGoal::Printer, area->canvas().showsHeatmap(),
                  [this](const ExportChoice& choice) { printPicture(choice); });
    });
    on(ActionId::CopyView, [this] {
        if (drawings.copySelected()) {
            status->showMessage(MainWindow::tr("The measurement was copied."), kMessageMs);
            return;
        }
        // The words of a heatmap are part of the view.
        QGuiApplication::clipboard()->setImage(area->canvas().grab().toImage());
        status->showMessage(MainWindow::tr("The view was copied."), kMessageMs);
    });
}

void MainWindow::Parts::makePicture(const ExportChoice& choice,
                                    const std::function<void(const QImage&)>& done)
{
    const Canvas& canvas = area->canvas();
    if (!canvas.image()) {
        return;
    }
    // What is seen now, not what is seen once it is painted.
    runInBackground(
        pool, &context,
        [scene = canvas.scene(), choice, palette = canvas.palette(),
         seen = SeenSize{.device = canvas.deviceSize(), .ratio = canvas.devicePixelRatioF()}] {
            return ui::exportPicture(scene, choice, seen, palette);
        },
        done);
}

void MainWindow::Parts::exportPicture(const ExportChoice& choice)
{
    makePicture(choice, [this](const QImage& picture) {
        askForName(QStringLiteral("exportViewDialog"), MainWindow::tr("Export the view"),
                   MainWindow::tr("Pictures (*.png *.jpg)"), QStringLiteral("png"),
                   [this, picture](const std::filesystem::path& file) {
                       runInBackground(
                           pool, &context, [picture, file] { return writePicture(picture, file); },
                           [this](const Result<void>& written) {
                               status->showMessage(written
                                                       ? MainWindow::tr("The view was exported.")
                                                       : errorText(written.error().code),
                                                   kMessageMs);
                           });
                   });
    });
}

void MainWindow::Parts::printPicture(const ExportChoice& choice)
{
    if (!area->canvas().image()) {
        return;
    }
    const PageTexts texts = pageTexts(area->canvas().scene(), choice);
    makePicture(choice, [this, texts](const QImage& picture) {
        const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        printer->setPageSize(QPageSize(paperOf(QLocale::system())));
        printer->setPageOrientation(picture.width() > picture.height() ? QPageLayout::Landscape
                                                                       : QPageLayout::Portrait);
        printer->setDocName(QStringLiteral("Nefes")); // the queue must not name the patient
        auto* preview = new QPrintPreviewDialog(printer.get(), &window);
        preview->setObjectName(QStringLiteral("printPreview"));
        preview->setAttribute(Qt::WA_DeleteOnClose);
        // The connection keeps the printer for as long as the dialog is there.
        connect(preview, &QPrintPreviewDialog::paintRequested, preview,
                [picture, texts, printer](QPrinter* target) {
                    QPainter painter(target);
                    paintPage(painter, QRectF(painter.viewport()),
                              target->resolution() / kMmPerInch, picture, texts);
                });
        preview->open();
    });
}

} // namespace nefes::ui
