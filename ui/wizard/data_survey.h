// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include "ml/dataset.h"
#include "ml/dataset_summary.h"
#include "ml/pack.h"

#include "ui/wizard/training_services.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace nefes::ui {

/// A data folder as it lies on the disk, or why it cannot be used.
struct ScannedFolder {
    std::filesystem::path path;
    std::vector<ml::DatasetEntry> entries;
    std::optional<Error> error;
};

/// Every image of the folders, looked at once; what is selected of them does not matter here.
struct DataSurvey {
    std::vector<ScannedFolder> folders;
    std::vector<ml::UnreadableFile> unreadable;
    std::shared_ptr<const ml::SampleStore> store;        ///< small planes; null: not decoded
    std::map<std::filesystem::path, std::size_t> planes; ///< of the store
};

/// What the settings leave of a survey.
struct SelectedData {
    ml::Dataset dataset; ///< with splits; unreadable files left out
    std::vector<ml::DatasetWarning> warnings;
    /// For each sample that a warning names: its folder and its name there.
    std::vector<std::pair<std::size_t, std::string>> places;
    std::map<std::filesystem::path, Error> unreadable; ///< of those that the settings select
    std::set<ml::Split> fixedSplits; ///< that the selected images bring from their folders
    int leftOut = 0;                 ///< single files that the settings leave out
};

/// Reads the folders' names and manifests. Blocks; any thread.
[[nodiscard]] std::vector<ScannedFolder>
scanFolders(const std::vector<std::filesystem::path>& folders, const std::stop_token& stop);

/// Decodes all images to small planes, through the cache. Blocks; any thread. Cancelled and the
/// codes of ml::packThroughCache.
[[nodiscard]] Result<std::shared_ptr<const DataSurvey>>
decodeFolders(std::vector<ScannedFolder> folders, const TrainingServices& services,
              const Progress& progress, std::stop_token stop);

/// Selection, splits and warnings as training will see them. DatasetEmpty; DatasetInvalid (fewer
/// than two classes). Blocks; any thread.
[[nodiscard]] Result<SelectedData> selectData(const DataSurvey& survey,
                                              const ml::DataSettings& settings, std::uint64_t seed);

} // namespace nefes::ui
