// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/samples_p.h"

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <limits>
#include <type_traits>
#include <utility>

namespace nefes::dicom {
namespace {

static_assert(std::endian::native == std::endian::little, "cells are read as little endian");

template <std::unsigned_integral T>
constexpr T byteSwapped(T value)
{
    T result = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i) {
        result = static_cast<T>(static_cast<std::uint64_t>(result) << 8U |
                                (static_cast<std::uint64_t>(value) >> (8 * i) & 0xffU));
    }
    return result;
}

/// Shift, mask and sign extension of one cell.
class CellValue
{
public:
    explicit CellValue(const CellLayout& layout)
        : m_shift(static_cast<unsigned>(layout.shift))
        , m_mask(layout.bitsStored >= 32 ? 0xffffffffU
                                         : (1U << static_cast<unsigned>(layout.bitsStored)) - 1U)
        , m_sign(layout.isSigned ? 1U << static_cast<unsigned>(layout.bitsStored - 1) : 0U)
    {
    }
    [[nodiscard]] std::uint32_t operator()(std::uint32_t cell) const
    {
        return ((cell >> m_shift & m_mask) ^ m_sign) - m_sign;
    }

private:
    unsigned m_shift;
    std::uint32_t m_mask;
    std::uint32_t m_sign;
};

/// Calls `make` with a value of the narrowest type for the layout's stored values.
template <class Make>
Samples withStoredType(const CellLayout& layout, const Make& make)
{
    if (layout.bitsStored <= 8) {
        return layout.isSigned ? make(std::int8_t{}) : make(std::uint8_t{});
    }
    if (layout.bitsStored <= 16) {
        return layout.isSigned ? make(std::int16_t{}) : make(std::uint16_t{});
    }
    return layout.isSigned ? make(std::int32_t{}) : make(std::uint32_t{});
}

bool keepsCells(const CellLayout& layout, std::size_t cellBytes, std::size_t storedBytes)
{
    return cellBytes == storedBytes && layout.shift == 0 &&
           static_cast<std::size_t>(layout.bitsStored) == 8 * cellBytes;
}

template <class Cell, class Stored>
std::vector<Stored> unpackWhole(std::span<const std::byte> bytes, std::size_t firstBit,
                                std::size_t count, const CellLayout& layout)
{
    std::vector<Stored> values(count);
    const std::size_t first = firstBit / (8 * sizeof(Cell));
    const std::size_t cells = bytes.size() / sizeof(Cell);
    const std::size_t available = std::min(count, cells - std::min(first, cells));
    const bool swaps = layout.isBigEndian && sizeof(Cell) > 1;
    if (!swaps && !layout.hasSwappedBytes && keepsCells(layout, sizeof(Cell), sizeof(Stored))) {
        std::memcpy(values.data(), bytes.data() + first * sizeof(Cell), available * sizeof(Cell));
        return values;
    }
    const CellValue valueOf(layout);
    for (std::size_t i = 0; i < available; ++i) {
        const std::size_t index = layout.hasSwappedBytes ? (first + i) ^ 1U : first + i;
        Cell cell = 0;
        if (index < cells) {
            std::memcpy(&cell, bytes.data() + index * sizeof(Cell), sizeof(Cell));
        }
        values[i] = static_cast<Stored>(valueOf(swaps ? byteSwapped(cell) : cell));
    }
    return values;
}

/// PS3.5 8.1.1: the first pixel is the least significant bit of the first byte.
std::vector<std::uint8_t> unpackBits(std::span<const std::byte> bytes, std::size_t firstBit,
                                     std::size_t count, bool hasSwappedBytes)
{
    std::vector<std::uint8_t> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t bit = firstBit + i;
        const std::size_t index = hasSwappedBytes ? bit / 8 ^ 1U : bit / 8;
        if (index < bytes.size()) {
            values[i] = static_cast<std::uint8_t>(
                std::to_integer<unsigned>(bytes[index]) >> (bit % 8) & 1U);
        }
    }
    return values;
}

/// ACR-NEMA packing: two samples in three bytes, low bits first.
template <class Stored>
std::vector<Stored> unpack12(std::span<const std::byte> bytes, std::size_t firstBit,
                             std::size_t count, const CellLayout& layout)
{
    const CellValue valueOf(layout);
    std::vector<Stored> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t bit = firstBit + 12 * i;
        if (bit / 8 + 1 >= bytes.size()) {
            break;
        }
        const unsigned pair = std::to_integer<unsigned>(bytes[bit / 8]) |
                              std::to_integer<unsigned>(bytes[bit / 8 + 1]) << 8U;
        values[i] = static_cast<Stored>(valueOf(pair >> (bit % 8) & 0xfffU));
    }
    return values;
}

