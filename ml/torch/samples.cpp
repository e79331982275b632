// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/torch/samples_p.h"

#include <cmath>
#include <cstring>
#include <map>
#include <numeric>

namespace nefes::engine {

EpochOrder::EpochOrder(const ml::SampleStore& store, const std::string& balance)
    : m_indices(store.indices(ml::Split::Train))
    , m_expected(m_indices.size(), 1.0)
    , m_classCounts(store.classes().size(), 0)
{
    const auto& samples = store.samples();
    std::map<std::pair<int, std::string>, int> groupCounts;
    const auto group = [&](std::size_t index) {
        const ml::SampleInfo& sample = samples[index];
        return std::pair(sample.label, balance == "source_class" ? sample.source : std::string());
    };
    for (const std::size_t index : m_indices) {
        ++m_classCounts[static_cast<std::size_t>(samples[index].label)];
        m_labels.push_back(samples[index].label);
        ++groupCounts[group(index)];
    }
    if (balance == "none" || m_indices.empty()) {
        return;
    }
    std::vector<double> classWeights(m_classCounts.size(), 0.0);
    for (const auto& [key, count] : groupCounts) {
        classWeights[static_cast<std::size_t>(key.first)] += std::sqrt(count);
    }
    const auto classes = static_cast<double>(
        std::ranges::count_if(m_classCounts, [](int count) { return count > 0; }));
    for (std::size_t i = 0; i < m_indices.size(); ++i) {
        const auto key = group(m_indices[i]);
        const double share = std::sqrt(groupCounts[key]) /
                             classWeights[static_cast<std::size_t>(key.first)] / classes;
        m_expected[i] = share * static_cast<double>(m_indices.size()) / groupCounts[key];
    }
}

std::vector<double> EpochOrder::logitCorrection() const
{
    std::vector<double> shown(m_classCounts.size(), 0.0);
    for (std::size_t i = 0; i < m_indices.size(); ++i) {
        shown[static_cast<std::size_t>(m_labels[i])] += m_expected[i];
    }
    std::vector<double> correction;
    for (std::size_t c = 0; c < shown.size(); ++c) {
        correction.push_back(shown[c] > 0.0 ? std::log(m_classCounts[c] / shown[c]) : 0.0);
    }
    return correction;
}

std::vector<std::size_t> EpochOrder::draw(Rng& random) const
{
    // The places of equal distance that fall into a sample's share of the line are its draws; the
    // line is shuffled first, so that neighbours do not exclude each other.
    std::vector<std::size_t> line(m_indices.size());
    std::iota(line.begin(), line.end(), std::size_t{0});
    random.shuffle(std::span(line));
    std::vector<std::size_t> drawn;
    drawn.reserve(m_indices.size());
    const double offset = random.uniform();
    double position = 0.0;
    for (const std::size_t i : line) {
        position += m_expected[i];
        while (static_cast<double>(drawn.size()) + offset < position &&
               drawn.size() < m_indices.size()) {
            drawn.push_back(m_indices[i]);
        }
    }
    while (drawn.size() < m_indices.size()) {
        drawn.push_back(m_indices[line.back()]); // rounding at the end of the line
    }
    random.shuffle(std::span(drawn));
    return drawn;
}

Batch gather(const ml::SampleStore& store, std::span<const std::size_t> indices,
             const torch::Device& device)
{
    const auto n = static_cast<std::int64_t>(indices.size());
    const ml::InputSpecification& input = store.input();
    torch::Tensor images = torch::empty({n, 1, input.height, input.width}, torch::kUInt8);
    torch::Tensor labels = torch::empty({n}, torch::kInt64);
    auto* target = images.data_ptr<std::uint8_t>();
    auto* label = labels.data_ptr<std::int64_t>();
    for (const std::size_t index : indices) {
        const std::span<const std::uint8_t> plane = store.plane(index);
        std::memcpy(target, plane.data(), plane.size());
        target += plane.size();
        *label++ = store.samples()[index].label;
    }
    return {images.to(device).to(torch::kFloat), labels.to(device), {}, {}};
}

} // namespace nefes::engine
