// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/structured_report.h"

#include <filesystem>

namespace nefes::dicom {

/// Failures as DicomReader::summarise; UnsupportedFormat for an object without a content tree.
[[nodiscard]] Result<StructuredReport> readStructuredReport(const std::filesystem::path& file);

} // namespace nefes::dicom
