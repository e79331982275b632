// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"
#include "core/image/display.h"
#include "core/image/geometry.h"
#include "core/image/palette.h"

#include <cstdint>
#include <vector>

namespace nefes {

/// A float map over an image: the cell (column, row) covers an equal share of the image rectangle.
/// Values 0–1.
struct FloatGrid {
    int width = 0;
    int height = 0;
    std::vector<float> values; ///< row-major, width × height
};

/// 8-bit gray values of an image, row-major, through its display pipeline. Colour images give
/// luma (ITU-R BT.601).
struct GrayPlane {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> values;
};

/// 32 bits a pixel, blue, green, red, alpha in memory order (QImage::Format_RGB32 on little-endian
/// machines); alpha is 255 inside the image and 0 outside.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> pixels;
};

/// What of the image is seen: `screenToImage` maps output pixel coordinates to image coordinates.
struct Viewport {
    int width = 0;
    int height = 0;
    Affine screenToImage;

    /// The whole image, one output pixel a pixel.
    [[nodiscard]] static Viewport whole(const DecodedImage& image);
};

enum class Interpolation { Nearest, Linear };

/// Stored values brought to the screen grid: made once for a zoom or pan, toned many times while
/// the window is dragged. Reduction averages over the covered pixels (box filter), enlargement
/// interpolates. Values of palette images are not mixed.
struct ScreenSamples {
    int width = 0;
    int height = 0;
    bool isColor = false;
    /// Gray: stored values; empty when isColor. One of the two, by the image's storage.
    std::vector<std::uint16_t> patterns; ///< bit patterns of 8- and 16-bit storage
    std::vector<float> values;           ///< wider types
    std::vector<std::uint32_t> colors;   ///< colour images: BGRA
    std::vector<std::uint8_t> inside;    ///< 1 where the image is; empty: everywhere
};

[[nodiscard]] ScreenSamples sampleViewport(const DecodedImage& image, const Viewport& viewport,
                                           Interpolation interpolation);
[[nodiscard]] Picture tone(const ScreenSamples& samples, const ToneTable& table, ColorMap map);

/// sampleViewport and tone in one call.
[[nodiscard]] Picture render(const DecodedImage& image, const DisplaySettings& settings,
                             const Viewport& viewport,
                             Interpolation interpolation = Interpolation::Linear);

/// The whole image at its own size as 8-bit gray.
[[nodiscard]] GrayPlane renderGray(const DecodedImage& image, const DisplaySettings& settings);

/// How a heatmap is laid over a picture.
struct HeatmapStyle {
    ColorMap colorMap = ColorMap::Cividis;
    double opacity = 0.4; ///< 0–1
    double cutoff = 0.0;  ///< values up to it are not shown, those just above it fade in, 0–1
};

/// The grid value at image coordinates, cell centres interpolated linearly, edges extended.
/// REQUIRES: the grid is not empty.
[[nodiscard]] float gridAt(const FloatGrid& grid, PointPx imagePoint, int imageWidth,
                           int imageHeight);

/// The grid over an image of this size as 8-bit gray, 255 is 1. REQUIRES: the grid is not empty.
[[nodiscard]] GrayPlane gridPlane(const FloatGrid& grid, int width, int height);

/// Blends the map over a rendered picture of the same viewport. The grid covers the whole image.
void blendHeatmap(Picture& picture, const Viewport& viewport, const FloatGrid& grid, int imageWidth,
                  int imageHeight, const HeatmapStyle& style);

} // namespace nefes
