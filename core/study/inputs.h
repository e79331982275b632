// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"

#include "core/study/archive.h"
#include "core/study/scan.h"

#include <filesystem>
#include <memory>
#include <optional>
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
    std::vector<ScanFailure> failures;
};

enum class DicomdirRule {
    OpenFolder, ///< a DICOMDIR stands for all files beside and below it
    OpenItself, ///< it is a file like any other (nefes inspect)
};

[[nodiscard]] Inputs expandInputs(const std::vector<std::filesystem::path>& paths,
                                  const std::filesystem::path& temporary, DicomdirRule rule,
                                  const Progress& progress, std::stop_token stop);

/// A file to be read, or what keeps it from being read.
struct InputFile {
    std::filesystem::path path;
    std::string shownName; ///< as people know it: inside a ZIP, the ZIP's path and the name in it
    bool isNamed = false;  ///< given itself, not found in a folder
    std::optional<Error> error; ///< of a ZIP or a folder that cannot be opened
};

struct InputFiles {
    std::vector<InputFile> files;
    std::vector<std::shared_ptr<const UnpackedArchive>> archives; ///< keep while files are in use
};

/// Archives inside archives that are opened at most.
constexpr int kDeepestArchive = 3;

/// Every file of the paths in the order given, sorted by path in folders and ZIPs, each failure in
/// its place. A ZIP in a folder, or in a ZIP, is opened too where its name says what it is; all of
/// those together keep to `limits`. Stops early when a stop is asked for.
[[nodiscard]] InputFiles listInputs(const std::vector<std::filesystem::path>& paths,
                                    const std::filesystem::path& temporary, DicomdirRule rule,
                                    const ArchiveLimits& limits, std::stop_token stop);

} // namespace nefes::study
