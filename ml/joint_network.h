// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/plane_operations.h"

#include "ml/backend.h"
#include "ml/model_package.h"
#include "ml/preprocess.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace nefes::ml {

/// What the networks of a package see of one image, each at the size of its own input.
struct InputPlanes {
    GrayPlane first;
    std::optional<GrayPlane> second; ///< set where the package has a second network
};

/// What both networks say: logits are the mean, the rest is the first one's.
struct JointOutput : NetworkOutput {
    std::vector<float> secondFeatures; ///< of the second network; empty where there is none
};

/// The networks of a package as one: their logits are averaged, which of their probabilities is
/// the geometric mean, scaled to a sum of one (the mean of Hansen and Salamon's ensembles, IEEE
/// PAMI 1990, taken before the softmax). Features and heatmaps are the first network's. One thread
/// at a time.
class JointNetwork
{
public:
    /// Codes of Backend::loadNetwork().
    [[nodiscard]] static Result<std::unique_ptr<JointNetwork>>
    load(Backend& backend, const ModelPackage& package, DeviceChoice device);

    /// "cpu", "cuda".
    [[nodiscard]] std::string device() const { return m_first.network->device(); }
    /// Of the second network; null where there is none.
    [[nodiscard]] const InputSpecification* secondInput() const
    {
        return m_second ? &m_second->input : nullptr;
    }

    /// `frame`: of the first network's input (inputFrame()). The second one sees the whole image.
    [[nodiscard]] InputPlanes planes(const GrayPlane& rendered, const PlaneOperations& operations,
                                     const std::optional<InputRegion>& frame) const;
    /// A request for the most probable label explains that of the mean, by the first network.
    [[nodiscard]] Result<JointOutput> run(const InputPlanes& planes,
                                          const std::optional<ExplainRequest>& explain);
    /// Logits of several images, [n, outputs].
    [[nodiscard]] Result<std::vector<float>> runBatch(std::span<const InputPlanes> images);

private:
    struct Member {
        InputSpecification input;
        std::unique_ptr<Network> network;
    };

    JointNetwork(Member first, std::optional<Member> second)
        : m_first(std::move(first))
        , m_second(std::move(second))
    {
    }

    Member m_first;
    std::optional<Member> m_second;
};

} // namespace nefes::ml
