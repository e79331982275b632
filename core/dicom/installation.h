// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>

namespace nefes::dicom {

/// Entries of the data dictionary that DCMTK has loaded. DictionaryMissing. Any thread.
[[nodiscard]] Result<std::size_t> dictionaryEntries();

/// "3.6.7" of DCMTK.
[[nodiscard]] std::string libraryVersion();

} // namespace nefes::dicom
