// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/base/result.h"

#include "core/image/render.h"

#include <cstdint>
#include <filesystem>
#include <span>

namespace nefes::imaging {

enum class EncodedFormat { Png, Jpeg };

/// JPEG has quality 95. A PNG of gray pictures is gray. Alpha is not kept.
[[nodiscard]] Result<Bytes> encodePicture(const Picture& picture, EncodedFormat format);
[[nodiscard]] Result<Bytes> encodeGray(const GrayPlane& plane, EncodedFormat format);

/// Encodes by the name's ending (.png, .jpg, .jpeg in any case) and writes atomically.
/// UnsupportedFormat for another ending, WriteFailed, DiskFull.
[[nodiscard]] Result<void> writePicture(const std::filesystem::path& file, const Picture& picture);
[[nodiscard]] Result<void> writeGray(const std::filesystem::path& file, const GrayPlane& plane);

} // namespace nefes::imaging
