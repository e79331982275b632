// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/torch/source_shifts_p.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace nefes::engine {
namespace {

/// Of each class, so that none is taken for impossible. REQUIRES: a sum above 0.
std::vector<double> smoothedShares(std::vector<double> shown)
{
    constexpr double kLeast = 0.05;
    const double sum = std::accumulate(shown.begin(), shown.end(), 0.0);
    const double whole = 1.0 + kLeast * static_cast<double>(shown.size());
    for (double& value : shown) {
        value = (value / sum + kLeast) / whole;
    }
    return shown;
}

} // namespace

SourceShifts::SourceShifts(const ml::SampleStore& store, const EpochOrder& order, double share)
{
    if (share <= 0.0) {
        return;
    }
    const auto classes = store.classes().size();
    std::vector<double> all(classes, 0.0);
    std::map<std::string, std::vector<double>> shown;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const ml::SampleInfo& sample = store.samples()[order.indices()[i]];
        const auto label = static_cast<std::size_t>(sample.label);
        auto& ofSource = shown.try_emplace(sample.source, classes, 0.0).first->second;
        ofSource[label] += order.expected()[i];
        all[label] += order.expected()[i];
    }
    if (shown.size() < 2) {
        return; // there is no other source to be told from
    }
    const std::vector<double> shares = smoothedShares(all);
    for (const auto& [source, counts] : shown) {
        std::vector<float>& shifts = m_shifts[source];
        const std::vector<double> here = smoothedShares(counts);
        std::ranges::transform(here, shares, std::back_inserter(shifts),
                               [share](double inSource, double overall) {
                                   return static_cast<float>(share * std::log(inSource / overall));
                               });
    }
}

torch::Tensor SourceShifts::gather(const ml::SampleStore& store,
                                   std::span<const std::size_t> indices,
                                   const torch::Device& device) const
{
    if (m_shifts.empty()) {
        return {};
    }
    const auto classes = static_cast<std::int64_t>(store.classes().size());
    torch::Tensor shifts =
        torch::empty({static_cast<std::int64_t>(indices.size()), classes}, torch::kFloat);
    auto* target = shifts.data_ptr<float>();
    for (const std::size_t index : indices) {
        target = std::ranges::copy(m_shifts.at(store.samples()[index].source), target).out;
    }
    return shifts.to(device);
}

} // namespace nefes::engine
