// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "ui/main_window_p.h"
#include "ui/text/error_text.h"
#include "ui/viewer/canvas.h"

#include <QAction>
#include <QFileDialog>

#include <algorithm>
#include <tuple>
#include <utility>

namespace nefes::ui {

namespace {

using enum ActionId;

constexpr int kLibraryWidth = 528; ///< at least, so that the columns can be read

/// As LibraryScore::margin, so that findings with different thresholds can be compared.
std::optional<double> marginOf(const ml::Score& score)
{
    if (!score.threshold) {
        return std::nullopt;
    }
    const double above = score.probability - *score.threshold;
    const double way = above < 0.0 ? *score.threshold : 1.0 - *score.threshold;
    return way > 0.0 ? above / way : 0.0;
}

study::LibraryDecision libraryDecision(const ml::Score& score)
{
    switch (score.decision.value_or(ml::Decision::NotAssessed)) {
    case ml::Decision::Above:
        return study::LibraryDecision::Above;
    case ml::Decision::Indeterminate:
        return study::LibraryDecision::Indeterminate;
    case ml::Decision::Below:
        return study::LibraryDecision::Below;
    case ml::Decision::NotAssessed:
        break;
    }
    return study::LibraryDecision::Unknown;
}

/// For comparison: findings without a threshold come last, they decide nothing.
std::tuple<bool, int, double> weightOf(const study::LibraryScore& score)
{
    return {score.margin.has_value(), static_cast<int>(score.decision),
            score.margin.value_or(score.probability)};
}

/// The finding that is most above its threshold, or least below it; that the image is rejected
/// where the model must not judge it.
std::optional<study::LibraryScore> leadingScore(const AnalysisState& state)
{
    if (!state.analysis || !state.description || !state.model) {
        return std::nullopt;
    }
    const ml::InputCheck& check = state.analysis->prediction.inputCheck;
    if (!check.isSupported) {
        return study::LibraryScore{.label = check.reason,
                                   .model = state.model->id,
                                   .decision = study::LibraryDecision::Rejected};
    }
    std::optional<study::LibraryScore> best;
    for (const ml::Score& score : state.analysis->prediction.scores) {
        if (score.label == state.description->negativeLabel) {
            continue;
        }
        study::LibraryScore candidate{.label = score.label,
                                      .probability = score.probability,
                                      .model = state.model->id,
                                      .decision = libraryDecision(score),
                                      .margin = marginOf(score)};
        if (!best || weightOf(candidate) > weightOf(*best)) {
            best = std::move(candidate);
        }
    }
    if (best) {
        const auto& labels = state.description->labels;
        const auto label = std::ranges::find(labels, best->label, &ml::ModelLabel::id);
        if (label != labels.end()) {
            best->nameEn = label->name.en;
            best->nameTr = label->name.tr;
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
