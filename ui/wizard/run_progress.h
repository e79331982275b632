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
    /// A run of `parts` trainings begins its next one, counted from 1: the numbers are its own.
    void beginPart(int part, int parts);

    [[nodiscard]] int part() const { return m_partNumber; } ///< 0: a run of one training
    [[nodiscard]] int parts() const { return m_parts; }
    /// The batch of a search for the learning rate, and how many there are; none: no search.
    [[nodiscard]] const std::optional<ml::LearningRateTried>& trial() const { return m_trial; }
    /// Of the whole work, 0 to 1; none: not known yet.
    [[nodiscard]] std::optional<double> share() const;
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
    std::optional<ml::LearningRateTried> m_trial;
    int m_partNumber = 0, m_parts = 0;
    int m_epoch = 0, m_epochs = 0, m_bestEpoch = 0;
    int m_trainingImages = 0;
    double m_part = 0.0;
    double m_secondsPerEpoch = 0.0; ///< moving average; 0: none complete
    std::optional<double> m_imagesPerSecond;
};

} // namespace nefes::ui
