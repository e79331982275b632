// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/dicom/pixel_description_p.h"
#include "core/dicom/structure.h"
#include "core/image/codec.h"
#include "core/image/image_warning.h"

#include <string>
#include <vector>

namespace nefes::dicom {

/// Everything around the pixel data that decoding needs.
struct FrameSource {
    const PixelElement& pixels;
    const PixelDescription& description;
    const std::string& transferSyntaxUid;
    Encoding encoding;
    const FrameCodec* codec = nullptr; ///< may be null
};

/// Stored values of a frame: sign-extended, interleaved, YBR converted to RGB.
struct StoredFrame {
    PixelBuffer pixels;
    int bitsStored = 16;
    bool isPartial = false;
    std::vector<ImageWarning> warnings;
};

/// MissingPixelData, TruncatedPixelData, UnsupportedTransferSyntax, DecodeFailed, ImageTooLarge.
[[nodiscard]] Result<StoredFrame> decodeStoredFrame(const FrameSource& source, int frame);

/// The bytes of a frame without compression, as far as they are in the file; empty for others.
/// For bit planes embedded in the pixel data.
[[nodiscard]] std::span<const std::byte> nativeFrameBytes(const FrameSource& source, int frame);

} // namespace nefes::dicom
