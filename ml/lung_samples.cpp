// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/lung_samples.h"

#include "core/base/digest.h"
#include "core/base/files.h"

#include "ml/csv.h"
#include "ml/lung_frame.h"
#include "ml/preprocess.h"

#include <fmt/format.h>

namespace nefes::ml {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxTableBytes = 100'000'000;

struct Pair {
    GrayPlane image, mask;
    std::string digests;
};

Result<Pair> readPair(const fs::path& image, const fs::path& mask, const DecodingTools& tools,
                      const std::stop_token& stop)
{
    Pair pair;
    NEFES_TRY(const auto film, tools.reader.read(image, 0, stop));
    NEFES_TRY(const auto lungs, tools.reader.read(mask, 0, stop));
    if (film->width() != lungs->width() || film->height() != lungs->height()) {
        return fail(ErrorCode::DatasetInvalid,
                    fmt::format("{} is {} × {}, its mask {} × {}", toUtf8(image.filename()),
                                film->width(), film->height(), lungs->width(), lungs->height()));
    }
    pair.image = inputPlane(*film, lungInput(), tools.operations);
    pair.mask = inputPlane(*lungs, lungInput(), tools.operations);
    NEFES_TRY(const std::string filmDigest, sha256OfFile(image));
    NEFES_TRY(const std::string maskDigest, sha256OfFile(mask));
    pair.digests = filmDigest + " " + maskDigest + "\n";
    return pair;
}

} // namespace

Result<std::vector<std::pair<fs::path, fs::path>>> markedFilms(const fs::path& folder)
{
    NEFES_TRY(const std::string text, readTextFile(folder / "pairs.csv", kMaxTableBytes));
    NEFES_TRY(const CsvTable table, parseCsv(text));
    const auto mask = table.column("mask");
    const auto image = table.column("image");
    if (!mask || !image) {
        return fail(ErrorCode::DatasetInvalid, "pairs.csv needs the columns mask and image");
    }
    std::vector<std::pair<fs::path, fs::path>> films;
    films.reserve(table.rows.size());
    for (const auto& row : table.rows) {
        films.emplace_back(folder / pathFromUtf8(row[*image]), folder / pathFromUtf8(row[*mask]));
    }
    return films;
}

Result<MarkedLungs> readMarkedLungs(const fs::path& folder, const DecodingTools& tools,
                                    std::stop_token stop)
{
    NEFES_TRY(const auto films, markedFilms(folder));
    MarkedLungs result;
    Sha256 digest;
    for (const auto& [film, mask] : films) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "cancelled");
        }
        const auto pair = readPair(film, mask, tools, stop);
        if (!pair) {
            result.unreadable.push_back({film, pair.error()});
            continue;
        }
        LungSamples& samples = result.samples;
        samples.planes.insert(samples.planes.end(), pair->image.values.begin(),
                              pair->image.values.end());
        samples.masks.insert(samples.masks.end(), pair->mask.values.begin(),
                             pair->mask.values.end());
        result.images.push_back(film);
        digest.add(std::as_bytes(std::span(pair->digests)));
    }
    if (result.images.empty()) {
        return fail(ErrorCode::DatasetEmpty, "pairs.csv names no file that can be read");
    }
    result.sha256 = digest.finish();
    return result;
}

Result<std::vector<float>> findLungs(LungFinder& finder, const DecodedImage& image,
                                     const PlaneOperations& operations)
{
    return findLungs(finder, renderedPlane(image), operations);
}

} // namespace nefes::ml
