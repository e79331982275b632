// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/decoded_image.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <limits>
#include <string>
#include <vector>

namespace nefes::app {

struct Size {
    int width = 0;
    int height = 0;
};

/// "1280x800", both 1–16384. InvalidArgument otherwise.
[[nodiscard]] Result<Size> parseSize(const std::string& text);
[[nodiscard]] CLI::Validator sizeValidator();

/// "40,400": centre and width, decimal point; the width is at least 1.
[[nodiscard]] Result<VoiWindow> parseWindow(const std::string& text);
[[nodiscard]] CLI::Validator windowValidator();

/// A file to be written whose name has one of the endings (small letters, with the point; any case
/// is taken), and which is no folder.
[[nodiscard]] CLI::Validator fileNameValidator(std::vector<std::string> endings);

/// Frames and windows count from 0; how many there are is known when the file is read.
inline constexpr int kHighestIndex = std::numeric_limits<int>::max();

[[nodiscard]] std::vector<std::filesystem::path> toPaths(const std::vector<std::string>& texts);

} // namespace nefes::app
