// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace nefes::ui {

/// One line of the table of blind-first readings. Nothing in it tells who the patient is.
struct ImpressionEntry {
    std::string time;  ///< ISO 8601, UTC
    std::string image; ///< digest of the SOP Instance UID and frame, as drawings are named
    std::string modelId, modelVersion;
    std::string
        impression;      ///< label that the reader chose before the scores; empty: something else
    std::string finding; ///< the model's label of the highest probability
    double probability = 0.0;
    std::string verdict;    ///< "agree", "disagree", "edited"
    std::string conclusion; ///< label after the scores
    double seconds = 0.0;   ///< from the image to the impression
};

/// Adds a line to a CSV file; one that is missing or empty gets its header first. Of a line that
/// does not fit nothing stays. WriteFailed, DiskFull.
[[nodiscard]] Result<void> appendImpression(const std::filesystem::path& file,
                                            const ImpressionEntry& entry);

} // namespace nefes::ui
