// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/training_runner.h"

#include "core/base/files.h"
#include "core/base/log.h"

#include "ml/json_object.h"

#include "ui/bridge/background.h"
#include "ui/text/format.h"

#include <QDateTime>
#include <QProcessEnvironment>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <csignal>
#include <span>
#include <utility>

namespace nefes::ui {

namespace {

namespace fs = std::filesystem;

constexpr int kLowestPriority = 19;
/// Of events that a full disk keeps waiting; a long run has some megabytes.
constexpr qsizetype kMostUnsavedBytes = 16 << 20;

/// Calls `take` for each whole line and leaves the rest.
template <class Take>
void splitLines(QByteArray& rest, const QByteArray& more, const Take& take)
{
    rest += more;
    qsizetype begin = 0;
    for (qsizetype end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', begin)) {
        take(rest.sliced(begin, end - begin));
        begin = end + 1;
    }
    rest.remove(0, begin);
}

/// "nefes: SUBJECT: code: detail", as the program writes to standard error.
std::optional<Error> errorFromMessage(const QByteArray& line)
{
    const std::string text = line.toStdString();
    if (!text.starts_with("nefes: ")) {
        return std::nullopt;
    }
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        const std::string name =
            ": " + std::string(errorCodeName(static_cast<ErrorCode>(code))) + ": ";
        if (const std::size_t at = text.find(name); at != std::string::npos) {
            return Error{static_cast<ErrorCode>(code), text.substr(at + name.size())};
        }
    }
    return std::nullopt;
}

/// Failures whose cause lies outside the run: a drive that was taken out comes back, room is made
/// on a disk.
bool canPass(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileNotFound:
    case ErrorCode::FileUnreadable:
    case ErrorCode::WriteFailed:
    case ErrorCode::DiskFull:
    case ErrorCode::OutOfMemory:
    case ErrorCode::DatasetEmpty: // of a folder that is gone
    case ErrorCode::Internal:
        return true;
    default:
        return false;
    }
}

} // namespace

/// A run whose files are written.
struct TrainingRunner::Prepared {
    StoredRun run;
    std::vector<ml::TrainingEvent> earlier;
};

/// The events of a run on their way to its folder: what could not be written stays, in front of
/// what comes later.
struct TrainingRunner::EventFile {
    QByteArray unsaved; ///< whole lines
    bool hasFailed = false;

    void add(const fs::path& folder, const QByteArray& lines)
    {
        if (unsaved.size() + lines.size() <= kMostUnsavedBytes) {
            unsaved += lines;
        }
        if (unsaved.isEmpty()) {
            return;
        }
        const auto written =
            appendToFile(folder / kEventsFile,
                         std::as_bytes(std::span(unsaved.constData(),
                                                 static_cast<std::size_t>(unsaved.size()))));
        if (written) {
            unsaved.clear();
        } else if (!std::exchange(hasFailed, true)) {
            log(LogLevel::Warning, fmt::format("events of a run are not written: {}",
                                               errorCodeName(written.error().code)));
        }
    }
};

TrainingRunner::TrainingRunner(const TrainingServices& services, QObject* parent)
    : QObject(parent)
    , m_services(services)
{
    m_disk.setMaxThreadCount(1);
}

TrainingRunner::~TrainingRunner()
{
    if (m_process) {
        m_process->disconnect(this);
    }
    keepEvents();
}

void TrainingRunner::setPhase(RunPhase phase)
{
    if (m_phase != phase) {
        m_phase = phase;
        Q_EMIT phaseChanged();
    }
}

void TrainingRunner::start(RunPlan plan)
{
    StoredRun run;
    run.plan = std::move(plan);
    begin(std::move(run), RunOrder::Start);
}

void TrainingRunner::resume(StoredRun run)
{
    begin(std::move(run), RunOrder::Resume);
}

void TrainingRunner::begin(StoredRun run, RunOrder order)
{
    if (isBusy()) {
        m_waiting.push_back(std::move(run));
        m_waitingOrders.push_back(order);
        Q_EMIT waitingChanged();
        return;
    }
    m_order = order;
    m_isFinished = m_isFailed = m_isCancelled = m_keepsBest = false;
    m_hasCheckpoint = order != RunOrder::Start;
    m_error.reset();
    m_model.clear();
    m_eventFile = std::make_shared<EventFile>();
    m_run = run;
    setPhase(RunPhase::Preparing);
    run.state = RunState::Running;
    if (run.startedAt == 0) {
        run.startedAt = QDateTime::currentSecsSinceEpoch();
    }
    runInBackground(
        m_disk, this,
        [run = std::move(run), runs = m_services.runsFolder, order]() mutable -> Result<Prepared> {
            if (run.folder.empty()) {
                if (run.plan.name.empty()) {
                    run.plan.name = freeRunName(runs, run.plan);
                }
                run.folder = runs / pathFromUtf8(run.plan.name);
            }
            NEFES_CHECK(writeRun(run, 0));
            // A cross-validation goes through all its parts again, the finished ones in a moment.
            const bool hasEarlier = order != RunOrder::Start && run.plan.kind == RunKind::Training;
            auto earlier = hasEarlier ? readEvents(run.folder) : std::vector<ml::TrainingEvent>();
            return Prepared{std::move(run), std::move(earlier)};
        },
        [this, order](Result<Prepared> prepared) {
            if (!prepared) {
                end({.run = m_run,
                     .outcome = RunOutcome::Failed,
                     .model = {},
                     .error = prepared.error()});
                return;
            }
            m_run = std::move(prepared->run);
            Q_EMIT runStarted(m_run, prepared->earlier);
            if (m_phase == RunPhase::Stopping) {
                end({.run = m_run, .outcome = RunOutcome::Stopped, .model = {}, .error = {}});
                return;
            }
            launch(order);
        });
}

