// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/render.h"

#include "core/base/assert.h"
#include "core/base/numeric.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>

namespace nefes {
namespace {

constexpr std::uint32_t kOpaque = 0xff000000U;

/// Heatmap values this far above the cut-off have the full opacity.
constexpr float kHeatmapFade = 0.15F;

std::uint32_t packColor(std::uint8_t red, std::uint8_t green, std::uint8_t blue)
{
    return kOpaque | (std::uint32_t{red} << 16U) | (std::uint32_t{green} << 8U) | blue;
}

std::uint8_t redOf(std::uint32_t pixel)
{
    return static_cast<std::uint8_t>(pixel >> 16U);
}
std::uint8_t greenOf(std::uint32_t pixel)
{
    return static_cast<std::uint8_t>(pixel >> 8U);
}
std::uint8_t blueOf(std::uint32_t pixel)
{
    return static_cast<std::uint8_t>(pixel);
}

std::uint8_t lumaOf(std::uint32_t pixel)
{
    // ITU-R BT.601-7, 2.5.1
    return saturate<std::uint8_t>(0.299 * redOf(pixel) + 0.587 * greenOf(pixel) +
                                  0.114 * blueOf(pixel));
}

/// 0–1 → 0–255, rounded.
std::uint8_t unitToByte(float value)
{
    return static_cast<std::uint8_t>(std::clamp(value, 0.0F, 1.0F) * 255.0F + 0.5F);
}

std::size_t areaOf(int width, int height)
{
    return narrow<std::size_t>(width) * narrow<std::size_t>(height);
}

/// Source positions that make up one output column or row when the axes stay parallel.
struct Tap {
    int index = 0; ///< −1: outside
    float weight = 0.0F;
};

/// Taps of every output coordinate along one axis: `count` of them each.
struct AxisTaps {
    int count = 1;
    std::vector<Tap> taps;

