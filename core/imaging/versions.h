// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/machine.h"

#include <vector>

namespace nefes::imaging {

/// OpenCV, OpenJPEG, libjpeg and libjxl as they are loaded.
[[nodiscard]] std::vector<LibraryVersion> libraryVersions();

} // namespace nefes::imaging
