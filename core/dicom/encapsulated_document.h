// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/encapsulated_document.h"

#include <filesystem>

namespace nefes::dicom {

/// Failures as DicomReader::summarise; UnsupportedFormat for an object without a document.
[[nodiscard]] Result<EncapsulatedDocument>
readEncapsulatedDocument(const std::filesystem::path& file);

} // namespace nefes::dicom
