// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace nefes {

/// One content item (PS3.3 C.17.3): "Finding" – "Nodule of the left upper lobe".
struct ReportItem {
    std::string relationship; ///< "CONTAINS", "HAS OBS CONTEXT", …; empty at the root
    std::string valueType;    ///< "CONTAINER", "TEXT", "CODE", "NUM", "IMAGE", …
    std::string name;         ///< meaning of the concept name; may be empty
    std::string value;        ///< as people read it; empty for containers
    std::vector<ReportItem> children;
};

/// The text of a structured report or key object selection. Patient data: never logged.
struct StructuredReport {
    std::string objectName; ///< "Basic Text SR", "Key Object Selection Document"
    std::string patientName, contentDate, contentTime;
    bool isComplete = false; ///< Completion Flag
    bool isVerified = false; ///< Verification Flag
    ReportItem root;
};

} // namespace nefes
