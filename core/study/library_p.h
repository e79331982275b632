// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"

#include "core/study/library.h"
#include "core/study/sqlite_p.h"
#include "core/study/work_list_p.h"

#include <filesystem>
#include <mutex>
#include <span>
#include <string>
#include <string_view>

namespace nefes::study {

struct Library::Impl {
    std::filesystem::path folder, temporary;
    Database database;
    WorkList workList;
    std::mutex mutex; ///< guards the two

    /// As the database keeps it: below the folder of the library relative to it.
    [[nodiscard]] std::string storedPath(const std::filesystem::path& path) const;
    [[nodiscard]] std::filesystem::path fullPath(const std::string& stored) const
    {
        return folder / pathFromUtf8(stored); // an absolute path stays as it is
    }
};

/// How suspicious a score is, for sorting: by decision, then by margin. Margins go from −1 to 1; of
/// a score without one the probability stands for it.
constexpr std::string_view kSuspicion = "(2*score_decision+coalesce(score_margin, score))";
constexpr std::string_view kScoreColumns =
    "score, score_label, score_model, score_decision, score_margin, score_name_en, score_name_tr";

/// Gives studies the most suspicious score of their images: those of the instances whose UID
/// `condition` names ("=?", "IN (…)"), of which some must have a score.
[[nodiscard]] std::string takeLeadingScore(std::string_view condition);

/// Deletes the files of studies that were removed, also those of a removal that was killed.
[[nodiscard]] Result<void> deleteDoomed(Library::Impl& library);

/// Reads the list in memory anew from the database.
[[nodiscard]] Result<void> loadWorkList(Library::Impl& library);

/// Brings the list in memory to what was committed.
[[nodiscard]] Result<void> refresh(Library::Impl& library, std::span<const StudyId> studies);

} // namespace nefes::study
