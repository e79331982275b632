// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include "core/image/image_reader.h"
#include "core/study/scan.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace nefes::study {

/// Number of a study in the library; never used again for another one.
using StudyId = std::int64_t;

/// How a score stands to the threshold of its finding, the most suspicious last. The numbers are
/// those of the database.
enum class LibraryDecision {
    Rejected = 0, ///< the model must not judge the image
    Below = 1,
    Unknown = 2, ///< the finding has no threshold, or an older version kept none
    Indeterminate = 3,
    Above = 4,
};

/// What the classifier says of a study: its leading finding.
struct LibraryScore {
    std::string label;        ///< of the model; of a rejected image the reason's code
    double probability = 0.0; ///< calibrated
    std::string model;        ///< its id
    LibraryDecision decision = LibraryDecision::Unknown;
    /// How far the probability lies above its threshold, as a share of the way to 1, or below it
    /// (negative), as a share of the way to 0. None where the decision is Unknown.
    std::optional<double> margin{};
    std::string nameEn{}, nameTr{}; ///< of the finding; the model may be gone one day
};

/// One row of the work list. Patient data: never logged.
struct LibraryStudy {
    StudyId id = 0;
    std::string uid;
    std::string patientName, patientId;
    std::string date, time, description; ///< as ImageText
    std::string modalities, views;       ///< each once, separated by ", "
    int imageCount = 0;                  ///< files with images
    bool isRead = false;
    std::optional<LibraryScore> score; ///< the most suspicious of its images
};

enum class LibraryColumn { Date, Patient, Modality, Score, Read };

/// Which studies, in which order. Equal ones follow by date, newest first. Scores are sorted by
/// their decision, then by their margin.
struct LibraryQuery {
    std::string
        text; ///< words that name, id, description, date or number must contain, in any spelling
    LibraryColumn column = LibraryColumn::Date;
    bool isDescending = true;
};

enum class StorageMode {
    Link, ///< the file stays where it is
    Copy, ///< into the folder of the library
};

struct AddedFiles {
    std::size_t added = 0;           ///< new in the library
    std::size_t updated = 0;         ///< known already; the place of the file may be a new one
    std::vector<ScanFailure> failed; ///< could not be read, so they were left out
};

/// Studies that are kept, in a SQLite database with write-ahead log. Every change is a transaction,
/// and what a killed import or removal left behind is put in order by the next open() and
/// rebuild(). Any thread; what changes it is called one at a time, find(), read() and files()
/// beside it as well. Calls block on the disk.
class Library
{
public:
    struct Impl;

    /// Opens folder/library.sqlite or makes it. A damaged file is put aside and replaced: see
    /// movedAside(). UnsupportedFormat when a newer version of the program wrote it (nothing is
    /// changed then); WriteFailed, DiskFull. Files below `temporary` are copied even when they are
    /// to be linked.
    [[nodiscard]] static Result<std::shared_ptr<Library>>
    open(const std::filesystem::path& folder, const std::filesystem::path& temporary);
    ~Library();
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    /// The damaged database that was put aside, now or before a rebuild() that did not end.
    [[nodiscard]] std::filesystem::path movedAside() const;
    /// Files may be there that the index does not know: after damage or an import that was killed.
    [[nodiscard]] bool needsRebuild() const;
    /// Makes the index anew from the files of the library and what could be saved of a damaged one
    /// (links, scores, what was read). What is in the index stays. Cancelled: what was found stays.
    [[nodiscard]] Result<AddedFiles> rebuild(const ImageReader& reader, const Progress& progress,
                                             std::stop_token stop);

    /// Adds files or finds them again, grouped as study::groupFiles does. One that cannot be copied
    /// because it cannot be read is left out; WriteFailed and DiskFull are the library's own.
    /// Cancelled or failed: what was added until then stays.
    [[nodiscard]] Result<AddedFiles> add(std::vector<FileSummary> files, StorageMode mode,
                                         const Progress& progress, std::stop_token stop);
    /// Studies, and their copies in the library; linked files stay.
    [[nodiscard]] Result<void> remove(std::span<const StudyId> studies);
    [[nodiscard]] Result<void> setRead(std::span<const StudyId> studies, bool isRead);
    /// False when the library does not have the instance.
    [[nodiscard]] Result<bool> setScore(const std::string& sopInstanceUid,
                                        const LibraryScore& score);

    /// All that fit, in order; from memory.
    [[nodiscard]] std::vector<StudyId> find(const LibraryQuery& query);
    /// In the order asked for; studies that are gone are left out.
    [[nodiscard]] Result<std::vector<LibraryStudy>> read(std::span<const StudyId> studies);
    /// The files of a study.
    [[nodiscard]] Result<std::vector<std::filesystem::path>> files(StudyId study);

private:
    explicit Library(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace nefes::study
