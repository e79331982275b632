// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/wizard/run_progress.h"
#include "ui/wizard/training_runner.h"
#include "ui/wizard/wizard_page.h"

#include <QTimer>

#include <optional>
#include <vector>

class QPlainTextEdit;
class QTabWidget;
class QThreadPool;

namespace nefes::ui {

class FoldsView;
class RateFinder;
class RunCard;
class RunControls;
class SampleWatch;
class SweepView;
class TrainingCurves;
class WizardState;

/// Step 4: starts, shows, pauses and stops runs of the engine. UI thread.
class TrainPage final : public WizardPage
{
    Q_OBJECT

public:
    TrainPage(WizardState& state, const Services& services, QThreadPool& pool,
              QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString introduction() const override;
    /// Sound once a model has been trained.
    [[nodiscard]] bool isSound() const override;
    [[nodiscard]] QString problem() const override;
    /// While something runs or can be resumed.
    [[nodiscard]] bool isOpenEarly() const override;
    void enter() override;

    [[nodiscard]] TrainingRunner& runner() { return *m_runner; }
    /// A run that waits to be resumed, in a sentence; empty: none, or something runs.
    [[nodiscard]] QString interruptedRun() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildTabs();
    void connectParts();
    void connectRunner();
    [[nodiscard]] RunPlan planned() const;
    void startRun();
    void startLike(const StoredRun& run);
    void startSweep();
    void startRateSearch();
    void startFolds();
    void startChanged();
    void lookForRuns();
    void resumeInterrupted();
    void discardInterrupted();
    void beginRun(const StoredRun& run, const std::vector<ml::TrainingEvent>& earlier);
    void takeEvent(const ml::TrainingEvent& event);
    void beginFold();
    void endRun(const RunEnd& end);
    void say(const QString& line);
    void updateSamples();
    void showState();
    void retranslate();

    WizardState& m_state;
    const Services& m_services;
    QThreadPool& m_pool;
    TrainingRunner* m_runner;
    RunControls* m_controls;
    RunCard* m_failureCard;
    RunCard* m_interruptedCard;
    QTabWidget* m_tabs;
    TrainingCurves* m_curves;
    SampleWatch* m_samples;
    RateFinder* m_rates;
    FoldsView* m_folds;
    SweepView* m_sweep;
    QPlainTextEdit* m_log;
    QTimer m_factsTimer;
    RunProgress m_runProgress;
    std::optional<RunEnd> m_lastEnd;
    std::vector<StoredRun> m_interrupted;
};

} // namespace nefes::ui
