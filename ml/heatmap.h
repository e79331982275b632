// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/render.h"

#include "ml/input_specification.h"
#include "ml/preprocess.h"

#include <optional>

namespace nefes::ml {

/// A map over a network's input → a map over the whole image, its largest value 1 (unless it is 0
/// everywhere): padding is cut off, what a crop left out is 0. The result has one cell an input
/// pixel, so that interpolating it gives what interpolating the input's map gives. An empty map
/// gives an empty one. `frame`: as in inputRegion().
[[nodiscard]] FloatGrid cropToImage(const FloatGrid& map, const InputSpecification& input,
                                    int imageWidth, int imageHeight,
                                    const std::optional<InputRegion>& frame = std::nullopt);

} // namespace nefes::ml
