// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/palette.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

namespace nefes {
namespace {

/// Every fifth entry of a published map; straight lines between them stay within 4 of 255.
constexpr std::size_t kControlPoints = 52;

constexpr std::array<Color8, kControlPoints> kCividis = {{
    {0, 34, 78},     {0, 38, 86},     {0, 42, 95},     {0, 45, 104},    {0, 48, 112},
    {8, 51, 112},    {22, 55, 112},   {32, 58, 111},   {39, 62, 110},   {46, 65, 109},
    {52, 69, 108},   {58, 72, 108},   {63, 76, 108},   {68, 79, 108},   {73, 83, 108},
    {78, 86, 108},   {83, 90, 109},   {87, 93, 109},   {92, 97, 110},   {96, 100, 111},
    {101, 104, 112}, {105, 107, 113}, {109, 111, 114}, {114, 114, 116}, {118, 118, 118},
    {122, 122, 120}, {126, 125, 120}, {131, 129, 121}, {136, 133, 120}, {141, 136, 120},
    {146, 140, 120}, {150, 144, 119}, {155, 148, 118}, {160, 152, 117}, {165, 156, 116},
    {170, 160, 115}, {175, 164, 113}, {181, 168, 111}, {186, 172, 109}, {191, 176, 107},
    {196, 180, 104}, {201, 185, 101}, {207, 189, 98},  {212, 193, 95},  {218, 198, 91},
    {223, 202, 87},  {229, 207, 82},  {234, 211, 76},  {240, 216, 70},  {246, 221, 63},
    {252, 226, 54},  {254, 232, 56},
}};

constexpr std::array<Color8, kControlPoints> kInferno = {{
    {0, 0, 4},       {2, 2, 12},      {5, 4, 23},     {10, 7, 34},     {16, 9, 45},
    {22, 11, 57},    {30, 12, 69},    {38, 12, 81},   {47, 10, 91},    {56, 9, 98},
    {64, 10, 103},   {73, 11, 106},   {81, 14, 108},  {89, 16, 110},   {97, 19, 110},
    {105, 22, 110},  {113, 25, 110},  {120, 28, 109}, {128, 31, 108},  {136, 34, 106},
    {144, 37, 104},  {152, 39, 102},  {160, 42, 99},  {168, 46, 95},   {176, 49, 91},
    {183, 53, 87},   {191, 57, 82},   {198, 61, 77},  {204, 66, 72},   {211, 71, 67},
    {217, 77, 61},   {223, 83, 55},   {228, 90, 49},  {233, 97, 43},   {237, 105, 37},
    {241, 113, 31},  {244, 121, 24},  {247, 130, 18}, {249, 139, 11},  {250, 148, 7},
    {251, 157, 7},   {252, 166, 12},  {252, 176, 20}, {251, 186, 31},  {250, 196, 42},
    {248, 205, 55},  {246, 215, 70},  {244, 225, 86}, {242, 234, 105}, {242, 242, 125},
    {245, 249, 146}, {252, 255, 164},
}};

std::uint8_t mixed(std::uint8_t low, std::uint8_t high, double fraction)
{
    return static_cast<std::uint8_t>(std::lround(low + (high - low) * fraction));
}

ColorTable interpolated(std::span<const Color8, kControlPoints> points)
{
    ColorTable table;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const std::size_t low = std::min(i / 5, kControlPoints - 2);
        const double fraction = static_cast<double>(i - 5 * low) / 5.0;
        const Color8 a = points[low];
        const Color8 b = points[low + 1];
        table[i] = {mixed(a.red, b.red, fraction), mixed(a.green, b.green, fraction),
                    mixed(a.blue, b.blue, fraction)};
    }
    return table;
}

ColorTable grayRamp()
{
    ColorTable table;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const auto value = static_cast<std::uint8_t>(i);
        table[i] = {value, value, value};
    }
    return table;
}

/// The classic map: each channel a trapezium of slope 4, shifted by a quarter.
ColorTable jet()
{
    ColorTable table;
    const auto channel = [](double value, double center) {
        const double level = std::clamp(1.5 - std::abs(4.0 * value - center), 0.0, 1.0);
        return static_cast<std::uint8_t>(std::lround(255.0 * level));
    };
    for (std::size_t i = 0; i < table.size(); ++i) {
        const double value = static_cast<double>(i) / 255.0;
        table[i] = {channel(value, 3.0), channel(value, 2.0), channel(value, 1.0)};
    }
    return table;
}

struct NamedMap {
    ColorMap map;
    std::string_view id;
};
constexpr std::array<NamedMap, 4> kNames = {{{ColorMap::Gray, "gray"},
                                             {ColorMap::Cividis, "cividis"},
                                             {ColorMap::Inferno, "inferno"},
                                             {ColorMap::Jet, "jet"}}};

} // namespace

const ColorTable& colorTable(ColorMap map)
{
    static const ColorTable gray = grayRamp();
    static const ColorTable cividis = interpolated(kCividis);
    static const ColorTable inferno = interpolated(kInferno);
    static const ColorTable classicJet = jet();
    switch (map) {
    case ColorMap::Cividis:
        return cividis;
    case ColorMap::Inferno:
        return inferno;
    case ColorMap::Jet:
        return classicJet;
    case ColorMap::Gray:
        break;
    }
    return gray;
}

std::string_view colorMapId(ColorMap map)
{
    const auto* const found = std::ranges::find(kNames, map, &NamedMap::map);
    return found->id;
}

std::optional<ColorMap> colorMapFromId(std::string_view id)
{
    const auto* const found = std::ranges::find(kNames, id, &NamedMap::id);
    return found == kNames.end() ? std::nullopt : std::optional(found->map);
}

} // namespace nefes
