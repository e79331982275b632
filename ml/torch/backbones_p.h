// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/torch/networks_p.h"

#include <array>

namespace nefes::engine {

/// Layers in the four blocks of DenseNet-121.
inline constexpr std::array<int, 4> kDenseNetLayers{6, 12, 24, 16};

/// Square convolution without bias.
struct ConvShape {
    int inputs = 0, outputs = 0;
    int kernel = 3, stride = 1, padding = 1, groups = 1;
};

[[nodiscard]] torch::nn::Conv2d plainConv(const ConvShape& shape);

/// Registers a convolution and its batch normalisation as children of `owner`.
[[nodiscard]] ConvNorm addConvNorm(torch::nn::Module& owner, const std::string& convName,
                                   const std::string& normName, const ConvShape& shape,
                                   const torch::nn::BatchNorm2dOptions& norm);

/// He et al., ICCV 2015: normal weights for the fan out; as torchvision starts its networks.
void initialiseForRelu(torch::nn::Module& network);

/// Mean over all positions, then [n, channels].
void addGlobalPool(NetworkModule& network);

} // namespace nefes::engine
