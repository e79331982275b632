// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/library.h"

#include "core/base/files.h"

#include "core/study/library_files_p.h"
#include "core/study/library_p.h"
#include "core/study/library_rows_p.h"
#include "core/study/library_schema_p.h"

#include <fmt/format.h>

#include <mutex>
#include <system_error>
#include <utility>

namespace nefes::study {

namespace fs = std::filesystem;

namespace {

Result<void> readEntries(Library::Impl& library, Statement& rows)
{
    while (true) {
        NEFES_TRY(const bool hasRow, rows.step());
        if (!hasRow) {
            return {};
        }
        library.workList.put({.id = rows.integer(0),
                              .search = rows.text(1),
                              .date = rows.text(2),
                              .name = rows.text(3),
                              .modality = rows.text(4),
                              .score = rows.number(5).value_or(-1.0),
                              .isRead = rows.integer(6) != 0});
    }
}

std::string entryColumns()
{
    return fmt::format("SELECT id, search, date || ' ' || time, sort_name, "
                       "modalities || ' ' || views, {}, is_read FROM study",
                       kSuspicion);
}

LibraryDecision decisionFrom(std::int64_t number)
{
    const bool isKnown = number >= 0 && number <= static_cast<int>(LibraryDecision::Above);
    return isKnown ? static_cast<LibraryDecision>(number) : LibraryDecision::Unknown;
}

Result<Database> openDatabase(const fs::path& file)
{
    NEFES_TRY(Database database, Database::open(file, false));
    NEFES_TRY(const int form, libraryForm(database)); // before anything is written
    NEFES_CHECK(database.execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
                                 "PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536"));
    NEFES_CHECK(migrateLibrary(database, form));
    NEFES_TRY(Statement check, database.prepare("PRAGMA quick_check(1)"));
    NEFES_TRY(const bool hasRow, check.step());
    if (!hasRow || check.text(0) != "ok") {
        return fail(ErrorCode::DamagedFile, "the check of the database found damage");
    }
    std::error_code ignored;
    if (form == 0 && fs::exists(file.parent_path() / kFilesFolder, ignored)) {
        // A new index beside old files: the database was deleted or emptied.
        NEFES_TRY(Statement note,
                  database.prepare("INSERT OR IGNORE INTO unfinished_copy VALUES(?)"));
        NEFES_CHECK(note.bind(1, kFilesFolder).run());
    }
    return database;
}

} // namespace

std::string takeLeadingScore(std::string_view condition)
{
    return fmt::format(
        "UPDATE study SET ({0})=(SELECT {0} FROM instance JOIN series ON "
        "  series.id=instance.series WHERE series.study=study.id AND instance.score IS NOT NULL "
        "  ORDER BY {1} DESC LIMIT 1) "
        "WHERE id IN (SELECT series.study FROM instance JOIN series ON "
        "  series.id=instance.series WHERE instance.uid {2})",
        kScoreColumns, kSuspicion, condition);
}

Result<void> deleteDoomed(Library::Impl& library)
{
    NEFES_TRY(const std::vector<std::string> paths,
              column(library.database, "SELECT path FROM doomed_file"));
    for (const std::string& path : paths) {
        std::error_code ignored;
        const fs::path file = library.fullPath(path);
        fs::remove(file, ignored);
        fs::remove(file.parent_path(), ignored); // only when it is empty
    }
    return paths.empty() ? Result<void>() : library.database.execute("DELETE FROM doomed_file");
}

Result<void> loadWorkList(Library::Impl& library)
{
    NEFES_TRY(Statement rows, library.database.prepare(entryColumns()));
    return readEntries(library, rows);
}

Result<void> refresh(Library::Impl& library, std::span<const StudyId> studies)
{
    NEFES_TRY(Statement rows, library.database.prepare(entryColumns() + " WHERE id=?"));
    for (const StudyId study : studies) {
        rows.bind(1, study);
        NEFES_CHECK(readEntries(library, rows));
        rows.reset();
    }
    return {};
}

