// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/lungs.h"

#include "core/base/assert.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nefes::ml {
namespace {

constexpr std::size_t kLungPixels = std::size_t{kLungSide} * kLungSide;

/// Bilinear; outside counts as its edge.
float interpolated(std::span<const float> square, double x, double y)
{
    const double last = kLungSide - 1.0;
    const double column = std::clamp(x - 0.5, 0.0, last);
    const double row = std::clamp(y - 0.5, 0.0, last);
    const auto left = static_cast<std::size_t>(column);
    const auto top = static_cast<std::size_t>(row);
    const std::size_t right = std::min<std::size_t>(left + 1, kLungSide - 1);
    const std::size_t bottom = std::min<std::size_t>(top + 1, kLungSide - 1);
    const auto shareX = static_cast<float>(column - static_cast<double>(left));
    const auto shareY = static_cast<float>(row - static_cast<double>(top));
    const float above =
        square[top * kLungSide + left] * (1.0F - shareX) + square[top * kLungSide + right] * shareX;
    const float below = square[bottom * kLungSide + left] * (1.0F - shareX) +
                        square[bottom * kLungSide + right] * shareX;
    return above * (1.0F - shareY) + below * shareY;
}

} // namespace

InputSpecification lungInput()
{
    InputSpecification input;
    input.width = kLungSide;
    input.height = kLungSide;
    input.channels = 1;
    input.resize = ResizeRule::Pad;
    return input;
}

std::vector<bool> lungsOfRegion(std::span<const float> lungs, const InputRegion& region,
                                int imageWidth, int imageHeight, int width, int height)
{
    NEFES_ASSERT(lungs.size() == kLungPixels);
    const InputRegion square = inputRegion(lungInput(), imageWidth, imageHeight);
    std::vector<bool> mask;
    mask.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int row = 0; row < height; ++row) {
        const double imageY = region.top + (row + 0.5) * region.height / height;
        const double y = (imageY - square.top) * kLungSide / square.height;
        for (int column = 0; column < width; ++column) {
            const double imageX = region.left + (column + 0.5) * region.width / width;
            const double x = (imageX - square.left) * kLungSide / square.width;
            mask.push_back(interpolated(lungs, x, y) > 0.5F);
        }
    }
    return mask;
}

std::vector<bool> dilated(const std::vector<bool>& mask, int width, int height, int radius)
{
    // A square element is a row of pixels grown along rows, then along columns.
    std::vector<bool> grown(mask.size());
    std::vector<bool> result(mask.size());
    const auto at = [width](int row, int column) {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(width) +
               static_cast<std::size_t>(column);
    };
    for (int row = 0; row < height; ++row) {
        for (int column = 0; column < width; ++column) {
            if (mask[at(row, column)]) {
                for (int x = std::max(0, column - radius);
                     x <= std::min(width - 1, column + radius); ++x) {
                    grown[at(row, x)] = true;
                }
            }
        }
    }
    for (int row = 0; row < height; ++row) {
        for (int column = 0; column < width; ++column) {
            if (grown[at(row, column)]) {
                for (int y = std::max(0, row - radius); y <= std::min(height - 1, row + radius);
                     ++y) {
                    result[at(y, column)] = true;
                }
            }
        }
    }
    return result;
}

double energyInside(const FloatGrid& map, const std::vector<bool>& mask, int width, int height)
{
    if (map.values.empty()) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    double inside = 0.0;
    double all = 0.0;
    for (int row = 0; row < height; ++row) {
        for (int column = 0; column < width; ++column) {
            const auto value =
                static_cast<double>(gridAt(map, {column + 0.5, row + 0.5}, width, height));
            all += value;
            if (mask[static_cast<std::size_t>(row) * static_cast<std::size_t>(width) +
                     static_cast<std::size_t>(column)]) {
                inside += value;
            }
        }
    }
    return all > 0.0 ? inside / all : std::numeric_limits<double>::quiet_NaN();
}

int LungSamples::count() const
{
    return static_cast<int>(planes.size() / kLungPixels);
}

} // namespace nefes::ml