template <class Float, class Bits>
std::vector<Float> unpackFloating(std::span<const std::byte> bytes, std::size_t count,
                                  bool isBigEndian)
{
    std::vector<Float> values(count);
    const std::size_t available = std::min(count, bytes.size() / sizeof(Float));
    std::memcpy(values.data(), bytes.data(), available * sizeof(Float));
    if (isBigEndian) {
        for (Float& value : values) {
            value = std::bit_cast<Float>(byteSwapped(std::bit_cast<Bits>(value)));
        }
    }
    return values;
}

template <class T>
void convertYbr(std::vector<T>& samples, int bitsStored)
{
    const double middle = static_cast<double>(std::uint64_t{1} << (bitsStored - 1));
    const double top = 2.0 * middle - 1.0;
    const auto clamp = [top](double value) {
        return static_cast<T>(std::clamp(value + 0.5, 0.0, top));
    };
    for (std::size_t i = 0; i + 2 < samples.size(); i += 3) {
        const double y = samples[i];
        const double cb = samples[i + 1] - middle;
        const double cr = samples[i + 2] - middle;
        samples[i] = clamp(y + 1.402 * cr);
        samples[i + 1] = clamp(y - 0.344136 * cb - 0.714136 * cr);
        samples[i + 2] = clamp(y + 1.772 * cb);
    }
}

} // namespace

Samples unpackCells(std::span<const std::byte> bytes, std::size_t firstBit, std::size_t count,
                    const CellLayout& layout)
{
    if (layout.bitsAllocated == 1) {
        return unpackBits(bytes, firstBit, count, layout.hasSwappedBytes);
    }
    return withStoredType(layout, [&](auto stored) -> Samples {
        using Stored = decltype(stored);
        switch (layout.bitsAllocated) {
        case 8:
            return unpackWhole<std::uint8_t, Stored>(bytes, firstBit, count, layout);
        case 12:
            return unpack12<Stored>(bytes, firstBit, count, layout);
        case 16:
            return unpackWhole<std::uint16_t, Stored>(bytes, firstBit, count, layout);
        default:
            return unpackWhole<std::uint32_t, Stored>(bytes, firstBit, count, layout);
        }
    });
}

Samples unpackFloats(std::span<const std::byte> bytes, std::size_t count, bool isDouble,
                     bool isBigEndian)
{
    if (isDouble) {
        return unpackFloating<double, std::uint64_t>(bytes, count, isBigEndian);
    }
    return unpackFloating<float, std::uint32_t>(bytes, count, isBigEndian);
}

Samples maskedValues(Samples values, const CellLayout& layout)
{
    return std::visit(
        [&layout](auto& source) -> Samples {
            using Source = typename std::decay_t<decltype(source)>::value_type;
            return withStoredType(layout, [&](auto stored) -> Samples {
                using Stored = decltype(stored);
                if constexpr (std::is_same_v<Source, Stored>) {
                    if (keepsCells(layout, sizeof(Source), sizeof(Stored))) {
                        return std::move(source);
                    }
                }
                if constexpr (std::is_integral_v<Source>) {
                    const CellValue valueOf(layout);
                    std::vector<Stored> target(source.size());
                    std::transform(
                        source.begin(), source.end(), target.begin(), [&valueOf](Source value) {
                            return static_cast<Stored>(valueOf(static_cast<std::uint32_t>(value)));
                        });
                    return target;
                } else {
                    return std::move(source);
                }
            });
        },
        values);
}

Samples interleaved(const Samples& planes)
{
    return std::visit(
        [](const auto& source) -> Samples {
            const std::size_t count = source.size() / 3;
            std::decay_t<decltype(source)> target(count * 3);
            for (std::size_t i = 0; i < count; ++i) {
                target[3 * i] = source[i];
                target[3 * i + 1] = source[count + i];
                target[3 * i + 2] = source[2 * count + i];
            }
            return target;
        },
        planes);
}

void ybrToRgb(Samples& samples, int bitsStored)
{
    if (auto* bytes = std::get_if<std::vector<std::uint8_t>>(&samples)) {
        convertYbr(*bytes, bitsStored);
    } else if (auto* words = std::get_if<std::vector<std::uint16_t>>(&samples)) {
        convertYbr(*words, bitsStored);
    }
}

Samples expanded422(const Samples& samples)
{
    return std::visit(
        [](const auto& source) -> Samples {
            std::decay_t<decltype(source)> target;
            target.reserve(source.size() / 4 * 6);
            for (std::size_t i = 0; i + 3 < source.size(); i += 4) {
                for (std::size_t pixel = 0; pixel < 2; ++pixel) {
                    target.push_back(source[i + pixel]);
                    target.push_back(source[i + 2]);
                    target.push_back(source[i + 3]);
                }
            }
            return target;
        },
        samples);
}

} // namespace nefes::dicom
