// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace nefes::ui {

/// A step in the wizard's list: its number in a circle, or a tick once it is done, and its title.
class StepButton final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit StepButton(int number, QWidget* parent = nullptr);
    void setDone(bool done);
    [[nodiscard]] bool isDone() const { return m_isDone; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_number;
    bool m_isDone = false;
};

} // namespace nefes::ui