void TrainingRunner::launch(RunOrder order)
{
    m_outputRest.clear();
    m_messageRest.clear();
    m_process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    // Spinning threads of the child would take the processor from the window.
    environment.insert(QStringLiteral("OMP_WAIT_POLICY"), QStringLiteral("PASSIVE"));
    m_process->setProcessEnvironment(environment);
    m_process->setChildProcessModifier([] {
        ::setpriority(PRIO_PROCESS, 0, kLowestPriority);
        // Nobody could stop it any more; its last checkpoint stays.
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    });
    QProcess* process = m_process.get();
    connect(process, &QProcess::readyReadStandardOutput, this, &TrainingRunner::readOutput);
    connect(process, &QProcess::readyReadStandardError, this, &TrainingRunner::readMessages);
    connect(process, &QProcess::started, this, [this] {
        remember(RunState::Running, m_process->processId());
        if (m_phase == RunPhase::Stopping) {
            signalChild(SIGINT); // asked for when there was no process yet to hear it
        }
        // A sweep sends no events.
        if (m_run.plan.kind == RunKind::Sweep && m_phase == RunPhase::Preparing) {
            setPhase(RunPhase::Training);
        }
    });
    connect(process, &QProcess::finished, this, &TrainingRunner::processEnded);
    connect(process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            failedToStart();
        }
    });
    process->start(fromUtf8(toUtf8(m_services.program)),
                   runArguments(m_run.plan, m_run.folder, order), QIODevice::ReadOnly);
}

void TrainingRunner::remember(RunState state, std::int64_t processId)
{
    m_run.state = state;
    m_disk.start([run = m_run, processId] {
        // The run itself goes on without; it only could not be offered for resumption.
        const auto ignored = writeRun(run, processId);
        static_cast<void>(ignored);
    });
}

void TrainingRunner::readOutput()
{
    splitLines(m_outputRest, m_process->readAllStandardOutput(),
               [this](const QByteArray& line) { takeLine(line); });
    keepEvents();
}

void TrainingRunner::readMessages()
{
    splitLines(m_messageRest, m_process->readAllStandardError(),
               [this](const QByteArray& line) { takeMessage(line); });
}

void TrainingRunner::takeMessage(const QByteArray& line)
{
    if (line.trimmed().isEmpty()) {
        return;
    }
    if (auto error = errorFromMessage(line)) {
        m_error = std::move(error);
    }
    Q_EMIT logArrived(QString::fromUtf8(line));
}

void TrainingRunner::takeLine(const QByteArray& line)
{
    const auto json = nlohmann::json::parse(line.begin(), line.end(), nullptr, false);
    const auto event = ml::eventFromJson(json);
    if (!event) {
        if (m_run.plan.kind != RunKind::Sweep) {
            Q_EMIT logArrived(QString::fromUtf8(line));
        } else if (json.is_object() && json.contains("best")) {
            m_isFinished = true; // the table of a sweep is its last line
            m_model = pathFromUtf8(ml::valueOr(json["best"], "model_directory", ""));
        }
        return;
    }
    if (m_run.plan.kind == RunKind::Training) {
        m_newEvents += line + '\n';
    }
    if (const auto* finished = std::get_if<ml::TrainingFinished>(&*event)) {
        // Of a cross-validation it is one part, whose model is not the one to publish.
        if (m_run.plan.kind != RunKind::Folds) {
            m_isFinished = true;
            m_model = pathFromUtf8(finished->modelFolder);
        }
    } else if (std::holds_alternative<ml::LearningRateFound>(*event)) {
        m_isFinished = true;
    } else if (std::holds_alternative<ml::CheckpointWritten>(*event)) {
        m_hasCheckpoint = true;
    } else if (const auto* failed = std::get_if<ml::TrainingFailed>(&*event)) {
        m_isFailed = failed->code != ErrorCode::Cancelled;
        m_isCancelled = !m_isFailed;
        m_error = Error{failed->code, failed->message};
    } else if (std::holds_alternative<ml::TrainingCancelled>(*event)) {
        m_isCancelled = true;
    } else if (std::holds_alternative<ml::TrainingStarted>(*event) &&
               m_phase == RunPhase::Preparing) {
        setPhase(m_order == RunOrder::Finish ? RunPhase::Finishing : RunPhase::Training);
    }
    Q_EMIT eventArrived(*event);
}

