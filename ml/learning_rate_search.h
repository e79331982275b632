// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace nefes::ml {

/// Rates that a search tries, each on one batch, growing by the same factor from one to the next.
struct LearningRateRange {
    double lowest = 1e-6;
    double highest = 1.0;
    int steps = 100; ///< 2 at least
};

/// One batch at one rate.
struct LearningRateTrial {
    double learningRate = 0.0;
    double loss = 0.0;         ///< of the batch before the step; not finite at the end at most
    double smoothedLoss = 0.0; ///< exponential mean over the batches so far, without its bias
};

/// The range test of Smith (Cyclical Learning Rates, arxiv.org/abs/1506.01186): the rate grows
/// while the network trains, and the loss tells which rates it bears. A value: any thread.
class LearningRateSearch
{
public:
    LearningRateSearch() = default;
    explicit LearningRateSearch(const LearningRateRange& range);

    [[nodiscard]] const LearningRateRange& range() const { return m_range; }
    /// Rate of a step, from 0.
    [[nodiscard]] double rateOf(int step) const;
    /// Adds the loss of the next step.
    const LearningRateTrial& add(double loss);

    [[nodiscard]] const std::vector<LearningRateTrial>& trials() const { return m_trials; }
    /// The loss rose to several times its lowest, or is not a number any more: no higher rate need
    /// be tried.
    [[nodiscard]] bool hasDiverged() const;
    /// Where the smoothed loss was lowest; 0 before the first trial.
    [[nodiscard]] double lowestLossRate() const;
    /// Where the smoothed loss fell fastest over the logarithm of the rate, before its lowest
    /// point, but at least a tenth of the rate with the lowest loss. None where it never fell by as
    /// much as a twentieth.
    [[nodiscard]] std::optional<double> suggested() const;

    /// {"suggested", "lowest_loss_rate", "has_diverged", "range": {"lowest", "highest", "steps"},
    /// "trials": [{"learning_rate", "loss", "smoothed_loss"}]}
    [[nodiscard]] nlohmann::json toJson() const;
    /// A few lines for a terminal, with a curve of characters.
    [[nodiscard]] std::string toText() const;

private:
    [[nodiscard]] std::size_t lowestIndex() const;

    LearningRateRange m_range;
    std::vector<LearningRateTrial> m_trials;
    double m_sum = 0.0, m_weight = 0.0; ///< of the exponential mean
    double m_lowest = 0.0;              ///< smoothed loss
};

} // namespace nefes::ml
