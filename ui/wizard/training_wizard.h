// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/wizard/wizard_state.h"

#include <QThreadPool>
#include <QTimer>
#include <QWidget>

#include <filesystem>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace nefes::ui {

class RunCard;
class StepButton;
class TrainingRunner;
class TrainPage;
class WizardPage;

/// From a folder of images to a published network, step by step: the list of steps on the left,
/// the step itself on the right. A step is open once all those before it are sound. What was chosen
/// is kept in the data folder and is there at the next start. UI thread.
class TrainingWizard final : public QWidget
{
    Q_OBJECT

public:
    /// `services` and `pool` must outlive the widget.
    TrainingWizard(const Services& services, QThreadPool& pool, QWidget* parent = nullptr);
    ~TrainingWizard() override;

    [[nodiscard]] WizardState& state() { return m_state; }
    /// What trains; a run goes on while the wizard is hidden.
    [[nodiscard]] TrainingRunner& runner();
    [[nodiscard]] int currentStep() const { return m_current; }
    /// Goes to a step, counted from 0, if it is open.
    void goToStep(int step);

Q_SIGNALS:
    /// The user wants to see the viewer again.
    void viewerWanted();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void addPage(WizardPage* page);
    void buildLayout();
    void beginWhereItWas(const Services& services, QThreadPool& pool);
    void takeFirstRecipe(const std::vector<ml::TrainingRecipe>& recipes);
    void returnToStep();
    void remember();
    void showStep(int step);
    [[nodiscard]] bool isOpen(int step) const;
    void showState();
    [[nodiscard]] QString problemText() const;
    void retranslate();

    QThreadPool m_disk;                 ///< one thread: what was chosen is written in order
    std::filesystem::path m_memoryFile; ///< empty: nothing is remembered
    QTimer m_memoryTimer;
    std::optional<int> m_stepBefore; ///< of the last start, until it is open or another is chosen
    WizardState m_state;
    std::vector<WizardPage*> m_pages;
    std::vector<StepButton*> m_steps;
    TrainPage* m_train = nullptr; ///< one of the pages
    int m_current = 0;
    QLabel* m_heading;
    QLabel* m_title;
    QLabel* m_introduction;
    RunCard* m_interrupted;
    QStackedWidget* m_stack;
    QLabel* m_problemIcon;
    QLabel* m_problem;
    QPushButton* m_viewer;
    QPushButton* m_back;
    QPushButton* m_next;
};

} // namespace nefes::ui
