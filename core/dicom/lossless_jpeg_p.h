// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/codec.h"
#include "core/image/jpeg_header.h"

#include <cstddef>
#include <span>

namespace nefes::dicom {

/// Lossless JPEG with Huffman coding (ITU-T T.81 Annex H), the components as they are in the
/// stream: what the transfer syntaxes 1.2.840.10008.1.2.4.57 and .70 hold, about twice as
/// fast as DCMTK. UnsupportedFormat for what is rare or damaged (subsampled components, several
/// scans, a point transform, codes that no table has): DCMTK is asked then.
[[nodiscard]] Result<DecodedFrame> decodeLosslessJpeg(std::span<const std::byte> stream,
                                                      const JpegHeader& header);

} // namespace nefes::dicom
