// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/scan.h"

#include "core/base/files.h"
#include "core/base/letters.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace nefes::study {
namespace {

namespace fs = std::filesystem;

/// Of the formats that are read.
constexpr std::array<std::string_view, 11> kImageEndings{
    ".dcm", ".dicom", ".dic", ".ima", ".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".jp2", ".j2k"};

} // namespace

bool hasImageName(const fs::path& file)
{
    const std::string ending = lowerAscii(toUtf8(file.extension()));
    // What macOS leaves beside a file on a stick has its ending, and a point in front.
    return !toUtf8(file.filename()).starts_with('.') &&
           std::ranges::find(kImageEndings, ending) != kImageEndings.end();
}

bool isForeign(const fs::path& file, const Error& error)
{
    return (error.code == ErrorCode::UnknownFormat || error.code == ErrorCode::FileEmpty) &&
           !hasImageName(file);
}

void walkFolder(const fs::path& folder, const std::function<void(const fs::path&)>& found,
                const std::function<void(const ScanFailure&)>& failed, const std::stop_token& stop)
{
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        entries.push_back(*it);
    }
    if (error && failed) {
        failed({folder, Error{ErrorCode::FileUnreadable, error.message()}});
    }
    std::ranges::sort(entries);
    for (const fs::directory_entry& entry : entries) {
        if (stop.stop_requested()) {
            return;
        }
        std::error_code ignored;
        if (entry.is_symlink(ignored) && entry.is_directory(ignored)) {
            continue;
        }
        if (entry.is_directory(ignored)) {
            walkFolder(entry.path(), found, failed, stop);
        } else if (entry.is_regular_file(ignored) || hasImageName(entry.path())) {
            // A link that leads nowhere cannot be read, which whoever reads it tells.
            found(entry.path());
        }
    }
}

std::vector<fs::path> listFiles(const std::vector<fs::path>& paths,
                                const std::function<void(const ScanFailure&)>& failed,
                                std::stop_token stop)
{
    std::vector<fs::path> files;
    for (const fs::path& path : paths) {
        std::error_code ignored;
        if (fs::is_directory(path, ignored)) {
            walkFolder(
                path, [&files](const fs::path& file) { files.push_back(file); }, failed, stop);
        } else {
            files.push_back(path);
        }
    }
    return files;
}

Result<void> scan(const std::vector<fs::path>& paths, const ImageReader& reader,
                  const ScanSink& sink, std::stop_token stop)
{
    const std::set<fs::path> named(paths.begin(), paths.end());
    const std::vector<fs::path> files = listFiles(paths, sink.failed, stop);
    const auto cancelled = fail(ErrorCode::Cancelled, "the scan was cancelled");
    if (stop.stop_requested()) {
        return cancelled;
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (stop.stop_requested()) {
            return cancelled;
        }
        const auto summary = reader.summarise(files[i]);
        if (summary && sink.found) {
            sink.found(*summary);
        } else if (!summary && sink.failed) {
            // A folder of images may hold anything else.
            if (named.contains(files[i]) || !isForeign(files[i], summary.error())) {
                sink.failed({files[i], summary.error()});
            }
        }
        report(sink.progress, i + 1, files.size());
    }
    return {};
}

} // namespace nefes::study
