// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/probabilities.h"

#include "core/base/assert.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace nefes::ml {
namespace {

/// Inside the indeterminate zone, ends included, nothing is decided. The negative label has no
/// decision at all; other labels without a threshold are not assessed.
std::optional<Decision> decide(const ModelDescription& model, const ModelLabel& label,
                               double probability)
{
    if (label.id == model.negativeLabel) {
        return std::nullopt;
    }
    if (!label.threshold) {
        return Decision::NotAssessed;
    }
    if (label.indeterminate && probability >= label.indeterminate->first &&
        probability <= label.indeterminate->second) {
        return Decision::Indeterminate;
    }
    return probability >= *label.threshold ? Decision::Above : Decision::Below;
}

} // namespace

std::vector<double> probabilities(std::span<const float> logits, double temperature)
{
    NEFES_ASSERT(!logits.empty());
    if (logits.size() == 1) {
        const double second = 1.0 / (1.0 + std::exp(-static_cast<double>(logits[0]) / temperature));
        return {1.0 - second, second};
    }
    const auto largest = static_cast<double>(*std::max_element(logits.begin(), logits.end()));
    std::vector<double> result;
    result.reserve(logits.size());
    double sum = 0.0;
    for (const float logit : logits) {
        result.push_back(std::exp((static_cast<double>(logit) - largest) / temperature));
        sum += result.back();
    }
    for (double& value : result) {
        value /= sum;
    }
    return result;
}

std::vector<double> batchProbabilities(std::span<const float> logits, int outputs,
                                       double temperature)
{
    const auto step = static_cast<std::size_t>(outputs);
    NEFES_ASSERT(step > 0 && logits.size() % step == 0);
    std::vector<double> result;
    for (std::size_t i = 0; i < logits.size(); i += step) {
        const auto one = probabilities(logits.subspan(i, step), temperature);
        result.insert(result.end(), one.begin(), one.end());
    }
    return result;
}

double relativeEntropy(std::span<const double> probabilities)
{
    double entropy = 0.0;
    for (const double p : probabilities) {
        if (p > 0.0) {
            entropy -= p * std::log(p);
        }
    }
    const double largest = std::log(static_cast<double>(probabilities.size()));
    return largest > 0.0 ? std::clamp(entropy / largest, 0.0, 1.0) : 0.0;
}

Prediction predictionOf(const ModelDescription& model, std::span<const double> probabilities)
{
    NEFES_ASSERT(probabilities.size() == model.labels.size());
    Prediction prediction;
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        const ModelLabel& label = model.labels[i];
        prediction.scores.push_back({label.id, probabilities[i], label.threshold,
                                     decide(model, label, probabilities[i]), std::nullopt});
    }
    const auto top = std::max_element(probabilities.begin(), probabilities.end());
    prediction.topLabel = model.labels[static_cast<std::size_t>(top - probabilities.begin())].id;
    prediction.uncertainty = relativeEntropy(probabilities);
    return prediction;
}

} // namespace nefes::ml
