// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/backend.h"
#include "ml/model_package.h"
#include "ml/torch/runtime_p.h"

#include <memory>

namespace nefes::engine {

/// A package's network, ready to judge. ModelShapeMismatch, NetworkInvalid.
[[nodiscard]] Result<std::unique_ptr<ml::Network>>
loadInferenceNetwork(std::shared_ptr<const Runtime> runtime, const ml::ModelPackage& package,
                     const torch::Device& device);

/// The network of the description with the random weights of a seed. NetworkInvalid.
[[nodiscard]] Result<std::unique_ptr<ml::Network>>
makeRandomNetwork(std::shared_ptr<const Runtime> runtime, const ml::ModelDescription& description,
                  const torch::Device& device, std::uint64_t seed);

} // namespace nefes::engine
