// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"

#include <span>

namespace nefes::test {

struct Jpeg2000Image {
    int width = 1;
    int height = 1;
    int components = 1;
    int precision = 8;
    bool isSigned = false;
    bool isFile = false; ///< a JP2 file instead of a bare code stream
};

/// A lossless stream of interleaved values; with three components by the reversible colour
/// transform. Empty when OpenJPEG refuses.
[[nodiscard]] Bytes encodeJpeg2000(const Jpeg2000Image& image, std::span<const int> values);

} // namespace nefes::test
