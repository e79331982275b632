// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"
#include "core/base/files.h"

#include "core/study/library.h"
#include "core/study/library_files_p.h"
#include "core/study/library_p.h"
#include "core/study/library_rows_p.h"
#include "core/study/scan.h"
#include "core/study/study_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <mutex>
#include <system_error>
#include <utility>

namespace nefes::study {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kFilesPerTransaction = 256;

std::string digestOf(const std::string& text, std::size_t digits)
{
    return sha256(std::as_bytes(std::span(text))).substr(0, digits);
}

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

} // namespace

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
            const Result<void> copied = copyFile(all[i].file->path, m_impl->folder / place);
            if (copied) {
                paths.push_back(toUtf8(place));
            } else if (copied.error().code == ErrorCode::FileNotFound ||
                       copied.error().code == ErrorCode::FileUnreadable) {
                result.failed.push_back({.path = all[i].file->path, .error = copied.error()});
                paths.emplace_back(); // left out
            } else {
                return tl::unexpected(copied.error());
            }
            report(progress, i + 1, all.size());
        }
        const std::scoped_lock lock(m_impl->mutex);
        NEFES_TRY(Transaction transaction, Transaction::begin(m_impl->database));
        RowWriter writer(m_impl->database);
        for (std::size_t i = start; i < end; ++i) {
            const Placed& placed = all[i];
            const std::string& path = paths[i - start];
            if (path.empty()) {
                continue;
            }
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
    NEFES_TRY(AddedFiles added, add(std::move(files), StorageMode::Link, {}, stop));
    const std::scoped_lock lock(m_impl->mutex);
    NEFES_TRY(Transaction transaction, Transaction::begin(m_impl->database));
    NEFES_CHECK(m_impl->database.execute(
        fmt::format("UPDATE study SET is_read=1 WHERE uid IN (SELECT uid FROM saved_study);"
                    "UPDATE instance SET ({})=(s.score, s.label, s.model, s.decision, s.margin, "
                    "  s.name_en, s.name_tr) "
                    "  FROM saved_score AS s WHERE instance.uid=s.instance_uid;"
                    "{};"
                    "DELETE FROM saved_link; DELETE FROM saved_study; DELETE FROM saved_score;"
                    "DELETE FROM unfinished_copy; DELETE FROM moved_aside;",
                    kScoreColumns, takeLeadingScore("IN (SELECT instance_uid FROM saved_score)"))
            .c_str()));
    NEFES_CHECK(transaction.commit());
    NEFES_CHECK(loadWorkList(*m_impl));
    return added;
}

} // namespace nefes::study
