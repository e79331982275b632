// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"
#include "core/base/result.h"

#include "core/dicom/structure.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>

#include <filesystem>
#include <memory>

namespace nefes::dicom {

/// An open file: its bytes mapped, its skeleton walked, its header (all before the pixel data)
/// parsed by DCMTK. Moved, used by one thread.
class DicomFile
{
public:
    /// FileNotFound, FileUnreadable, FileEmpty, UnknownFormat, DamagedFile, NestingTooDeep,
    /// DictionaryMissing.
    [[nodiscard]] static Result<DicomFile> open(const std::filesystem::path& file);
    /// The same from memory, which must outlive the value.
    [[nodiscard]] static Result<DicomFile> parse(std::span<const std::byte> bytes);

    [[nodiscard]] const MetaHeader& meta() const { return m_meta; }
    /// The elements of the meta header, in Explicit VR Little Endian.
    [[nodiscard]] std::span<const std::byte> metaBytes() const { return m_metaBytes; }
    [[nodiscard]] Encoding encoding() const { return m_encoding; }
    [[nodiscard]] const DatasetStructure& structure() const { return m_structure; }
    [[nodiscard]] DcmDataset& dataset() const { return *m_dataset; }
    /// Whether the bytes of a deflated data set ended early.
    [[nodiscard]] bool endsEarly() const { return m_endsEarly; }

private:
    DicomFile() = default;

    std::shared_ptr<const MappedFile> m_mapped;
    std::span<const std::byte> m_metaBytes;
    Bytes m_inflated; ///< of the deflated transfer syntax
    MetaHeader m_meta;
    Encoding m_encoding;
    DatasetStructure m_structure;
    std::unique_ptr<DcmDataset> m_dataset;
    bool m_endsEarly = false;
};

} // namespace nefes::dicom
