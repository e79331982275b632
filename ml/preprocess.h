// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"
#include "core/image/plane_operations.h"

#include "ml/input_specification.h"

#include <optional>
#include <vector>

namespace nefes::ml {

/// The part of the image that the network's input shows, in image coordinates; it may be larger
/// than the image (Pad) or smaller (Crop).
struct InputRegion {
    double left = 0.0, top = 0.0, width = 0.0, height = 0.0;
};

/// Where the input lies on an image of this size. `frame`: the part that was chosen of this image
/// (inputFrame()), whole pixels of it, to which the resize rule then applies.
[[nodiscard]] InputRegion inputRegion(const InputSpecification& input, int imageWidth,
                                      int imageHeight,
                                      const std::optional<InputRegion>& frame = std::nullopt);

/// The image at its own size through the display pipeline with the file's defaults.
[[nodiscard]] GrayPlane renderedPlane(const DecodedImage& image);

/// A rendered plane → 8-bit plane of the input's size (CLAHE, frame, resize).
[[nodiscard]] GrayPlane inputPlane(const GrayPlane& rendered, const InputSpecification& input,
                                   const PlaneOperations& operations,
                                   const std::optional<InputRegion>& frame = std::nullopt);

/// Both in one call.
[[nodiscard]] GrayPlane inputPlane(const DecodedImage& image, const InputSpecification& input,
                                   const PlaneOperations& operations,
                                   const std::optional<InputRegion>& frame = std::nullopt);

/// 8-bit plane → normalised floats [channels, height, width].
[[nodiscard]] std::vector<float> normalise(const GrayPlane& plane, const InputSpecification& input);

} // namespace nefes::ml
