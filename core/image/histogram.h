// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"

#include <cstddef>
#include <vector>

namespace nefes {

/// How often modality values occur, in bins of equal width from low to high.
struct Histogram {
    double low = 0.0;
    double high = 0.0;
    std::vector<std::size_t> counts;
};

/// Padding and values that are not finite are left out; colour images give luma (ITU-R BT.601).
/// Empty counts when no value is left. REQUIRES: bins is at least 1. Any thread.
[[nodiscard]] Histogram histogram(const DecodedImage& image, std::size_t bins);

} // namespace nefes
