// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/train_page.h"

#include "core/base/files.h"

#include "ui/bridge/background.h"
#include "ui/text/format.h"
#include "ui/wizard/folds_view.h"
#include "ui/wizard/rate_finder.h"
#include "ui/wizard/run_card.h"
#include "ui/wizard/run_controls.h"
#include "ui/wizard/run_failure.h"
#include "ui/wizard/run_text.h"
#include "ui/wizard/sample_watch.h"
#include "ui/wizard/sweep_view.h"
#include "ui/wizard/training_curves.h"
#include "ui/wizard/wizard_state.h"

#include <QEvent>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <variant>

namespace nefes::ui {

namespace {

constexpr int kMargin = 20;
constexpr int kFactsMs = 100;
constexpr int kLogLines = 5000;
constexpr int kSamplesAClass = 5;

/// What the disk tells about runs of an earlier start.
struct EarlierRuns {
    std::vector<StoredRun> interrupted;
    std::optional<StoredRun> folds; ///< the newest cross-validation
};

EarlierRuns earlierRuns(const std::filesystem::path& folder)
{
    EarlierRuns earlier;
    for (StoredRun& run : listRuns(folder)) {
        if (run.plan.kind == RunKind::Folds && !earlier.folds) {
            earlier.folds = run;
        }
        if (canBeResumed(run)) {
            earlier.interrupted.push_back(std::move(run));
        }
    }
    return earlier;
}

} // namespace

TrainPage::TrainPage(WizardState& state, const Services& services, QThreadPool& pool,
                     QWidget* parent)
    : WizardPage(parent)
    , m_state(state)
    , m_services(services)
    , m_pool(pool)
    , m_runner(new TrainingRunner(services.training, this))
    , m_controls(new RunControls(*m_runner, this))
    , m_failureCard(new RunCard("trainFailure", RunCard::Tone::Error, this))
    , m_interruptedCard(new RunCard("trainInterrupted", RunCard::Tone::Warning, this))
    , m_tabs(new QTabWidget(this))
    , m_curves(new TrainingCurves(
          pool, [this](const QString& line) { say(line); }, this))
    , m_samples(new SampleWatch(services.training, pool, this))
    , m_rates(new RateFinder(
          pool, [this](const QString& line) { say(line); }, this))
    , m_folds(new FoldsView(pool, this))
    , m_sweep(new SweepView(
          pool, [this](const QString& line) { say(line); }, this))
    , m_log(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("trainPage"));
    buildTabs();
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(kMargin, 8, kMargin, kMargin);
    page->setSpacing(8);
    page->addWidget(m_controls);
    page->addWidget(m_interruptedCard);
    page->addWidget(m_failureCard);
    page->addWidget(m_tabs, 1);
    m_factsTimer.setSingleShot(true);
    m_factsTimer.setInterval(kFactsMs);
    connect(&m_factsTimer, &QTimer::timeout, this,
            [this] { m_controls->showProgress(m_runProgress); });
    connectParts();
    connectRunner();
    m_controls->setMachine(state.device(), state.threads());
    m_sweep->setRecipe(state.recipe());
    m_rates->setRate(state.recipe().optimizer.learningRate);
    updateSamples();
    retranslate();
    lookForRuns();
}

