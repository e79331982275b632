// SPDX-License-Identifier: GPL-3.0-or-later
// Scans a folder as the window does: headers, grouping, first thumbnail. Run by scan_bench.py.
#include "core/dicom/dicom_reader.h"
#include "core/image/render.h"
#include "core/imaging/frame_codec.h"
#include "core/study/scan.h"
#include "core/study/study_tree.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <vector>

using namespace nefes;

namespace {

constexpr int kThumbnailSide = 96;

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// What a cell of the study list needs: the image, rendered small.
bool drawThumbnail(const ImageReader& reader, const std::filesystem::path& file)
{
    const auto image = reader.read(file, 0, {});
    if (!image) {
        return false;
    }
    const double scale = std::max((*image)->width(), (*image)->height()) / double{kThumbnailSide};
    const Viewport viewport{
        .width = kThumbnailSide,
        .height = kThumbnailSide,
        .screenToImage = {.a = scale, .b = 0.0, .c = 0.0, .d = 0.0, .e = scale, .f = 0.0}};
    return render(**image, {.voi = defaultVoi(**image)}, viewport).width == kThumbnailSide;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        fmt::print(stderr, "scan_bench FOLDER\n");
        return 2;
    }
    const dicom::DicomReader reader(imaging::makeFrameCodec());
    const Clock::time_point start = Clock::now();
    std::vector<FileSummary> files;
    std::optional<double> firstThumbnail;
    study::ScanSink sink;
    sink.found = [&](const FileSummary& file) {
        files.push_back(file);
        if (!firstThumbnail && drawThumbnail(reader, file.path)) {
            firstThumbnail = secondsSince(start);
        }
    };
    if (!study::scan({argv[1]}, reader, sink, {})) {
        return 1;
    }
    const std::size_t count = files.size();
    const std::size_t patients = study::groupFiles(std::move(files)).size();
    const double seconds = secondsSince(start);
    rusage usage = {};
    ::getrusage(RUSAGE_SELF, &usage);
    fmt::print("{{\"files\": {}, \"patients\": {}, \"seconds\": {:.3f}, \"files_per_s\": {:.0f}, "
               "\"first_thumbnail_s\": {:.3f}, \"peak_mb\": {}}}\n",
               count, patients, seconds, static_cast<double>(count) / seconds,
               firstThumbnail.value_or(-1.0), usage.ru_maxrss / 1024);
    return 0;
}
