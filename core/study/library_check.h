// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/machine.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace nefes::study {

/// What a look at the library from outside says.
struct LibraryCheck {
    bool exists = false;
    int form = 0;      ///< of the tables; 0: new
    int knownForm = 0; ///< the newest that this program knows
    std::int64_t studies = 0;
    bool isWritable = false;
};

/// Looks at folder/library.sqlite and changes nothing: a damaged database stays where it is.
/// DamagedFile, UnsupportedFormat when a newer version of the program wrote it. Blocks on the disk.
[[nodiscard]] Result<LibraryCheck> checkLibrary(const std::filesystem::path& folder);

/// SQLite and libzip as they are loaded.
[[nodiscard]] std::vector<LibraryVersion> libraryVersions();

} // namespace nefes::study
