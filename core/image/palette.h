// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace nefes {

struct Color8 {
    std::uint8_t red = 0, green = 0, blue = 0;
    friend bool operator==(const Color8&, const Color8&) = default;
};

using ColorTable = std::array<Color8, 256>;

/// Colour maps for images and heatmaps.
enum class ColorMap { Gray, Cividis, Inferno, Jet };

/// Entry 0 is the smallest value. Cividis: Nuñez, Anderton, Renslow, PLOS ONE 13(7), 2018; inferno:
/// Smith and van der Walt, 2015 (CC0); both piecewise linear through every fifth entry of the
/// published map. Jet: the classic piecewise linear one.
[[nodiscard]] const ColorTable& colorTable(ColorMap map);

/// "gray", "cividis", "inferno", "jet".
[[nodiscard]] std::string_view colorMapId(ColorMap map);
[[nodiscard]] std::optional<ColorMap> colorMapFromId(std::string_view id);

} // namespace nefes
