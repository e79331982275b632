// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/run_controls.h"

#include "ui/text/format.h"
#include "ui/theme/theme.h"
#include "ui/wizard/folding_columns.h"
#include "ui/wizard/glossary.h"
#include "ui/wizard/run_text.h"
#include "ui/wizard/training_runner.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QThread>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace nefes::ui {

namespace {

constexpr int kProgressSteps = 1000;

} // namespace

RunControls::RunControls(TrainingRunner& runner, QWidget* parent)
    : QWidget(parent)
    , m_runner(runner)
    , m_heading(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_waiting(new QLabel(this))
    , m_takeOut(new QPushButton(this))
    , m_progress(new QProgressBar(this))
    , m_deviceLabel(new QLabel(this))
    , m_device(new QComboBox(this))
    , m_threadsLabel(new QLabel(this))
    , m_threads(new QSpinBox(this))
    , m_start(new QPushButton(this))
    , m_pause(new QPushButton(this))
    , m_stop(new QPushButton(this))
    , m_keepBest(new QPushButton(this))
{
    m_heading->setObjectName(QStringLiteral("trainHeading"));
    m_heading->setProperty("role", QStringLiteral("heading"));
    m_facts->setObjectName(QStringLiteral("trainFacts"));
    m_facts->setProperty("role", QStringLiteral("secondary"));
    m_facts->setWordWrap(true);
    m_waiting->setObjectName(QStringLiteral("trainWaiting"));
    m_waiting->setProperty("role", QStringLiteral("secondary"));
    m_takeOut->setObjectName(QStringLiteral("trainTakeOut"));
    m_takeOut->setProperty("link", true);
    m_progress->setObjectName(QStringLiteral("trainProgress"));
    m_progress->setTextVisible(false);
    m_device->setObjectName(QStringLiteral("trainDevice"));
    for (const char* id : {"auto", "cpu", "cuda"}) {
        m_device->addItem(QString(), QLatin1String(id));
    }
    m_threads->setObjectName(QStringLiteral("trainThreads"));
    m_threads->setRange(0, std::max(1, QThread::idealThreadCount()));
    m_start->setProperty("primary", true);
    // Nothing below them moves when a run begins.
    for (QWidget* part : {static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_facts)}) {
        QSizePolicy policy = part->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        part->setSizePolicy(policy);
    }
    m_start->installEventFilter(this);
    buildLayout();
    connect(m_start, &QPushButton::clicked, this, &RunControls::startClicked);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        m_runner.phase() == RunPhase::Paused ? m_runner.unpause() : m_runner.pause();
    });
    connect(m_stop, &QPushButton::clicked, &m_runner, &TrainingRunner::stop);
    connect(m_keepBest, &QPushButton::clicked, &m_runner, &TrainingRunner::stopAndKeepBest);
    connect(m_takeOut, &QPushButton::clicked, this, [this] {
        if (!m_runner.waiting().empty()) {
            m_runner.removeWaiting(m_runner.waiting().size() - 1);
        }
    });
    connect(m_device, &QComboBox::activated, this, &RunControls::machineChanged);
    connect(m_threads, &QSpinBox::valueChanged, this, &RunControls::machineChanged);
    connect(&m_runner, &TrainingRunner::phaseChanged, this, [this] { update(); });
    connect(&m_runner, &TrainingRunner::waitingChanged, this, [this] { update(); });
    retranslate();
}

void RunControls::buildLayout()
{
    m_deviceLabel->setBuddy(m_device);
    m_threadsLabel->setBuddy(m_threads);
    const std::pair<QPushButton*, const char*> buttons[] = {{m_start, "trainStart"},
                                                            {m_pause, "trainPause"},
                                                            {m_stop, "trainStop"},
                                                            {m_keepBest, "trainKeepBest"}};
    auto* orders = new QWidget(this);
    auto* row = new QHBoxLayout(orders);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (const auto& [button, name] : buttons) {
        button->setObjectName(QLatin1String(name));
        row->addWidget(button);
    }
    row->addStretch(1);
    auto* machine = new QWidget(this);
    auto* machineRow = new QHBoxLayout(machine);
    machineRow->setContentsMargins(0, 0, 0, 0);
    machineRow->setSpacing(8);
    machineRow->addStretch(1);
    machineRow->addWidget(m_deviceLabel);
    machineRow->addWidget(m_device);
    machineRow->addSpacing(8);
    machineRow->addWidget(m_threadsLabel);
    machineRow->addWidget(m_threads);
    auto* waiting = new QHBoxLayout;
    waiting->setSpacing(8);
    waiting->addWidget(m_waiting);
    waiting->addWidget(m_takeOut);
    waiting->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addWidget(new FoldingColumns(orders, 0, machine, 0, this));
    layout->addWidget(m_progress);
    layout->addWidget(m_facts);
    layout->addLayout(waiting);
}

