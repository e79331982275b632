// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"

namespace nefes {

/// A drawn chest radiograph: ellipsoids of soft tissue, lung, heart, spine and bone crossed by a
/// parallel beam, the logarithm of what is absorbed, a little noise. PA view, 12 bits, pixel
/// spacing 0.5 mm. The same every time; no patient is in it, and its texts say so.
[[nodiscard]] ImageData drawChestPhantom();

} // namespace nefes
