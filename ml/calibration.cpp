// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/metrics.h"
#include "ml/probabilities.h"

#include <algorithm>
#include <cmath>

namespace nefes::ml {
namespace {

double negativeLogLikelihood(std::span<const float> logits, int outputs, std::span<const int> truth,
                             double temperature)
{
    const auto step = static_cast<std::size_t>(outputs);
    double sum = 0.0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        const auto row = probabilities(logits.subspan(i * step, step), temperature);
        sum -= std::log(std::max(row[static_cast<std::size_t>(truth[i])], 1e-12));
    }
    return sum;
}

} // namespace

double fitTemperature(std::span<const float> logits, int outputs, std::span<const int> truth)
{
    if (truth.empty()) {
        return 1.0;
    }
    // Golden section on the logarithm: the likelihood has one minimum over the temperature.
    const double golden = (std::sqrt(5.0) - 1.0) / 2.0;
    double low = std::log(0.05);
    double high = std::log(20.0);
    const auto loss = [&](double logarithm) {
        return negativeLogLikelihood(logits, outputs, truth, std::exp(logarithm));
    };
    double left = high - golden * (high - low);
    double right = low + golden * (high - low);
    double leftLoss = loss(left);
    double rightLoss = loss(right);
    for (int step = 0; step < 40; ++step) {
        if (leftLoss <= rightLoss) {
            high = right;
            right = left;
            rightLoss = leftLoss;
            left = high - golden * (high - low);
            leftLoss = loss(left);
        } else {
            low = left;
            left = right;
            leftLoss = rightLoss;
            right = low + golden * (high - low);
            rightLoss = loss(right);
        }
    }
    return std::exp((low + high) / 2.0);
}

} // namespace nefes::ml
