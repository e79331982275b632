// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"
#include "core/image/render.h"

#include <cstdint>
#include <vector>

namespace nefes {

/// BGRA of overlay planes: the accent of the themes, which stands out on black and on white.
constexpr std::uint32_t kOverlayColor = 0xff4cc2b4U;

/// Draws the set bits of the planes (PS3.3 C.9.2) over a rendered picture of the same viewport. A
/// bit is never lost by reduction: it covers at least the output pixel that its centre falls on.
void drawOverlayPlanes(Picture& picture, const Viewport& viewport,
                       const std::vector<OverlayPlane>& planes,
                       std::uint32_t color = kOverlayColor);

} // namespace nefes
