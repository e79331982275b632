// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image_reader.h"

#include <string>
#include <vector>

namespace nefes::study {

/// Images of one Series Instance UID (or, for pictures without one, of one folder), in the order in
/// which people scroll them: by instance number, then by path.
struct Series {
    std::string uid;
    std::string description, modality, number;
    std::vector<FileSummary> files;
};

struct Study {
    std::string uid;
    std::string date, time, description, accessionNumber;
    std::vector<Series> series;
};

/// Files of the same Patient ID and name; pictures without a patient stand under an empty one.
struct Patient {
    std::string id, name, birthDate, sex;
    std::vector<Study> studies; ///< newest first
};

/// Groups by patient, study and series. The order of patients is that of their first file. A SOP
/// Instance UID that came before is left out as a duplicate.
[[nodiscard]] std::vector<Patient> groupFiles(std::vector<FileSummary> files);

} // namespace nefes::study
