// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/torch/losses_p.h"

#include <numeric>

namespace nefes::engine {

torch::Tensor logProbabilities(const torch::Tensor& logits)
{
    const torch::Tensor values = logits.to(torch::kFloat);
    if (values.size(1) > 1) {
        return torch::log_softmax(values, 1);
    }
    return torch::cat({torch::log_sigmoid(-values), torch::log_sigmoid(values)}, 1);
}

Loss::Loss(const ml::LossSettings& settings, const std::vector<int>& classCounts,
           const torch::Device& device)
    : m_settings(settings)
{
    if (settings.classWeights != "balanced") {
        return;
    }
    const double total = std::accumulate(classCounts.begin(), classCounts.end(), 0.0);
    std::vector<float> weights;
    for (const int count : classCounts) {
        weights.push_back(static_cast<float>(total / static_cast<double>(classCounts.size()) /
                                             std::max(1, count)));
    }
    m_classWeights = torch::tensor(weights, device);
}

torch::Tensor Loss::training(const torch::Tensor& logits, const torch::Tensor& labels) const
{
    const torch::Tensor logs = logProbabilities(logits);
    torch::Tensor loss = -logs.gather(1, labels.unsqueeze(1)).squeeze(1); // [n]
    if (m_settings.type == "focal") {
        // Lin et al., ICCV 2017, equation 4.
        loss = loss * torch::pow((1.0 - torch::exp(-loss)).clamp_min(1e-6), m_settings.focalGamma);
    }
    if (m_settings.labelSmoothing > 0.0) {
        // Szegedy et al., CVPR 2016, section 7.
        const double share = m_settings.labelSmoothing;
        loss = (1.0 - share) * loss - share * logs.mean(1);
    }
    if (!m_classWeights.defined()) {
        return loss.mean();
    }
    const torch::Tensor weights = m_classWeights.index_select(0, labels);
    return (loss * weights).sum() / weights.sum();
}

torch::Tensor Loss::plain(const torch::Tensor& logits, const torch::Tensor& labels)
{
    return -logProbabilities(logits).gather(1, labels.unsqueeze(1)).squeeze(1);
}

} // namespace nefes::engine
