// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/torch/explain_p.h"

#include <torch/csrc/autograd/autograd.h>

namespace nefes::engine {
namespace {

/// d (sign × logit) / d activations, [1, channels, height, width].
torch::Tensor gradient(const NetworkModule& network, std::size_t stage,
                       const torch::Tensor& activations, const ExplainTarget& target)
{
    if (network.isPooledLinearAfter(stage)) {
        // The logit is the mean over positions times the weights: its gradient is a constant.
        const torch::NoGradGuard noGrad;
        const auto positions = static_cast<double>(activations.size(2) * activations.size(3));
        const torch::Tensor weights = network.output()->weight.select(0, target.index);
        return (weights * (target.sign / positions)).view({1, -1, 1, 1}).expand_as(activations);
    }
    const torch::AutoGradMode withGrad(true);
    // Twice the same: LibTorch gives the gradient of a single small image to loops over BLAS, which
    // take ten times as long as oneDNN does.
    const torch::Tensor leaf = activations.detach().repeat({2, 1, 1, 1}).requires_grad_();
    const torch::Tensor logits = network.run(leaf, stage + 1, network.stageCount());
    const torch::Tensor score = logits[0][target.index] * target.sign;
    return torch::autograd::grad({score}, {leaf})[0].slice(0, 0, 1);
}

torch::Tensor combine(const torch::Tensor& a, const torch::Tensor& g, ml::HeatmapMethod method)
{
    switch (method) {
    case ml::HeatmapMethod::GradCam: // Selvaraju et al., ICCV 2017, equations 1 and 2
        return (g.mean({2, 3}, true) * a).sum(1);
    case ml::HeatmapMethod::GradCamPlusPlus: { // Chattopadhyay et al., WACV 2018, equation 19
        const torch::Tensor square = g * g;
        const torch::Tensor below = 2.0 * square + a.sum({2, 3}, true) * square * g;
        const torch::Tensor share =
            torch::where(below != 0, square / below, torch::zeros_like(below));
        return ((share * torch::relu(g)).sum({2, 3}, true) * a).sum(1);
    }
    case ml::HeatmapMethod::HiResCam: // Draelos and Carin, 2020
        return (g * a).sum(1);
    case ml::HeatmapMethod::LayerCam: // Jiang et al., IEEE TIP 2021
        return (torch::relu(g) * a).sum(1);
    }
    return a.sum(1);
}

} // namespace

ExplainTarget explainTarget(int label, int outputs)
{
    if (outputs > 1) {
        return {label, 1.0};
    }
    return {0, label == 0 ? -1.0 : 1.0};
}

FloatGrid explain(const NetworkModule& network, std::size_t stage, const torch::Tensor& activations,
                  const ExplainTarget& target, ml::HeatmapMethod method)
{
    const torch::Tensor g = gradient(network, stage, activations, target);
    const torch::NoGradGuard noGrad;
    const torch::Tensor map =
        torch::relu(combine(activations, g, method))[0].to(torch::kCPU, torch::kFloat).contiguous();
    FloatGrid grid;
    grid.height = static_cast<int>(map.size(0));
    grid.width = static_cast<int>(map.size(1));
    const float* values = map.data_ptr<float>();
    grid.values.assign(values, values + map.numel());
    return grid;
}

} // namespace nefes::engine
