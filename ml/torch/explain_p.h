// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/render.h"

#include "ml/backend.h"
#include "ml/torch/networks_p.h"

#include <torch/types.h>

namespace nefes::engine {

/// What of the logits is explained: `sign` × logits[index].
struct ExplainTarget {
    std::int64_t index = 0;
    double sign = 1.0;
};

/// One output is the logit of the second label; the first label is its negative.
[[nodiscard]] ExplainTarget explainTarget(int label, int outputs);

/// The class activation map of one sample: `activations` is the output of stage `stage`,
/// [1, channels, height, width]. Not normalised, ≥ 0, of the stage's size.
[[nodiscard]] FloatGrid explain(const NetworkModule& network, std::size_t stage,
                                const torch::Tensor& activations, const ExplainTarget& target,
                                ml::HeatmapMethod method);

} // namespace nefes::engine
