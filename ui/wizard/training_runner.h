// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include "ui/wizard/run_folder.h"
#include "ui/wizard/training_services.h"

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QThreadPool>

#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace nefes::ui {

enum class RunPhase {
    Idle,
    Preparing, ///< files are written, images decoded
    Training,
    Paused,
    Stopping,
    Finishing, ///< no more training: the model of the best epoch is made
};

enum class RunOutcome { Finished, Stopped, Failed };

/// How a run came to its end.
struct RunEnd {
    StoredRun run;
    RunOutcome outcome = RunOutcome::Failed;
    std::filesystem::path model; ///< package; empty where none was made
    Error error;                 ///< where failed
    bool endedBySystem = false;  ///< killed from outside, mostly for lack of memory
    bool canGoOn = false;        ///< stopped or failed, but its last epoch is there to go on from
};

/// Runs the engine as a child process of lowest priority, one run at a time, the others waiting in
/// a queue. Nothing blocks: files are written on a thread of its own. When the window dies, the
/// child dies with it and its last checkpoint stays. UI thread.
class TrainingRunner final : public QObject
{
    Q_OBJECT

public:
    TrainingRunner(const TrainingServices& services, QObject* parent);
    ~TrainingRunner() override;

    /// At once, or after those that wait.
    void start(RunPlan plan);
    void resume(StoredRun run);
    void pause();
    void unpause();
    /// After the batch that is being computed; the run can be resumed.
    void stop();
    /// The same, then the model of the best epoch so far is made.
    void stopAndKeepBest();
    void removeWaiting(std::size_t index);
    /// Nothing more is started, and what runs is stopped.
    void shutDown();

    [[nodiscard]] RunPhase phase() const { return m_phase; }
    [[nodiscard]] bool isBusy() const { return m_phase != RunPhase::Idle; }
    [[nodiscard]] const StoredRun& current() const { return m_run; }
    [[nodiscard]] const std::deque<StoredRun>& waiting() const { return m_waiting; }

Q_SIGNALS:
    void phaseChanged();
    void waitingChanged();
    /// Before the first event of a run; the folder is known. A run that is resumed has `earlier`
    /// events, up to its last complete epoch.
    void runStarted(const nefes::ui::StoredRun& run,
                    const std::vector<nefes::ml::TrainingEvent>& earlier);
    void eventArrived(const nefes::ml::TrainingEvent& event);
    void logArrived(const QString& line);
    void runEnded(const nefes::ui::RunEnd& end);

private:
    struct Prepared;
    struct EventFile;
    void begin(StoredRun run, RunOrder order);
    void launch(RunOrder order);
    void setPhase(RunPhase phase);
    void readOutput();
    void readMessages();
    void takeLine(const QByteArray& line);
    void takeMessage(const QByteArray& line);
    void processEnded(int exitCode, QProcess::ExitStatus status);
    void failedToStart();
    void end(RunEnd end);
    void keepEvents();
    void remember(RunState state, std::int64_t processId);
    void beginNext();
    void signalChild(int signal);

    const TrainingServices& m_services;
    QThreadPool m_disk; ///< one thread: files are written in order
    std::unique_ptr<QProcess> m_process;
    RunPhase m_phase = RunPhase::Idle;
    StoredRun m_run;
    RunOrder m_order = RunOrder::Start;
    std::deque<StoredRun> m_waiting;
    std::deque<RunOrder> m_waitingOrders;
    QByteArray m_outputRest, m_messageRest, m_newEvents;
    std::shared_ptr<EventFile> m_eventFile; ///< of this run; m_disk alone looks into it
    std::optional<Error> m_error;           ///< of the failed event, or of the last message
    std::filesystem::path m_model;
    bool m_isFinished = false, m_isFailed = false, m_isCancelled = false;
    bool m_hasCheckpoint = false;
    bool m_keepsBest = false, m_isShuttingDown = false;
};

} // namespace nefes::ui
