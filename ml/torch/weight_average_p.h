// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/torch/tensors_p.h"

namespace nefes::engine {

/// Exponential moving average of a network's weights and running statistics.
class WeightAverage
{
public:
    /// Starts at the present weights. The decay grows to its value over the first steps, as the
    /// mean of what there is.
    WeightAverage(NamedTensors network, double decay);

    void update();
    /// Exchanges the network's weights and the averages without copying; call it twice.
    void swap();

    [[nodiscard]] const NamedTensors& values() const { return m_averages; }
    [[nodiscard]] std::int64_t updates() const { return m_updates; }
    [[nodiscard]] Result<void> restore(const NamedTensors& values, std::int64_t updates);

private:
    NamedTensors m_network, m_averages;
    double m_decay;
    std::int64_t m_updates = 0;
};

} // namespace nefes::engine
