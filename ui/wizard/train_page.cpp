// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/train_page.h"

#include "core/base/files.h"

#include "ui/bridge/background.h"
#include "ui/text/format.h"
#include "ui/wizard/glossary.h"
#include "ui/wizard/run_text.h"
#include "ui/wizard/sample_watch.h"
#include "ui/wizard/sweep_view.h"
#include "ui/wizard/training_curves.h"
#include "ui/wizard/wizard_state.h"

#include <QComboBox>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTabWidget>
#include <QThread>
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
constexpr int kProgressSteps = 1000;

} // namespace

TrainPage::TrainPage(WizardState& state, const Services& services, QThreadPool& pool,
                     QWidget* parent)
    : WizardPage(parent)
    , m_state(state)
    , m_services(services)
    , m_pool(pool)
    , m_runner(new TrainingRunner(services.training, this))
    , m_heading(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_waiting(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_deviceLabel(new QLabel(this))
    , m_device(new QComboBox(this))
    , m_threadsLabel(new QLabel(this))
    , m_threads(new QSpinBox(this))
    , m_start(new QPushButton(this))
    , m_pause(new QPushButton(this))
    , m_stop(new QPushButton(this))
    , m_keepBest(new QPushButton(this))
    , m_tabs(new QTabWidget(this))
    , m_curves(new TrainingCurves(
          pool, [this](const QString& line) { say(line); }, this))
    , m_samples(new SampleWatch(services.training, pool, this))
    , m_sweep(new SweepView(
          pool, [this](const QString& line) { say(line); }, this))
    , m_log(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("trainPage"));
    buildHead();
    m_log->setObjectName(QStringLiteral("trainLog"));
    m_log->setReadOnly(true);
    m_log->setMaximumBlockCount(kLogLines);
    m_tabs->setObjectName(QStringLiteral("trainTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    for (QWidget* tab : {static_cast<QWidget*>(m_curves), static_cast<QWidget*>(m_samples),
                         static_cast<QWidget*>(m_sweep), static_cast<QWidget*>(m_log)}) {
        m_tabs->addTab(tab, QString());
    }
    layout()->addWidget(m_tabs);
    m_factsTimer.setSingleShot(true);
    m_factsTimer.setInterval(kFactsMs);
    connect(&m_factsTimer, &QTimer::timeout, this, [this] {
        updateFacts();
        updateButtons();
    });
    connectRunner();
    connect(&state, &WizardState::recipeChanged, this, [this] {
        m_sweep->setRecipe(m_state.recipe());
        updateButtons();
    });
    connect(&state, &WizardState::foldersChanged, this, [this] { updateButtons(); });
    connect(&state, &WizardState::datasetChanged, this, [this] { updateSamples(); });
    connect(&state, &WizardState::trainedModelChanged, this, &WizardPage::soundnessChanged);
    m_sweep->setRecipe(state.recipe());
    updateSamples();
    retranslate();
    offerInterrupted();
}

void TrainPage::buildHead()
{
    m_heading->setObjectName(QStringLiteral("trainHeading"));
    m_heading->setProperty("role", QStringLiteral("heading"));
    m_facts->setObjectName(QStringLiteral("trainFacts"));
    m_facts->setProperty("role", QStringLiteral("secondary"));
    m_facts->setWordWrap(true);
    m_waiting->setObjectName(QStringLiteral("trainWaiting"));
    m_waiting->setProperty("role", QStringLiteral("secondary"));
    m_progress->setObjectName(QStringLiteral("trainProgress"));
    m_progress->setTextVisible(false);
    m_device->setObjectName(QStringLiteral("trainDevice"));
    for (const char* id : {"auto", "cpu", "cuda"}) {
        m_device->addItem(QString(), QLatin1String(id));
    }
    m_threads->setObjectName(QStringLiteral("trainThreads"));
    m_threads->setRange(0, std::max(1, QThread::idealThreadCount()));
    m_deviceLabel->setBuddy(m_device);
    m_threadsLabel->setBuddy(m_threads);
    m_start->setProperty("primary", true);
    const std::pair<QPushButton*, const char*> buttons[] = {{m_start, "trainStart"},
                                                            {m_pause, "trainPause"},
                                                            {m_stop, "trainStop"},
                                                            {m_keepBest, "trainKeepBest"}};
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (const auto& [button, name] : buttons) {
        button->setObjectName(QLatin1String(name));
        row->addWidget(button);
    }
    row->addStretch(1);
    row->addWidget(m_deviceLabel);
    row->addWidget(m_device);
    row->addSpacing(8);
    row->addWidget(m_threadsLabel);
    row->addWidget(m_threads);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(kMargin, 8, kMargin, kMargin);
    page->setSpacing(8);
    page->addWidget(m_heading);
    page->addLayout(row);
    page->addWidget(m_progress);
    page->addWidget(m_facts);
    page->addWidget(m_waiting);
    m_failureCard = buildCard("trainFailure");
    m_failureCard.frame->setProperty("card", QStringLiteral("error"));
    m_interruptedCard = buildCard("trainInterrupted");
    m_interruptedCard.frame->setProperty("card", QStringLiteral("warning"));
    page->addWidget(m_interruptedCard.frame);
    page->addWidget(m_failureCard.frame);
    connect(m_start, &QPushButton::clicked, this, &TrainPage::startRun);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        m_runner->phase() == RunPhase::Paused ? m_runner->unpause() : m_runner->pause();
    });
    connect(m_stop, &QPushButton::clicked, m_runner, &TrainingRunner::stop);
    connect(m_keepBest, &QPushButton::clicked, m_runner, &TrainingRunner::stopAndKeepBest);
    connect(m_failureCard.primary, &QPushButton::clicked, this, &TrainPage::startChanged);
    connect(m_failureCard.secondary, &QPushButton::clicked, this, [this] {
        m_lastEnd.reset();
        retranslate();
    });
    connect(m_interruptedCard.primary, &QPushButton::clicked, this, &TrainPage::resumeInterrupted);
    connect(m_interruptedCard.secondary, &QPushButton::clicked, this,
            &TrainPage::discardInterrupted);
}

