// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include "core/study/archive.h"
#include "core/study/scan.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace nefes::study {

/// Paths as people give them, made into files and folders: a ZIP becomes the folder it was unpacked
/// to, a DICOMDIR the folder it lies in (files are found by scanning, which also finds those that
/// the directory forgot).
struct Inputs {
    std::vector<std::filesystem::path> paths;
    std::vector<std::shared_ptr<const UnpackedArchive>> archives; ///< keep while files are in use
    std::vector<std::filesystem::path> archiveFiles;              ///< the ZIP of each archive
    std::vector<ScanFailure> failures;

    /// The name that people know a file by: inside a ZIP, the ZIP's path and the name in it.
    [[nodiscard]] std::string shownName(const std::filesystem::path& file) const;
};

enum class DicomdirRule {
    OpenFolder, ///< a DICOMDIR stands for all files beside and below it
    OpenItself, ///< it is a file like any other (nefes inspect)
};

[[nodiscard]] Inputs expandInputs(const std::vector<std::filesystem::path>& paths,
                                  const std::filesystem::path& temporary, DicomdirRule rule,
                                  const Progress& progress, std::stop_token stop);

} // namespace nefes::study
