// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/torch/compat_p.h"

#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/linear.h>

namespace nefes::engine {

/// LibTorch gives a single small input to loops over BLAS, and large matrix products always. Where
/// BLAS is the reference one (Debian's default) that is 10 to 100 times slower than oneDNN, so both
/// are asked of oneDNN here.
[[nodiscard]] inline bool isForOneDnn(const torch::Tensor& x)
{
    return x.device().is_cpu() && x.scalar_type() == torch::kFloat && at::hasMKLDNN();
}

struct ConvStep {
    std::vector<std::int64_t> stride{1, 1}, padding{0, 0};
    std::int64_t groups = 1;
};

/// A two-dimensional convolution; `bias` may be undefined.
[[nodiscard]] inline torch::Tensor convolve(const torch::Tensor& x, const torch::Tensor& weight,
                                            const torch::Tensor& bias, const ConvStep& step)
{
    if (isForOneDnn(x) && !torch::GradMode::is_enabled()) {
        return at::mkldnn_convolution(x, weight, bias, step.padding, step.stride, {1, 1},
                                      step.groups);
    }
    return torch::conv2d(x, weight, bias, step.stride, step.padding, {1, 1}, step.groups);
}

[[nodiscard]] inline torch::Tensor convolve(const torch::nn::Conv2d& conv, const torch::Tensor& x)
{
    const auto& options = conv->options;
    const auto* padding = compat::get_if<torch::ExpandingArray<2>>(&options.padding());
    return convolve(x, conv->weight, conv->bias,
                    {{options.stride()->begin(), options.stride()->end()},
                     {(*padding)->begin(), (*padding)->end()},
                     options.groups()});
}

/// Zeros before and after a side, as Keras shares them: the odd one goes behind.
struct SidePadding {
    std::int64_t before = 0, after = 0;
};

[[nodiscard]] inline SidePadding samePadding(std::int64_t input, std::int64_t kernel,
                                             std::int64_t stride)
{
    const std::int64_t output = (input + stride - 1) / stride;
    const std::int64_t total = std::max<std::int64_t>(0, (output - 1) * stride + kernel - input);
    return {total / 2, total - total / 2};
}

/// Smallest batch whose dense layers are better off as convolutions of single positions.
inline constexpr std::int64_t kDenseBatch = 16;

/// x [n, inputs] → [n, outputs]
[[nodiscard]] inline torch::Tensor dense(const torch::nn::Linear& layer, const torch::Tensor& x)
{
    if (!isForOneDnn(x) || x.size(0) < kDenseBatch) {
        return layer.ptr()->forward(x);
    }
    return torch::conv2d(x.unsqueeze(-1).unsqueeze(-1), layer->weight.unsqueeze(-1).unsqueeze(-1),
                         layer->bias)
        .flatten(1);
}

} // namespace nefes::engine
