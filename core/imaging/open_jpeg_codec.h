// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/codec.h"

#include <cstddef>
#include <span>

namespace nefes::imaging {

/// JPEG 2000 (ISO 15444-1) and HTJ2K (15444-15), as code stream or JP2 file.
class OpenJpegCodec final : public FrameCodec
{
public:
    [[nodiscard]] static bool recognises(std::span<const std::byte> stream);

    /// A stream that ends early gives what there is, marked partial. ImageTooLarge,
    /// UnsupportedFormat (neither 1 nor 3 components, above 31 bits), DecodeFailed.
    [[nodiscard]] Result<DecodedFrame> decode(std::span<const std::byte> stream,
                                              const FrameDescription& description) const override;
};

} // namespace nefes::imaging
