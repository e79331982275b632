// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/roc.h"

#include "core/base/assert.h"

#include "ml/metrics.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace nefes::ml {
namespace {

constexpr double kGuaranteedRate = 0.95;
constexpr double kWidestZone = 0.15;

std::vector<std::size_t> ascending(std::span<const double> scores)
{
    std::vector<std::size_t> order(scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&scores](std::size_t a, std::size_t b) { return scores[a] < scores[b]; });
    return order;
}

} // namespace

RankedScores::RankedScores(std::span<const double> scores, const std::vector<bool>& positive)
{
    NEFES_ASSERT(scores.size() == positive.size());
    double before = std::numeric_limits<double>::quiet_NaN();
    for (const std::size_t index : ascending(scores)) {
        m_items.push_back({index, positive[index], !(scores[index] == before)});
        before = scores[index];
    }
}

double RankedScores::area(std::span<const double> weights) const
{
    NEFES_ASSERT(weights.size() == m_items.size());
    double area = 0.0;
    double negativesBelow = 0.0;
    double positives = 0.0;
    double groupPositives = 0.0;
    double groupNegatives = 0.0;
    const auto closeGroup = [&] {
        area += groupPositives * (negativesBelow + groupNegatives / 2.0);
        negativesBelow += groupNegatives;
        positives += groupPositives;
        groupPositives = 0.0;
        groupNegatives = 0.0;
    };
    for (const Item& item : m_items) {
        if (item.startsGroup) {
            closeGroup();
        }
        (item.isPositive ? groupPositives : groupNegatives) += weights[item.index];
    }
    closeGroup();
    const double pairs = positives * negativesBelow;
    return pairs > 0.0 ? area / pairs : std::numeric_limits<double>::quiet_NaN();
}

double areaUnderRoc(std::span<const double> scores, const std::vector<bool>& positive,
                    std::span<const double> weights)
{
    return RankedScores(scores, positive).area(weights);
}

std::vector<RocPoint> rocCurve(std::span<const double> scores, const std::vector<bool>& positive)
{
    const auto positives = static_cast<double>(std::count(positive.begin(), positive.end(), true));
    const double negatives = static_cast<double>(positive.size()) - positives;
    std::vector<RocPoint> curve;
    if (positives == 0.0 || negatives == 0.0) {
        return curve;
    }
    const auto order = ascending(scores);
    double hits = 0.0;
    double alarms = 0.0;
    for (std::size_t i = order.size(); i-- > 0;) {
        (positive[order[i]] ? hits : alarms) += 1.0;
        if (i == 0 || scores[order[i - 1]] != scores[order[i]]) {
            curve.push_back({scores[order[i]], hits / positives, 1.0 - alarms / negatives});
        }
    }
    return curve;
}

double averagePrecision(std::span<const double> scores, const std::vector<bool>& positive)
{
    const auto positives = static_cast<double>(std::count(positive.begin(), positive.end(), true));
    if (positives == 0.0) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    const auto order = ascending(scores);
    double result = 0.0;
    double hits = 0.0;
    double seen = 0.0;
    double hitsBefore = 0.0;
    for (std::size_t i = order.size(); i-- > 0;) {
        hits += positive[order[i]] ? 1.0 : 0.0;
        seen += 1.0;
        if (i == 0 || scores[order[i - 1]] != scores[order[i]]) {
            result += hits / seen * (hits - hitsBefore) / positives;
            hitsBefore = hits;
        }
    }
    return result;
}

OperatingPoint chooseOperatingPoint(std::span<const double> scores,
                                    const std::vector<bool>& positive)
{
    const std::vector<RocPoint> curve = rocCurve(scores, positive);
    if (curve.empty()) {
        return {};
    }
    const auto best =
        std::max_element(curve.begin(), curve.end(), [](const RocPoint& a, const RocPoint& b) {
            return a.sensitivity + a.specificity < b.sensitivity + b.specificity;
        });
    const double below = best + 1 == curve.end() ? 0.0 : (best + 1)->threshold;
    OperatingPoint point;
    point.threshold = std::clamp((best->threshold + below) / 2.0, 0.0, 1.0);
    double low = point.threshold;
    double high = point.threshold;
    // Points at `best` itself hold at the threshold too: the zone reaches only beyond it.
    const auto sensitive = std::find_if(curve.begin(), curve.end(), [](const RocPoint& p) {
        return p.sensitivity >= kGuaranteedRate;
    });
    if (sensitive != curve.end() && sensitive > best) {
        low = std::min(low, sensitive->threshold);
    }
    const auto specific = std::find_if(curve.rbegin(), curve.rend(), [](const RocPoint& p) {
        return p.specificity >= kGuaranteedRate;
    });
    if (specific != curve.rend() && specific.base() - 1 < best) {
        high = std::max(high, specific->threshold);
    }
    low = std::max({low, point.threshold - kWidestZone, 0.0});
    high = std::min({high, point.threshold + kWidestZone, 1.0});
    if (high > low) {
        point.indeterminate = std::pair{low, high};
    }
    return point;
}

} // namespace nefes::ml
