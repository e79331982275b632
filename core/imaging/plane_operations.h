// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/plane_operations.h"

namespace nefes::imaging {

/// Resize, CLAHE and sharpening by OpenCV.
class OpenCvPlaneOperations final : public PlaneOperations
{
public:
    [[nodiscard]] GrayPlane resize(const GrayPlane& plane, int width, int height) const override;
    [[nodiscard]] GrayPlane clahe(const GrayPlane& plane,
                                  const ClaheSettings& settings) const override;
    [[nodiscard]] GrayPlane sharpen(const GrayPlane& plane,
                                    const SharpenSettings& settings) const override;
};

} // namespace nefes::imaging
