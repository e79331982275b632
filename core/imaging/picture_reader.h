// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image_reader.h"
#include "core/image/inspection.h"

namespace nefes::imaging {

/// JPEG, PNG, TIFF and BMP at their full bit depth, turned as the file's Exif orientation says.
/// Colour pictures whose channels are equal become gray; alpha is dropped. A JPEG that ends early
/// gives an image with a warning. Pages of a TIFF are frames.
class PictureReader final : public ImageReader
{
public:
    [[nodiscard]] bool recognises(std::span<const std::byte> start) const override;
    /// FileNotFound, FileUnreadable, FileEmpty, UnknownFormat, DamagedFile, UnsupportedFormat,
    /// ImageTooLarge.
    [[nodiscard]] Result<FileSummary> summarise(const std::filesystem::path& file) const override;
    /// The same, and FrameOutOfRange, Cancelled.
    [[nodiscard]] Result<ImagePtr> read(const std::filesystem::path& file, int frame,
                                        std::stop_token stop) const override;
};

/// What `nefes inspect` says of a picture; failures are in the value.
[[nodiscard]] FileInspection inspectPicture(const std::filesystem::path& file, int frame);

} // namespace nefes::imaging
