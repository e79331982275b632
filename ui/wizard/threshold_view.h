// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/screening.h"

#include "ui/wizard/evaluation_service.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSlider;

namespace nefes::ui {

class LinePlot;

/// ROC, precision-recall and calibration of one class; a threshold that moves along the curves and
/// what it means where the disease is as frequent as the student says. UI thread.
class ThresholdView final : public QWidget
{
    Q_OBJECT

public:
    ThresholdView(QThreadPool& pool, const std::function<void(const QString&)>& told,
                  QWidget* parent = nullptr);
    void setJudged(JudgedSetPtr judged);

Q_SIGNALS:
    /// The operating point that the student decided on.
    void thresholdChosen(const QString& label, double threshold);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showClass();
    void showThreshold();
    void moveToRecall(double recall);
    void retranslate();
    [[nodiscard]] double threshold() const;
    void setThreshold(double threshold);

    JudgedSetPtr m_judged;
    ml::OneClass m_scores;
    QLabel* m_classLabel;
    QComboBox* m_class;
    LinePlot* m_roc;
    LinePlot* m_precision;
    LinePlot* m_calibration;
    QLabel* m_thresholdLabel;
    QSlider* m_slider;
    QLabel* m_thresholdValue;
    QLabel* m_prevalenceLabel;
    QDoubleSpinBox* m_prevalence;
    QPushButton* m_use;
    QLabel* m_values;
    QLabel* m_meaning;
    QString m_chosen;
};

} // namespace nefes::ui