TrainPage::Card TrainPage::buildCard(const char* name)
{
    auto* frame = new QFrame(this);
    frame->setObjectName(QLatin1String(name));
    Card card{frame, new QLabel(frame), new QPushButton(frame), new QPushButton(frame)};
    card.text->setObjectName(QLatin1String(name) + QStringLiteral("Text"));
    card.text->setWordWrap(true);
    card.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    card.primary->setObjectName(QLatin1String(name) + QStringLiteral("Primary"));
    card.secondary->setObjectName(QLatin1String(name) + QStringLiteral("Secondary"));
    auto* layout = new QHBoxLayout(frame);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(8);
    layout->addWidget(card.text, 1);
    layout->addWidget(card.primary, 0, Qt::AlignTop);
    layout->addWidget(card.secondary, 0, Qt::AlignTop);
    frame->hide();
    return card;
}

void TrainPage::connectRunner()
{
    connect(m_runner, &TrainingRunner::phaseChanged, this, [this] {
        updateButtons();
        updateFacts();
    });
    connect(m_runner, &TrainingRunner::waitingChanged, this, [this] { updateButtons(); });
    connect(m_runner, &TrainingRunner::runStarted, this, &TrainPage::beginRun);
    connect(m_runner, &TrainingRunner::eventArrived, this, &TrainPage::takeEvent);
    connect(m_runner, &TrainingRunner::logArrived, this, [this](const QString& line) {
        say(line);
        if (m_runner->current().plan.kind == RunKind::Sweep) {
            m_sweep->showFolder(m_runner->current().folder);
        }
    });
    connect(m_runner, &TrainingRunner::runEnded, this, &TrainPage::endRun);
    connect(m_sweep, &SweepView::startClicked, this, &TrainPage::startSweep);
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
    return m_runner->isBusy() ? tr("Wait until the training has finished, or stop it and keep the "
                                   "best epoch.")
                              : tr("Train a model first.");
}

void TrainPage::enter()
{
    updateButtons();
}

