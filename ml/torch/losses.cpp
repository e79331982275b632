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

torch::Tensor Loss::training(const torch::Tensor& logits, const LearningBatch& batch) const
{
    if (!batch.others.defined() && !batch.isUnknown.defined() && !batch.shifts.defined()) {
        return training(logits, batch.labels);
    }
    const torch::Tensor logs = logProbabilities(logits);
    torch::Tensor loss = eachImage(logs, batch.labels, batch.shifts);
    torch::Tensor weights = weightsOf(batch.labels);
    if (batch.others.defined()) {
        loss = batch.share * loss +
               (1.0 - batch.share) * eachImage(logs, batch.others, batch.otherShifts);
        weights = batch.share * weights + (1.0 - batch.share) * weightsOf(batch.others);
    }
    if (batch.isUnknown.defined()) {
        // Every class is equally likely where nothing can be seen.
        loss = torch::where(batch.isUnknown, -logs.mean(1), loss);
        weights = torch::where(batch.isUnknown, torch::ones_like(weights), weights);
    }
    return (loss * weights).sum() / weights.sum();
}

torch::Tensor Loss::weightsOf(const torch::Tensor& labels) const
{
    return m_classWeights.defined() ? m_classWeights.index_select(0, labels)
                                    : torch::ones(labels.sizes(), labels.device());
}

torch::Tensor Loss::training(const torch::Tensor& logits, const torch::Tensor& labels) const
{
    const torch::Tensor loss = eachImage(logProbabilities(logits), labels, {});
    if (!m_classWeights.defined()) {
        return loss.mean();
    }
    const torch::Tensor weights = weightsOf(labels);
    return (loss * weights).sum() / weights.sum();
}

torch::Tensor Loss::eachImage(const torch::Tensor& unshifted, const torch::Tensor& labels,
                              const torch::Tensor& shifts) const
{
    const torch::Tensor logs =
        shifts.defined() ? torch::log_softmax(unshifted + shifts, 1) : unshifted;
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
    return loss;
}

torch::Tensor Loss::plain(const torch::Tensor& logits, const torch::Tensor& labels)
{
    return -logProbabilities(logits).gather(1, labels.unsqueeze(1)).squeeze(1);
}

} // namespace nefes::engine
