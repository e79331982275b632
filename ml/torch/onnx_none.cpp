// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/torch/onnx_export_p.h"

namespace nefes::engine {

/// Where ONNX is not installed.
Result<void> writeOnnx(const ml::ModelPackage&, const std::filesystem::path&)
{
    return fail(ErrorCode::UnsupportedFormat, "this build of the torch module has no ONNX");
}

} // namespace nefes::engine
