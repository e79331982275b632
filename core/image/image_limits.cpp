// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/image_limits.h"

#include <fmt/format.h>

namespace nefes {

Result<void> checkFrameSize(std::int64_t width, std::int64_t height, std::int64_t samplesPerPixel,
                            std::int64_t bytesPerSample)
{
    if (width < 1 || height < 1 || samplesPerPixel < 1 || bytesPerSample < 1) {
        return fail(ErrorCode::InvalidPixelDescription,
                    fmt::format("an image of {} × {} pixels", width, height));
    }
    // Sides first: the products below cannot overflow then.
    if (width > kMaxSidePx || height > kMaxSidePx || width * height > kMaxPixels ||
        width * height * samplesPerPixel * bytesPerSample > kMaxFrameBytes) {
        return fail(ErrorCode::ImageTooLarge,
                    fmt::format("{} × {} pixels; the limit is {} a side and {} in all", width,
                                height, kMaxSidePx, kMaxPixels));
    }
    return {};
}

Result<void> checkStreamLength(std::int64_t samples, std::size_t streamBytes)
{
    constexpr std::int64_t alwaysAllowed = std::int64_t{1} << 24;
    constexpr std::int64_t samplesPerByte = 4096;
    // The division cannot overflow, a product could.
    if (samples > alwaysAllowed &&
        (samples - alwaysAllowed) / samplesPerByte > static_cast<std::int64_t>(streamBytes)) {
        return fail(ErrorCode::TruncatedPixelData,
                    fmt::format("{} bytes for {} samples", streamBytes, samples));
    }
    return {};
}

} // namespace nefes
