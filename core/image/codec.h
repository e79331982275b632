// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/pixel_buffer.h"

#include <cstddef>
#include <span>

namespace nefes {

/// How three components are meant where the stream itself does not say.
enum class FrameColors { Rgb, Ybr };

/// What the surrounding file says of a compressed frame. The code stream's own header decides about
/// sizes; a decoder refuses a stream that claims more than maxPixels.
struct FrameDescription {
    int width = 0;
    int height = 0;
    int samplesPerPixel = 1;
    int bitsAllocated = 8;
    int bitsStored = 8;
    bool isSigned = false;
    FrameColors colors = FrameColors::Ybr;
};

/// A decoded code stream: samples of the width and signedness the stream itself has; three
/// components have become red, green and blue.
struct DecodedFrame {
    PixelBuffer pixels;
    int precision = 8; ///< bits a sample in the stream
    bool isSigned = false;
    bool isPartial = false; ///< the stream ended early; the rest is 0
};

/// Decodes one compressed frame (JPEG 2000, HTJ2K, JPEG XL, JPEG with 8 bits). Immutable: any
/// thread.
class FrameCodec
{
public:
    virtual ~FrameCodec() = default;
    FrameCodec() = default;
    FrameCodec(const FrameCodec&) = delete;
    FrameCodec& operator=(const FrameCodec&) = delete;

    /// DecodeFailed, ImageTooLarge; UnsupportedFormat for a stream this decoder does not know.
    [[nodiscard]] virtual Result<DecodedFrame>
    decode(std::span<const std::byte> stream, const FrameDescription& description) const = 0;
};

} // namespace nefes
