// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "ui/main_window_p.h"
#include "ui/text/error_text.h"
#include "ui/viewer/canvas.h"

#include <QAction>
#include <QFileDialog>

#include <algorithm>

namespace nefes::ui {

namespace {

using enum ActionId;

constexpr int kLibraryWidth = 440; ///< at least, so that the columns can be read

/// The leading finding; nothing for an image that the model must not judge.
std::optional<study::LibraryScore> leadingScore(const AnalysisState& state)
{
    if (!state.analysis || !state.description || !state.model ||
        !state.analysis->prediction.inputCheck.isSupported) {
        return std::nullopt;
    }
    std::optional<study::LibraryScore> best;
    for (const ml::Score& score : state.analysis->prediction.scores) {
        if (score.label != state.description->negativeLabel &&
            (!best || score.probability > best->probability)) {
            best = study::LibraryScore{
                .label = score.label, .probability = score.probability, .model = state.model->id};
        }
    }
    return best;
}

} // namespace

void MainWindow::Parts::connectLibrary()
{
    connect(&library, &LibraryService::idle, &context, [this] { updateWork(); });
    connect(&library, &LibraryService::progressed, &context,
            [this](std::size_t done, std::size_t total) {
                m_libraryProgress = {done, total};
                updateWork();
            });
    connect(&library, &LibraryService::stateChanged, &context, [this] {
        updateLibraryActions();
        keepScore(); // the analysis may have been there before the library
        updateWork();
    });
    connect(&library, &LibraryService::filesWanted, &context, [this](const auto& files) {
        noteOpened(files);
        session.open(files);
    });
    connect(&library, &LibraryService::added, &context,
            [this](std::size_t count, std::size_t known, std::size_t unread) {
                QString text = MainWindow::tr("%n file(s) added to the library.", nullptr,
                                              static_cast<int>(count));
                if (known > 0) {
                    text += QLatin1Char(' ') + MainWindow::tr("%n were there already.", nullptr,
                                                              static_cast<int>(known));
                }
                if (unread > 0) {
                    text += QLatin1Char(' ') + MainWindow::tr("%n file(s) could not be read.",
                                                              nullptr, static_cast<int>(unread));
                }
                status->showMessage(text, kMessageMs);
            });
    connect(&library, &LibraryService::readFailed, &context, [this](const Error& error) {
        status->showMessage(
            MainWindow::tr("The library could not be read: %1").arg(errorText(error.code)));
    });
    connect(&library, &LibraryService::failed, &context, [this](const Error& error) {
        m_keptAnalysis.reset(); // it may have been the score: the analysis offers it again
        status->showMessage(
            MainWindow::tr("The library could not be changed: %1").arg(errorText(error.code)));
    });
    connect(&analysis, &AnalysisService::stateChanged, &context, [this] { keepScore(); });
    connect(libraryPanel, &LibraryPanel::importClicked, actions->action(ImportFolder),
            &QAction::trigger);
    connect(studyTabs, &QTabWidget::currentChanged, &context, [this] {
        if (studyTabs->currentWidget() == libraryPanel && studyDock->width() < kLibraryWidth) {
            window.resizeDocks({studyDock}, {kLibraryWidth}, Qt::Horizontal);
        }
    });
    on(AddToLibrary, [this] { addShownStudy(study::StorageMode::Link); });
    on(CopyToLibrary, [this] { addShownStudy(study::StorageMode::Copy); });
    on(ImportFolder, [this] { askForImport(); });
    on(ShowLibrary, [this] { window.showPanel(QStringLiteral("library")); });
    library.open();
    updateLibraryActions();
}

void MainWindow::Parts::updateLibraryActions()
{
    const bool isReady = library.state() == LibraryService::State::Ready;
    const bool hasStudy = currentSeries().has_value();
    actions->action(AddToLibrary)->setEnabled(isReady && hasStudy);
    actions->action(CopyToLibrary)->setEnabled(isReady && hasStudy);
    actions->action(ImportFolder)->setEnabled(isReady);
}

void MainWindow::Parts::addShownStudy(study::StorageMode mode)
{
    const auto address = currentSeries();
    if (!address) {
        return;
    }
    std::vector<FileSummary> files;
    const study::Study& study = session.patients()[address->patient].studies[address->study];
    for (const study::Series& series : study.series) {
        files.insert(files.end(), series.files.begin(), series.files.end());
    }
    m_libraryProgress = {0, files.size()};
    library.add(std::move(files), mode);
    m_keptAnalysis.reset();
    keepScore(); // after the files: the analysis may have been there before
    updateWork();
}

void MainWindow::Parts::askForImport()
{
    auto* dialog = new QFileDialog(&window, MainWindow::tr("Add a folder to the library"));
    dialog->setObjectName(QStringLiteral("importDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, &context, [this](const QString& folder) {
        m_libraryProgress = {0, 0};
        library.import({pathFromUtf8(folder.toStdString())}, study::StorageMode::Copy);
        updateWork();
    });
    dialog->open();
}

void MainWindow::Parts::keepScore()
{
    const AnalysisState& state = analysis.state();
    if (library.state() != LibraryService::State::Ready || !state.analysis ||
        state.analysis == m_keptAnalysis || !analysis.image()) {
        return;
    }
    m_keptAnalysis = state.analysis;
    const std::string& uid = analysis.image()->data().text.sopInstanceUid;
    if (const auto score = leadingScore(state); score && !uid.empty()) {
        library.setScore(uid, *score);
    }
}

} // namespace nefes::ui
