// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/base/result.h"

#include <cstddef>
#include <span>

namespace nefes::dicom {

struct RleFrame {
    Bytes bytes; ///< little-endian cells, samples of a pixel next to each other
    bool endsEarly = false;
};

/// RLE of PS3.5 Annex G: one segment for each byte of a composite pixel, most significant first.
/// DecodeFailed for a header that cannot be.
[[nodiscard]] Result<RleFrame> decodeRle(std::span<const std::byte> stream, std::size_t pixelCount,
                                         std::size_t samplesPerPixel, std::size_t bytesPerSample);

} // namespace nefes::dicom
