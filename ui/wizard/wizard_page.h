// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace nefes::ui {

/// A step of the training wizard. Its texts follow the language (QEvent::LanguageChange). UI
/// thread.
class WizardPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// "Data", "Train": for the list of steps.
    [[nodiscard]] virtual QString title() const = 0;
    /// What this step is for, in a sentence below the title; may be empty.
    [[nodiscard]] virtual QString introduction() const { return {}; }
    /// Whether the next step may be entered.
    [[nodiscard]] virtual bool isSound() const = 0;
    /// Why not, in a sentence that says what to do; empty when sound.
    [[nodiscard]] virtual QString problem() const = 0;
    /// Whether the step is open although those before it are not done: there is something in it to
    /// go on with.
    [[nodiscard]] virtual bool isOpenEarly() const { return false; }
    /// The step comes to the front or goes away: expensive work waits for the former.
    virtual void enter() {}
    virtual void leave() {}

Q_SIGNALS:
    void soundnessChanged();
};

} // namespace nefes::ui
