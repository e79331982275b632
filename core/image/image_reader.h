// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/base/result.h"

#include "core/image/decoded_image.h"

#include <array>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <stop_token>
#include <string>

namespace nefes {

/// Where a slice lies in the patient (PS3.3 C.7.6.2).
struct SlicePlacement {
    std::array<double, 3> normal = {}; ///< unit vector, at a right angle to rows and columns
    double positionMm = 0.0;           ///< along the normal
};

/// What a file says of itself without its pixels.
struct FileSummary {
    std::filesystem::path path;
    bool hasImage = true;     ///< false for SR, PDF, DICOMDIR and the like
    bool lacksPixels = false; ///< of a class of images, but the pixel data is missing
    std::string objectName;   ///< in words, English: "Digital X-Ray Image", "Basic Text SR"
    std::string format;       ///< as ImageData::format
    std::string sopClassUid;  ///< DICOM only
    std::string transferSyntaxUid;
    int width = 0;
    int height = 0;
    int frameCount = 0;
    std::optional<SlicePlacement> slice; ///< one slice a file: CT, MR, PET
    ImageText text;
};

/// Opens one family of file formats. Implementations are immutable: any thread, any number at once.
class ImageReader
{
public:
    virtual ~ImageReader() = default;
    ImageReader() = default;
    ImageReader(const ImageReader&) = delete;
    ImageReader& operator=(const ImageReader&) = delete;

    /// Whether a file that starts with these bytes (up to 512 of them) is for this reader.
    [[nodiscard]] virtual bool recognises(std::span<const std::byte> start) const = 0;
    /// Header only.
    [[nodiscard]] virtual Result<FileSummary>
    summarise(const std::filesystem::path& file) const = 0;
    /// One frame, from 0. FrameOutOfRange past the end, MissingPixelData for an object without
    /// pixels.
    [[nodiscard]] virtual Result<ImagePtr> read(const std::filesystem::path& file, int frame,
                                                std::stop_token stop) const = 0;
};

} // namespace nefes
