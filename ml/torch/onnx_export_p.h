// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/model_package.h"

#include <filesystem>

namespace nefes::engine {

/// A package's network as an ONNX file: see ml::Backend::exportOnnx.
[[nodiscard]] Result<void> writeOnnx(const ml::ModelPackage& package,
                                     const std::filesystem::path& file);

} // namespace nefes::engine
