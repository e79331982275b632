// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/linear.h>

namespace nefes::engine {

/// While it lives, layers made on this thread have memory for weights but no values: for networks
/// whose weights are loaded. Drawing 11 million random numbers twice takes 0.1 s.
class WithoutFirstWeights
{
public:
    WithoutFirstWeights();
    ~WithoutFirstWeights();
    WithoutFirstWeights(const WithoutFirstWeights&) = delete;
    WithoutFirstWeights& operator=(const WithoutFirstWeights&) = delete;
};

[[nodiscard]] bool drawsFirstWeights();

/// Layers with LibTorch's own first weights, or without values as said above.
[[nodiscard]] torch::nn::Conv2d makeConv(const torch::nn::Conv2dOptions& options);
[[nodiscard]] torch::nn::Linear makeLinear(int inputs, int outputs);

} // namespace nefes::engine
