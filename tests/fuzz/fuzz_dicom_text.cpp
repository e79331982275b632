// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/text.h"

#include "tests/fuzz/fuzz_input.h"

#include <string_view>

/// The first line is the character set, the rest the text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace nefes::dicom;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view rest = text.substr(std::min(end + 1, text.size()));
    static_cast<void>(TextDecoder(text.substr(0, end)).decode(rest));
    static_cast<void>(readableDate(rest));
    static_cast<void>(readableTime(rest));
    static_cast<void>(readableAge(rest));
    return 0;
}
