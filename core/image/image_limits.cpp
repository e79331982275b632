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

} // namespace nefes
