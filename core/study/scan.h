// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include "core/image/image_reader.h"

#include <filesystem>
#include <functional>
#include <stop_token>
#include <vector>

namespace nefes::study {

/// A file that cannot be shown, and why.
struct ScanFailure {
    std::filesystem::path path;
    Error error;
};

/// What the caller hears while a scan goes on, on the scanning thread; either may be empty.
struct ScanSink {
    std::function<void(const FileSummary&)> found;
    std::function<void(const ScanFailure&)> failed;
    Progress progress; ///< files done, files found so far
};

/// Whether a file is called as images are: "a.dcm", "b.JPEG".
[[nodiscard]] bool hasImageName(const std::filesystem::path& file);

/// Whether a file that lies in a folder, and was not named, is passed over: it is no image, by its
/// content and by its name.
[[nodiscard]] bool isForeign(const std::filesystem::path& file, const Error& error);

/// Calls `found` for each file below a folder, sorted by path, and `failed`, which may be empty, in
/// its place for each folder that cannot be read. Links to folders are not followed; links that
/// lead nowhere count as files where they are called as images are.
void walkFolder(const std::filesystem::path& folder,
                const std::function<void(const std::filesystem::path&)>& found,
                const std::function<void(const ScanFailure&)>& failed, const std::stop_token& stop);

/// Every file below the paths, in the order given, folders recursively and sorted by path. A folder
/// that cannot be read is passed to `failed`. As walkFolder.
[[nodiscard]] std::vector<std::filesystem::path>
listFiles(const std::vector<std::filesystem::path>& paths,
          const std::function<void(const ScanFailure&)>& failed, std::stop_token stop);

/// Reads the header of every file below the paths. Files named directly that are not images are
/// failures; inside folders, foreign ones are passed over in silence. Cancelled when stopped.
[[nodiscard]] Result<void> scan(const std::vector<std::filesystem::path>& paths,
                                const ImageReader& reader, const ScanSink& sink,
                                std::stop_token stop);

} // namespace nefes::study
