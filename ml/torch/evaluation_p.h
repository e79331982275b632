// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/sample_store.h"
#include "ml/torch/networks_p.h"
#include "ml/trainer.h"
#include "ml/training_event.h"

#include <torch/types.h>

#include <stop_token>

namespace nefes::engine {

/// Outputs of the network in evaluation mode over a split, without augmentation. Cancelled.
[[nodiscard]] Result<ml::SplitOutputs> outputsOf(NetworkModule& network,
                                                 const ml::SampleStore& store, ml::Split split,
                                                 const torch::Device& device,
                                                 const std::stop_token& stop);

/// Cross-entropy, accuracy and macro AUC of those outputs; NaN for an empty split.
[[nodiscard]] ml::SplitMetrics metricsOf(const ml::SplitOutputs& outputs,
                                         const ml::SampleStore& store);

/// Area under the ROC curve by ranks, ties counted half (Hanley and McNeil, Radiology 1982); NaN
/// when a side is missing.
[[nodiscard]] double areaUnderCurve(std::span<const float> scores,
                                    const std::vector<bool>& isPositive);

} // namespace nefes::engine
