// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/dicom_reader.h"
#include "core/imaging/frame_codec.h"

#include <cstdlib>
#include <iostream>
#include <string_view>

/// inspect PATH [--frame N]: `nefes inspect` of one DICOM file, before the program itself is built.
int main(int argc, char** argv)
{
    if (argc < 3 || std::string_view(argv[1]) != "inspect") {
        return 2;
    }
    const int frame = argc == 5 ? std::atoi(argv[4]) : 0;
    const nefes::dicom::DicomReader reader(nefes::imaging::makeFrameCodec());
    const nefes::FileInspection inspection = reader.inspect(nefes::pathFromUtf8(argv[2]), frame);
    std::cout
        << nefes::toJson(inspection).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
        << '\n';
    return inspection.kind == nefes::FileInspection::Kind::Failed ? 1 : 0;
}
