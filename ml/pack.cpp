// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/pack.h"

#include "core/base/digest.h"

#include "ml/image_changes.h"
#include "ml/json_forms.h"
#include "ml/json_object.h"
#include "ml/lung_frame.h"
#include "ml/preprocess.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <functional>
#include <map>
#include <optional>
#include <system_error>
#include <thread>

namespace nefes::ml {
namespace {

namespace fs = std::filesystem;

/// Entries decoded between two writes: enough to keep the threads busy, little enough memory.
constexpr std::size_t kBlock = 128;

struct DecodedEntry {
    std::string sha256;
    GrayPlane plane;
};

Result<DecodedEntry> decode(const DatasetEntry& entry, const InputSpecification& input,
                            const DecodingTools& tools, const std::stop_token& stop)
{
    DecodedEntry decoded;
    NEFES_TRY(decoded.sha256, sha256OfFile(entry.path));
    NEFES_TRY(const auto image, tools.reader.read(entry.path, 0, stop));
    GrayPlane plane = renderedPlane(*image);
    if (!entry.change.empty()) {
        plane = changedPlane(plane, entry.change, toUtf8(entry.path.filename()));
    }
    NEFES_TRY(const auto frame, inputFrame(plane, input, tools.lungs.get(), tools.operations));
    decoded.plane = inputPlane(plane, input, tools.operations, frame);
    return decoded;
}

/// Decodes entries [first, last) on several threads; the order of the results is that of the
/// entries.
std::vector<Result<DecodedEntry>> decodeBlock(const Dataset& dataset, std::size_t first,
                                              std::size_t last, const InputSpecification& input,
                                              const DecodingTools& tools,
                                              const std::stop_token& stop)
{
    std::vector<Result<DecodedEntry>> results(last - first,
                                              fail(ErrorCode::Cancelled, "cancelled"));
    std::atomic<std::size_t> next{first};
    const auto work = [&] {
        for (std::size_t i = next++; i < last && !stop.stop_requested(); i = next++) {
            results[i - first] = decode(dataset.entries[i], input, tools, stop);
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (int i = 1; i < tools.threads; ++i) {
            helpers.emplace_back(work);
        }
        work();
    }
    return results;
}

SampleInfo infoOf(const DatasetEntry& entry, const std::vector<std::string>& classes,
                  std::string sha256)
{
    SampleInfo info;
    info.file = entry.file;
    info.sha256 = std::move(sha256);
    info.label =
        static_cast<int>(std::find(classes.begin(), classes.end(), entry.label) - classes.begin());
    info.split = entry.split.value_or(Split::Train);
    info.patient = entry.patient;
    info.source = entry.source;
    info.ageGroup = entry.ageGroup;
    info.view = entry.view;
    info.licence = entry.value("licence");
    return info;
}

Result<std::vector<UnreadableFile>>
writeStore(const Dataset& dataset, const InputSpecification& input, const fs::path& file,
           const DecodingTools& tools, const Progress& progress, const std::stop_token& stop)
{
    NEFES_TRY(auto writer, SampleStoreWriter::create(file, input, dataset.classes));
    std::vector<UnreadableFile> unreadable;
    const std::size_t total = dataset.entries.size();
    for (std::size_t first = 0; first < total; first += kBlock) {
        const std::size_t last = std::min(first + kBlock, total);
        auto block = decodeBlock(dataset, first, last, input, tools, stop);
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "cancelled");
        }
        for (std::size_t i = first; i < last; ++i) {
            Result<DecodedEntry>& decoded = block[i - first];
            if (!decoded) {
                unreadable.push_back({dataset.entries[i].path, decoded.error()});
                continue;
            }
            NEFES_CHECK(
                writer->add(infoOf(dataset.entries[i], dataset.classes, std::move(decoded->sha256)),
                            decoded->plane.values));
        }
        report(progress, last, total);
    }
    if (unreadable.size() == total) {
        return fail(ErrorCode::DatasetEmpty, "not one of the files can be read");
    }
    NEFES_CHECK(writer->finish());
    return unreadable;
}

/// What a plane is called in the cache: the absolute path, and what was done to the image.
std::string cachedName(const DatasetEntry& entry)
{
    std::error_code error;
    const std::string path = toUtf8(fs::absolute(entry.path, error));
    // No path has a zero byte in it.
    return entry.change.empty() ? path : path + std::string(1, '\0') + entry.change;
}

/// Ending of the cached planes.
constexpr const char* kPlanes = ".planes";

/// To be raised when lungFrame() frames otherwise.
constexpr int kFrameVersion = 1;

/// Name of the cached planes: it changes with any file's path, size, time or change, with the
/// input, and with what frames it.
std::string cacheName(const Dataset& dataset, const InputSpecification& input,
                      const DecodingTools& tools)
{
    Sha256 digest;
    const auto add = [&digest](const std::string& text) {
        digest.add(std::as_bytes(std::span(text)));
    };
    add("planes 1\n" + jsonText(inputToJson(input)) + "\n");
    if (input.area == InputArea::Lungs) {
        add(fmt::format("frame {} of {}\n", kFrameVersion, tools.lungsSha256));
    }
    for (const DatasetEntry& entry : dataset.entries) {
        std::error_code error;
        const auto size = fs::file_size(entry.path, error);
        const auto time = fs::last_write_time(entry.path, error).time_since_epoch().count();
        add(fmt::format("{}\t{}\t{}\n", cachedName(entry), size, time));
    }
    return digest.finish().substr(0, 32) + kPlanes;
}

/// The cached planes with the labels and splits of now. Their `file` is the cachedName.
Result<PackedDataset> applyToCached(const Dataset& dataset, const SampleStore& cached,
                                    const DecodingTools& tools, const std::stop_token& stop)
{
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < cached.samples().size(); ++i) {
        places[cached.samples()[i].file] = i;
    }
    PackedDataset packed;
    std::vector<std::size_t> planes;
    std::vector<SampleInfo> infos;
    for (const DatasetEntry& entry : dataset.entries) {
        const auto found = places.find(cachedName(entry));
        if (found == places.end()) {
            // It could not be read before; say why again.
            auto again = decode(entry, cached.input(), tools, stop);
            packed.unreadable.push_back(
                {entry.path, again ? Error{ErrorCode::FileUnreadable, "could not be read before"}
                                   : std::move(again).error()});
            continue;
        }
        planes.push_back(found->second);
        infos.push_back(infoOf(entry, dataset.classes, cached.samples()[found->second].sha256));
    }
    if (infos.empty()) {
        return fail(ErrorCode::DatasetEmpty, "not one of the files can be read");
    }
    packed.store = cached.rearranged(planes, std::move(infos), dataset.classes);
    return packed;
}

