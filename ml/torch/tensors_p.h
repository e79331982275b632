// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/tensor_file.h"

#include <torch/nn/module.h>
#include <torch/types.h>

#include <map>
#include <string>

namespace nefes::engine {

using NamedTensors = std::map<std::string, torch::Tensor>;

/// What every tensor name of a network starts with.
inline constexpr std::string_view kNetworkPrefix = "network.";

/// A copy on the CPU with the file's type.
[[nodiscard]] torch::Tensor tensorFromView(const ml::TensorView& view);

/// Parameters and running statistics by file name. They share memory with the network.
[[nodiscard]] NamedTensors networkTensors(const torch::nn::Module& network);
/// The same as independent copies on the CPU, row-major.
[[nodiscard]] NamedTensors copyForFile(const NamedTensors& tensors);

/// Writes values into tensors of the same names. ModelShapeMismatch names the first tensor that is
/// missing, has another shape or type, or is not wanted; `from` names the file in that message.
[[nodiscard]] Result<void> assignTensors(const NamedTensors& targets, const NamedTensors& values,
                                         const std::string& from);

/// Tensors of a file whose names start with `prefix`, which is kept.
[[nodiscard]] NamedTensors tensorsFromFile(const ml::TensorFile& file, std::string_view prefix);

[[nodiscard]] Result<void> writeTensors(const std::filesystem::path& file,
                                        const NamedTensors& tensors,
                                        const std::map<std::string, std::string>& metadata);

} // namespace nefes::engine
