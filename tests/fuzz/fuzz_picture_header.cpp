// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/picture_header.h"

#include "tests/fuzz/fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto header = nefes::imaging::readPictureHeader(nefes::fuzz::input(data, size), 0);
    if (header && (header->width < 1 || header->height < 1 || header->orientation > 8)) {
        __builtin_trap();
    }
    return 0;
}
