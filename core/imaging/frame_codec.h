// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/codec.h"

#include <memory>

namespace nefes::imaging {

/// The decoder that core/dicom is handed: JPEG 2000 and HTJ2K through OpenJPEG, JPEG XL
/// through libjxl, JPEG with 8 bits through libjpeg, by what the stream itself is. Anything else is
/// UnsupportedFormat.
[[nodiscard]] std::shared_ptr<const FrameCodec> makeFrameCodec();

} // namespace nefes::imaging
