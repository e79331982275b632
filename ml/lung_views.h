// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/plane_operations.h"
#include "core/image/render.h"

#include "ml/input_specification.h"
#include "ml/preprocess.h"

#include <optional>
#include <span>
#include <vector>

namespace nefes::ml {

/// A network's input plane and where the lungs are on it.
struct LungPlane {
    GrayPlane plane;
    std::optional<InputRegion> frame; ///< where the input shows a part that was chosen
    std::vector<bool> found;          ///< the lungs
    std::vector<bool>
        lungs;          ///< grown by 4 % of the width: their border is hidden or shown with them
    double share = 0.0; ///< of the pixels, before growing, 0–1
};

/// Lungs are grown by the input's width ÷ this before they are hidden, in training as in tests.
inline constexpr int kLungGrowthDivisor = 26;

/// Below this share the lungs were not found.
inline constexpr double kSmallestLungShare = 0.06;

/// The plane of an image for `input`, with the lungs that lungInput()'s square shows.
[[nodiscard]] LungPlane lungPlane(const DecodedImage& image, const InputSpecification& input,
                                  std::span<const float> lungs, const PlaneOperations& operations);

/// The lungs black.
[[nodiscard]] GrayPlane withoutLungs(const LungPlane& plane);
/// Everything but the lungs black.
[[nodiscard]] GrayPlane lungsAlone(const LungPlane& plane);
/// The box around the lungs, 6 % wider on every side, enlarged to the whole plane.
[[nodiscard]] GrayPlane lungCrop(const LungPlane& plane, const PlaneOperations& operations);
/// The outermost eighth of the image on each side; the rest, and what lies around it, black.
[[nodiscard]] GrayPlane borderAlone(const LungPlane& plane, const InputSpecification& input,
                                    int imageWidth, int imageHeight);

} // namespace nefes::ml
