// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/sample_store.h"

#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
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

/// The labelled files of a folder: manifest.csv, {train,val|validation,test}/LABEL/*, LABEL/*, the
/// first that is there. Looks at no more files once a stop is asked for. Patients come from the
/// manifest or from file names such as person12_bacteria_3.jpeg. Cancelled, FileNotFound,
/// FileUnreadable (names the folder), DatasetEmpty, DatasetInvalid (names the line, or a class
/// whose name is no UTF-8 text).
[[nodiscard]] Result<std::vector<DatasetEntry>> scanDataFolder(const std::filesystem::path& folder,
                                                               std::stop_token stop = {});

/// Person of a file name where a known collection's pattern tells it, else empty.
[[nodiscard]] std::string patientFromFileName(const std::string& file);

/// "train", "val", "validation", "valid", "test" in any case.
[[nodiscard]] std::optional<Split> splitFromName(const std::string& name);

} // namespace nefes::ml
