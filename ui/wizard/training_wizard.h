// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/wizard/wizard_state.h"

#include <QWidget>

#include <filesystem>
#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;
class QThreadPool;

namespace nefes::ui {

class StepButton;
class TrainingRunner;
class TrainPage;
class WizardPage;

/// From a folder of images to a published network, step by step: the list of steps on the left,
/// the step itself on the right. A step is open once all those before it are sound; what was
/// chosen stays as long as the widget lives. UI thread.
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
    void loadFirstRecipe(const Services& services, QThreadPool& pool);
    [[nodiscard]] bool isOpen(int step) const;
    void showState();
    void retranslate();

    WizardState m_state;
    std::vector<WizardPage*> m_pages;
    std::vector<StepButton*> m_steps;
    TrainPage* m_train = nullptr; ///< one of the pages
    int m_current = 0;
    QLabel* m_heading;
    QLabel* m_title;
    QLabel* m_introduction;
    QStackedWidget* m_stack;
    QLabel* m_problemIcon;
    QLabel* m_problem;
    QPushButton* m_viewer;
    QPushButton* m_back;
    QPushButton* m_next;
};

} // namespace nefes::ui
