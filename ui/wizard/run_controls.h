// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/run_progress.h"

#include <QString>
#include <QWidget>

#include <string>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace nefes::ui {

class TrainingRunner;

/// The head of the step Train: what runs, how far it is, and the buttons that start, hold and stop
/// it. UI thread.
class RunControls final : public QWidget
{
    Q_OBJECT

public:
    /// `runner` must outlive the widget.
    explicit RunControls(TrainingRunner& runner, QWidget* parent = nullptr);

    /// Whether there is something that could be trained.
    void setReady(bool isReady);
    /// What the heading says while nothing runs.
    void setIdleText(const QString& text);
    void showProgress(const RunProgress& progress);

    /// "auto", "cpu", "cuda".
    [[nodiscard]] std::string device() const;
    [[nodiscard]] int threads() const; ///< 0: all
    void setMachine(const std::string& device, int threads);

Q_SIGNALS:
    void startClicked();
    /// Device or threads were chosen.
    void machineChanged();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildLayout();
    void update();
    void retranslate();
    [[nodiscard]] QString headingText() const;

    TrainingRunner& m_runner;
    RunProgress m_progressShown;
    QString m_idleText;
    bool m_isReady = false;
    QLabel* m_heading;
    QLabel* m_facts;
    QLabel* m_waiting;
    QPushButton* m_takeOut;
    QProgressBar* m_progress;
    QLabel* m_deviceLabel;
    QComboBox* m_device;
    QLabel* m_threadsLabel;
    QSpinBox* m_threads;
    QPushButton* m_start;
    QPushButton* m_pause;
    QPushButton* m_stop;
    QPushButton* m_keepBest;
};

} // namespace nefes::ui
