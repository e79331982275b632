// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace nefes::dicom {

/// A document within a DICOM file (PS3.3 C.24): a PDF, CDA, STL …
struct EncapsulatedDocument {
    std::string title;
    std::string mimeType; ///< as the file says: "application/pdf"
    Bytes bytes;
};

/// Failures as DicomReader::summarise; UnsupportedFormat for an object without a document.
[[nodiscard]] Result<EncapsulatedDocument>
readEncapsulatedDocument(const std::filesystem::path& file);

} // namespace nefes::dicom
