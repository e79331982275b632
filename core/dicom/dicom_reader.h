// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/codec.h"
#include "core/image/image_reader.h"
#include "core/image/inspection.h"

#include <memory>

namespace nefes::dicom {

/// DICOM files (PS3.10), with or without preamble and meta header, in every transfer syntax of
/// stored images that DCMTK and the codec know together.
class DicomReader final : public ImageReader
{
public:
    /// The codec decodes JPEG 2000 and HTJ2K, and 8-bit JPEG faster than DCMTK; without one
    /// (nullptr) JPEG 2000 is UnsupportedTransferSyntax.
    explicit DicomReader(std::shared_ptr<const FrameCodec> codec);

    [[nodiscard]] bool recognises(std::span<const std::byte> start) const override;
    /// FileNotFound, FileUnreadable, FileEmpty, UnknownFormat, DamagedFile, NestingTooDeep,
    /// DictionaryMissing.
    [[nodiscard]] Result<FileSummary> summarise(const std::filesystem::path& file) const override;
    /// The same, and FrameOutOfRange, MissingPixelData, InvalidPixelDescription, ImageTooLarge,
    /// TruncatedPixelData, UnsupportedTransferSyntax, DecodeFailed, Cancelled, OutOfMemory.
    [[nodiscard]] Result<ImagePtr> read(const std::filesystem::path& file, int frame,
                                        std::stop_token stop) const override;
    /// What `nefes inspect` says of a file; failures are in the value.
    [[nodiscard]] FileInspection inspect(const std::filesystem::path& file, int frame) const;

private:
    std::shared_ptr<const FrameCodec> m_codec;
};

} // namespace nefes::dicom
