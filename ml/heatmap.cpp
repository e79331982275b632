// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/heatmap.h"

#include <algorithm>
#include <cmath>

namespace nefes::ml {

FloatGrid cropToImage(const FloatGrid& map, const InputSpecification& input, int imageWidth,
                      int imageHeight, const std::optional<InputRegion>& frame)
{
    FloatGrid result;
    if (map.values.empty()) {
        return result;
    }
    const InputRegion region = inputRegion(input, imageWidth, imageHeight, frame);
    // Input pixels an image pixel, in both directions.
    const double scaleX = input.width / region.width;
    const double scaleY = input.height / region.height;
    result.width = std::clamp(static_cast<int>(std::lround(imageWidth * scaleX)), 1, 4096);
    result.height = std::clamp(static_cast<int>(std::lround(imageHeight * scaleY)), 1, 4096);
    result.values.reserve(static_cast<std::size_t>(result.width) *
                          static_cast<std::size_t>(result.height));
    float largest = 0.0F;
    for (int row = 0; row < result.height; ++row) {
        const double y = ((row + 0.5) * imageHeight / result.height - region.top) * scaleY;
        for (int column = 0; column < result.width; ++column) {
            const double x = ((column + 0.5) * imageWidth / result.width - region.left) * scaleX;
            const bool isInside = x >= 0.0 && x <= input.width && y >= 0.0 && y <= input.height;
            const float value = isInside ? gridAt(map, {x, y}, input.width, input.height) : 0.0F;
            result.values.push_back(std::isfinite(value) ? std::max(value, 0.0F) : 0.0F);
            largest = std::max(largest, result.values.back());
        }
    }
    if (largest > 0.0F) {
        for (float& value : result.values) {
            value /= largest;
        }
    }
    return result;
}

} // namespace nefes::ml
