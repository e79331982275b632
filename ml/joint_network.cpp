// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/joint_network.h"

#include "core/base/assert.h"

#include <algorithm>
#include <utility>

namespace nefes::ml {
namespace {

/// The label that is most probable: one output is the second label's.
int topLabel(std::span<const float> logits)
{
    if (logits.size() == 1) {
        return logits.front() > 0.0F ? 1 : 0;
    }
    return static_cast<int>(std::ranges::max_element(logits) - logits.begin());
}

Result<void> averageInto(std::vector<float>& logits, std::span<const float> others)
{
    if (logits.size() != others.size()) {
        return fail(ErrorCode::ModelShapeMismatch,
                    "the second network's outputs are not those of the first");
    }
    std::ranges::transform(logits, others, logits.begin(),
                           [](float a, float b) { return (a + b) / 2.0F; });
    return {};
}

} // namespace

Result<std::unique_ptr<JointNetwork>>
JointNetwork::load(Backend& backend, const ModelPackage& package, DeviceChoice device)
{
    NEFES_TRY(auto first, backend.loadNetwork(package, device));
    std::optional<Member> second;
    if (package.second != nullptr) {
        NEFES_TRY(auto network, backend.loadNetwork(*package.second, device));
        second = Member{package.second->description.input, std::move(network)};
    }
    return std::unique_ptr<JointNetwork>(
        new JointNetwork({package.description.input, std::move(first)}, std::move(second)));
}

InputPlanes JointNetwork::planes(const GrayPlane& rendered, const PlaneOperations& operations,
                                 const std::optional<InputRegion>& frame) const
{
    InputPlanes planes{inputPlane(rendered, m_first.input, operations, frame), std::nullopt};
    if (m_second) {
        planes.second = inputPlane(rendered, m_second->input, operations);
    }
    return planes;
}

Result<JointOutput> JointNetwork::run(const InputPlanes& planes,
                                      const std::optional<ExplainRequest>& explain)
{
    const std::vector<float> input = normalise(planes.first, m_first.input);
    NEFES_TRY(auto first, m_first.network->run(input, explain));
    JointOutput output{std::move(first), {}};
    if (!m_second) {
        return output;
    }
    NEFES_ASSERT(planes.second.has_value());
    NEFES_TRY(auto other,
              m_second->network->run(normalise(*planes.second, m_second->input), std::nullopt));
    output.forwardMs += other.forwardMs;
    const int ownLabel = topLabel(output.logits);
    NEFES_CHECK(averageInto(output.logits, other.logits));
    output.secondFeatures = std::move(other.features);
    // The first network has explained its own label; seldom is the mean's another.
    const int label = topLabel(output.logits);
    if (explain && explain->label < 0 && label != ownLabel) {
        NEFES_TRY(auto explained, m_first.network->run(input, {{label, explain->method}}));
        output.map = std::move(explained.map);
        output.explainMs += explained.forwardMs + explained.explainMs;
    }
    return output;
}

Result<std::vector<float>> JointNetwork::runBatch(std::span<const InputPlanes> images)
{
    std::vector<float> inputs;
    std::vector<float> seconds;
    for (const InputPlanes& planes : images) {
        const auto values = normalise(planes.first, m_first.input);
        inputs.insert(inputs.end(), values.begin(), values.end());
        if (m_second) {
            NEFES_ASSERT(planes.second.has_value());
            const auto others = normalise(*planes.second, m_second->input);
            seconds.insert(seconds.end(), others.begin(), others.end());
        }
    }
    const int count = static_cast<int>(images.size());
    NEFES_TRY(auto logits, m_first.network->runBatch(inputs, count));
    if (m_second) {
        NEFES_TRY(const auto others, m_second->network->runBatch(seconds, count));
        NEFES_CHECK(averageInto(logits, others));
    }
    return logits;
}

} // namespace nefes::ml
