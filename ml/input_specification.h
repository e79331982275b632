// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/plane_operations.h"

#include <optional>
#include <vector>

namespace nefes::ml {

/// How an image of any shape becomes width × height.
enum class ResizeRule {
    Stretch, ///< both sides at once, aspect ratio lost
    Pad,     ///< fitted inside, the rest black
    Crop,    ///< the centre that fills the input
};

/// Which part of an image becomes the input.
enum class InputArea {
    Image, ///< all of it, by the resize rule
    Lungs, ///< the rectangle about the lungs, lungFrame(), by the resize rule; without lungs all
};

/// What a network is fed. An image goes through the display pipeline of the viewer to 8-bit gray
/// (file defaults), then CLAHE where asked for, then resizing; then
/// value = (gray × scale − mean) ÷ std, channel by channel; gray is 0–255.
struct InputSpecification {
    int width = 224;  ///< 8–2048
    int height = 224; ///< 8–2048
    int channels = 1; ///< 1 or 3; three channels repeat the gray plane
    InputArea area = InputArea::Image;
    ResizeRule resize = ResizeRule::Pad;
    std::optional<ClaheSettings> clahe;
    double scale = 1.0 / 255.0;
    std::vector<float> mean{0.0F}; ///< one value, or one a channel
    std::vector<float> std{1.0F};  ///< likewise, above 0
    friend bool operator==(const InputSpecification&, const InputSpecification&) = default;
};

} // namespace nefes::ml
