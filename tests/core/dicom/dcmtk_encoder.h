// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace nefes::test {

/// Rewrites a DICOM file in another transfer syntax with DCMTK's own encoders: uncompressed,
/// deflated, RLE, JPEG and JPEG-LS. False when DCMTK refuses.
[[nodiscard]] bool transcode(const std::filesystem::path& source,
                             const std::filesystem::path& target,
                             const std::string& transferSyntaxUid);

} // namespace nefes::test
