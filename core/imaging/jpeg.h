// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/codec.h"

#include <cstddef>
#include <span>

namespace nefes::imaging {

/// A baseline, extended or progressive JPEG with 8 bits: one sample a pixel for gray streams, else
/// red, green, blue. `colors` counts only where the stream does not say how it means its three
/// components. UnsupportedFormat for other processes, ImageTooLarge, DecodeFailed.
[[nodiscard]] Result<DecodedFrame> decodeJpeg(std::span<const std::byte> stream,
                                              FrameColors colors);

} // namespace nefes::imaging
