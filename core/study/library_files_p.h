// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string_view>

namespace nefes::study {

/// The folder of copies within that of the library.
inline constexpr std::string_view kFilesFolder = "files";
/// The end of the name of a copy that is not complete.
inline constexpr const char* kPartSuffix = ".part";

[[nodiscard]] bool isBelow(const std::filesystem::path& path, const std::filesystem::path& folder);

/// Absolute and without detours; links are kept.
[[nodiscard]] std::filesystem::path plainPath(const std::filesystem::path& path);

/// Complete under its name or not there at all, whatever happens in between. FileNotFound,
/// FileUnreadable: the source; WriteFailed, DiskFull: the copy.
[[nodiscard]] Result<void> copyFile(const std::filesystem::path& from,
                                    const std::filesystem::path& to);

/// Renames a damaged database with its log to a name that says when, and tells the name.
[[nodiscard]] Result<std::filesystem::path> moveAside(const std::filesystem::path& file);

} // namespace nefes::study
