// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/torch/weight_average_p.h"

namespace nefes::engine {

WeightAverage::WeightAverage(NamedTensors network, double decay)
    : m_network(std::move(network))
    , m_decay(decay)
{
    const torch::NoGradGuard noGrad;
    for (const auto& [name, tensor] : m_network) {
        m_averages.emplace(name, tensor.detach().clone());
    }
}

void WeightAverage::update()
{
    const torch::NoGradGuard noGrad;
    const auto done = static_cast<double>(m_updates++);
    const double decay = std::min(m_decay, (1.0 + done) / (10.0 + done));
    for (auto& [name, average] : m_averages) {
        average.lerp_(m_network.at(name).detach(), 1.0 - decay);
    }
}

void WeightAverage::swap()
{
    for (auto& [name, average] : m_averages) {
        torch::Tensor& target = m_network.at(name);
        const torch::Tensor own = target.detach();
        target.set_data(average);
        average = own;
    }
}

Result<void> WeightAverage::restore(const NamedTensors& values, std::int64_t updates)
{
    m_updates = updates;
    return assignTensors(m_averages, values, "checkpoint");
}

} // namespace nefes::engine
