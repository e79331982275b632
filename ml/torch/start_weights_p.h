// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/torch/tensors_p.h"

namespace nefes::engine {

/// Values for all tensors of a network from the file that it starts from: weights of a package, or
/// a state dict with the names of torchvision ("conv1.weight", "layer1.0.bn1.running_mean",
/// "fc.bias" or "classifier.3.bias"). An output layer for other classes starts anew. A first
/// convolution over three colours is summed up where the network reads one gray plane: the answer
/// to a gray image is the same. What does not fit is left for assignTensors to name.
[[nodiscard]] NamedTensors startValues(const ml::TensorFile& file, const NamedTensors& targets);

} // namespace nefes::engine
