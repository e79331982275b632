// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include "core/image/decoded_image.h"

#include <nlohmann/json.hpp>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace nefes {

/// Range and digest of the stored values of a frame.
struct StoredStatistics {
    double min = 0.0;
    double max = 0.0;
    double mean = 0.0;
    std::string sha256; ///< over little-endian int32 values; floating point: little-endian floats
    std::optional<std::array<double, 3>> rgbMean;
};

/// What `nefes inspect` says of a file. Text fields are empty, numbers nothing, where the file does
/// not say.
struct FileInspection {
    enum class Kind { Image, NonImage, Failed };

    std::string path;
    Kind kind = Kind::Image;
    Error error; ///< of Kind::Failed
    std::string format, sopClassUid, sopClassName, modality, transferSyntaxUid;
    std::string photometricInterpretation;
    std::optional<int> rows, columns, frames, samplesPerPixel, bitsAllocated, bitsStored;
    std::optional<int> pixelRepresentation;
    std::optional<bool> lossy;
    std::optional<PixelSpacing> spacing;
    std::optional<std::string> patientName, patientId, studyDate;
    int frame = 0;
    std::vector<std::string> warnings;
    std::optional<StoredStatistics> stored;
    std::optional<ValueRange> modalityValues;
};

/// Statistics over every value, padding included.
[[nodiscard]] StoredStatistics storedStatistics(const DecodedImage& image);
/// Range and mean of the values after the modality LUT or rescale; nothing for colour images.
[[nodiscard]] std::optional<ValueRange> modalityStatistics(const DecodedImage& image);

/// One English line for each.
[[nodiscard]] std::vector<std::string> warningLines(const std::vector<ImageWarning>& warnings);

/// The object of one line of `nefes inspect`.
[[nodiscard]] nlohmann::ordered_json toJson(const FileInspection& inspection);

/// An inspection that says why a file cannot be shown.
[[nodiscard]] FileInspection failedInspection(std::string path, Error error);

} // namespace nefes