RunPlan TrainPage::planned() const
{
    RunPlan plan;
    plan.recipe = m_state.recipe();
    plan.folders = m_state.folders();
    plan.startModel = m_state.startModel();
    plan.device = m_device->currentData().toString().toStdString();
    plan.threads = m_threads->value();
    return plan;
}

void TrainPage::startRun()
{
    m_runner->start(planned());
}

void TrainPage::startSweep()
{
    RunPlan plan = planned();
    m_sweep->fill(plan);
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

void TrainPage::offerInterrupted()
{
    if (m_services.training.runsFolder.empty()) {
        return;
    }
    runInBackground(
        m_pool, this,
        [folder = m_services.training.runsFolder] {
            std::vector<StoredRun> runs = listRuns(folder);
            std::erase_if(runs,
                          [](const StoredRun& run) { return run.state != RunState::Interrupted; });
            return runs;
        },
        [this](std::vector<StoredRun> runs) {
            m_interrupted = std::move(runs);
            if (m_runner->isBusy()) {
                std::erase_if(m_interrupted, [this](const StoredRun& run) {
                    return run.folder == m_runner->current().folder;
                });
            }
            retranslate();
            Q_EMIT soundnessChanged();
        });
}

void TrainPage::resumeInterrupted()
{
    if (!m_interrupted.empty()) {
        StoredRun run = m_interrupted.front();
        m_interrupted.erase(m_interrupted.begin());
        // The other steps show what the run is made of.
        m_state.setRecipe(run.plan.recipe);
        m_state.setStartModel(run.plan.startModel);
        m_state.setFolders(run.plan.folders);
        m_runner->resume(std::move(run));
        retranslate();
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
    retranslate();
}

void TrainPage::beginRun(const StoredRun& run, const std::vector<ml::TrainingEvent>& earlier)
{
    m_lastEnd.reset();
    m_runProgress = RunProgress();
    m_curves->clear();
    m_samples->beginRun(run);
    say(tr("Run %1: %2").arg(fromUtf8(run.plan.name), fromUtf8(toUtf8(run.folder))));
    if (run.plan.kind == RunKind::Sweep) {
        m_tabs->setCurrentWidget(m_sweep);
        m_sweep->showFolder(run.folder);
    }
    for (const ml::TrainingEvent& event : earlier) {
        m_runProgress.take(event);
        m_curves->take(event);
    }
    retranslate();
}

void TrainPage::takeEvent(const ml::TrainingEvent& event)
{
    m_runProgress.take(event);
    m_curves->take(event);
    m_samples->take(event);
    if (const QString line = eventText(event); !line.isEmpty()) {
        say(line);
    }
    if (!m_factsTimer.isActive()) {
        m_factsTimer.start();
    }
}

void TrainPage::endRun(const RunEnd& end)
{
    m_lastEnd = end;
    say(outcomeText(end));
    if (end.run.plan.kind == RunKind::Sweep) {
        m_sweep->showFolder(end.run.folder);
    }
    if (!end.model.empty()) {
        m_state.setTrainedModel(end.model);
    }
    if (end.outcome == RunOutcome::Stopped && !end.run.folder.empty()) {
        m_interrupted.insert(m_interrupted.begin(), end.run);
    }
    retranslate();
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
    if (m_state.dataset()) {
        for (const ml::DatasetEntry& entry : m_state.dataset()->entries) {
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

QString TrainPage::headingText() const
{
    const QString name = fromUtf8(m_runner->current().plan.name);
    switch (m_runner->phase()) {
    case RunPhase::Preparing:
        return tr("Preparing the images…");
    case RunPhase::Training:
        return m_runner->current().plan.kind == RunKind::Sweep ? tr("Grid search: %1").arg(name)
                                                               : tr("Training: %1").arg(name);
    case RunPhase::Paused:
        return tr("Paused: %1").arg(name);
    case RunPhase::Stopping:
        return tr("Stopping after this batch…");
    case RunPhase::Finishing:
        return tr("Making the model of the best epoch…");
    case RunPhase::Idle:
        break;
    }
    if (m_lastEnd) {
        return outcomeText(*m_lastEnd);
    }
    return tr("Ready to train");
}

QString TrainPage::factsText() const
{
    return progressText(m_runProgress, m_runner->isBusy());
}

void TrainPage::updateFacts()
{
    m_heading->setText(headingText());
    m_facts->setText(factsText());
    const bool isKnown = m_runProgress.epochs() > 0;
    const bool isCounting = m_runner->phase() == RunPhase::Training ||
                            m_runner->phase() == RunPhase::Paused || !m_runner->isBusy();
    m_progress->setVisible(m_runner->isBusy());
    m_progress->setRange(0, isKnown && isCounting ? kProgressSteps : 0);
    m_progress->setValue(isKnown ? static_cast<int>(kProgressSteps * m_runProgress.epochsDone() /
                                                    m_runProgress.epochs())
                                 : 0);
}

void TrainPage::updateButtons()
{
    const RunPhase phase = m_runner->phase();
    const bool hasPlan = !m_state.folders().empty() && !m_state.recipe().id.empty();
    const bool isRunning = phase == RunPhase::Training || phase == RunPhase::Paused;
    const bool isTraining = m_runner->current().plan.kind == RunKind::Training;
    m_start->setEnabled(hasPlan);
    m_start->setText(m_runner->isBusy() ? tr("Queue another run") : tr("Train"));
    m_start->setProperty("primary", !m_runner->isBusy());
    m_sweep->setStartEnabled(hasPlan);
    m_pause->setEnabled(isRunning);
    m_pause->setText(phase == RunPhase::Paused ? tr("Continue") : tr("Pause"));
    m_stop->setEnabled(m_runner->isBusy() && phase != RunPhase::Stopping);
    m_keepBest->setEnabled(isRunning && isTraining && m_runProgress.bestEpoch() > 0);
    const int waiting = static_cast<int>(m_runner->waiting().size());
    m_waiting->setVisible(waiting > 0);
    m_waiting->setText(tr("%n run(s) waiting", nullptr, waiting));
}

void TrainPage::retranslate()
{
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Stops after this batch. The last complete epoch is kept and the run can "
                          "be resumed."));
    m_keepBest->setText(tr("Stop and keep the best"));
    m_keepBest->setToolTip(tr("Trains no more and makes the model of the best epoch so far."));
    m_pause->setToolTip(tr("Holds the training; it keeps its memory but uses no processor."));
    m_facts->setToolTip(explainTerm(Term::Epoch) + QLatin1Char('\n') +
                        explainTerm(Term::BestEpoch));
    m_deviceLabel->setText(tr("Device"));
    m_device->setItemText(0, tr("automatic"));
    m_device->setItemText(1, tr("CPU"));
    m_device->setItemText(2, tr("GPU (CUDA)"));
    m_threadsLabel->setText(tr("Threads"));
    m_threads->setSpecialValueText(tr("all"));
    m_progress->setAccessibleName(tr("Progress of the training"));
    m_log->setAccessibleName(tr("Log of the training"));
    const QStringList tabs{tr("Curves"), tr("Heatmap by epoch"), tr("Grid search"), tr("Log")};
    for (int i = 0; i < tabs.size(); ++i) {
        m_tabs->setTabText(i, tabs.at(i));
    }
    const bool hasFailed = m_lastEnd && m_lastEnd->outcome == RunOutcome::Failed;
    m_failureCard.frame->setVisible(hasFailed);
    if (hasFailed) {
        const RunFailure failure = explainFailure(*m_lastEnd);
        m_failureCard.text->setText(failure.sentence);
        m_failureCard.primary->setText(failure.remedy.isEmpty() ? tr("Try again") : failure.remedy);
        m_failureCard.secondary->setText(tr("Close"));
    }
    const bool isOffered = !m_interrupted.empty() && !m_runner->isBusy();
    m_interruptedCard.frame->setVisible(isOffered);
    if (isOffered) {
        m_interruptedCard.text->setText(interruptedText(m_interrupted.front()));
        m_interruptedCard.primary->setText(tr("Resume"));
        m_interruptedCard.secondary->setText(tr("Discard"));
    }
    updateButtons();
    updateFacts();
}

void TrainPage::changeEvent(QEvent* event)
{
    WizardPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace nefes::ui
