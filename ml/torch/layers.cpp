// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/torch/layers_p.h"

#include <cstdint>
#include <vector>

namespace nefes::engine {
namespace {

thread_local bool t_drawsFirstWeights = true;

} // namespace

WithoutFirstWeights::WithoutFirstWeights()
{
    t_drawsFirstWeights = false;
}

WithoutFirstWeights::~WithoutFirstWeights()
{
    t_drawsFirstWeights = true;
}

bool drawsFirstWeights()
{
    return t_drawsFirstWeights;
}

// The constructors of LibTorch's layers always draw. A layer of one weight costs nothing, and takes
// its real shape afterwards.

torch::nn::Conv2d makeConv(const torch::nn::Conv2dOptions& options)
{
    if (t_drawsFirstWeights) {
        return torch::nn::Conv2d(options);
    }
    torch::nn::Conv2dOptions small = options;
    small.in_channels(1).out_channels(1).groups(1);
    torch::nn::Conv2d conv(small);
    conv->options.in_channels(options.in_channels())
        .out_channels(options.out_channels())
        .groups(options.groups());
    std::vector<std::int64_t> shape{options.out_channels(),
                                    options.in_channels() / options.groups()};
    const auto kernel = *options.kernel_size();
    shape.insert(shape.end(), kernel.begin(), kernel.end());
    conv->weight.set_data(torch::empty(shape));
    if (conv->bias.defined()) {
        conv->bias.set_data(torch::empty({options.out_channels()}));
    }
    return conv;
}

torch::nn::Linear makeLinear(int inputs, int outputs)
{
    if (t_drawsFirstWeights) {
        return torch::nn::Linear(inputs, outputs);
    }
    torch::nn::Linear linear(1, 1);
    linear->options.in_features(inputs).out_features(outputs);
    linear->weight.set_data(torch::empty({outputs, inputs}));
    linear->bias.set_data(torch::empty({outputs}));
    return linear;
}

} // namespace nefes::engine
