// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/dicom_reader.h"
#include "core/imaging/frame_codec.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcrledrg.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/dcmjpls/djdecode.h>
#include <dcmtk/oflog/oflog.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <functional>
#include <iostream>
#include <optional>
#include <string>

using namespace nefes;

namespace {

constexpr int kRepeats = 5;

/// The shortest of several runs in milliseconds; nothing when a run fails.
std::optional<double> shortestMs(const std::function<bool()>& run)
{
    double best = 1e12;
    for (int i = 0; i < kRepeats; ++i) {
        const auto start = std::chrono::steady_clock::now();
        if (!run()) {
            return std::nullopt;
        }
        const std::chrono::duration<double, std::milli> elapsed =
            std::chrono::steady_clock::now() - start;
        best = std::min(best, elapsed.count());
    }
    return best;
}

bool decodeByDcmtk(const std::string& path)
{
    DcmFileFormat file;
    return file.loadFile(path.c_str()).good() && file.loadAllDataIntoMemory().good() &&
           file.getDataset()->chooseRepresentation(EXS_LittleEndianExplicit, nullptr).good() &&
           file.getDataset()->canWriteXfer(EXS_LittleEndianExplicit);
}

nlohmann::json orNull(const std::optional<double>& value)
{
    return value ? nlohmann::json(*value) : nlohmann::json(nullptr);
}

} // namespace

/// decode_bench FILE…: milliseconds from the file to the stored values of all frames, by Nefes and
/// by DCMTK; one JSON object a line. Used by decode_bench.py.
int main(int argc, char** argv)
{
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
    DcmRLEDecoderRegistration::registerCodecs();
    DJDecoderRegistration::registerCodecs(EDC_never);
    DJLSDecoderRegistration::registerCodecs();
    const dicom::DicomReader reader(imaging::makeFrameCodec());
    for (int i = 1; i < argc; ++i) {
        const std::string path = argv[i];
        const auto summary = reader.summarise(path);
        const int frames = summary ? summary->frameCount : 0;
        const auto ours = shortestMs([&reader, &path, frames] {
            bool isGood = frames > 0;
            for (int frame = 0; isGood && frame < frames; ++frame) {
                isGood = reader.read(path, frame, {}).has_value();
            }
            return isGood;
        });
        const auto dcmtk = shortestMs([&path] { return decodeByDcmtk(path); });
        std::cout << nlohmann::json{{"path", path},
                                    {"frames", frames},
                                    {"nefes_ms", orNull(ours)},
                                    {"dcmtk_ms", orNull(dcmtk)}}
                         .dump()
                  << '\n';
    }
    return 0;
}
