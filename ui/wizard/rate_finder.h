// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/training_event.h"

#include "ui/wizard/training_runner.h"

#include <QWidget>

#include <functional>
#include <optional>

class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QThreadPool;

namespace nefes::ui {

class LinePlot;

/// The learning rate, and a search for one that suits network and data: the loss over the rates as
/// they are tried, the suggested one marked, taken over by a click. UI thread.
class RateFinder final : public QWidget
{
    Q_OBJECT

public:
    /// `told` gets what is to be said about a saved plot.
    RateFinder(QThreadPool& pool, std::function<void(const QString&)> told,
               QWidget* parent = nullptr);

    /// The rate of the recipe.
    void setRate(double rate);
    void setReady(bool isReady);
    /// A search begins; it may have to wait for the images to be prepared.
    void begin();
    void take(const ml::TrainingEvent& event);
    void end(RunOutcome outcome);

Q_SIGNALS:
    void searchClicked();
    void cancelClicked();
    /// The reader wants this rate in the recipe.
    void rateChosen(double rate);

protected:
    void changeEvent(QEvent* event) override;

private:
    void choose(double rate);
    void update();
    void retranslate();
    [[nodiscard]] QString stateText() const;

    QLabel* m_rateLabel;
    QDoubleSpinBox* m_rate;
    QPushButton* m_search;
    QPushButton* m_cancel;
    QPushButton* m_use;
    QLabel* m_text;
    LinePlot* m_plot;
    bool m_isReady = false, m_isSearching = false, m_hasFailed = false;
    std::optional<ml::LearningRateTried> m_last;
    std::optional<ml::LearningRateFound> m_found;
    std::optional<double> m_chosen; ///< marked in the plot
};

} // namespace nefes::ui
