// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/decoded_image.h"

#include "core/base/assert.h"
#include "core/base/numeric.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace nefes {
namespace {

bool isUsable(const VoiWindow& window)
{
    if (!std::isfinite(window.center) || !std::isfinite(window.width)) {
        return false;
    }
    return window.function == VoiFunction::Linear ? window.width >= 1.0 : window.width > 0.0;
}

bool isUsable(const PaletteTables& palette)
{
    return !palette.red.empty() && palette.red.size() == palette.green.size() &&
           palette.red.size() == palette.blue.size();
}

bool isUsable(const PixelSpacing& spacing)
{
    return std::isfinite(spacing.rowMm) && std::isfinite(spacing.columnMm) && spacing.rowMm > 0.0 &&
           spacing.columnMm > 0.0;
}

bool isUsable(const OverlayPlane& overlay)
{
    return overlay.width > 0 && overlay.height > 0 &&
           overlay.bits.size() ==
               narrow<std::size_t>(overlay.width) * narrow<std::size_t>(overlay.height);
}

/// Drops what cannot be used and says so.
void repair(ImageData& data)
{
    if (std::erase_if(data.windows, [](const VoiWindow& w) { return !isUsable(w); }) > 0) {
        data.warnings.push_back(ImageWarning::WindowUnusable);
    }
    if (std::erase_if(data.voiLuts, [](const LookupTable& t) { return t.entries.empty(); }) > 0) {
        data.warnings.push_back(ImageWarning::VoiLutEmpty);
    }
    if (std::erase_if(data.overlays, [](const OverlayPlane& o) { return !isUsable(o); }) > 0) {
        data.warnings.push_back(ImageWarning::OverlaySize);
    }
    if (data.spacing && !isUsable(*data.spacing)) {
        data.spacing.reset();
        data.warnings.push_back(ImageWarning::SpacingUnusable);
    }
    if (data.modality.lut && data.modality.lut->entries.empty()) {
        data.modality.lut.reset();
        data.warnings.push_back(ImageWarning::ModalityLutEmpty);
    }
    if (!std::isfinite(data.modality.slope) || !std::isfinite(data.modality.intercept) ||
        data.modality.slope == 0.0) {
        data.modality.slope = 1.0;
        data.modality.intercept = 0.0;
        data.warnings.push_back(ImageWarning::RescaleUnusable);
    }
    if (data.framesPerSecond &&
        !(*data.framesPerSecond > 0.0 && std::isfinite(*data.framesPerSecond))) {
        data.framesPerSecond.reset();
    }
    if (!std::isfinite(data.pixelAspect) || data.pixelAspect <= 0.0) {
        data.pixelAspect = 1.0;
    }
}

} // namespace

std::uint16_t LookupTable::at(double input) const
{
    NEFES_ASSERT(!entries.empty());
    const double position = input - firstMapped;
    if (!(position > 0.0)) {
        return entries.front();
    }
    if (position >= static_cast<double>(entries.size() - 1)) {
        return entries.back();
    }
    return entries[static_cast<std::size_t>(position + 0.5)];
}

double ModalityTransform::apply(double stored) const
{
    return lut ? static_cast<double>(lut->at(stored)) : stored * slope + intercept;
}

double VoiWindow::apply(double x) const
{
    switch (function) {
    case VoiFunction::Linear: {
        // PS3.3 C.11.2.1.2.1: the window is centred on c - 0.5 and is w - 1 wide.
        const double low = center - 0.5 - (width - 1.0) / 2.0;
        const double high = center - 0.5 + (width - 1.0) / 2.0;
        if (x <= low) {
            return 0.0;
        }
        return x > high ? 1.0 : (x - (center - 0.5)) / (width - 1.0) + 0.5;
    }
    case VoiFunction::LinearExact:
        // PS3.3 C.11.2.1.3.2
        if (x <= center - width / 2.0) {
            return 0.0;
        }
        return x > center + width / 2.0 ? 1.0 : (x - center) / width + 0.5;
    case VoiFunction::Sigmoid:
        // PS3.3 C.11.2.1.3.1
        return 1.0 / (1.0 + std::exp(-4.0 * (x - center) / width));
    }
    return 0.0;
}

Result<ImagePtr> DecodedImage::create(ImageData data)
{
    if (!data.stored.isConsistent()) {
        return fail(ErrorCode::InvalidPixelDescription,
                    "rows, columns and samples do not match the pixel data");
    }
    const bool isRgb = data.photometric == Photometric::Rgb;
    if (isRgb != (data.stored.samplesPerPixel == 3)) {
        return fail(ErrorCode::InvalidPixelDescription,
                    "samples per pixel do not match the photometric interpretation");
    }
    if (data.photometric == Photometric::Palette && (!data.palette || !isUsable(*data.palette))) {
        return fail(ErrorCode::InvalidPixelDescription, "a palette image without a usable palette");
    }
    repair(data);
    ValueRange range = valueRange(data.stored, data.padding).value_or(ValueRange{});
    return ImagePtr(new DecodedImage(std::move(data), range));
}

double DecodedImage::storedAt(int x, int y, int sample) const
{
    NEFES_ASSERT(x >= 0 && x < width() && y >= 0 && y < height());
    const auto row = static_cast<std::size_t>(y) * static_cast<std::size_t>(width());
    const auto index = (row + static_cast<std::size_t>(x)) *
                           static_cast<std::size_t>(m_data.stored.samplesPerPixel) +
                       static_cast<std::size_t>(sample);
    return std::visit([index](const auto& values) { return static_cast<double>(values[index]); },
                      m_data.stored.samples);
}

} // namespace nefes
