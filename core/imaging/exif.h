// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace nefes::imaging {

/// The numbers of one image file directory that Nefes reads (TIFF 6.0, section 8).
struct TiffDirectory {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint32_t orientation = 1; ///< 1–8, TIFF 6.0 "Orientation"
};

/// The directories of a TIFF structure, in its order, at most `limit`. Empty when it is no classic
/// TIFF; what lies outside the bytes is passed over.
[[nodiscard]] std::vector<TiffDirectory> readTiffDirectories(std::span<const std::byte> tiff,
                                                             std::size_t limit);

/// Orientation of an Exif block (a TIFF structure): 1 when it does not say.
[[nodiscard]] std::uint32_t exifOrientation(std::span<const std::byte> tiff);

} // namespace nefes::imaging
