// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/objects_p.h"

#include "tests/fuzz/fuzz_input.h"

/// What is read of a file beside its pixels: every element, a report, a document, a presentation
/// state.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto file = nefes::dicom::DicomFile::parse(nefes::fuzz::input(data, size));
    if (!file) {
        return 0;
    }
    static_cast<void>(nefes::dicom::tagsOf(*file, {}));
    static_cast<void>(nefes::dicom::reportOf(*file));
    static_cast<void>(nefes::dicom::documentOf(*file));
    static_cast<void>(nefes::dicom::presentationOf(*file));
    return 0;
}
