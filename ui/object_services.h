// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/tag_tree.h"

#include <filesystem>
#include <functional>
#include <stop_token>

namespace nefes::ui {

/// How files are read beyond their pixels. The functions block, are called on worker threads,
/// several at once, and may be empty.
struct ObjectServices {
    /// Every element of a DICOM file. UnknownFormat for any other file.
    std::function<Result<TagTree>(const std::filesystem::path& file, std::stop_token stop)>
        readTags;
};

} // namespace nefes::ui
