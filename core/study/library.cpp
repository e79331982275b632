// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/library.h"

#include "core/base/digest.h"
#include "core/base/files.h"

#include "core/study/library_schema_p.h"
#include "core/study/scan.h"
#include "core/study/search_text.h"
#include "core/study/sqlite_p.h"
#include "core/study/study_tree.h"
#include "core/study/work_list_p.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <map>
#include <mutex>
#include <system_error>
#include <utility>

namespace nefes::study {

namespace fs = std::filesystem;

struct Library::Impl {
    fs::path folder, temporary;
    Database database;
    WorkList workList;
    std::mutex mutex; ///< guards the two

    /// As the database keeps it: below the folder of the library relative to it.
    [[nodiscard]] std::string storedPath(const fs::path& path) const;
    [[nodiscard]] fs::path fullPath(const std::string& stored) const
    {
        return folder / pathFromUtf8(stored); // an absolute path stays as it is
    }
};

namespace {

constexpr std::size_t kFilesPerTransaction = 256;
constexpr std::string_view kFilesFolder = "files";
constexpr const char* kPartSuffix = ".part"; ///< of a copy that is not complete

bool isBelow(const fs::path& path, const fs::path& folder)
{
    if (folder.empty()) {
        return false;
    }
    const fs::path relative = path.lexically_relative(folder);
    return !relative.empty() && *relative.begin() != "..";
}

fs::path plainPath(const fs::path& path)
{
    std::error_code error;
    const fs::path absolute = fs::absolute(path, error);
    return (error ? path : absolute).lexically_normal();
}

std::string digestOf(const std::string& text, std::size_t digits)
{
    return sha256(std::as_bytes(std::span(text))).substr(0, digits);
}

ErrorCode writeCode(int number)
{
    return number == ENOSPC || number == EDQUOT ? ErrorCode::DiskFull : ErrorCode::WriteFailed;
}

/// What a file is known by: its SOP Instance UID, a picture by its path.
std::string instanceKey(const FileSummary& file)
{
    return file.text.sopInstanceUid.empty() ? "path:" + toUtf8(file.path)
                                            : file.text.sopInstanceUid;
}

/// Complete under its name or not there at all, whatever happens in between.
Result<void> copyFile(const fs::path& from, const fs::path& to)
{
    std::error_code error;
    fs::create_directories(to.parent_path(), error);
    fs::path part = to;
    part += kPartSuffix;
    fs::copy_file(from, part, fs::copy_options::overwrite_existing, error);
    if (error) {
        const bool isSource = error == std::errc::no_such_file_or_directory;
        return fail(isSource ? ErrorCode::FileNotFound : writeCode(error.value()), error.message());
    }
    const int descriptor = ::open(part.c_str(), O_RDONLY | O_CLOEXEC);
    const bool isOnDisk = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int number = errno;
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    if (!isOnDisk || ::rename(part.c_str(), to.c_str()) != 0) {
        const int reason = isOnDisk ? errno : number;
        fs::remove(part, error);
        return fail(writeCode(reason), std::generic_category().message(reason));
    }
    return {};
}

/// Writes the rows of files within one transaction.
class RowWriter
{
public:
    explicit RowWriter(Database& database)
        : m_database(database)
    {
    }

    /// True when the file is new.
    Result<bool> put(const Patient& patient, const Study& study, const Series& series,
                     const FileSummary& file, const std::string& path, bool isCopy)
    {
        NEFES_TRY(const std::int64_t studyId, studyRow(patient, study));
        NEFES_TRY(const std::int64_t seriesId, seriesRow(studyId, series));
        NEFES_TRY(Statement known, m_database.prepare("SELECT id FROM instance WHERE uid=?"));
        known.bind(1, instanceKey(file));
        NEFES_TRY(const bool isKnown, known.step());
        NEFES_TRY(Statement row,
                  m_database.prepare(
                      "INSERT INTO instance(series, uid, path, is_copy, number, view, has_image) "
                      "VALUES(?,?,?,?,?,?,?) ON CONFLICT(uid) DO UPDATE SET path=excluded.path, "
                      "is_copy=excluded.is_copy WHERE is_copy<=excluded.is_copy"));
        row.bind(1, seriesId).bind(2, instanceKey(file)).bind(3, path);
        row.bind(4, std::int64_t{isCopy}).bind(5, file.text.instanceNumber);
        row.bind(6, file.text.viewPosition).bind(7, std::int64_t{file.hasImage});
        NEFES_CHECK(row.run());
        return !isKnown;
    }

