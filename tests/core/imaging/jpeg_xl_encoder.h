// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"

#include <span>

namespace nefes::test {

struct JpegXlImage {
    int width = 1;
    int height = 1;
    int components = 1;
    int precision = 8;
};

/// A lossless stream of interleaved values. Empty when libjxl refuses.
[[nodiscard]] Bytes encodeJpegXl(const JpegXlImage& image, std::span<const int> values);

} // namespace nefes::test
