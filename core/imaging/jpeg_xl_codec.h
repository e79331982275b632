// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/codec.h"

namespace nefes::imaging {

/// JPEG XL (ISO/IEC 18181), the transfer syntaxes 1.2.840.10008.1.2.4.110 to .112. Bare code
/// streams and containers, one or three integer components of up to 16 bits. Immutable: any thread.
class JpegXlCodec final : public FrameCodec
{
public:
    [[nodiscard]] static bool recognises(std::span<const std::byte> stream);
    /// DecodeFailed; ImageTooLarge, asked before memory is taken; UnsupportedFormat for floating
    /// point and for other numbers of components.
    [[nodiscard]] Result<DecodedFrame> decode(std::span<const std::byte> stream,
                                              const FrameDescription& description) const override;
};

} // namespace nefes::imaging
