// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>

namespace nefes {

/// Larger frames are refused with ImageTooLarge before any memory is taken.
inline constexpr std::int64_t kMaxSidePx = 65535;                 ///< width or height
inline constexpr std::int64_t kMaxPixels = std::int64_t{1} << 28; ///< width × height: 16,384²
inline constexpr std::int64_t kMaxFrameBytes = std::int64_t{1} << 30;

/// InvalidPixelDescription for a side below 1, ImageTooLarge above a limit.
[[nodiscard]] Result<void> checkFrameSize(std::int64_t width, std::int64_t height,
                                          std::int64_t samplesPerPixel,
                                          std::int64_t bytesPerSample);

} // namespace nefes
