// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace nefes {

/// One vector of samples in the narrowest type that holds the stored values.
using Samples =
    std::variant<std::vector<std::uint8_t>, std::vector<std::int8_t>, std::vector<std::uint16_t>,
                 std::vector<std::int16_t>, std::vector<std::uint32_t>, std::vector<std::int32_t>,
                 std::vector<float>, std::vector<double>>;

/// Row-major samples, top left first, samples of a pixel next to each other.
/// Invariant: samples hold exactly width × height × samplesPerPixel values.
struct PixelBuffer {
    int width = 0;
    int height = 0;
    int samplesPerPixel = 1; ///< 1, or 3 for red, green, blue
    Samples samples;

    [[nodiscard]] std::size_t sampleCount() const;
    [[nodiscard]] std::size_t byteCount() const;
    /// Whether the invariant holds and every side is at least 1.
    [[nodiscard]] bool isConsistent() const;
};

/// Smallest and largest finite value of a buffer and the mean of all finite ones.
struct ValueRange {
    double min = 0.0;
    double max = 0.0;
    double mean = 0.0;
};

/// Nothing when no value is finite. Values equal to one in [ignoreLow, ignoreHigh] are left out
/// (Pixel Padding Value, PS3.3 C.7.5.1.1.2).
struct IgnoredValues {
    double low = 0.0;
    double high = 0.0;
};
[[nodiscard]] std::optional<ValueRange>
valueRange(const PixelBuffer& buffer, const std::optional<IgnoredValues>& ignored = std::nullopt);

/// The values at the given fractions (0–1) of the sorted finite values, from a histogram of at
/// most 65,536 bins; nothing when no value is finite.
[[nodiscard]] std::optional<std::vector<double>>
percentiles(const PixelBuffer& buffer, const std::vector<double>& fractions,
            const std::optional<IgnoredValues>& ignored = std::nullopt);

} // namespace nefes
