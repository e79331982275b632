// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
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

/// TruncatedPixelData when a compressed stream is far too short for the samples its header claims:
/// above 16 million samples, 4,096 a byte are allowed. A few bytes cannot ask for seconds of work.
[[nodiscard]] Result<void> checkStreamLength(std::int64_t samples, std::size_t streamBytes);

} // namespace nefes