    [[nodiscard]] std::span<const Tap> at(int output) const
    {
        return {taps.data() + areaOf(output, count), narrow<std::size_t>(count)};
    }
};

/// Position of output pixel i is `start + i × step` (at its centre); sourceSize pixels.
AxisTaps makeTaps(int outputSize, double start, double step, int sourceSize,
                  Interpolation interpolation)
{
    const double scale = std::abs(step);
    const bool reduces = scale > 1.0 && interpolation == Interpolation::Linear;
    const bool interpolates = scale < 1.0 && interpolation == Interpolation::Linear;
    AxisTaps axis;
    axis.count = reduces ? static_cast<int>(std::ceil(scale)) : interpolates ? 2 : 1;
    axis.taps.reserve(areaOf(outputSize, axis.count));
    const auto clamped = [sourceSize](double position) {
        return std::clamp(static_cast<int>(std::floor(position)), 0, sourceSize - 1);
    };
    for (int i = 0; i < outputSize; ++i) {
        const double center = start + i * step;
        if (!(center >= 0.0) || center >= sourceSize) {
            axis.taps.insert(axis.taps.end(), narrow<std::size_t>(axis.count), Tap{-1, 0.0F});
        } else if (interpolates) {
            const double lower = std::floor(center - 0.5);
            const auto fraction = static_cast<float>(center - 0.5 - lower);
            axis.taps.push_back({clamped(lower), 1.0F - fraction});
            axis.taps.push_back({clamped(lower + 1.0), fraction});
        } else {
            for (int k = 0; k < axis.count; ++k) {
                const double offset = ((k + 0.5) / axis.count - 0.5) * step;
                axis.taps.push_back(
                    {clamped(center + offset), 1.0F / static_cast<float>(axis.count)});
            }
        }
    }
    return axis;
}

/// Calls put(index of the output pixel, sum) for every output pixel inside the image, where sum(f)
/// adds weight × f(source index) over its taps.
template <class Put>
void forEachAligned(const Viewport& viewport, int sourceWidth, int sourceHeight,
                    Interpolation interpolation, Put&& put)
{
    const Affine& map = viewport.screenToImage;
    // Turned by 90°: image columns run along output rows.
    const bool isTurned = map.a == 0.0 && map.e == 0.0;
    const double startX = 0.5 * (map.a + map.b) + map.c;
    const double startY = 0.5 * (map.d + map.e) + map.f;
    const AxisTaps columns =
        isTurned ? makeTaps(viewport.width, startY, map.d, sourceHeight, interpolation)
                 : makeTaps(viewport.width, startX, map.a, sourceWidth, interpolation);
    const AxisTaps rows =
        isTurned ? makeTaps(viewport.height, startX, map.b, sourceWidth, interpolation)
                 : makeTaps(viewport.height, startY, map.e, sourceHeight, interpolation);
    const auto stride = narrow<std::size_t>(sourceWidth);
    const std::size_t columnStride = isTurned ? stride : 1;
    const std::size_t rowStride = isTurned ? 1 : stride;
    std::size_t output = 0;
    for (int y = 0; y < viewport.height; ++y) {
        const std::span<const Tap> rowTaps = rows.at(y);
        for (int x = 0; x < viewport.width; ++x, ++output) {
            const std::span<const Tap> columnTaps = columns.at(x);
            if (rowTaps.front().index < 0 || columnTaps.front().index < 0) {
                continue;
            }
            put(output, [&](const auto& add) {
                for (const Tap& rowTap : rowTaps) {
                    const std::size_t base = static_cast<std::size_t>(rowTap.index) * rowStride;
                    for (const Tap& tap : columnTaps) {
                        add(base + static_cast<std::size_t>(tap.index) * columnStride,
                            rowTap.weight * tap.weight);
                    }
                }
            });
        }
    }
}

/// The same for any affine map: one nearest sample, or n × n of them where the image is reduced.
template <class Put>
void forEachSkewed(const Viewport& viewport, int sourceWidth, int sourceHeight,
                   Interpolation interpolation, Put&& put)
{
    const Affine& map = viewport.screenToImage;
    const double scale = std::sqrt(std::abs(map.determinant()));
    const int count = interpolation == Interpolation::Linear
                          ? std::max(1, static_cast<int>(std::ceil(scale)))
                          : 1;
    const float weight = 1.0F / static_cast<float>(count * count);
    const auto clampedIndex = [&](PointPx p) {
        const int x = std::clamp(static_cast<int>(std::floor(p.x)), 0, sourceWidth - 1);
        const int y = std::clamp(static_cast<int>(std::floor(p.y)), 0, sourceHeight - 1);
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(sourceWidth) +
               static_cast<std::size_t>(x);
    };
    std::size_t output = 0;
    for (int y = 0; y < viewport.height; ++y) {
        for (int x = 0; x < viewport.width; ++x, ++output) {
            const PointPx center = map.map({x + 0.5, y + 0.5});
            if (!(center.x >= 0.0 && center.x < sourceWidth && center.y >= 0.0 &&
                  center.y < sourceHeight)) {
                continue;
            }
            put(output, [&](const auto& add) {
                for (int j = 0; j < count; ++j) {
                    for (int i = 0; i < count; ++i) {
                        add(clampedIndex(map.map({x + (i + 0.5) / count, y + (j + 0.5) / count})),
                            weight);
                    }
                }
            });
        }
    }
}

template <class Put>
void forEachPixel(const DecodedImage& image, const Viewport& viewport, Interpolation interpolation,
                  Put&& put)
{
    const Affine& map = viewport.screenToImage;
    const bool isAligned = (map.b == 0.0 && map.d == 0.0) || (map.a == 0.0 && map.e == 0.0);
    if (isAligned) {
        forEachAligned(viewport, image.width(), image.height(), interpolation, put);
    } else {
        forEachSkewed(viewport, image.width(), image.height(), interpolation, put);
    }
}

/// One stored colour as 8-bit channels.
class ColorSource
{
public:
    explicit ColorSource(const ImageData& data)
        : m_data(data)
        , m_scale(255.0 / (std::exp2(std::clamp(data.bitsStored, 1, 32)) - 1.0))
    {
    }

