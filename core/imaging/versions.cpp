// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/versions.h"

#include <fmt/format.h>
#include <jxl/decode.h>
#include <opencv2/core/utility.hpp>
#include <openjpeg.h>

#include <cstddef>
#include <cstdio>

// It needs the two above it.
#include <jpeglib.h>

#define NEFES_TEXT_(text) #text
#define NEFES_TEXT(text) NEFES_TEXT_(text)

namespace nefes::imaging {

std::vector<LibraryVersion> libraryVersions()
{
    const std::uint32_t jxl = JxlDecoderVersion();
    return {{.name = "OpenCV", .version = cv::getVersionString()},
            {.name = "OpenJPEG", .version = opj_version()},
            {.name = "libjpeg-turbo", .version = NEFES_TEXT(LIBJPEG_TURBO_VERSION)},
            {.name = "libjxl",
             .version = fmt::format("{}.{}.{}", jxl / 1000000, jxl / 1000 % 1000, jxl % 1000)}};
}

} // namespace nefes::imaging
