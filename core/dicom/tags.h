// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/tag_tree.h"

#include <filesystem>
#include <stop_token>

namespace nefes::dicom {

/// At most so many elements and items are listed, and so many bytes of a value.
inline constexpr int kMaxTagNodes = 100'000;
inline constexpr int kMaxTagValueBytes = 1024;

/// Every element of a file, meta header and private ones too; of the pixel data only its size.
/// Failures as DicomReader::summarise, and Cancelled. Any thread.
[[nodiscard]] Result<TagTree> readTags(const std::filesystem::path& file, std::stop_token stop);

} // namespace nefes::dicom