std::string Library::Impl::storedPath(const fs::path& path) const
{
    return toUtf8(isBelow(path, folder) ? path.lexically_relative(folder) : path);
}

Library::Library(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

Library::~Library() = default;

Result<std::shared_ptr<Library>> Library::open(const fs::path& folder, const fs::path& temporary)
{
    const fs::path place = plainPath(folder);
    std::error_code error;
    if (fs::create_directories(place, error)) {
        fs::permissions(place, fs::perms::owner_all, error); // patients are nobody else's business
    }
    const fs::path file = place / "library.sqlite";
    Result<Database> database = openDatabase(file);
    if (!database && database.error().code == ErrorCode::DamagedFile) {
        NEFES_TRY(const fs::path aside, moveAside(file));
        database = openDatabase(file);
        if (database) {
            salvageLibrary(aside, *database);
            NEFES_TRY(Statement note,
                      database->prepare("INSERT OR IGNORE INTO moved_aside VALUES(?)"));
            NEFES_CHECK(note.bind(1, toUtf8(aside)).run());
        }
    }
    if (!database) {
        return tl::unexpected(database.error());
    }
    // NOLINTNEXTLINE(modernize-make-unique): which cannot name the members of an aggregate
    auto impl = std::unique_ptr<Impl>(new Impl{.folder = place,
                                               .temporary = plainPath(temporary),
                                               .database = *std::move(database),
                                               .workList = {},
                                               .mutex = {}});
    NEFES_CHECK(deleteDoomed(*impl));
    NEFES_CHECK(loadWorkList(*impl));
    static_cast<void>(impl->workList.find({})); // sorted before anybody waits for it
    return std::shared_ptr<Library>(new Library(std::move(impl)));
}

fs::path Library::movedAside() const
{
    const std::scoped_lock lock(m_impl->mutex);
    const auto paths = column(m_impl->database, "SELECT path FROM moved_aside");
    return paths && !paths->empty() ? pathFromUtf8(paths->back()) : fs::path();
}

bool Library::needsRebuild() const
{
    const std::scoped_lock lock(m_impl->mutex);
    return hasRows(m_impl->database, "unfinished_copy").value_or(false) ||
           hasRows(m_impl->database, "moved_aside").value_or(false);
}

Result<void> Library::remove(std::span<const StudyId> studies)
{
    const std::scoped_lock lock(m_impl->mutex);
    NEFES_TRY(Transaction transaction, Transaction::begin(m_impl->database));
    NEFES_TRY(Statement doom,
              m_impl->database.prepare(
                  "INSERT OR IGNORE INTO doomed_file SELECT path FROM instance JOIN series ON "
                  "series.id=instance.series WHERE is_copy AND series.study=?"));
    NEFES_TRY(Statement remove, m_impl->database.prepare("DELETE FROM study WHERE id=?"));
    for (const StudyId study : studies) {
        NEFES_CHECK(doom.bind(1, study).run());
        NEFES_CHECK(remove.bind(1, study).run());
    }
    NEFES_CHECK(m_impl->database.execute(
        "DELETE FROM patient WHERE id NOT IN (SELECT patient FROM study)"));
    NEFES_CHECK(transaction.commit());
    for (const StudyId study : studies) {
        m_impl->workList.remove(study);
    }
    return deleteDoomed(*m_impl);
}

Result<void> Library::setRead(std::span<const StudyId> studies, bool isRead)
{
    const std::scoped_lock lock(m_impl->mutex);
    NEFES_TRY(Transaction transaction, Transaction::begin(m_impl->database));
    NEFES_TRY(Statement row, m_impl->database.prepare("UPDATE study SET is_read=? WHERE id=?"));
    for (const StudyId study : studies) {
        NEFES_CHECK(row.bind(1, std::int64_t{isRead}).bind(2, study).run());
    }
    NEFES_CHECK(transaction.commit());
    return refresh(*m_impl, studies);
}

Result<bool> Library::setScore(const std::string& sopInstanceUid, const LibraryScore& score)
{
    const std::scoped_lock lock(m_impl->mutex);
    NEFES_TRY(Transaction transaction, Transaction::begin(m_impl->database));
    NEFES_TRY(Statement row,
              m_impl->database.prepare(fmt::format(
                  "UPDATE instance SET ({})=(?,?,?,?,?,?,?) WHERE uid=?", kScoreColumns)));
    row.bind(1, score.probability).bind(2, score.label).bind(3, score.model);
    row.bind(4, static_cast<std::int64_t>(score.decision));
    if (score.margin) { // else the column becomes NULL
        row.bind(5, *score.margin);
    }
    row.bind(6, score.nameEn).bind(7, score.nameTr);
    NEFES_CHECK(row.bind(8, sopInstanceUid).run());
    if (m_impl->database.changes() == 0) {
        return false;
    }
    NEFES_TRY(Statement study, m_impl->database.prepare(takeLeadingScore("=?") + " RETURNING id"));
    study.bind(1, sopInstanceUid);
    NEFES_TRY(const bool hasStudy, study.step());
    const StudyId id = hasStudy ? study.integer(0) : 0;
    study.reset();
    NEFES_CHECK(transaction.commit());
    NEFES_CHECK(refresh(*m_impl, std::span(&id, 1)));
    return true;
}

std::vector<StudyId> Library::find(const LibraryQuery& query)
{
    const std::scoped_lock lock(m_impl->mutex);
    return m_impl->workList.find(query);
}

Result<std::vector<LibraryStudy>> Library::read(std::span<const StudyId> studies)
{
    const std::scoped_lock lock(m_impl->mutex);
    NEFES_TRY(Statement row,
              m_impl->database.prepare(fmt::format(
                  "SELECT study.uid, patient.name, patient.patient_id, date, time, description, "
                  "modalities, views, images, is_read, {} FROM study "
                  "JOIN patient ON patient.id=study.patient WHERE study.id=?",
                  kScoreColumns)));
    std::vector<LibraryStudy> result;
    for (const StudyId id : studies) {
        row.bind(1, id);
        NEFES_TRY(const bool hasRow, row.step());
        if (hasRow) {
            LibraryStudy study{.id = id,
                               .uid = row.text(0),
                               .patientName = row.text(1),
                               .patientId = row.text(2),
                               .date = row.text(3),
                               .time = row.text(4),
                               .description = row.text(5),
                               .modalities = row.text(6),
                               .views = row.text(7),
                               .imageCount = static_cast<int>(row.integer(8)),
                               .isRead = row.integer(9) != 0,
                               .score = {}};
            if (const auto score = row.number(10)) {
                study.score = LibraryScore{.label = row.text(11),
                                           .probability = *score,
                                           .model = row.text(12),
                                           .decision = decisionFrom(row.integer(13)),
                                           .margin = row.number(14),
                                           .nameEn = row.text(15),
                                           .nameTr = row.text(16)};
            }
            result.push_back(std::move(study));
        }
        row.reset();
    }
    return result;
}

Result<std::vector<fs::path>> Library::files(StudyId study)
{
    const std::scoped_lock lock(m_impl->mutex);
    NEFES_TRY(Statement rows,
              m_impl->database.prepare("SELECT path FROM instance JOIN series ON "
                                       "series.id=instance.series WHERE series.study=? "
                                       "ORDER BY series.id, instance.id"));
    rows.bind(1, study);
    std::vector<fs::path> paths;
    while (true) {
        NEFES_TRY(const bool hasRow, rows.step());
        if (!hasRow) {
            return paths;
        }
        paths.push_back(m_impl->fullPath(rows.text(0)));
    }
}

} // namespace nefes::study
