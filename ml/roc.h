// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace nefes::ml {

/// Scores of one class sorted once, so that the area under the ROC curve of many weightings costs
/// one pass each.
class RankedScores
{
public:
    RankedScores(std::span<const double> scores, const std::vector<bool>& positive);

    /// Ties count half; NaN without weight on both kinds. REQUIRES: one weight a score.
    [[nodiscard]] double area(std::span<const double> weights) const;

private:
    struct Item {
        std::size_t index = 0;
        bool isPositive = false;
        bool startsGroup = false; ///< its score differs from the one before
    };
    std::vector<Item> m_items; ///< ascending
};

/// A point of the ROC curve: what is called positive at `threshold` and above.
struct RocPoint {
    double threshold = 0.0;
    double sensitivity = 0.0;
    double specificity = 0.0;
};

/// One point a different score, from the highest threshold to the lowest; empty without both kinds.
[[nodiscard]] std::vector<RocPoint> rocCurve(std::span<const double> scores,
                                             const std::vector<bool>& positive);

} // namespace nefes::ml