    /// What the work list shows of the studies that were touched.
    Result<std::vector<StudyId>> finish()
    {
        std::vector<StudyId> touched;
        NEFES_TRY(
            Statement row,
            m_database.prepare(
                "UPDATE study SET "
                "modalities=coalesce((SELECT replace(group_concat(DISTINCT modality), ',', ', ') "
                "  FROM series WHERE study=study.id AND modality<>''), ''), "
                "views=coalesce((SELECT replace(group_concat(DISTINCT view), ',', ', ') "
                "  FROM instance JOIN series ON series.id=instance.series "
                "  WHERE series.study=study.id AND view<>''), ''), "
                "images=(SELECT count(*) FROM instance JOIN series ON series.id=instance.series "
                "  WHERE series.study=study.id AND has_image) WHERE id=?"));
        for (const auto& [uid, id] : m_studies) {
            row.bind(1, id);
            NEFES_CHECK(row.run());
            touched.push_back(id);
        }
        return touched;
    }

private:
    Result<std::int64_t> idOf(Statement& statement)
    {
        NEFES_TRY(const bool hasRow, statement.step());
        return hasRow ? statement.integer(0) : std::int64_t{0};
    }

    Result<std::int64_t> patientRow(const Patient& patient)
    {
        NEFES_TRY(Statement find,
                  m_database.prepare("SELECT id FROM patient WHERE patient_id=? AND name=?"));
        find.bind(1, patient.id).bind(2, patient.name);
        NEFES_TRY(const std::int64_t known, idOf(find));
        if (known != 0) {
            return known;
        }
        NEFES_TRY(Statement add,
                  m_database.prepare(
                      "INSERT INTO patient(patient_id, name, birth_date, sex) VALUES(?,?,?,?)"));
        add.bind(1, patient.id).bind(2, patient.name).bind(3, patient.birthDate);
        NEFES_CHECK(add.bind(4, patient.sex).run());
        return m_database.lastId();
    }

    Result<std::int64_t> studyRow(const Patient& patient, const Study& study)
    {
        if (const auto found = m_studies.find(study.uid); found != m_studies.end()) {
            return found->second;
        }
        NEFES_TRY(Statement find, m_database.prepare("SELECT id FROM study WHERE uid=?"));
        find.bind(1, study.uid);
        NEFES_TRY(std::int64_t id, idOf(find));
        if (id == 0) {
            NEFES_TRY(const std::int64_t patientId, patientRow(patient));
            NEFES_TRY(Statement add,
                      m_database.prepare("INSERT INTO study(patient, uid, date, time, description, "
                                         "accession, sort_name, search) VALUES(?,?,?,?,?,?,?,?)"));
            const std::string name = foldedText(patient.name);
            // A blank before each part, so that a word never spans two of them.
            const std::string search =
                foldedText(fmt::format("{} \n{} \n{} \n{} \n{}", patient.name, patient.id,
                                       study.date, study.description, study.accessionNumber));
            add.bind(1, patientId).bind(2, study.uid).bind(3, study.date).bind(4, study.time);
            add.bind(5, study.description).bind(6, study.accessionNumber);
            NEFES_CHECK(add.bind(7, name).bind(8, search).run());
            id = m_database.lastId();
        }
        m_studies.emplace(study.uid, id);
        return id;
    }

