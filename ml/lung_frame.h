// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/plane_operations.h"

#include "ml/input_specification.h"
#include "ml/lungs.h"
#include "ml/preprocess.h"

#include <optional>
#include <span>

namespace nefes::ml {

/// The rectangle of whole pixels of the image that holds the lungs with 5 % of their width and
/// height to spare on each side, as far as the image goes. Of the lungs the outermost 1 % in each
/// direction does not count, so that a speck elsewhere moves nothing. Lungs narrower than three
/// quarters of their height are one lung, the other being white: the rectangle is then made as wide
/// as it is high, towards the other side. None where the lungs are less than kSmallestLungShare of
/// the image. `lungs`: what LungFinder::find() says of the image, over
/// the square of lungInput().
[[nodiscard]] std::optional<InputRegion> lungFrame(std::span<const float> lungs, int imageWidth,
                                                   int imageHeight);

/// What LungFinder::find() says of a rendered plane.
[[nodiscard]] Result<std::vector<float>> findLungs(LungFinder& finder, const GrayPlane& rendered,
                                                   const PlaneOperations& operations);

/// The frame that inputPlane() wants for this input: none where the input shows the whole image.
/// InvalidArgument: the input shows the lungs and `finder` is null; LungFinder::find()'s codes.
[[nodiscard]] Result<std::optional<InputRegion>> inputFrame(const GrayPlane& rendered,
                                                            const InputSpecification& input,
                                                            LungFinder* finder,
                                                            const PlaneOperations& operations);

} // namespace nefes::ml
