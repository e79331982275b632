// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/dicom_file_p.h"
#include "core/dicom/image_builder_p.h"
#include "core/imaging/frame_codec.h"

#include "tests/fuzz/fuzz_input.h"

/// From the bytes of a file to an image: the whole read path but for the file system.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto codec = nefes::imaging::makeFrameCodec();
    const auto file = nefes::dicom::DicomFile::parse(nefes::fuzz::input(data, size));
    if (!file) {
        return 0;
    }
    for (const int frame : {0, 1}) {
        static_cast<void>(nefes::dicom::buildImage(*file, frame, codec.get()));
    }
    return 0;
}