    Result<std::int64_t> seriesRow(std::int64_t study, const Series& series)
    {
        const auto key = std::pair(study, series.uid);
        if (const auto found = m_series.find(key); found != m_series.end()) {
            return found->second;
        }
        NEFES_TRY(Statement find,
                  m_database.prepare("SELECT id FROM series WHERE study=? AND uid=?"));
        find.bind(1, study).bind(2, series.uid);
        NEFES_TRY(std::int64_t id, idOf(find));
        if (id == 0) {
            NEFES_TRY(Statement add,
                      m_database.prepare("INSERT INTO series(study, uid, description, modality, "
                                         "number) VALUES(?,?,?,?,?)"));
            add.bind(1, study).bind(2, series.uid).bind(3, series.description);
            NEFES_CHECK(add.bind(4, series.modality).bind(5, series.number).run());
            id = m_database.lastId();
        }
        m_series.emplace(key, id);
        return id;
    }

    Database& m_database;
    std::map<std::string, std::int64_t> m_studies;
    std::map<std::pair<std::int64_t, std::string>, std::int64_t> m_series;
};

/// A file with the groups that it stands in.
struct Placed {
    const Patient* patient;
    const Study* study;
    const Series* series;
    const FileSummary* file;
};

std::vector<Placed> flatten(const std::vector<Patient>& patients)
{
    std::vector<Placed> all;
    for (const Patient& patient : patients) {
        for (const Study& study : patient.studies) {
            for (const Series& series : study.series) {
                for (const FileSummary& file : series.files) {
                    all.push_back({&patient, &study, &series, &file});
                }
            }
        }
    }
    return all;
}

/// Where a copy lies: names that tell nothing about the patient.
fs::path placeOf(const Placed& placed)
{
    std::string suffix = toUtf8(placed.file->path.extension());
    if (placed.file->format == "dicom" || suffix.size() > 8) {
        suffix = ".dcm";
    }
    return fs::path(kFilesFolder) / digestOf(placed.study->uid, 16) /
           (digestOf(instanceKey(*placed.file), 32) + suffix);
}

Result<std::vector<std::string>> column(Database& database, std::string_view sql)
{
    NEFES_TRY(Statement rows, database.prepare(sql));
    std::vector<std::string> values;
    while (true) {
        NEFES_TRY(const bool hasRow, rows.step());
        if (!hasRow) {
            return values;
        }
        values.push_back(rows.text(0));
    }
}

Result<bool> hasRows(Database& database, std::string_view table)
{
    NEFES_TRY(Statement rows, database.prepare(fmt::format("SELECT 1 FROM {} LIMIT 1", table)));
    return rows.step();
}

/// Deletes the files of studies that were removed, also those of a removal that was killed.
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

constexpr std::string_view kEntryColumns =
    "SELECT id, search, date || ' ' || time, sort_name, modalities || ' ' || views, score, is_read "
    "FROM study";

Result<void> loadWorkList(Library::Impl& library)
{
    NEFES_TRY(Statement rows, library.database.prepare(kEntryColumns));
    return readEntries(library, rows);
}

/// Brings the list in memory to what was committed.
Result<void> refresh(Library::Impl& library, std::span<const StudyId> studies)
{
    NEFES_TRY(Statement rows,
              library.database.prepare(fmt::format("{} WHERE id=?", kEntryColumns)));
    for (const StudyId study : studies) {
        rows.bind(1, study);
        NEFES_CHECK(readEntries(library, rows));
        rows.reset();
    }
    return {};
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

/// The damaged database with its log, under a name that says when.
Result<fs::path> moveAside(const fs::path& file)
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::string stamp(32, '\0');
    stamp.resize(std::strftime(stamp.data(), stamp.size(), "%Y%m%d-%H%M%S", &parts));
    fs::path aside;
    std::error_code error;
    for (int number = 1; aside.empty() || fs::exists(aside, error); ++number) {
        aside = file.parent_path() / fmt::format("library-damaged-{}-{}.sqlite", stamp, number);
    }
    fs::rename(file, aside, error);
    if (error) {
        return fail(writeCode(error.value()), error.message());
    }
    for (const char* suffix : {"-wal", "-shm"}) {
        fs::path from = file;
        fs::path to = aside;
        fs::rename(from += suffix, to += suffix, error);
    }
    return aside;
}

} // namespace

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

Result<void> Library::check()
{
    const std::scoped_lock lock(m_impl->mutex);
    NEFES_TRY(Statement check, m_impl->database.prepare("PRAGMA integrity_check(1)"));
    NEFES_TRY(const bool hasRow, check.step());
    if (!hasRow || check.text(0) != "ok") {
        return fail(ErrorCode::DamagedFile, "the check of the database found damage");
    }
    return {};
}

Result<AddedFiles> Library::rebuild(const ImageReader& reader, const Progress& progress,
                                    std::stop_token stop)
{
    std::vector<fs::path> paths;
    {
        const std::scoped_lock lock(m_impl->mutex);
        NEFES_TRY(std::vector<std::string> stored,
                  column(m_impl->database, "SELECT folder FROM unfinished_copy"));
        if (hasRows(m_impl->database, "moved_aside").value_or(false)) {
            stored = {std::string(kFilesFolder)};
        }
        NEFES_TRY(const std::vector<std::string> links,
                  column(m_impl->database, "SELECT path FROM saved_link"));
        stored.insert(stored.end(), links.begin(), links.end());
        std::ranges::transform(stored, std::back_inserter(paths),
                               [this](const std::string& path) { return m_impl->fullPath(path); });
    }
    std::error_code ignored;
    std::erase_if(paths, [&ignored](const fs::path& path) { return !fs::exists(path, ignored); });
    std::vector<FileSummary> files;
    for (const fs::path& file : listFiles(paths, {}, stop)) {
        if (file.extension() == kPartSuffix && isBelow(file, m_impl->folder / kFilesFolder)) {
            fs::remove(file, ignored);
        }
    }
    const ScanSink sink{.found = [&](const FileSummary& file) { files.push_back(file); },
                        .failed = {},
                        .progress = progress};
    NEFES_CHECK(scan(paths, reader, sink, stop));
    NEFES_TRY(const AddedFiles added, add(std::move(files), StorageMode::Link, {}, stop));
    const std::scoped_lock lock(m_impl->mutex);
    NEFES_TRY(Transaction transaction, Transaction::begin(m_impl->database));
    NEFES_CHECK(m_impl->database.execute(
        "UPDATE study SET is_read=1 WHERE uid IN (SELECT uid FROM saved_study);"
        "UPDATE instance SET score=s.score, score_label=s.label, score_model=s.model "
        "  FROM saved_score AS s WHERE instance.uid=s.instance_uid;"
        "UPDATE study SET score=best.score, score_label=best.label, score_model=best.model "
        "  FROM (SELECT series.study AS study, max(score) AS score, score_label AS label, "
        "    score_model AS model FROM instance JOIN series ON series.id=instance.series "
        "    WHERE instance.uid IN (SELECT instance_uid FROM saved_score) GROUP BY series.study) "
        "  AS best WHERE study.id=best.study;"
        "DELETE FROM saved_link; DELETE FROM saved_study; DELETE FROM saved_score;"
        "DELETE FROM unfinished_copy; DELETE FROM moved_aside;"));
    NEFES_CHECK(transaction.commit());
    NEFES_CHECK(loadWorkList(*m_impl));
    return added;
}

Result<AddedFiles> Library::add(std::vector<FileSummary> files, StorageMode mode,
                                const Progress& progress, std::stop_token stop)
{
    for (FileSummary& file : files) {
        file.path = plainPath(file.path);
    }
    const std::vector<Patient> patients = groupFiles(std::move(files));
    const std::vector<Placed> all = flatten(patients);
    AddedFiles result;
    for (std::size_t start = 0; start < all.size(); start += kFilesPerTransaction) {
        const std::size_t end = std::min(start + kFilesPerTransaction, all.size());
        std::vector<std::string> paths; // of the files from start on, as they are stored
        const auto isCopied = [&](const Placed& placed) {
            const fs::path& path = placed.file->path;
            return !isBelow(path, m_impl->folder) &&
                   (mode == StorageMode::Copy || isBelow(path, m_impl->temporary));
        };
        for (std::size_t i = start; i < end; ++i) {
            if (stop.stop_requested()) {
                return fail(ErrorCode::Cancelled, "adding to the library was cancelled");
            }
            if (!isCopied(all[i])) {
                paths.push_back(m_impl->storedPath(all[i].file->path));
                continue;
            }
            const fs::path place = placeOf(all[i]);
            {
                // Said before the first byte is copied: a kill leaves files that no row names.
                const std::scoped_lock lock(m_impl->mutex);
                NEFES_TRY(Statement note, m_impl->database.prepare(
                                              "INSERT OR IGNORE INTO unfinished_copy VALUES(?)"));
                NEFES_CHECK(note.bind(1, toUtf8(place.parent_path())).run());
            }
            NEFES_CHECK(copyFile(all[i].file->path, m_impl->folder / place));
            paths.push_back(toUtf8(place));
            report(progress, i + 1, all.size());
        }
        const std::scoped_lock lock(m_impl->mutex);
        NEFES_TRY(Transaction transaction, Transaction::begin(m_impl->database));
        RowWriter writer(m_impl->database);
        for (std::size_t i = start; i < end; ++i) {
            const Placed& placed = all[i];
            const std::string& path = paths[i - start];
            const bool isOwn = pathFromUtf8(path).is_relative();
            NEFES_TRY(const bool isNew, writer.put(*placed.patient, *placed.study, *placed.series,
                                                   *placed.file, path, isOwn));
            ++(isNew ? result.added : result.updated);
        }
        NEFES_TRY(const std::vector<StudyId> touched, writer.finish());
        NEFES_CHECK(transaction.commit());
        NEFES_CHECK(refresh(*m_impl, touched));
        report(progress, end, all.size());
    }
    const std::scoped_lock lock(m_impl->mutex);
    if (!hasRows(m_impl->database, "moved_aside").value_or(true)) {
        NEFES_CHECK(m_impl->database.execute("DELETE FROM unfinished_copy"));
    }
    return result;
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
              m_impl->database.prepare("UPDATE instance SET score=?, score_label=?, score_model=? "
                                       "WHERE uid=?"));
    row.bind(1, score.probability).bind(2, score.label).bind(3, score.model);
    NEFES_CHECK(row.bind(4, sopInstanceUid).run());
    if (m_impl->database.changes() == 0) {
        return false;
    }
    NEFES_TRY(Statement study,
              m_impl->database.prepare(
                  "UPDATE study SET (score, score_label, score_model)=(SELECT instance.score, "
                  "  instance.score_label, instance.score_model FROM instance "
                  "  JOIN series ON series.id=instance.series WHERE series.study=study.id "
                  "  AND instance.score IS NOT NULL ORDER BY instance.score DESC LIMIT 1) "
                  "WHERE id=(SELECT series.study FROM instance JOIN series ON "
                  "  series.id=instance.series WHERE instance.uid=?) RETURNING id"));
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
              m_impl->database.prepare(
                  "SELECT study.uid, patient.name, patient.patient_id, date, time, description, "
                  "modalities, views, images, is_read, score, score_label, score_model FROM study "
                  "JOIN patient ON patient.id=study.patient WHERE study.id=?"));
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
                study.score = LibraryScore{
                    .label = row.text(11), .probability = *score, .model = row.text(12)};
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
