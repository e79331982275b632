// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/recipe.h"
#include "ml/sample_store.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nefes::ml {

/// A labelled file of a data set.
struct DatasetEntry {
    std::filesystem::path path;
    std::string file; ///< relative to its data set, UTF-8
    std::string label;
    std::optional<Split> split; ///< what the data set itself says, later what was assigned
    std::string patient, source, ageGroup, view; ///< empty: not known
    std::map<std::string, std::string> others;   ///< further columns of the manifest
    std::string change; ///< what is done to the image before preprocessing; empty: nothing

    /// Value of a column of the manifest: "label", "patient", …; empty where there is none.
    [[nodiscard]] std::string value(const std::string& column) const;
};

/// Several folders put together.
struct Dataset {
    std::vector<DatasetEntry> entries; ///< in the order of the folders, sorted by file inside
    std::vector<std::string> classes;  ///< alphabetical
};

/// The labelled files of a folder: manifest.csv, {train,val|validation,test}/LABEL/*, LABEL/*, the
/// first that is there. Patients come from the manifest or from file names such as
/// person12_bacteria_3.jpeg. FileNotFound, FileUnreadable (names the folder), DatasetEmpty,
/// DatasetInvalid (names the line, or a class whose name is no UTF-8 text).
[[nodiscard]] Result<std::vector<DatasetEntry>> scanDataFolder(const std::filesystem::path& folder);

/// Entries that the filters leave, with their labels mapped. Filters read the labels before
/// mapping.
[[nodiscard]] std::vector<DatasetEntry> selectEntries(std::vector<DatasetEntry> entries,
                                                      const DataSelection& selection);

/// All folders, each with its selection, then the derived classes: a further entry, labelled and
/// changed, of one of four images of the class that they are made from (isDerivedFrom).
/// DatasetEmpty, DatasetInvalid (fewer than two classes; not as many selections as folders; a
/// class is derived from one that the data do not have), RecipeInvalid (an unknown change).
[[nodiscard]] Result<Dataset> gatherDataset(const std::vector<std::filesystem::path>& folders,
                                            const DataSettings& settings);

/// The labels that `include` filters name, mapped, and that are not among the classes of the data:
/// a word spelt otherwise, or a finding that this data set lacks. Alphabetical, each once.
[[nodiscard]] std::vector<std::string> missingLabels(const DataSettings& settings,
                                                     const std::vector<std::string>& classes);

/// Changes with the name, label, split, size or time of any file of the folders. Reads no image.
/// scanDataFolder()'s codes.
[[nodiscard]] Result<std::string> dataIdentity(const std::vector<std::filesystem::path>& folders);

/// Person of a file name where a known collection's pattern tells it, else empty.
[[nodiscard]] std::string patientFromFileName(const std::string& file);

/// "train", "val", "validation", "valid", "test" in any case.
[[nodiscard]] std::optional<Split> splitFromName(const std::string& name);

} // namespace nefes::ml
