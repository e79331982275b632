// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/frame_codec.h"

#include "tests/fuzz/fuzz_input.h"

/// The last byte chooses what the file around the stream says of its colours.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto codec = nefes::imaging::makeFrameCodec();
    nefes::FrameDescription description;
    if (size > 0 && data[size - 1] % 2 != 0) {
        description.colors = nefes::FrameColors::Rgb;
    }
    const auto frame = codec->decode(nefes::fuzz::input(data, size), description);
    if (frame && !frame->pixels.isConsistent()) {
        __builtin_trap();
    }
    return 0;
}
