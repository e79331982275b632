// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "ui/dialogs/length_dialogs.h"
#include "ui/main_window_p.h"
#include "ui/text/error_text.h"
#include "ui/text/measurement_text.h"
#include "ui/viewer/canvas.h"

#include <QAction>
#include <QFileDialog>

namespace nefes::ui {

namespace {

using enum ActionId;

} // namespace

void MainWindow::Parts::connectMeasureActions()
{
    on(UndoDrawing, [this] { book.undo(); });
    on(RedoDrawing, [this] { book.redo(); });
    on(DeleteDrawing, [this] { drawings.removeSelected(); });
    on(ShowMeasurements, [this] { window.showPanel(QStringLiteral("measurements")); });
    on(ExportMeasurements, [this] { exportMeasurements(); });
    connect(measurements, &MeasurementPanel::exportClicked, &context,
            [this] { exportMeasurements(); });
    on(PasteDrawing, [this] { drawings.paste(); });
    connectCalibration();
    connectExportActions();
    connect(&book, &DrawingBook::changed, &context, [this] { updateDrawingActions(); });
    connect(&book, &DrawingBook::saveFailed, &context, [this](const Error& error) {
        status->showMessage(
            error.code == ErrorCode::UnsupportedFormat
                ? MainWindow::tr(
                      "A newer version of Nefes wrote the drawings of this image. Update "
                      "Nefes to see and change them.")
                : MainWindow::tr("The drawings could not be kept on disk: %1")
                      .arg(errorText(error.code)));
    });
    updateDrawingActions();
}

void MainWindow::Parts::connectCalibration()
{
    on(Calibrate, [this] {
        if (const auto line = drawings.selectedLength()) {
            actions->action(ToolWindow)->trigger();
            askForLength(*line);
            return;
        }
        viewer.applyToCanvases([](Canvas& canvas) { canvas.setTool(Tool::Calibrate); });
        status->showMessage(MainWindow::tr("Draw a line over something of known length."),
                            kMessageMs);
    });
    connect(&drawings, &DrawingPresenter::calibrationDrawn, &context,
            [this](const Measurement& line) {
                actions->action(ToolWindow)->trigger();
                askForLength(line);
            });
}

void MainWindow::Parts::askForLength(const Measurement& line)
{
    const ImagePtr image = area->canvas().image();
    if (!image) {
        return;
    }
    const std::string key = drawingKey(*image, viewer.shownPath());
    const auto& calibration = area->canvas().calibration();
    askKnownLength(&window, measurementLines(*image, line, calibration).join(QLatin1Char(' ')),
                   calibration.has_value(),
                   [this, image, line, key](std::optional<double> lengthMm) {
                       book.setImage(key);
                       book.calibrate(lengthMm ? nefes::calibrate(*image, line.points[0],
                                                                  line.points[1], *lengthMm)
                                               : std::nullopt);
                   });
}

void MainWindow::Parts::updateDrawingActions()
{
    const auto& drawn = book.drawings().measurements;
    actions->action(UndoDrawing)->setEnabled(book.canUndo());
    actions->action(RedoDrawing)->setEnabled(book.canRedo());
    actions->action(DeleteDrawing)->setEnabled(!drawn.empty());
    actions->action(ExportMeasurements)->setEnabled(!drawn.empty());
    actions->action(PasteDrawing)->setEnabled(area->canvas().image() != nullptr);
    actions->action(Calibrate)->setEnabled(area->canvas().image() != nullptr);
}

void MainWindow::Parts::askForName(const QString& objectName, const QString& title,
                                   const QString& filter, const QString& suffix,
                                   const std::function<void(const std::filesystem::path&)>& write)
{
    auto* dialog = new QFileDialog(&window, title, QString(), filter);
    dialog->setObjectName(objectName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    connect(dialog, &QFileDialog::fileSelected, &context,
            [write](const QString& name) { write(pathFromUtf8(name.toStdString())); });
    dialog->open();
}

void MainWindow::Parts::exportMeasurements()
{
    const ImagePtr image = area->canvas().image();
    if (!image) {
        return;
    }
    const std::string table =
        measurementCsv(*image, book.drawings().measurements, book.drawings().calibration);
    askForName(QStringLiteral("exportMeasurementsDialog"), MainWindow::tr("Export measurements"),
               MainWindow::tr("Tables (*.csv)"), QStringLiteral("csv"),
               [this, table](const std::filesystem::path& file) {
                   const Result<void> written = writeFileAtomically(file, table);
                   status->showMessage(written ? MainWindow::tr("The measurements were exported.")
                                               : errorText(written.error().code),
                                       kMessageMs);
               });
}

} // namespace nefes::ui
