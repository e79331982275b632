// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/learning_rate_search.h"

#include "core/base/assert.h"

#include "ml/json_object.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace nefes::ml {
namespace {

using nlohmann::json;

/// Share of the past in the mean: about the last ten batches count.
constexpr double kMemory = 0.9;
/// How many times its lowest the smoothed loss must be to have diverged.
constexpr double kDivergence = 4.0;
/// Below this share of its start the loss counts as fallen.
constexpr double kFallen = 0.95;
/// Trials to each side over which a slope is measured.
constexpr std::size_t kReach = 5;
/// Height and greatest width of the curve of characters.
constexpr int kRows = 12;
constexpr std::size_t kColumns = 72;

/// Slope of the smoothed loss over the trial's number (as good as the rate's logarithm) by least
/// squares around one.
double slopeAround(const std::vector<LearningRateTrial>& trials, std::size_t centre)
{
    double products = 0.0;
    double squares = 0.0;
    for (std::size_t k = 1; k <= kReach; ++k) {
        const auto distance = static_cast<double>(k);
        products += distance * (trials[centre + k].smoothedLoss - trials[centre - k].smoothedLoss);
        squares += 2.0 * distance * distance;
    }
    return products / squares;
}

} // namespace

LearningRateSearch::LearningRateSearch(const LearningRateRange& range)
    : m_range(range)
{
    NEFES_ASSERT(range.lowest > 0.0 && range.highest > range.lowest && range.steps >= 2);
}

double LearningRateSearch::rateOf(int step) const
{
    const double share = static_cast<double>(step) / (m_range.steps - 1);
    return m_range.lowest * std::pow(m_range.highest / m_range.lowest, share);
}

const LearningRateTrial& LearningRateSearch::add(double loss)
{
    LearningRateTrial trial{rateOf(static_cast<int>(m_trials.size())), loss,
                            std::numeric_limits<double>::quiet_NaN()};
    if (std::isfinite(loss)) {
        m_sum = kMemory * m_sum + (1.0 - kMemory) * loss;
        m_weight = kMemory * m_weight + (1.0 - kMemory);
        trial.smoothedLoss = m_sum / m_weight;
        m_lowest = m_trials.empty() ? trial.smoothedLoss : std::min(m_lowest, trial.smoothedLoss);
    }
    m_trials.push_back(trial);
    return m_trials.back();
}

bool LearningRateSearch::hasDiverged() const
{
    // The first losses of a batch each are too uneven to compare with.
    return !m_trials.empty() && (std::isnan(m_trials.back().smoothedLoss) ||
                                 (m_trials.size() > 2 * kReach &&
                                  m_trials.back().smoothedLoss > kDivergence * m_lowest));
}

std::size_t LearningRateSearch::lowestIndex() const
{
    const auto lowest = std::ranges::min_element(
        m_trials, [](const LearningRateTrial& a, const LearningRateTrial& b) {
            return std::isfinite(a.smoothedLoss) &&
                   (!std::isfinite(b.smoothedLoss) || a.smoothedLoss < b.smoothedLoss);
        });
    return static_cast<std::size_t>(lowest - m_trials.begin());
}

double LearningRateSearch::lowestLossRate() const
{
    return m_trials.empty() ? 0.0 : m_trials[lowestIndex()].learningRate;
}

std::optional<double> LearningRateSearch::suggested() const
{
    if (m_trials.size() <= 2 * kReach) {
        return std::nullopt;
    }
    const std::size_t lowest = lowestIndex();
    // The first trials together are what the loss was before anything was learnt.
    const double start = m_trials[kReach].smoothedLoss;
    if (!(m_trials[lowest].smoothedLoss < kFallen * start)) {
        return std::nullopt;
    }
    double steepest = 0.0;
    std::optional<double> rate;
    for (std::size_t i = kReach; i <= lowest && i + kReach < m_trials.size(); ++i) {
        const double slope = slopeAround(m_trials, i);
        if (slope < steepest) {
            steepest = slope;
            rate = m_trials[i].learningRate;
        }
    }
    // On few and uneven images an early bump can look like the steepest fall.
    constexpr double kFarthestBelowLowest = 0.1;
    // Without a rise behind it the lowest point is only where the range ends.
    return rate && hasDiverged()
               ? std::optional(std::max(*rate, kFarthestBelowLowest * lowestLossRate()))
               : rate;
}

json LearningRateSearch::toJson() const
{
    json trials = json::array();
    for (const LearningRateTrial& trial : m_trials) {
        trials.push_back({{"learning_rate", trial.learningRate},
                          {"loss", orNull(trial.loss)},
                          {"smoothed_loss", orNull(trial.smoothedLoss)}});
    }
    const auto rate = suggested();
    return {{"suggested", rate ? json(*rate) : json()},
            {"lowest_loss_rate", lowestLossRate()},
            {"has_diverged", hasDiverged()},
            {"range",
             {{"lowest", m_range.lowest}, {"highest", m_range.highest}, {"steps", m_range.steps}}},
            {"trials", std::move(trials)}};
}

std::string LearningRateSearch::toText() const
{
    if (m_trials.empty()) {
        return {};
    }
    double low = std::numeric_limits<double>::infinity();
    double high = m_trials.front().smoothedLoss;
    for (const LearningRateTrial& trial : m_trials) {
        if (std::isfinite(trial.smoothedLoss)) {
            low = std::min(low, trial.smoothedLoss);
        }
    }
    high = std::max(high, 2.0 * low); // what lies above is divergence, whose height tells nothing
    const std::size_t columns = std::min(kColumns, m_trials.size());
    std::vector<std::string> rows(kRows, std::string(columns, ' '));
    for (std::size_t column = 0; column < columns; ++column) {
        const double loss = m_trials[column * m_trials.size() / columns].smoothedLoss;
        const double share = std::isfinite(loss) && high > low
                                 ? std::clamp((high - loss) / (high - low), 0.0, 1.0)
                                 : 0.0;
        rows[static_cast<std::size_t>(std::lround(share * (kRows - 1)))][column] = '*';
    }
    std::string text;
    for (int row = 0; row < kRows; ++row) {
        const double loss = high - (high - low) * row / (kRows - 1);
        text += fmt::format("{:10.4f} |{}\n", loss, rows[static_cast<std::size_t>(row)]);
    }
    text += fmt::format("{:>10} +{:-<{}}\n{:12}{:.0e} … {:.0e}\n", "loss", "", columns, "",
                        m_trials.front().learningRate, m_trials.back().learningRate);
    const auto rate = suggested();
    text += rate ? fmt::format("suggested learning rate: {:.2g} (the loss falls fastest there; it "
                               "is lowest at {:.2g})\n",
                               *rate, lowestLossRate())
                 : std::string("no rate brought the loss down: no suggestion\n");
    return text;
}

} // namespace nefes::ml
