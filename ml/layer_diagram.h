// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/input_specification.h"
#include "ml/network_specification.h"

#include <string>

namespace nefes::ml {

/// The network from its input to its output as a self-contained <svg>: a box a layer with its shape
/// and parameters; one box for a backbone. NetworkInvalid as inferShapes.
[[nodiscard]] Result<std::string> layerDiagram(const NetworkSpecification& network,
                                               const InputSpecification& input, int outputs);

} // namespace nefes::ml
