// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace nefes::dicom {

/// Prepares DCMTK once for the process: its logging is silenced, the JPEG-LS codec registered, the
/// data dictionary checked. DictionaryMissing with the paths to look at. Any thread.
[[nodiscard]] Result<void> prepareRuntime();

} // namespace nefes::dicom
