// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/codec.h"
#include "core/image/jpeg_header.h"

#include <cstddef>
#include <span>

namespace nefes::dicom {

/// JPEG of any process DCMTK knows (baseline, extended with 12 bits, progressive, lossless), the
/// components as they are in the stream. DecodeFailed, ImageTooLarge, UnsupportedFormat.
[[nodiscard]] Result<DecodedFrame> decodeJpegByDcmtk(std::span<const std::byte> stream,
                                                     const JpegHeader& header);

/// JPEG-LS, lossless and near-lossless, the components as they are in the stream.
[[nodiscard]] Result<DecodedFrame> decodeJpegLsByDcmtk(std::span<const std::byte> stream,
                                                       const JpegHeader& header);

} // namespace nefes::dicom
