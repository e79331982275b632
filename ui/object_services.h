// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/encapsulated_document.h"
#include "core/image/presentation_state.h"
#include "core/image/structured_report.h"
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
    std::function<Result<StructuredReport>(const std::filesystem::path& file)> readReport;
    std::function<Result<EncapsulatedDocument>(const std::filesystem::path& file)> readDocument;
    std::function<Result<PresentationState>(const std::filesystem::path& file)> readPresentation;
    /// Shows a file in the program that the system has for it; false when there is none. UI thread,
    /// does not block.
    std::function<bool(const std::filesystem::path& file)> openFile;
};

} // namespace nefes::ui
