// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace nefes::dicom {

/// A SOP class in words: "Computed Radiography Image", "Basic Text SR"; "DICOM object" when it is
/// not known.
[[nodiscard]] std::string sopClassName(std::string_view uid);

/// Whether instances of the class carry pixel data. Unknown classes do not.
[[nodiscard]] bool isImageClass(std::string_view uid);

} // namespace nefes::dicom
