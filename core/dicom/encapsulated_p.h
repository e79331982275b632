// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/base/result.h"

#include "core/dicom/structure.h"

#include <cstddef>
#include <span>

namespace nefes::dicom {

/// The bytes of one frame: borrowed from the file, or joined from several fragments.
struct FrameBytes {
    std::span<const std::byte> bytes;
    Bytes joined;
    bool endsEarly = false; ///< the file ends within this frame
};

/// Finds the fragments of a frame by the offset tables, else by their number, else by the start
/// marks of the streams (PS3.5 A.4). TruncatedPixelData when the frame's fragments are not there.
[[nodiscard]] Result<FrameBytes> frameBytes(const PixelElement& pixels, int frame, int frameCount);

} // namespace nefes::dicom