void TrainingRunner::keepEvents()
{
    if (!m_eventFile) {
        return;
    }
    m_disk.start([file = m_eventFile, lines = std::exchange(m_newEvents, {}),
                  folder = m_run.folder] { file->add(folder, lines); });
}

void TrainingRunner::failedToStart()
{
    end({.run = m_run,
         .outcome = RunOutcome::Failed,
         .model = {},
         .error = {ErrorCode::FileNotFound, "the training program cannot be started"}});
}

void TrainingRunner::processEnded(int exitCode, QProcess::ExitStatus status)
{
    readOutput();
    readMessages();
    if (!m_outputRest.isEmpty()) {
        takeLine(std::exchange(m_outputRest, {}));
    }
    takeMessage(std::exchange(m_messageRest, {}));
    RunEnd result{.run = m_run, .outcome = RunOutcome::Failed, .model = m_model, .error = {}};
    const bool wasAsked = m_phase == RunPhase::Stopping;
    const bool haveAllFolds =
        m_run.plan.kind == RunKind::Folds && status == QProcess::NormalExit && exitCode == 0;
    if (m_isFinished || haveAllFolds) {
        result.outcome = RunOutcome::Finished;
    } else if (!m_isFailed && (m_isCancelled || exitCode == ml::kExitInterrupted || wasAsked)) {
        result.outcome = RunOutcome::Stopped;
    } else if (status == QProcess::CrashExit && !m_isFailed) {
        result.endedBySystem = exitCode == SIGKILL;
        result.error = {result.endedBySystem ? ErrorCode::OutOfMemory : ErrorCode::Internal,
                        "the training process was ended by signal " + std::to_string(exitCode)};
    } else {
        result.error = m_error.value_or(Error{
            ErrorCode::Internal, "the training process ended with " + std::to_string(exitCode)});
    }
    if (m_keepsBest && result.outcome == RunOutcome::Stopped && !m_isShuttingDown) {
        m_keepsBest = false;
        m_order = RunOrder::Finish;
        m_isCancelled = false;
        m_process.release()->deleteLater();
        setPhase(RunPhase::Finishing);
        launch(RunOrder::Finish);
        return;
    }
    end(std::move(result));
}

void TrainingRunner::end(RunEnd end)
{
    if (m_process) {
        m_process.release()->deleteLater();
    }
    keepEvents();
    const bool isPassing =
        end.outcome == RunOutcome::Failed && m_hasCheckpoint && canPass(end.error.code);
    RunState state = RunState::Failed;
    if (end.outcome == RunOutcome::Finished) {
        state = RunState::Finished;
    } else if (end.outcome == RunOutcome::Stopped || isPassing) {
        state = RunState::Interrupted;
    }
    if (!m_run.folder.empty()) {
        remember(state, 0);
        end.canGoOn = canBeResumed(m_run);
    }
    end.run = m_run;
    setPhase(RunPhase::Idle);
    Q_EMIT runEnded(end);
    beginNext();
}

void TrainingRunner::beginNext()
{
    if (isBusy() || m_waiting.empty() || m_isShuttingDown) {
        return;
    }
    StoredRun next = std::move(m_waiting.front());
    const RunOrder order = m_waitingOrders.front();
    m_waiting.pop_front();
    m_waitingOrders.pop_front();
    Q_EMIT waitingChanged();
    begin(std::move(next), order);
}

void TrainingRunner::signalChild(int signal)
{
    if (m_process && m_process->state() == QProcess::Running) {
        ::kill(static_cast<pid_t>(m_process->processId()), signal);
    }
}

void TrainingRunner::pause()
{
    if (m_phase == RunPhase::Training) {
        signalChild(SIGSTOP);
        setPhase(RunPhase::Paused);
    }
}

void TrainingRunner::unpause()
{
    if (m_phase == RunPhase::Paused) {
        signalChild(SIGCONT);
        setPhase(RunPhase::Training);
    }
}

void TrainingRunner::stop()
{
    if (!isBusy() || m_phase == RunPhase::Stopping) {
        return;
    }
    signalChild(SIGINT);
    signalChild(SIGCONT); // a paused child hears nothing else
    setPhase(RunPhase::Stopping);
}

void TrainingRunner::stopAndKeepBest()
{
    m_keepsBest = m_phase == RunPhase::Training || m_phase == RunPhase::Paused;
    stop();
}

void TrainingRunner::removeWaiting(std::size_t index)
{
    if (index < m_waiting.size()) {
        m_waiting.erase(m_waiting.begin() + static_cast<std::ptrdiff_t>(index));
        m_waitingOrders.erase(m_waitingOrders.begin() + static_cast<std::ptrdiff_t>(index));
        Q_EMIT waitingChanged();
    }
}

void TrainingRunner::shutDown()
{
    m_isShuttingDown = true;
    stop();
}

} // namespace nefes::ui
