// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/scan.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

namespace nefes::study {
namespace {

namespace fs = std::filesystem;

/// Adds the files below a folder, sorted by path; each level's failure is told, the rest goes on.
void listFolder(const fs::path& folder, std::vector<fs::path>& files,
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
            listFolder(entry.path(), files, failed, stop);
        } else if (entry.is_regular_file(ignored)) {
            files.push_back(entry.path());
        }
    }
}

} // namespace

std::vector<fs::path> listFiles(const std::vector<fs::path>& paths,
                                const std::function<void(const ScanFailure&)>& failed,
                                std::stop_token stop)
{
    std::vector<fs::path> files;
    for (const fs::path& path : paths) {
        std::error_code ignored;
        if (fs::is_directory(path, ignored)) {
            listFolder(path, files, failed, stop);
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
            // A folder of images may hold anything else; only what was asked for is an error.
            const bool isForeign = summary.error().code == ErrorCode::UnknownFormat ||
                                   summary.error().code == ErrorCode::FileEmpty;
            if (named.contains(files[i]) || !isForeign) {
                sink.failed({files[i], summary.error()});
            }
        }
        report(sink.progress, i + 1, files.size());
    }
    return {};
}

} // namespace nefes::study
