// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/preprocess.h"

#include "core/base/assert.h"

#include "core/image/display.h"
#include "core/image/render.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nefes::ml {
namespace {

/// A rectangle of whole pixels.
struct PixelRect {
    int left = 0, top = 0, width = 1, height = 1;
};

/// Where the whole image lies inside the padded input.
PixelRect paddedRect(const InputSpecification& input, int imageWidth, int imageHeight)
{
    const double scale = std::min(static_cast<double>(input.width) / imageWidth,
                                  static_cast<double>(input.height) / imageHeight);
    const auto side = [scale](int imageSide, int inputSide) {
        return std::clamp(static_cast<int>(std::lround(imageSide * scale)), 1, inputSide);
    };
    const int width = side(imageWidth, input.width);
    const int height = side(imageHeight, input.height);
    return {(input.width - width) / 2, (input.height - height) / 2, width, height};
}

/// The centre part of the image that has the input's shape.
PixelRect croppedRect(const InputSpecification& input, int imageWidth, int imageHeight)
{
    const double scale = std::max(static_cast<double>(input.width) / imageWidth,
                                  static_cast<double>(input.height) / imageHeight);
    const auto side = [scale](int imageSide, int inputSide) {
        return std::clamp(static_cast<int>(std::lround(inputSide / scale)), 1, imageSide);
    };
    const int width = side(imageWidth, input.width);
    const int height = side(imageHeight, input.height);
    return {(imageWidth - width) / 2, (imageHeight - height) / 2, width, height};
}

GrayPlane pad(const GrayPlane& plane, const InputSpecification& input,
              const PlaneOperations& operations)
{
    const PixelRect rect = paddedRect(input, plane.width, plane.height);
    const GrayPlane inner = operations.resize(plane, rect.width, rect.height);
    GrayPlane result{input.width, input.height, {}};
    result.values.resize(static_cast<std::size_t>(input.width) *
                         static_cast<std::size_t>(input.height));
    for (int y = 0; y < rect.height; ++y) {
        const auto* from = inner.values.data() + std::ptrdiff_t{y} * rect.width;
        auto* to = result.values.data() + std::ptrdiff_t{rect.top + y} * input.width + rect.left;
        std::copy_n(from, rect.width, to);
    }
    return result;
}

GrayPlane part(const GrayPlane& plane, const PixelRect& rect)
{
    GrayPlane result{rect.width, rect.height, {}};
    result.values.reserve(static_cast<std::size_t>(rect.width) *
                          static_cast<std::size_t>(rect.height));
    for (int y = 0; y < rect.height; ++y) {
        const auto from =
            plane.values.begin() + std::ptrdiff_t{rect.top + y} * plane.width + rect.left;
        result.values.insert(result.values.end(), from, from + rect.width);
    }
    return result;
}

GrayPlane crop(const GrayPlane& plane, const InputSpecification& input,
               const PlaneOperations& operations)
{
    const PixelRect rect = croppedRect(input, plane.width, plane.height);
    return operations.resize(part(plane, rect), input.width, input.height);
}

GrayPlane framed(const GrayPlane& plane, const InputRegion& frame)
{
    return part(plane, {static_cast<int>(frame.left), static_cast<int>(frame.top),
                        static_cast<int>(frame.width), static_cast<int>(frame.height)});
}

} // namespace

InputRegion inputRegion(const InputSpecification& input, int imageWidth, int imageHeight,
                        const std::optional<InputRegion>& frame)
{
    NEFES_ASSERT(imageWidth > 0 && imageHeight > 0);
    if (frame) {
        InputRegion region =
            inputRegion(input, static_cast<int>(frame->width), static_cast<int>(frame->height));
        region.left += frame->left;
        region.top += frame->top;
        return region;
    }
    switch (input.resize) {
    case ResizeRule::Stretch:
        break;
    case ResizeRule::Pad: {
        const PixelRect rect = paddedRect(input, imageWidth, imageHeight);
        const double pixelWidth = static_cast<double>(imageWidth) / rect.width;
        const double pixelHeight = static_cast<double>(imageHeight) / rect.height;
        return {-rect.left * pixelWidth, -rect.top * pixelHeight, input.width * pixelWidth,
                input.height * pixelHeight};
    }
    case ResizeRule::Crop: {
        const PixelRect rect = croppedRect(input, imageWidth, imageHeight);
        return {static_cast<double>(rect.left), static_cast<double>(rect.top),
                static_cast<double>(rect.width), static_cast<double>(rect.height)};
    }
    }
    return {0.0, 0.0, static_cast<double>(imageWidth), static_cast<double>(imageHeight)};
}

GrayPlane renderedPlane(const DecodedImage& image)
{
    return renderGray(image, {defaultVoi(image), false, ColorMap::Gray});
}

GrayPlane inputPlane(const GrayPlane& rendered, const InputSpecification& input,
                     const PlaneOperations& operations, const std::optional<InputRegion>& frame)
{
    if (input.clahe) {
        InputSpecification rest = input;
        rest.clahe.reset();
        return inputPlane(operations.clahe(rendered, *input.clahe), rest, operations, frame);
    }
    if (frame) {
        return inputPlane(framed(rendered, *frame), input, operations);
    }
    switch (input.resize) {
    case ResizeRule::Stretch:
        return operations.resize(rendered, input.width, input.height);
    case ResizeRule::Pad:
        return pad(rendered, input, operations);
    case ResizeRule::Crop:
        return crop(rendered, input, operations);
    }
    return rendered;
}

GrayPlane inputPlane(const DecodedImage& image, const InputSpecification& input,
                     const PlaneOperations& operations, const std::optional<InputRegion>& frame)
{
    return inputPlane(renderedPlane(image), input, operations, frame);
}

std::vector<float> normalise(const GrayPlane& plane, const InputSpecification& input)
{
    std::vector<float> result;
    result.reserve(plane.values.size() * static_cast<std::size_t>(input.channels));
    for (std::size_t channel = 0; channel < static_cast<std::size_t>(input.channels); ++channel) {
        const float mean = input.mean[input.mean.size() == 1 ? 0 : channel];
        const float deviation = input.std[input.std.size() == 1 ? 0 : channel];
        std::array<float, 256> table{};
        for (std::size_t gray = 0; gray < table.size(); ++gray) {
            const auto scaled = static_cast<float>(static_cast<double>(gray) * input.scale);
            table[gray] = (scaled - mean) / deviation;
        }
        for (const std::uint8_t gray : plane.values) {
            result.push_back(table[gray]);
        }
    }
    return result;
}

} // namespace nefes::ml
