// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/pixel_buffer.h"

#include <cstddef>
#include <span>

namespace nefes::dicom {

/// Where the stored value stands within an allocated cell (PS3.5 section 8.1.1).
struct CellLayout {
    int bitsAllocated = 16; ///< 1, 8, 12, 16 or 32
    int bitsStored = 16;
    int shift = 0; ///< High Bit + 1 − Bits Stored
    bool isSigned = false;
    bool isBigEndian = false;
    bool hasSwappedBytes = false; ///< 8-bit cells in big-endian words
};

/// `count` stored values in the narrowest type, from `firstBit` on, where a cell begins. `bytes`
/// begins at an even place of the pixel data. Bytes that are not there give 0.
[[nodiscard]] Samples unpackCells(std::span<const std::byte> bytes, std::size_t firstBit,
                                  std::size_t count, const CellLayout& layout);

/// 32-bit (float) or 64-bit (double) floating point cells.
[[nodiscard]] Samples unpackFloats(std::span<const std::byte> bytes, std::size_t count,
                                   bool isDouble, bool isBigEndian);

/// The same masking and sign extension for the values of a decoder; nothing is copied where
/// nothing changes.
[[nodiscard]] Samples maskedValues(Samples values, const CellLayout& layout);

/// RRR…GGG…BBB… → RGBRGB…
[[nodiscard]] Samples interleaved(const Samples& planes);

/// YBR_FULL → RGB in place (PS3.3 C.7.6.3.1.2), for 8- and 16-bit unsigned samples.
void ybrToRgb(Samples& samples, int bitsStored);

/// Y1 Y2 Cb Cr → YBR YBR; `width` is even.
[[nodiscard]] Samples expanded422(const Samples& samples);

} // namespace nefes::dicom
