// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/metrics.h"

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

namespace nefes::ml {

/// Scores of one class against the rest.
struct OneClass {
    std::vector<double> scores;
    std::vector<bool> positive;
};

/// REQUIRES: label < classes of the judgements.
[[nodiscard]] OneClass oneClass(const Judgements& judgements, std::size_t label);

/// What a threshold does to images of known truth; a score at the threshold counts as positive.
struct ScreeningCounts {
    int truePositives = 0, falsePositives = 0, falseNegatives = 0, trueNegatives = 0;

    /// NaN without images of the kind.
    [[nodiscard]] double sensitivity() const;
    [[nodiscard]] double specificity() const;
};
[[nodiscard]] ScreeningCounts screeningCounts(const OneClass& scores, double threshold);

/// By Bayes' theorem, for a share 0–1 of sick people among those who are examined. NaN where
/// nobody has such a result.
[[nodiscard]] double positivePredictiveValue(double sensitivity, double specificity,
                                             double prevalence);
[[nodiscard]] double negativePredictiveValue(double sensitivity, double specificity,
                                             double prevalence);

/// (recall, precision), one point a different score, from the highest threshold to the lowest;
/// empty without both kinds.
[[nodiscard]] std::vector<std::pair<double, double>> precisionRecallCurve(const OneClass& scores);

/// Images whose top probability lies in one of 15 bins of equal width (Guo et al., ICML 2017).
struct ReliabilityBin {
    double confidence = 0.0; ///< mean of the top probabilities
    double accuracy = 0.0;   ///< share that was right
    int images = 0;
};
/// Bins that have images, in ascending order.
[[nodiscard]] std::vector<ReliabilityBin> reliabilityBins(const Judgements& judgements);

} // namespace nefes::ml
