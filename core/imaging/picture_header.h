// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace nefes::imaging {

enum class PictureFormat { Jpeg, Png, Tiff, Bmp };

/// "jpeg", "png", "tiff", "bmp".
[[nodiscard]] std::string_view pictureFormatName(PictureFormat format);

/// The format that the first bytes say.
[[nodiscard]] std::optional<PictureFormat> recognisePicture(std::span<const std::byte> start);

/// What the header says before anything is decoded.
struct PictureHeader {
    PictureFormat format = PictureFormat::Png;
    int width = 0; ///< as stored, before the orientation is applied
    int height = 0;
    int pages = 1;                 ///< above 1 for TIFF only
    std::uint32_t orientation = 1; ///< Exif orientation, 1–8
};

/// Header of one page. UnknownFormat, DamagedFile, UnsupportedFormat, FrameOutOfRange,
/// ImageTooLarge (limits of core/image/image_limits.h).
[[nodiscard]] Result<PictureHeader> readPictureHeader(std::span<const std::byte> file, int page);

} // namespace nefes::imaging
