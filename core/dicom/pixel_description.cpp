// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/pixel_description_p.h"
#include "core/image/image_limits.h"

#include <fmt/format.h>

#include <algorithm>

namespace nefes::dicom {
namespace {

/// Trailing blanks, lower case and the underscores of old writers.
std::string photometricOf(const Attributes& dataset, int samplesPerPixel)
{
    std::string text = dataset.textAt(DCM_PhotometricInterpretation, 0);
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    if (text == "PALETTE_COLOR" || text == "PALETTECOLOR") {
        return "PALETTE COLOR";
    }
    if (text.empty()) {
        return samplesPerPixel == 3 ? "RGB" : "MONOCHROME2";
    }
    return text;
}

Result<void> checkBits(const PixelDescription& d)
{
    if (d.kind != SampleKind::Integer) {
        return {};
    }
    const bool isKnown = d.bitsAllocated == 1 || d.bitsAllocated == 8 || d.bitsAllocated == 12 ||
                         d.bitsAllocated == 16 || d.bitsAllocated == 32;
    if (!isKnown) {
        return fail(ErrorCode::InvalidPixelDescription,
                    fmt::format("Bits Allocated is {}", d.bitsAllocated));
    }
    return {};
}

/// Bits Stored and High Bit that cannot be are brought back to what Bits Allocated allows.
void repairBits(PixelDescription& d)
{
    if (d.bitsStored < 1 || d.bitsStored > d.bitsAllocated) {
        d.bitsStored = d.bitsAllocated;
    }
    if (d.highBit < d.bitsStored - 1 || d.highBit >= d.bitsAllocated) {
        d.highBit = d.bitsStored - 1;
    }
}

} // namespace

Result<PixelDescription> describePixels(const Attributes& dataset, Tag pixelTag)
{
    PixelDescription d;
    d.kind = pixelTag == kFloatPixelData    ? SampleKind::Float
             : pixelTag == kDoublePixelData ? SampleKind::Double
                                            : SampleKind::Integer;
    const auto rows = dataset.integer(DCM_Rows);
    const auto columns = dataset.integer(DCM_Columns);
    if (!rows || !columns) {
        return fail(ErrorCode::InvalidPixelDescription, "Rows or Columns is missing");
    }
    d.samplesPerPixel = dataset.integerOr(DCM_SamplesPerPixel, 1);
    if (d.samplesPerPixel != 1 && d.samplesPerPixel != 3) {
        return fail(ErrorCode::InvalidPixelDescription,
                    fmt::format("Samples per Pixel is {}", d.samplesPerPixel));
    }
    const int fallbackBits = d.kind == SampleKind::Float    ? 32
                             : d.kind == SampleKind::Double ? 64
                                                            : 0;
    d.bitsAllocated = dataset.integerOr(DCM_BitsAllocated, fallbackBits);
    if (d.kind != SampleKind::Integer) {
        d.bitsAllocated = fallbackBits;
    }
    NEFES_CHECK(checkBits(d));
    NEFES_CHECK(checkFrameSize(*columns, *rows, d.samplesPerPixel, (d.bitsAllocated + 7) / 8));
    d.width = static_cast<int>(*columns);
    d.height = static_cast<int>(*rows);
    d.frameCount = std::max(dataset.integerOr(DCM_NumberOfFrames, 1), 1);
    d.bitsStored = dataset.integerOr(DCM_BitsStored, d.bitsAllocated);
    d.highBit = dataset.integerOr(DCM_HighBit, d.bitsStored - 1);
    d.isSigned = dataset.integerOr(DCM_PixelRepresentation, 0) == 1;
    d.isPlanar = dataset.integerOr(DCM_PlanarConfiguration, 0) == 1;
    d.photometric = photometricOf(dataset, d.samplesPerPixel);
    repairBits(d);
    return d;
}

} // namespace nefes::dicom
