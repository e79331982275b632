// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace nefes {

/// The coding process of a JPEG or JPEG-LS stream, from its SOF marker (ITU-T T.81 B.1.1.3, T.87).
enum class JpegProcess { Baseline, Extended, Progressive, Lossless, JpegLs, Other };

/// What the header of a JPEG or JPEG-LS stream says.
struct JpegHeader {
    JpegProcess process = JpegProcess::Other;
    int precision = 8; ///< bits a sample, 2–16
    int width = 0;
    int height = 0;
    int components = 1;
    std::array<std::uint8_t, 4> componentIds = {};
    bool hasJfif = false;
    std::optional<int> adobeTransform; ///< 0: RGB or CMYK, 1: YCbCr, 2: YCCK
    std::span<const std::byte> exif;   ///< TIFF structure of the first Exif segment; may be empty
};

/// Nothing when the stream does not start as JPEG or ends before its frame header.
[[nodiscard]] std::optional<JpegHeader> parseJpegHeader(std::span<const std::byte> stream);

} // namespace nefes