/// Whether a file is one that a process was writing which is gone: "NAME.planes.PID.part".
bool isAbandoned(const fs::path& file)
{
    const std::string process = toUtf8(file.stem().extension());
    int id = 0;
    const auto [rest, error] =
        std::from_chars(process.data() + std::min<std::size_t>(1, process.size()),
                        process.data() + process.size(), id);
    return file.extension() == ".part" && file.stem().stem().extension() == kPlanes &&
           error == std::errc() && rest == process.data() + process.size() && id > 1 &&
           ::kill(id, 0) != 0 && errno == ESRCH;
}

} // namespace

void cleanCache(const fs::path& cacheFolder, std::uint64_t bytes)
{
    struct Store {
        fs::file_time_type used;
        std::uint64_t size = 0;
        fs::path file;
    };
    std::vector<Store> stores;
    std::error_code error;
    for (fs::directory_iterator it(cacheFolder, error), end; !error && it != end;
         it.increment(error)) {
        std::error_code ignored;
        if (isAbandoned(it->path())) {
            fs::remove(it->path(), ignored);
        } else if (it->path().extension() == kPlanes && it->is_regular_file(ignored)) {
            stores.push_back({it->last_write_time(ignored), it->file_size(ignored), it->path()});
        }
    }
    std::ranges::sort(stores, std::ranges::greater(), &Store::used);
    std::uint64_t sum = 0;
    for (const Store& store : stores) {
        sum += store.size;
        if (sum > bytes && &store != &stores.front()) {
            // Only the name goes while somebody has it mapped.
            std::error_code ignored;
            fs::remove(store.file, ignored);
        }
    }
}

Result<PackedDataset> packDataset(const Dataset& dataset, const InputSpecification& input,
                                  const fs::path& file, const DecodingTools& tools,
                                  const Progress& progress, std::stop_token stop)
{
    PackedDataset packed;
    NEFES_TRY(packed.unreadable, writeStore(dataset, input, file, tools, progress, stop));
    NEFES_TRY(packed.store, SampleStore::open(file));
    return packed;
}

Result<PackedDataset> packThroughCache(const Dataset& dataset, const InputSpecification& input,
                                       const fs::path& cacheFolder, const DecodingTools& tools,
                                       const Progress& progress, std::stop_token stop)
{
    std::error_code error;
    fs::create_directories(cacheFolder, error);
    const fs::path file = cacheFolder / cacheName(dataset, input, tools);
    auto cached = SampleStore::open(file);
    if (cached) {
        fs::last_write_time(file, fs::file_time_type::clock::now(), error); // when it was used
    } else {
        cleanCache(cacheFolder, kCacheBytes);
        Dataset byPath = dataset;
        for (DatasetEntry& entry : byPath.entries) {
            entry.file = cachedName(entry);
        }
        NEFES_CHECK(writeStore(byPath, input, file, tools, progress, stop));
        cached = SampleStore::open(file);
    }
    if (!cached) {
        return tl::unexpected(std::move(cached).error());
    }
    return applyToCached(dataset, **cached, tools, stop);
}

} // namespace nefes::ml
