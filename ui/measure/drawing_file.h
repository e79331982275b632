// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/measurement.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nefes::ui {

/// What was drawn on one image, and the pixel spacing found by a line of known length.
struct Drawings {
    std::vector<Measurement> measurements;
    std::optional<PixelSpacing> calibration;
    [[nodiscard]] bool isEmpty() const { return measurements.empty() && !calibration; }
};

/// The name under which the drawings of an image are kept: a digest of its SOP Instance UID, of its
/// path where it has none, and of the frame; it tells nothing about the patient.
[[nodiscard]] std::string drawingKey(const DecodedImage& image, const std::filesystem::path& path);
/// The same before the image is decoded; the UID is empty where the file has none.
[[nodiscard]] std::string drawingKey(const std::string& sopInstanceUid,
                                     const std::filesystem::path& path, int frame);

[[nodiscard]] std::string drawingsToJson(const Drawings& drawings);
/// DamagedFile when it is not what drawingsToJson() writes, UnsupportedFormat when that of a newer
/// version of the program wrote it.
[[nodiscard]] Result<Drawings> drawingsFromJson(const std::string& text);

/// No file: no drawings. DamagedFile: it was put aside (see putAside) and may be written anew.
/// After any other failure the file is as it was and must not be overwritten.
[[nodiscard]] Result<Drawings> readDrawings(const std::filesystem::path& file);
/// Makes in the file the changes that lead from `before` to `after`, so that what another window
/// has drawn since stays; an absent or damaged file gets `after`. Atomically; makes the folder when
/// it is missing. Fails without a change where readDrawings() says that it must not be overwritten.
[[nodiscard]] Result<void> changeDrawings(const std::filesystem::path& file, const Drawings& before,
                                          const Drawings& after);
/// Atomically; makes the folder when it is missing.
[[nodiscard]] Result<void> writeDrawings(const std::filesystem::path& file,
                                         const Drawings& drawings);

} // namespace nefes::ui
