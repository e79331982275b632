// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/network_specification.h"

#include <vector>

namespace nefes::ui {

/// A layer as one would mostly begin with it.
[[nodiscard]] ml::LayerSpecification usualLayer(ml::LayerType type);

/// What a student without a list of layers begins with.
[[nodiscard]] std::vector<ml::LayerSpecification> firstLayers();

} // namespace nefes::ui
