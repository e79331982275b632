// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/render.h"

namespace nefes {

/// Contrast-limited adaptive histogram equalisation (Zuiderveld, Graphics Gems IV, 1994).
struct ClaheSettings {
    double clipLimit = 2.0; ///< above 0
    int tiles = 8;          ///< a side, 1–64
    friend bool operator==(const ClaheSettings&, const ClaheSettings&) = default;
};

/// Unsharp mask: what a Gaussian blur takes away is added once more, `amount` times.
struct SharpenSettings {
    double radiusPx = 1.5; ///< standard deviation of the blur, above 0
    double amount = 1.0;   ///< 0 changes nothing
    friend bool operator==(const SharpenSettings&, const SharpenSettings&) = default;
};

/// Operations on 8-bit planes that nefes_imaging implements and nefes_ml is handed. Immutable: any
/// thread.
class PlaneOperations
{
public:
    virtual ~PlaneOperations() = default;
    PlaneOperations() = default;
    PlaneOperations(const PlaneOperations&) = delete;
    PlaneOperations& operator=(const PlaneOperations&) = delete;

    /// Area averaging where the plane becomes smaller, linear interpolation where it grows.
    /// REQUIRES: the plane is not empty, width and height are at least 1.
    [[nodiscard]] virtual GrayPlane resize(const GrayPlane& plane, int width, int height) const = 0;
    [[nodiscard]] virtual GrayPlane clahe(const GrayPlane& plane,
                                          const ClaheSettings& settings) const = 0;
    [[nodiscard]] virtual GrayPlane sharpen(const GrayPlane& plane,
                                            const SharpenSettings& settings) const = 0;
};

} // namespace nefes
