// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/dicom/attributes_p.h"
#include "core/dicom/structure.h"

#include <cstdint>
#include <string>

namespace nefes::dicom {

enum class SampleKind { Integer, Float, Double };

/// The Image Pixel module (PS3.3 C.7.6.3), checked.
struct PixelDescription {
    int width = 0;
    int height = 0;
    int frameCount = 1;
    int samplesPerPixel = 1; ///< 1 or 3
    int bitsAllocated = 16;  ///< 1, 8, 12, 16, 32 or 64
    int bitsStored = 16;
    int highBit = 15;
    bool isSigned = false;
    bool isPlanar = false; ///< Planar Configuration 1
    SampleKind kind = SampleKind::Integer;
    std::string photometric; ///< as stored: "MONOCHROME2", "YBR_FULL_422", …

    [[nodiscard]] bool isYbr() const { return photometric.rfind("YBR_", 0) == 0; }
    /// YBR_RCT and YBR_ICT are undone by the JPEG 2000 decoder itself.
    [[nodiscard]] bool isYbrOfFile() const
    {
        return isYbr() && photometric != "YBR_RCT" && photometric != "YBR_ICT";
    }
    [[nodiscard]] bool isPalette() const { return photometric == "PALETTE COLOR"; }
    [[nodiscard]] std::uint64_t samplesPerFrame() const
    {
        return static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height) *
               static_cast<std::uint64_t>(samplesPerPixel);
    }
};

/// InvalidPixelDescription, ImageTooLarge.
[[nodiscard]] Result<PixelDescription> describePixels(const Attributes& dataset, Tag pixelTag);

} // namespace nefes::dicom
