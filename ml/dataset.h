// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/data_folder.h"
#include "ml/recipe.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace nefes::ml {

/// Several folders put together.
struct Dataset {
    std::vector<DatasetEntry> entries; ///< in the order of the folders, sorted by file inside
    std::vector<std::string> classes;  ///< alphabetical
};

/// Entries that the filters leave, with their labels mapped. Filters read the labels before
/// mapping.
[[nodiscard]] std::vector<DatasetEntry> selectEntries(std::vector<DatasetEntry> entries,
                                                      const DataSelection& selection);

/// All folders, each with its selection, then the derived classes: a further entry, labelled and
/// changed, of one of four images of the class that they are made from (isDerivedFrom).
/// Cancelled, DatasetEmpty, DatasetInvalid (fewer than two classes; not as many selections as
/// folders; a class is derived from one that the data do not have), RecipeInvalid (an unknown
/// change).
[[nodiscard]] Result<Dataset> gatherDataset(const std::vector<std::filesystem::path>& folders,
                                            const DataSettings& settings,
                                            const std::stop_token& stop = {});

/// The labels that `include` filters name, mapped, and that are not among the classes of the data:
/// a word spelt otherwise, or a finding that this data set lacks. Not those that `exclude` takes
/// out. Alphabetical, each once.
[[nodiscard]] std::vector<std::string> missingLabels(const DataSettings& settings,
                                                     const std::vector<std::string>& classes);

/// Changes with the name, label, split, source, size or time of any file of the folders. Reads no
/// image. scanDataFolder()'s codes.
[[nodiscard]] Result<std::string> dataIdentity(const std::vector<std::filesystem::path>& folders,
                                               const std::stop_token& stop = {});

} // namespace nefes::ml
