// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/presentation_state.h"

#include <filesystem>

namespace nefes::dicom {

/// Failures as DicomReader::summarise; UnsupportedFormat for another object.
[[nodiscard]] Result<PresentationState> readPresentationState(const std::filesystem::path& file);

} // namespace nefes::dicom