void TrainPage::buildTabs()
{
    m_log->setObjectName(QStringLiteral("trainLog"));
    m_log->setReadOnly(true);
    m_log->setMaximumBlockCount(kLogLines);
    m_tabs->setObjectName(QStringLiteral("trainTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    QWidget* const tabs[] = {m_curves, m_samples, m_rates, m_folds, m_sweep, m_log};
    for (QWidget* tab : tabs) {
        m_tabs->addTab(tab, QString());
    }
}

void TrainPage::connectParts()
{
    connect(m_controls, &RunControls::startClicked, this, &TrainPage::startRun);
    connect(m_controls, &RunControls::machineChanged, this,
            [this] { m_state.setMachine(m_controls->device(), m_controls->threads()); });
    connect(m_failureCard, &RunCard::primaryClicked, this, &TrainPage::startChanged);
    connect(m_failureCard, &RunCard::secondaryClicked, this, [this] {
        m_lastEnd.reset();
        showState();
    });
    connect(m_interruptedCard, &RunCard::primaryClicked, this, &TrainPage::resumeInterrupted);
    connect(m_interruptedCard, &RunCard::secondaryClicked, this, &TrainPage::discardInterrupted);
    connect(m_sweep, &SweepView::startClicked, this, &TrainPage::startSweep);
    connect(m_folds, &FoldsView::startClicked, this, &TrainPage::startFolds);
    connect(m_folds, &FoldsView::trainClicked, this, [this](const StoredRun& run) {
        m_tabs->setCurrentWidget(m_curves);
        startLike(run);
    });
    connect(m_rates, &RateFinder::searchClicked, this, &TrainPage::startRateSearch);
    connect(m_rates, &RateFinder::cancelClicked, m_runner, &TrainingRunner::stop);
    connect(m_rates, &RateFinder::rateChosen, this, [this](double rate) {
        ml::TrainingRecipe recipe = m_state.recipe();
        recipe.optimizer.learningRate = rate;
        m_state.setRecipe(std::move(recipe));
    });
    connect(&m_state, &WizardState::recipeChanged, this, [this] {
        m_sweep->setRecipe(m_state.recipe());
        m_rates->setRate(m_state.recipe().optimizer.learningRate);
        showState();
    });
    connect(&m_state, &WizardState::machineChanged, this,
            [this] { m_controls->setMachine(m_state.device(), m_state.threads()); });
    connect(&m_state, &WizardState::foldersChanged, this, [this] { showState(); });
    connect(&m_state, &WizardState::datasetChanged, this, [this] { updateSamples(); });
    connect(&m_state, &WizardState::trainedModelChanged, this, &WizardPage::soundnessChanged);
}

void TrainPage::connectRunner()
{
    connect(m_runner, &TrainingRunner::phaseChanged, this, [this] {
        showState();
        Q_EMIT soundnessChanged(); // what bars the way is another thing while a run goes on
    });
    connect(m_runner, &TrainingRunner::runStarted, this, &TrainPage::beginRun);
    connect(m_runner, &TrainingRunner::eventArrived, this, &TrainPage::takeEvent);
    connect(m_runner, &TrainingRunner::logArrived, this, [this](const QString& line) {
        say(line);
        if (m_runner->current().plan.kind == RunKind::Sweep) {
            m_sweep->showFolder(m_runner->current().folder);
        }
    });
    connect(m_runner, &TrainingRunner::runEnded, this, &TrainPage::endRun);
}

QString TrainPage::title() const
{
    return tr("Train");
}

QString TrainPage::introduction() const
{
    return tr(
        "The network sees the training images again and again and learns from its errors; the "
        "validation images show whether it learns the thing itself or only these images.");
}

bool TrainPage::isSound() const
{
    return !m_state.trainedModel().empty();
}

bool TrainPage::isOpenEarly() const
{
    return m_runner->isBusy() || !m_interrupted.empty();
}

QString TrainPage::problem() const
{
    if (isSound()) {
        return {};
    }
    const RunKind kind = m_runner->current().plan.kind;
    const bool makesModel = kind == RunKind::Training || kind == RunKind::Sweep;
    return m_runner->isBusy() && makesModel
               ? tr("Wait until the training has finished, or stop it and keep the "
                    "best epoch.")
               : tr("Train a model first.");
}

void TrainPage::enter()
{
    showState();
}

RunPlan TrainPage::planned() const
{
    RunPlan plan;
    plan.recipe = m_state.recipe();
    plan.folders = m_state.folders();
    plan.device = m_controls->device();
    plan.threads = m_controls->threads();
    return plan;
}

void TrainPage::startRun()
{
    m_runner->start(planned());
}

void TrainPage::startLike(const StoredRun& run)
{
    // The other steps show what is trained.
    m_state.setRecipe(run.plan.recipe);
    m_state.setFolders(run.plan.folders);
    startRun();
}

void TrainPage::startSweep()
{
    RunPlan plan = planned();
    m_sweep->fill(plan);
    m_runner->start(std::move(plan));
}

void TrainPage::startFolds()
{
    RunPlan plan = planned();
    m_folds->fill(plan);
    m_runner->start(std::move(plan));
}

void TrainPage::startRateSearch()
{
    RunPlan plan = planned();
    plan.kind = RunKind::RateSearch;
    m_runner->start(std::move(plan));
}

void TrainPage::startChanged()
{
    if (!m_lastEnd) {
        return;
    }
    const RunFailure failure = explainFailure(*m_lastEnd);
    RunPlan plan = m_lastEnd->run.plan;
    plan.name.clear();
    if (failure.change) {
        failure.change(plan.recipe);
        m_state.setRecipe(plan.recipe);
    }
    m_runner->start(std::move(plan));
}

void TrainPage::lookForRuns()
{
    if (m_services.training.runsFolder.empty()) {
        return;
    }
    runInBackground(
        m_pool, this, [folder = m_services.training.runsFolder] { return earlierRuns(folder); },
        [this](EarlierRuns earlier) {
            m_interrupted = std::move(earlier.interrupted);
            if (m_runner->isBusy()) {
                std::erase_if(m_interrupted, [this](const StoredRun& run) {
                    return run.folder == m_runner->current().folder;
                });
            } else if (earlier.folds) {
                m_folds->showRun(*earlier.folds);
            }
            showState();
            Q_EMIT soundnessChanged();
        });
}

QString TrainPage::interruptedRun() const
{
    return m_interrupted.empty() || m_runner->isBusy() ? QString()
                                                       : interruptedText(m_interrupted.front());
}

void TrainPage::resumeInterrupted()
{
    if (!m_interrupted.empty()) {
        StoredRun run = m_interrupted.front();
        m_interrupted.erase(m_interrupted.begin());
        // The other steps show what the run is made of.
        m_state.setRecipe(run.plan.recipe);
        m_state.setFolders(run.plan.folders);
        m_runner->resume(std::move(run));
        showState();
    }
}

void TrainPage::discardInterrupted()
{
    if (m_interrupted.empty()) {
        return;
    }
    StoredRun run = m_interrupted.front();
    m_interrupted.erase(m_interrupted.begin());
    run.state = RunState::Failed;
    m_pool.start([run] {
        // If it cannot be written, the run is offered once more: no harm.
        const auto ignored = writeRun(run, 0);
        static_cast<void>(ignored);
    });
    showState();
    Q_EMIT soundnessChanged();
}

void TrainPage::beginRun(const StoredRun& run, const std::vector<ml::TrainingEvent>& earlier)
{
    m_lastEnd.reset();
    m_runProgress = RunProgress();
    say(tr("Run %1: %2").arg(fromUtf8(run.plan.name), fromUtf8(toUtf8(run.folder))));
    switch (run.plan.kind) {
    case RunKind::RateSearch:
        m_tabs->setCurrentWidget(m_rates);
        m_rates->begin();
        break;
    case RunKind::Sweep:
        m_tabs->setCurrentWidget(m_sweep);
        m_sweep->showFolder(run.folder);
        break;
    case RunKind::Folds:
        m_tabs->setCurrentWidget(m_folds);
        m_folds->showRun(run);
        break;
    case RunKind::Training:
        break;
    }
    if (run.plan.kind != RunKind::RateSearch) {
        m_curves->clear();
        m_samples->beginRun(run);
    }
    for (const ml::TrainingEvent& event : earlier) {
        m_runProgress.take(event);
        m_curves->take(event);
    }
    m_controls->showProgress(m_runProgress);
    showState();
}

void TrainPage::takeEvent(const ml::TrainingEvent& event)
{
    const RunKind kind = m_runner->current().plan.kind;
    if (kind == RunKind::Folds && std::holds_alternative<ml::TrainingStarted>(event)) {
        beginFold();
    }
    m_runProgress.take(event);
    if (kind == RunKind::RateSearch) {
        m_rates->take(event);
    } else {
        m_curves->take(event);
        m_samples->take(event);
    }
    if (kind == RunKind::Folds && std::holds_alternative<ml::TrainingFinished>(event)) {
        m_folds->showRun(m_runner->current());
    }
    if (const QString line = eventText(event); !line.isEmpty()) {
        say(line);
    }
    if (!m_factsTimer.isActive()) {
        m_factsTimer.start();
    }
}

void TrainPage::beginFold()
{
    // Each part has curves of its own, from epoch 0.
    m_curves->clear();
    const int folds = m_runner->current().plan.folds;
    m_runProgress.beginPart(std::min(m_runProgress.part() + 1, folds), folds);
    say(tr("Part %1 of %2").arg(m_runProgress.part()).arg(folds));
}

void TrainPage::endRun(const RunEnd& end)
{
    m_lastEnd = end;
    say(outcomeText(end));
    if (end.run.plan.kind == RunKind::Sweep) {
        m_sweep->showFolder(end.run.folder);
    } else if (end.run.plan.kind == RunKind::Folds) {
        m_folds->showRun(end.run);
    } else if (end.run.plan.kind == RunKind::RateSearch) {
        m_rates->end(end.outcome);
    }
    if (!end.model.empty()) {
        m_state.setTrainedModel(end.model);
    }
    if (end.canGoOn) {
        m_interrupted.insert(m_interrupted.begin(), end.run);
    }
    m_controls->showProgress(m_runProgress);
    showState();
    Q_EMIT soundnessChanged();
}

void TrainPage::say(const QString& line)
{
    m_log->appendPlainText(line);
}

void TrainPage::updateSamples()
{
    std::vector<SampleWatch::Sample> samples;
    std::map<std::string, int> counts;
    if (const auto& dataset = m_state.dataset()) {
        for (const ml::DatasetEntry& entry : dataset->entries) {
            // Neighbours in a folder are alike: a few of each class are enough.
            int& count = counts[entry.label];
            if (entry.split == ml::Split::Validation && count < kSamplesAClass) {
                ++count;
                samples.push_back({entry.path, entry.label});
            }
        }
    }
    m_samples->setSamples(std::move(samples));
}

void TrainPage::showState()
{
    const bool hasPlan = !m_state.folders().empty() && !m_state.recipe().id.empty();
    m_controls->setReady(hasPlan);
    m_controls->setIdleText(m_lastEnd ? outcomeText(*m_lastEnd) : QString());
    m_sweep->setStartEnabled(hasPlan);
    m_folds->setReady(hasPlan);
    m_rates->setReady(hasPlan);
    const bool hasFailed = m_lastEnd && m_lastEnd->outcome == RunOutcome::Failed;
    m_failureCard->setVisible(hasFailed);
    if (hasFailed) {
        const RunFailure failure = explainFailure(*m_lastEnd);
        m_failureCard->setTexts(failure.sentence,
                                failure.remedy.isEmpty() && !m_lastEnd->canGoOn ? tr("Try again")
                                                                                : failure.remedy,
                                tr("Close"));
    }
    const QString interrupted = interruptedRun();
    m_interruptedCard->setVisible(!interrupted.isEmpty());
    m_interruptedCard->setTexts(interrupted, tr("Resume"), tr("Discard"));
}

void TrainPage::retranslate()
{
    m_log->setAccessibleName(tr("Log of the training"));
    const QStringList tabs{tr("Curves"),           tr("Heatmap by epoch"), tr("Learning rate"),
                           tr("Cross-validation"), tr("Grid search"),      tr("Log")};
    for (int i = 0; i < tabs.size(); ++i) {
        m_tabs->setTabText(i, tabs.at(i));
    }
    m_controls->showProgress(m_runProgress);
    showState();
}

void TrainPage::changeEvent(QEvent* event)
{
    WizardPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace nefes::ui
