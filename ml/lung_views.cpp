// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/lung_views.h"

#include "ml/lung_frame.h"
#include "ml/lungs.h"
#include "ml/preprocess.h"

#include <algorithm>

namespace nefes::ml {
namespace {

constexpr double kBorderShare = 1.0 / 8.0;
constexpr double kCropMargin = 0.06;

template <class Keep>
GrayPlane keepWhere(const GrayPlane& plane, Keep keep)
{
    GrayPlane result = plane;
    for (int row = 0; row < plane.height; ++row) {
        for (int column = 0; column < plane.width; ++column) {
            if (!keep(row, column)) {
                result
                    .values[static_cast<std::size_t>(row) * static_cast<std::size_t>(plane.width) +
                            static_cast<std::size_t>(column)] = 0;
            }
        }
    }
    return result;
}

bool at(const LungPlane& plane, int row, int column)
{
    return plane.lungs[static_cast<std::size_t>(row) * static_cast<std::size_t>(plane.plane.width) +
                       static_cast<std::size_t>(column)];
}

} // namespace

LungPlane lungPlane(const DecodedImage& image, const InputSpecification& input,
                    std::span<const float> lungs, const PlaneOperations& operations)
{
    LungPlane result;
    if (input.area == InputArea::Lungs) {
        result.frame = lungFrame(lungs, image.width(), image.height());
    }
    result.plane = inputPlane(image, input, operations, result.frame);
    const InputRegion region = inputRegion(input, image.width(), image.height(), result.frame);
    result.found =
        lungsOfRegion(lungs, region, image.width(), image.height(), input.width, input.height);
    result.share = static_cast<double>(std::ranges::count(result.found, true)) /
                   static_cast<double>(result.found.size());
    result.lungs = dilated(result.found, input.width, input.height,
                           std::max(1, input.width / kLungGrowthDivisor));
    return result;
}

GrayPlane withoutLungs(const LungPlane& plane)
{
    return keepWhere(plane.plane, [&](int row, int column) { return !at(plane, row, column); });
}

GrayPlane lungsAlone(const LungPlane& plane)
{
    return keepWhere(plane.plane, [&](int row, int column) { return at(plane, row, column); });
}

GrayPlane lungCrop(const LungPlane& plane, const PlaneOperations& operations)
{
    const int width = plane.plane.width;
    const int height = plane.plane.height;
    int left = width;
    int right = 0;
    int top = height;
    int bottom = 0;
    for (int row = 0; row < height; ++row) {
        for (int column = 0; column < width; ++column) {
            if (at(plane, row, column)) {
                left = std::min(left, column);
                right = std::max(right, column + 1);
                top = std::min(top, row);
                bottom = std::max(bottom, row + 1);
            }
        }
    }
    if (right <= left || bottom <= top) {
        return plane.plane;
    }
    const int marginX = static_cast<int>(kCropMargin * (right - left));
    const int marginY = static_cast<int>(kCropMargin * (bottom - top));
    left = std::max(0, left - marginX);
    right = std::min(width, right + marginX);
    top = std::max(0, top - marginY);
    bottom = std::min(height, bottom + marginY);
    // A square, so that the proportions stay; what lies outside the plane is black.
    const int side = std::max(right - left, bottom - top);
    const int originX = (left + right - side) / 2;
    const int originY = (top + bottom - side) / 2;
    GrayPlane part{side, side, {}};
    for (int row = originY; row < originY + side; ++row) {
        for (int column = originX; column < originX + side; ++column) {
            const bool isInside = row >= 0 && row < height && column >= 0 && column < width;
            part.values.push_back(isInside
                                      ? plane.plane.values[static_cast<std::size_t>(row) *
                                                               static_cast<std::size_t>(width) +
                                                           static_cast<std::size_t>(column)]
                                      : std::uint8_t{0});
        }
    }
    return operations.resize(part, width, height);
}

GrayPlane borderAlone(const LungPlane& plane, const InputSpecification& input, int imageWidth,
                      int imageHeight)
{
    const GrayPlane& gray = plane.plane;
    const InputRegion region = inputRegion(input, imageWidth, imageHeight, plane.frame);
    return keepWhere(gray, [&](int row, int column) {
        const double x = (region.left + (column + 0.5) * region.width / gray.width) / imageWidth;
        const double y = (region.top + (row + 0.5) * region.height / gray.height) / imageHeight;
        const bool isInImage = x >= 0.0 && x <= 1.0 && y >= 0.0 && y <= 1.0;
        const bool isInside = x > kBorderShare && x < 1.0 - kBorderShare && y > kBorderShare &&
                              y < 1.0 - kBorderShare;
        return isInImage && !isInside;
    });
}

} // namespace nefes::ml
