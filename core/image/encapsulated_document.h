// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"

#include <string>

namespace nefes {

/// A document within a DICOM file (PS3.3 C.24): a PDF, CDA, STL …
struct EncapsulatedDocument {
    std::string title;
    std::string mimeType; ///< as the file says: "application/pdf"
    Bytes bytes;
};

} // namespace nefes
