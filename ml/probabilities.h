// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/model_package.h"
#include "ml/prediction.h"

#include <span>
#include <vector>

namespace nefes::ml {

/// Logits of one image → probabilities of every class: softmax(logits ÷ temperature); one logit is
/// the second of two classes. REQUIRES: at least one logit.
[[nodiscard]] std::vector<double> probabilities(std::span<const float> logits, double temperature);

/// The same for several images, [n, outputs] → [n, classes].
[[nodiscard]] std::vector<double> batchProbabilities(std::span<const float> logits, int outputs,
                                                     double temperature);

/// Entropy ÷ its largest value, 0–1.
[[nodiscard]] double relativeEntropy(std::span<const double> probabilities);

/// Scores, top label and uncertainty; input check and features are left as they are by default.
[[nodiscard]] Prediction predictionOf(const ModelDescription& model,
                                      std::span<const double> probabilities);

} // namespace nefes::ml
