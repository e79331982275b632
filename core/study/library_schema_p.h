// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/sqlite_p.h"

#include <filesystem>

namespace nefes::study {

/// The form of the database that this program writes.
[[nodiscard]] int librarySchemaVersion();

/// The form of a database, 0 for a new one; changes nothing. UnsupportedFormat when it is newer
/// than the program, DamagedFile when it is no library.
[[nodiscard]] Result<int> libraryForm(Database& database);

/// Brings the tables from a form to the newest one, one migration after the other, each a
/// transaction.
[[nodiscard]] Result<void> migrateLibrary(Database& database, int form);

/// Links, scores and what was read, as far as they can be read from a damaged database, for the
/// next rebuild.
void salvageLibrary(const std::filesystem::path& damaged, Database& database);

} // namespace nefes::study
