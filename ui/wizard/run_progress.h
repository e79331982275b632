// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/training_event.h"

#include <optional>
#include <string>

namespace nefes::ui {

/// Where a run stands, from its events.
class RunProgress
{
public:
    void take(const ml::TrainingEvent& event);

    [[nodiscard]] int epoch() const { return m_epoch; }         ///< complete ones
    [[nodiscard]] int epochs() const { return m_epochs; }       ///< planned; 0: not known yet
    [[nodiscard]] int bestEpoch() const { return m_bestEpoch; } ///< 0: none yet
    /// Epochs with the part of the one that is under way.
    [[nodiscard]] double epochsDone() const { return m_epoch + m_part; }
    [[nodiscard]] std::optional<double> imagesPerSecond() const { return m_imagesPerSecond; }
    /// Estimated from the epochs so far, validation included, or from the speed of the first.
    [[nodiscard]] std::optional<double> secondsLeft() const;
    [[nodiscard]] const std::optional<ml::TrainingStarted>& started() const { return m_started; }
    [[nodiscard]] const std::optional<ml::EpochDone>& bestValues() const { return m_best; }

private:
    std::optional<ml::TrainingStarted> m_started;
    std::optional<ml::EpochDone> m_best;
    int m_epoch = 0, m_epochs = 0, m_bestEpoch = 0;
    int m_trainingImages = 0;
    double m_part = 0.0;
    double m_secondsPerEpoch = 0.0; ///< moving average; 0: none complete
    std::optional<double> m_imagesPerSecond;
};

} // namespace nefes::ui
