// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/decoded_image.h"

#include <filesystem>
#include <optional>

namespace nefes::dicom {

/// The small picture that some files carry for lists (Icon Image Sequence, PS3.3 C.7.6.1.1.6);
/// nothing where there is none or it is compressed. Failures as DicomReader::summarise.
[[nodiscard]] Result<std::optional<ImagePtr>> readIcon(const std::filesystem::path& file);

} // namespace nefes::dicom
