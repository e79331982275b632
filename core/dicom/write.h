// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/base/result.h"

#include "core/image/decoded_image.h"

#include <filesystem>
#include <string>

namespace nefes::dicom {

enum class WrittenClass { SecondaryCapture, DigitalXRayForPresentation };

/// What a file needs beyond the image. The same image and options give the same bytes.
struct WriteOptions {
    WrittenClass objectClass = WrittenClass::SecondaryCapture;
    /// Of the file; ImageText carries study, series and instance. All four must be valid UIDs.
    std::string implementationClassUid = "2.25.41384353043577634256725829717545313116";
    std::string conversionType = "WSD"; ///< of secondary captures: workstation
};

/// An uncompressed file (Explicit VR Little Endian, UTF-8) of a gray image of 8 to 16 bits or an
/// RGB image of 8: text, spacing, orientation letters, rescale, windows, polarity. Dates and times
/// in ImageText may have separators. InvalidArgument for another image or a UID that is empty or
/// malformed.
[[nodiscard]] Result<Bytes> encodeDicom(const ImageData& image, const WriteOptions& options);

/// encodeDicom() into a file, atomically. Also WriteFailed, DiskFull.
[[nodiscard]] Result<void> writeDicom(const std::filesystem::path& file, const ImageData& image,
                                      const WriteOptions& options);

} // namespace nefes::dicom
