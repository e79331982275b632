// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/library_schema_p.h"

#include <fmt/format.h>

#include <array>
#include <string>

namespace nefes::study {
namespace {

/// Written into the file's header, so that a database of another program is not taken for ours.
constexpr int kApplicationId = 0x4e464553; // "NFES"

/// Each brings the tables from the form of its index to the next one; never changed once released.
constexpr std::array kMigrations{
    // 0 → 1: patients, studies, series, instances. The work list reads the study table alone.
    R"(
CREATE TABLE patient(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient_id TEXT NOT NULL, name TEXT NOT NULL, birth_date TEXT NOT NULL, sex TEXT NOT NULL,
    UNIQUE(patient_id, name));
CREATE TABLE study(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    patient INTEGER NOT NULL REFERENCES patient(id),
    uid TEXT NOT NULL UNIQUE,
    date TEXT NOT NULL, time TEXT NOT NULL, description TEXT NOT NULL, accession TEXT NOT NULL,
    modalities TEXT NOT NULL DEFAULT '', views TEXT NOT NULL DEFAULT '',
    images INTEGER NOT NULL DEFAULT 0,
    is_read INTEGER NOT NULL DEFAULT 0,
    score REAL, score_label TEXT NOT NULL DEFAULT '', score_model TEXT NOT NULL DEFAULT '',
    sort_name TEXT NOT NULL, search TEXT NOT NULL);
CREATE TABLE series(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    study INTEGER NOT NULL REFERENCES study(id) ON DELETE CASCADE,
    uid TEXT NOT NULL, description TEXT NOT NULL, modality TEXT NOT NULL, number TEXT NOT NULL,
    UNIQUE(study, uid));
CREATE TABLE instance(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    series INTEGER NOT NULL REFERENCES series(id) ON DELETE CASCADE,
    uid TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL, is_copy INTEGER NOT NULL,
    number TEXT NOT NULL, view TEXT NOT NULL, has_image INTEGER NOT NULL,
    score REAL, score_label TEXT NOT NULL DEFAULT '', score_model TEXT NOT NULL DEFAULT '');
CREATE INDEX study_by_patient ON study(patient);
CREATE INDEX instance_by_series ON instance(series);
)",
    // 1 → 2: what a killed import, removal or repair left to be done.
    R"(
CREATE TABLE unfinished_copy(folder TEXT PRIMARY KEY);
CREATE TABLE doomed_file(path TEXT PRIMARY KEY);
CREATE TABLE saved_link(path TEXT PRIMARY KEY);
CREATE TABLE saved_study(uid TEXT PRIMARY KEY, is_read INTEGER NOT NULL);
CREATE TABLE saved_score(instance_uid TEXT PRIMARY KEY, score REAL, label TEXT, model TEXT);
CREATE TABLE moved_aside(path TEXT PRIMARY KEY);
)",
    // 2 → 3: what a score means; 2 is LibraryDecision::Unknown.
    R"(
ALTER TABLE instance ADD COLUMN score_decision INTEGER NOT NULL DEFAULT 2;
ALTER TABLE instance ADD COLUMN score_margin REAL;
ALTER TABLE instance ADD COLUMN score_name_en TEXT NOT NULL DEFAULT '';
ALTER TABLE instance ADD COLUMN score_name_tr TEXT NOT NULL DEFAULT '';
ALTER TABLE study ADD COLUMN score_decision INTEGER NOT NULL DEFAULT 2;
ALTER TABLE study ADD COLUMN score_margin REAL;
ALTER TABLE study ADD COLUMN score_name_en TEXT NOT NULL DEFAULT '';
ALTER TABLE study ADD COLUMN score_name_tr TEXT NOT NULL DEFAULT '';
ALTER TABLE saved_score ADD COLUMN decision INTEGER NOT NULL DEFAULT 2;
ALTER TABLE saved_score ADD COLUMN margin REAL;
ALTER TABLE saved_score ADD COLUMN name_en TEXT NOT NULL DEFAULT '';
ALTER TABLE saved_score ADD COLUMN name_tr TEXT NOT NULL DEFAULT '';
)",
};

Result<int> pragma(Database& database, const char* name)
{
    NEFES_TRY(Statement statement, database.prepare(fmt::format("PRAGMA {}", name)));
    NEFES_TRY(const bool hasRow, statement.step());
    return hasRow ? static_cast<int>(statement.integer(0)) : 0;
}

/// Copies rows until the damage begins.
void salvageRows(Database& damaged, Database& database, std::string_view from, std::string_view to,
                 int columns)
{
    Result<Statement> source = damaged.prepare(from);
    Result<Statement> target = database.prepare(to);
    while (source && target) {
        const Result<bool> hasRow = source->step();
        if (!hasRow || !*hasRow) {
            return;
        }
        for (int column = 0; column < columns; ++column) {
            target->bind(column + 1, source->text(column));
        }
        static_cast<void>(target->run());
    }
}

} // namespace

int librarySchemaVersion()
{
    return static_cast<int>(kMigrations.size());
}

Result<int> libraryForm(Database& database)
{
    NEFES_TRY(const int application, pragma(database, "application_id"));
    NEFES_TRY(const int version, pragma(database, "user_version"));
    if (application != kApplicationId && (application != 0 || version != 0)) {
        return fail(ErrorCode::DamagedFile, "a database of another program");
    }
    if (version > librarySchemaVersion() || version < 0) {
        return fail(
            ErrorCode::UnsupportedFormat,
            fmt::format("form {} of the library, known up to {}", version, librarySchemaVersion()));
    }
    return version;
}

Result<void> migrateLibrary(Database& database, int form)
{
    for (; form < librarySchemaVersion(); ++form) {
        NEFES_TRY(Transaction transaction, Transaction::begin(database));
        NEFES_TRY(const int now, pragma(database, "user_version"));
        if (now > form) {
            continue; // another window was first
        }
        NEFES_CHECK(database.execute(kMigrations[static_cast<std::size_t>(form)]));
        NEFES_CHECK(database.execute(fmt::format("PRAGMA application_id={}; PRAGMA user_version={}",
                                                 kApplicationId, form + 1)
                                         .c_str()));
        NEFES_CHECK(transaction.commit());
    }
    return {};
}

void salvageLibrary(const std::filesystem::path& damaged, Database& database)
{
    Result<Database> source = Database::open(damaged, true);
    if (!source) {
        return;
    }
    salvageRows(*source, database, "SELECT path FROM instance WHERE is_copy=0",
                "INSERT OR IGNORE INTO saved_link VALUES(?)", 1);
    salvageRows(*source, database, "SELECT uid, is_read FROM study WHERE is_read=1",
                "INSERT OR IGNORE INTO saved_study VALUES(?,?)", 2);
    salvageRows(*source, database,
                "SELECT uid, score, score_label, score_model, score_decision, "
                "coalesce(score_margin, score), score_name_en, score_name_tr FROM instance "
                "WHERE score IS NOT NULL",
                "INSERT OR IGNORE INTO saved_score(instance_uid, score, label, model, decision, "
                "margin, name_en, name_tr) VALUES(?,?,?,?,?,?,?,?)",
                8);
    // An older form of the index has these alone.
    salvageRows(*source, database,
                "SELECT uid, score, score_label, score_model FROM instance WHERE score IS NOT NULL",
                "INSERT OR IGNORE INTO saved_score(instance_uid, score, label, model) "
                "VALUES(?,?,?,?)",
                4);
}

} // namespace nefes::study
