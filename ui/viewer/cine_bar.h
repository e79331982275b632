// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QDoubleSpinBox;
class QLabel;
class QSlider;
class QToolButton;

namespace nefes::ui {

/// Below the viewports: plays the images of the selected series and shows where it stands.
class CineBar final : public QFrame
{
    Q_OBJECT

public:
    explicit CineBar(QWidget* parent = nullptr);

    /// `index` counts from 0.
    void setPosition(int index, int count);
    void setPlaying(bool playing);
    /// Images a second.
    void setRate(double rate);
    [[nodiscard]] double rate() const;

Q_SIGNALS:
    void playClicked();
    void imageChosen(int index);
    void rateChanged(double rate);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QToolButton* m_play;
    QSlider* m_slider;
    QLabel* m_position;
    QDoubleSpinBox* m_rate;
    bool m_isPlaying = false;
};

constexpr double kSlowestRate = 1.0;
constexpr double kFastestRate = 60.0;
constexpr double kUsualRate = 12.0; ///< where the file does not say

} // namespace nefes::ui
