// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/wizard/run_failure.h"
#include "ui/wizard/run_progress.h"
#include "ui/wizard/training_runner.h"
#include "ui/wizard/wizard_page.h"

#include <QTimer>

#include <optional>
#include <vector>

class QComboBox;
class QFrame;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTabWidget;
class QThreadPool;

namespace nefes::ui {

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

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Card {
        QFrame* frame;
        QLabel* text;
        QPushButton* primary;
        QPushButton* secondary;
    };
    void buildHead();
    Card buildCard(const char* name);
    void connectRunner();
    [[nodiscard]] RunPlan planned() const;
    void startRun();
    void startSweep();
    void startChanged();
    void offerInterrupted();
    void resumeInterrupted();
    void discardInterrupted();
    void beginRun(const StoredRun& run, const std::vector<ml::TrainingEvent>& earlier);
    void takeEvent(const ml::TrainingEvent& event);
    void endRun(const RunEnd& end);
    void say(const QString& line);
    void updateSamples();
    void updateFacts();
    void updateButtons();
    void retranslate();
    [[nodiscard]] QString headingText() const;
    [[nodiscard]] QString factsText() const;

    WizardState& m_state;
    const Services& m_services;
    QThreadPool& m_pool;
    TrainingRunner* m_runner;
    QLabel* m_heading;
    QLabel* m_facts;
    QLabel* m_waiting;
    QProgressBar* m_progress;
    QLabel* m_deviceLabel;
    QComboBox* m_device;
    QLabel* m_threadsLabel;
    QSpinBox* m_threads;
    QPushButton* m_start;
    QPushButton* m_pause;
    QPushButton* m_stop;
    QPushButton* m_keepBest;
    Card m_failureCard{}, m_interruptedCard{};
    QTabWidget* m_tabs;
    TrainingCurves* m_curves;
    SampleWatch* m_samples;
    SweepView* m_sweep;
    QPlainTextEdit* m_log;
    QTimer m_factsTimer;
    RunProgress m_runProgress;
    std::optional<RunEnd> m_lastEnd;
    std::vector<StoredRun> m_interrupted;
    bool m_hasLooked = false; ///< for interrupted runs
};

} // namespace nefes::ui