void RunControls::setReady(bool isReady)
{
    m_isReady = isReady;
    update();
}

void RunControls::setIdleText(const QString& text)
{
    m_idleText = text;
    update();
}

void RunControls::showProgress(const RunProgress& progress)
{
    m_progressShown = progress;
    update();
}

std::string RunControls::device() const
{
    return m_device->currentData().toString().toStdString();
}

int RunControls::threads() const
{
    return m_threads->value();
}

void RunControls::setMachine(const std::string& device, int threads)
{
    m_device->setCurrentIndex(std::max(0, m_device->findData(fromUtf8(device))));
    const QSignalBlocker blocker(m_threads);
    m_threads->setValue(threads);
}

QString RunControls::headingText() const
{
    const RunPlan& plan = m_runner.current().plan;
    const QString name = fromUtf8(plan.name);
    switch (m_runner.phase()) {
    case RunPhase::Preparing:
        return tr("Preparing the images…");
    case RunPhase::Training:
        switch (plan.kind) {
        case RunKind::Training:
            return tr("Training: %1").arg(name);
        case RunKind::Sweep:
            return tr("Grid search: %1").arg(name);
        case RunKind::RateSearch:
            return tr("Trying learning rates…");
        case RunKind::Folds:
            return tr("Cross-validation: %1").arg(name);
        }
        break;
    case RunPhase::Paused:
        return tr("Paused: %1").arg(name);
    case RunPhase::Stopping:
        return tr("Stopping after this batch…");
    case RunPhase::Finishing:
        return tr("Making the model of the best epoch…");
    case RunPhase::Idle:
        break;
    }
    return m_idleText.isEmpty() ? tr("Ready to train") : m_idleText;
}

void RunControls::update()
{
    const RunPhase phase = m_runner.phase();
    const bool isBusy = m_runner.isBusy();
    const bool isRunning = phase == RunPhase::Training || phase == RunPhase::Paused;
    const bool isTraining = m_runner.current().plan.kind == RunKind::Training;
    m_heading->setText(headingText());
    m_facts->setText(progressText(m_progressShown, isBusy));
    m_facts->setVisible(!m_facts->text().isEmpty());
    m_start->setEnabled(m_isReady);
    m_start->setText(isBusy ? tr("Queue another run") : tr("Train"));
    if (m_start->property("primary").toBool() == isBusy) {
        m_start->setProperty("primary", !isBusy);
        repolish(*m_start);
    }
    m_pause->setEnabled(isRunning);
    m_pause->setText(phase == RunPhase::Paused ? tr("Continue") : tr("Pause"));
    m_stop->setEnabled(isBusy && phase != RunPhase::Stopping);
    m_keepBest->setEnabled(isRunning && isTraining && m_progressShown.bestEpoch() > 0);
    const int waiting = static_cast<int>(m_runner.waiting().size());
    m_waiting->setVisible(waiting > 0);
    m_takeOut->setVisible(waiting > 0);
    m_waiting->setText(tr("%n run(s) waiting", nullptr, waiting));
    const auto share = m_progressShown.share();
    m_progress->setVisible(isBusy);
    m_progress->setRange(0, share && isRunning ? kProgressSteps : 0);
    m_progress->setValue(share ? static_cast<int>(kProgressSteps * *share) : 0);
}

void RunControls::retranslate()
{
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Stops after this batch. The last complete epoch is kept and the run can "
                          "be resumed.") +
                       QLatin1Char('\n') + explainTerm(Term::Checkpoint));
    m_keepBest->setText(tr("Stop and keep the best"));
    m_keepBest->setToolTip(tr("Trains no more and makes the model of the best epoch so far."));
    m_pause->setToolTip(tr("Holds the training; it keeps its memory but uses no processor."));
    m_takeOut->setText(tr("Take out the last"));
    m_takeOut->setToolTip(tr("The run that was queued last is forgotten."));
    m_facts->setToolTip(explainTerm(Term::Epoch) + QLatin1Char('\n') +
                        explainTerm(Term::BestEpoch));
    m_deviceLabel->setText(tr("Device"));
    m_device->setAccessibleName(tr("Device"));
    m_device->setItemText(0, tr("automatic"));
    m_device->setItemText(1, tr("CPU"));
    m_device->setItemText(2, tr("GPU (CUDA)"));
    m_threadsLabel->setText(tr("Threads"));
    m_threads->setAccessibleName(tr("Threads"));
    m_threads->setSpecialValueText(tr("all"));
    m_progress->setAccessibleName(tr("Progress of the training"));
    update();
}

bool RunControls::eventFilter(QObject* object, QEvent* event)
{
    // The second half of a double click would queue the run a second time.
    return (object == m_start && event->type() == QEvent::MouseButtonDblClick) ||
           QWidget::eventFilter(object, event);
}

void RunControls::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace nefes::ui
