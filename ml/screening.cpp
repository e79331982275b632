// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/screening.h"

#include "ml/roc.h"

#include <algorithm>
#include <array>
#include <limits>

namespace nefes::ml {
namespace {

constexpr std::size_t kReliabilityBins = 15;

double share(double part, double rest)
{
    return part + rest > 0.0 ? part / (part + rest) : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

OneClass oneClass(const Judgements& judgements, std::size_t label)
{
    OneClass result;
    const std::size_t step = judgements.classes.size();
    for (std::size_t i = 0; i < judgements.truth.size(); ++i) {
        result.scores.push_back(judgements.probabilities[i * step + label]);
        result.positive.push_back(judgements.truth[i] == static_cast<int>(label));
    }
    return result;
}

double ScreeningCounts::sensitivity() const
{
    return share(truePositives, falseNegatives);
}

double ScreeningCounts::specificity() const
{
    return share(trueNegatives, falsePositives);
}

ScreeningCounts screeningCounts(const OneClass& scores, double threshold)
{
    ScreeningCounts counts;
    for (std::size_t i = 0; i < scores.scores.size(); ++i) {
        const bool isCalled = scores.scores[i] >= threshold;
        if (scores.positive[i]) {
            ++(isCalled ? counts.truePositives : counts.falseNegatives);
        } else {
            ++(isCalled ? counts.falsePositives : counts.trueNegatives);
        }
    }
    return counts;
}

double positivePredictiveValue(double sensitivity, double specificity, double prevalence)
{
    return share(sensitivity * prevalence, (1.0 - specificity) * (1.0 - prevalence));
}

double negativePredictiveValue(double sensitivity, double specificity, double prevalence)
{
    return share(specificity * (1.0 - prevalence), (1.0 - sensitivity) * prevalence);
}

std::vector<std::pair<double, double>> precisionRecallCurve(const OneClass& scores)
{
    const auto positives =
        static_cast<double>(std::count(scores.positive.begin(), scores.positive.end(), true));
    const double negatives = static_cast<double>(scores.positive.size()) - positives;
    std::vector<std::pair<double, double>> curve;
    for (const RocPoint& point : rocCurve(scores.scores, scores.positive)) {
        const double hits = point.sensitivity * positives;
        const double alarms = (1.0 - point.specificity) * negatives;
        curve.emplace_back(point.sensitivity, hits / (hits + alarms));
    }
    return curve;
}

std::vector<ReliabilityBin> reliabilityBins(const Judgements& judgements)
{
    std::array<ReliabilityBin, kReliabilityBins> bins{};
    const std::size_t step = judgements.classes.size();
    for (std::size_t i = 0; i < judgements.truth.size(); ++i) {
        const auto begin = judgements.probabilities.begin() + static_cast<std::ptrdiff_t>(i * step);
        const auto top = std::max_element(begin, begin + static_cast<std::ptrdiff_t>(step));
        ReliabilityBin& bin =
            bins[std::min(static_cast<std::size_t>(*top * kReliabilityBins), kReliabilityBins - 1)];
        bin.confidence += *top;
        bin.accuracy += top - begin == judgements.truth[i] ? 1.0 : 0.0;
        ++bin.images;
    }
    std::vector<ReliabilityBin> filled;
    for (ReliabilityBin bin : bins) {
        if (bin.images > 0) {
            bin.confidence /= bin.images;
            bin.accuracy /= bin.images;
            filled.push_back(bin);
        }
    }
    return filled;
}

} // namespace nefes::ml