    [[nodiscard]] std::uint32_t at(std::size_t pixel) const
    {
        return std::visit(
            [&](const auto& values) {
                if (m_data.palette) {
                    return paletteColor(*m_data.palette, static_cast<double>(values[pixel]));
                }
                return packColor(channel(values[3 * pixel]), channel(values[3 * pixel + 1]),
                                 channel(values[3 * pixel + 2]));
            },
            m_data.stored.samples);
    }

private:
    template <class T>
    [[nodiscard]] std::uint8_t channel(T value) const
    {
        return saturate<std::uint8_t>(static_cast<double>(value) * m_scale);
    }
    [[nodiscard]] static std::uint32_t paletteColor(const PaletteTables& palette, double index)
    {
        const double last = static_cast<double>(palette.red.size() - 1);
        const auto entry =
            static_cast<std::size_t>(std::clamp(index - palette.firstMapped, 0.0, last));
        return packColor(palette.red[entry], palette.green[entry], palette.blue[entry]);
    }
    const ImageData& m_data;
    double m_scale;
};

void sampleColors(const DecodedImage& image, const Viewport& viewport, Interpolation interpolation,
                  ScreenSamples& result)
{
    const ColorSource source(image.data());
    result.isColor = true;
    result.colors.assign(areaOf(viewport.width, viewport.height), 0);
    forEachPixel(image, viewport, interpolation, [&](std::size_t output, const auto& sum) {
        float red = 0.5F;
        float green = 0.5F;
        float blue = 0.5F;
        sum([&](std::size_t pixel, float weight) {
            const std::uint32_t color = source.at(pixel);
            red += weight * static_cast<float>(redOf(color));
            green += weight * static_cast<float>(greenOf(color));
            blue += weight * static_cast<float>(blueOf(color));
        });
        result.colors[output] =
            packColor(static_cast<std::uint8_t>(red), static_cast<std::uint8_t>(green),
                      static_cast<std::uint8_t>(blue));
        result.inside[output] = 1;
    });
}

template <class T>
void sampleGray(const DecodedImage& image, const std::vector<T>& values, const Viewport& viewport,
                Interpolation interpolation, ScreenSamples& result)
{
    constexpr bool kHasTable = std::is_integral_v<T> && sizeof(T) <= 2;
    auto& target = [&result]() -> auto&
    {
        if constexpr (kHasTable) {
            return result.patterns;
        } else {
            return result.values;
        }
    }
    ();
    target.assign(areaOf(viewport.width, viewport.height), 0);
    forEachPixel(image, viewport, interpolation, [&](std::size_t output, const auto& sum) {
        float total = 0.0F;
        sum([&](std::size_t pixel, float weight) {
            total += weight * static_cast<float>(values[pixel]);
        });
        if constexpr (kHasTable) {
            const auto rounded = static_cast<T>(std::floor(total + 0.5F));
            target[output] = static_cast<std::make_unsigned_t<T>>(rounded);
        } else {
            target[output] = total;
        }
        result.inside[output] = 1;
    });
}

/// The two grid cells along one axis that a position lies between.
struct GridTap {
    std::size_t lower = 0, upper = 0;
    float fraction = 0.0F; ///< weight of the upper one
};

GridTap gridTap(double position, int imageSize, int gridSize)
{
    const double cell = position / imageSize * gridSize - 0.5;
    const double clamped = std::clamp(cell, 0.0, static_cast<double>(gridSize - 1));
    const int lower = static_cast<int>(clamped);
    return {.lower = static_cast<std::size_t>(lower),
            .upper = static_cast<std::size_t>(std::min(lower + 1, gridSize - 1)),
            .fraction = static_cast<float>(clamped - lower)};
}

float gridValue(const FloatGrid& grid, const GridTap& column, const GridTap& row)
{
    const float* const upper =
        grid.values.data() + row.lower * static_cast<std::size_t>(grid.width);
    const float* const lower =
        grid.values.data() + row.upper * static_cast<std::size_t>(grid.width);
    const float top =
        upper[column.lower] + (upper[column.upper] - upper[column.lower]) * column.fraction;
    const float bottom =
        lower[column.lower] + (lower[column.upper] - lower[column.lower]) * column.fraction;
    return top + (bottom - top) * row.fraction;
}

} // namespace

Viewport Viewport::whole(const DecodedImage& image)
{
    return {.width = image.width(), .height = image.height(), .screenToImage = {}};
}

ScreenSamples sampleViewport(const DecodedImage& image, const Viewport& viewport,
                             Interpolation interpolation)
{
    ScreenSamples result;
    result.width = viewport.width;
    result.height = viewport.height;
    result.inside.assign(areaOf(viewport.width, viewport.height), 0);
    if (image.data().photometric == Photometric::Palette ||
        image.data().photometric == Photometric::Rgb) {
        sampleColors(image, viewport, interpolation, result);
        return result;
    }
    std::visit(
        [&](const auto& values) { sampleGray(image, values, viewport, interpolation, result); },
        image.data().stored.samples);
    return result;
}

Picture tone(const ScreenSamples& samples, const ToneTable& table, ColorMap map)
{
    Picture picture{samples.width, samples.height, {}};
    picture.pixels.assign(areaOf(samples.width, samples.height), 0);
    const std::vector<std::uint8_t>& entries = table.entries();
    if (samples.isColor) {
        for (std::size_t i = 0; i < picture.pixels.size(); ++i) {
            if (samples.inside[i] != 0) {
                const std::uint32_t color = samples.colors[i];
                picture.pixels[i] = packColor(entries[redOf(color)], entries[greenOf(color)],
                                              entries[blueOf(color)]);
            }
        }
        return picture;
    }
    const ColorTable& colors = colorTable(map);
    const auto colorOf = [&colors](std::uint8_t gray) {
        const Color8 color = colors[gray];
        return packColor(color.red, color.green, color.blue);
    };
    if (!samples.patterns.empty()) {
        std::vector<std::uint32_t> lookup(entries.size());
        std::ranges::transform(entries, lookup.begin(), colorOf);
        for (std::size_t i = 0; i < picture.pixels.size(); ++i) {
            picture.pixels[i] = samples.inside[i] != 0 ? lookup[samples.patterns[i]] : 0;
        }
        return picture;
    }
    for (std::size_t i = 0; i < picture.pixels.size(); ++i) {
        if (samples.inside[i] != 0) {
            picture.pixels[i] = colorOf(table.at(static_cast<double>(samples.values[i])));
        }
    }
    return picture;
}

Picture render(const DecodedImage& image, const DisplaySettings& settings, const Viewport& viewport,
               Interpolation interpolation)
{
    return tone(sampleViewport(image, viewport, interpolation), ToneTable(image, settings),
                settings.colorMap);
}

GrayPlane renderGray(const DecodedImage& image, const DisplaySettings& settings)
{
    const ToneTable table(image, settings);
    GrayPlane plane{image.width(), image.height(), {}};
    plane.values.resize(areaOf(plane.width, plane.height));
    if (image.isColor()) {
        const ColorSource source(image.data());
        for (std::size_t i = 0; i < plane.values.size(); ++i) {
            plane.values[i] = table.entries()[lumaOf(source.at(i))];
        }
        return plane;
    }
    std::visit(
        [&](const auto& values) {
            using T = typename std::decay_t<decltype(values)>::value_type;
            for (std::size_t i = 0; i < plane.values.size(); ++i) {
                if constexpr (std::is_integral_v<T> && sizeof(T) <= 2) {
                    plane.values[i] =
                        table.entries()[static_cast<std::make_unsigned_t<T>>(values[i])];
                } else {
                    plane.values[i] = table.at(static_cast<double>(values[i]));
                }
            }
        },
        image.data().stored.samples);
    return plane;
}

float gridAt(const FloatGrid& grid, PointPx imagePoint, int imageWidth, int imageHeight)
{
    NEFES_ASSERT(grid.width > 0 && grid.height > 0);
    return gridValue(grid, gridTap(imagePoint.x, imageWidth, grid.width),
                     gridTap(imagePoint.y, imageHeight, grid.height));
}

GrayPlane gridPlane(const FloatGrid& grid, int width, int height)
{
    NEFES_ASSERT(grid.width > 0 && grid.height > 0);
    std::vector<GridTap> columns;
    columns.reserve(narrow<std::size_t>(width));
    for (int x = 0; x < width; ++x) {
        columns.push_back(gridTap(x + 0.5, width, grid.width));
    }
    GrayPlane plane{width, height, {}};
    plane.values.reserve(areaOf(width, height));
    for (int y = 0; y < height; ++y) {
        const GridTap row = gridTap(y + 0.5, height, grid.height);
        for (const GridTap& column : columns) {
            plane.values.push_back(unitToByte(gridValue(grid, column, row)));
        }
    }
    return plane;
}

void blendHeatmap(Picture& picture, const Viewport& viewport, const FloatGrid& grid, int imageWidth,
                  int imageHeight, const HeatmapStyle& style)
{
    NEFES_ASSERT(grid.width > 0 && grid.height > 0);
    const ColorTable& colors = colorTable(style.colorMap);
    const auto fullOpacity = static_cast<float>(std::clamp(style.opacity, 0.0, 1.0) * 256.0);
    const auto cutoff = static_cast<float>(style.cutoff);
    const Affine& map = viewport.screenToImage;
    // Without rotation a column of the screen is a column of the image.
    const bool isUpright = map.b == 0.0 && map.d == 0.0;
    std::vector<GridTap> columns(narrow<std::size_t>(picture.width));
    for (std::size_t x = 0; isUpright && x < columns.size(); ++x) {
        columns[x] =
            gridTap(map.a * (static_cast<double>(x) + 0.5) + map.c, imageWidth, grid.width);
    }
    std::size_t index = 0;
    for (int y = 0; y < picture.height; ++y) {
        const GridTap row = gridTap(map.e * (y + 0.5) + map.f, imageHeight, grid.height);
        for (int x = 0; x < picture.width; ++x, ++index) {
            std::uint32_t& pixel = picture.pixels[index];
            if ((pixel & kOpaque) == 0) {
                continue;
            }
            const float value =
                isUpright ? gridValue(grid, columns[static_cast<std::size_t>(x)], row)
                          : gridAt(grid, map.map({x + 0.5, y + 0.5}), imageWidth, imageHeight);
            const float above = value - cutoff;
            if (above <= 0.0F) {
                continue;
            }
            // A hard edge would look like a finding.
            const auto opacity =
                static_cast<std::uint32_t>(fullOpacity * std::min(1.0F, above / kHeatmapFade));
            const auto blend = [opacity](std::uint32_t under, std::uint32_t over) {
                return static_cast<std::uint8_t>((under * (256U - opacity) + over * opacity) >> 8U);
            };
            const Color8 color = colors[unitToByte(value)];
            pixel = packColor(blend(redOf(pixel), color.red), blend(greenOf(pixel), color.green),
                              blend(blueOf(pixel), color.blue));
        }
    }
}

} // namespace nefes
