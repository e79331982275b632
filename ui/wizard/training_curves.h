// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/training_event.h"

#include "ui/plots/curve_data.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QSlider;
class QThreadPool;

namespace nefes::ui {

class LinePlot;

/// Loss and accuracy of both splits by batch or by epoch, learning rate and speed, as the events
/// bring them. UI thread.
class TrainingCurves final : public QWidget
{
    Q_OBJECT

public:
    /// `told` gets what is to be said about saved plots.
    TrainingCurves(QThreadPool& pool, const std::function<void(const QString&)>& told,
                   QWidget* parent = nullptr);

    void take(const ml::TrainingEvent& event);
    void clear();

protected:
    void changeEvent(QEvent* event) override;

private:
    /// Loss or accuracy.
    struct Metric {
        LinePlot* plot = nullptr;
        MovingAverage average{0.0};
    };
    void takeBatch(Metric& metric, double x, double value);
    void smoothAgain();
    void smooth(Metric& metric);
    void applyMode();
    void retranslate();
    [[nodiscard]] double weight() const;

    Metric m_loss, m_accuracy;
    LinePlot* m_rate;
    LinePlot* m_speed;
    QLabel* m_modeLabel;
    QComboBox* m_mode;
    QLabel* m_smoothingLabel;
    QSlider* m_smoothing;
    int m_bestEpoch = 0;
};

} // namespace nefes::ui
