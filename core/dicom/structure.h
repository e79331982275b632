// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace nefes::dicom {

/// How the elements of a data set are written (PS3.5 section 7).
struct Encoding {
    bool isExplicit = true;
    bool isBigEndian = false;
    friend bool operator==(const Encoding&, const Encoding&) = default;
};

/// Group and element in one number.
using Tag = std::uint32_t;
inline constexpr Tag kFloatPixelData = 0x7fe00008;
inline constexpr Tag kDoublePixelData = 0x7fe00009;
inline constexpr Tag kPixelData = 0x7fe00010;

/// Where the pixel data element of the data set lies. Spans point into the walked bytes.
struct PixelElement {
    Tag tag = kPixelData;
    bool isWords = true; ///< Value Representation OW: bytes come in pairs
    bool isEncapsulated = false;
    bool endsEarly = false; ///< the file ends within a value
    /// The file ends between two fragments: how many are missing cannot be known.
    bool isUnclosed = false;
    std::span<const std::byte> value;                  ///< when not encapsulated
    std::span<const std::byte> offsetTable;            ///< Basic Offset Table; may be empty
    std::vector<std::span<const std::byte>> fragments; ///< when encapsulated
    std::span<const std::byte> extendedOffsets;        ///< (7FE0,0001); may be empty
};

/// File Meta Information (PS3.10 section 7), what Nefes needs of it.
struct MetaHeader {
    bool hasPrefix = false; ///< "DICM" after the preamble
    std::string transferSyntaxUid;
    std::string mediaStorageSopClassUid;
    std::size_t datasetStart = 0;
};

/// The skeleton of a data set.
struct DatasetStructure {
    std::size_t headerEnd = 0; ///< bytes before the pixel data element, or all
    std::optional<PixelElement> pixels;
    bool endsEarly = false; ///< an element of the header is longer than the file
};

/// Deeper sequences are refused before a recursive parser sees them.
inline constexpr int kMaxNesting = 64;

/// Whether bytes (up to 512 of a file's start) look like DICOM, with or without the meta header.
[[nodiscard]] bool looksLikeDicom(std::span<const std::byte> start);

/// UnknownFormat when the bytes are no DICOM file.
[[nodiscard]] Result<MetaHeader> readMetaHeader(std::span<const std::byte> file);

/// The encoding of a data set: what the transfer syntax says, unless the first element shows
/// otherwise.
[[nodiscard]] Encoding detectEncoding(std::span<const std::byte> dataset,
                                      const std::string& transferSyntaxUid);

/// Walks over all elements without recursion and without copying a value. NestingTooDeep;
/// DamagedFile for more than ten million elements.
[[nodiscard]] Result<DatasetStructure> walkDataset(std::span<const std::byte> dataset,
                                                   Encoding encoding);

} // namespace nefes::dicom
