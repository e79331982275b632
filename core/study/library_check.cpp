// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/library_check.h"

#include "core/study/library_schema_p.h"
#include "core/study/sqlite_p.h"

#include <sqlite3.h>
#include <unistd.h>
#include <zip.h>

#include <system_error>

namespace nefes::study {

Result<LibraryCheck> checkLibrary(const std::filesystem::path& folder)
{
    LibraryCheck check;
    check.knownForm = librarySchemaVersion();
    const std::filesystem::path file = folder / "library.sqlite";
    std::error_code error;
    check.exists = std::filesystem::exists(file, error);
    if (!check.exists) {
        return check;
    }
    NEFES_TRY(Database database, Database::open(file, true));
    NEFES_TRY(check.form, libraryForm(database));
    {
        NEFES_TRY(Statement sound, database.prepare("PRAGMA quick_check(1)"));
        NEFES_TRY(const bool hasAnswer, sound.step());
        if (!hasAnswer || sound.text(0) != "ok") {
            return fail(ErrorCode::DamagedFile, "quick_check finds damage");
        }
    }
    if (check.form > 0) {
        NEFES_TRY(Statement count, database.prepare("SELECT count(*) FROM study"));
        NEFES_TRY(const bool hasCount, count.step());
        check.studies = hasCount ? count.integer(0) : 0;
    }
    check.isWritable =
        ::access(file.c_str(), W_OK) == 0 && ::access(folder.c_str(), W_OK | X_OK) == 0;
    return check;
}

std::vector<LibraryVersion> libraryVersions()
{
    return {{.name = "SQLite", .version = sqlite3_libversion()},
            {.name = "libzip", .version = zip_libzip_version()}};
}

} // namespace nefes::study
