// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image_reader.h"

#include <string>
#include <vector>

namespace nefes::study {

/// Images of one Series Instance UID (or, for pictures without one, of one folder), in the order in
/// which people scroll them: slices by position, in the direction in which their instance numbers
/// rise; then by instance number, then by path. An object without pixels is a series of its own.
struct Series {
    std::string uid;
    std::string description, modality, number;
    std::vector<FileSummary> files; ///< never empty
    int duplicateCount = 0;         ///< files left out because their SOP Instance UID came before

    /// A report, document or the like: one file without pixels.
    [[nodiscard]] bool isObject() const { return !files.front().hasImage; }
    /// Single pictures that nothing but their folder holds together: perhaps of many people.
    [[nodiscard]] bool isLoose() const;
};

struct Study {
    std::string uid;
    std::string date, time, description, accessionNumber;
    std::vector<Series> series; ///< those with images first
};

/// Files of the same Patient ID and name; pictures without a patient stand under an empty one.
struct Patient {
    std::string id, name, birthDate, sex;
    std::vector<Study> studies; ///< newest first
};

/// Groups by patient, study and series. The order of patients is that of their first file. A SOP
/// Instance UID that came before is left out as a duplicate and counted.
[[nodiscard]] std::vector<Patient> groupFiles(std::vector<FileSummary> files);

} // namespace nefes::study
