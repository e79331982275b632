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

} // namespace nefes::engine
