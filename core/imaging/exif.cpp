// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/exif.h"

#include <algorithm>

namespace nefes::imaging {
namespace {

constexpr std::uint32_t kTagWidth = 256;
constexpr std::uint32_t kTagHeight = 257;
constexpr std::uint32_t kTagOrientation = 274;
constexpr std::uint32_t kTypeShort = 3;
constexpr std::uint32_t kTypeLong = 4;
constexpr std::size_t kEntrySize = 12;

/// Bytes of a TIFF structure in its byte order; what lies outside reads as 0.
class TiffBytes
{
public:
    TiffBytes(std::span<const std::byte> bytes, bool isBigEndian)
        : m_bytes(bytes)
        , m_isBigEndian(isBigEndian)
    {
    }
    [[nodiscard]] std::uint32_t number(std::size_t at, std::size_t count) const
    {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t index = at + (m_isBigEndian ? i : count - 1 - i);
            const auto byte =
                index < m_bytes.size() ? std::to_integer<std::uint32_t>(m_bytes[index]) : 0U;
            value = value << 8U | byte;
        }
        return value;
    }
    [[nodiscard]] std::uint32_t u16(std::size_t at) const { return number(at, 2); }
    [[nodiscard]] std::uint32_t u32(std::size_t at) const { return number(at, 4); }
    [[nodiscard]] bool contains(std::size_t at, std::size_t count) const
    {
        return at <= m_bytes.size() && count <= m_bytes.size() - at;
    }

private:
    std::span<const std::byte> m_bytes;
    bool m_isBigEndian;
};

/// First value of an entry of type SHORT or LONG; several values may stand elsewhere in the file.
std::uint32_t entryValue(const TiffBytes& bytes, std::size_t entry)
{
    const std::uint32_t type = bytes.u16(entry + 2);
    const std::uint32_t count = bytes.u32(entry + 4);
    if (type == kTypeLong) {
        return bytes.u32(count > 1 ? bytes.u32(entry + 8) : entry + 8);
    }
    if (type == kTypeShort) {
        return bytes.u16(count > 2 ? bytes.u32(entry + 8) : entry + 8);
    }
    return 0;
}

TiffDirectory readDirectory(const TiffBytes& bytes, std::size_t at, std::size_t entries)
{
    TiffDirectory directory;
    for (std::size_t i = 0; i < entries; ++i) {
        const std::size_t entry = at + 2 + i * kEntrySize;
        const std::uint32_t value = entryValue(bytes, entry);
        switch (bytes.u16(entry)) {
        case kTagWidth:
            directory.width = value;
            break;
        case kTagHeight:
            directory.height = value;
            break;
        case kTagOrientation:
            directory.orientation = value >= 1 && value <= 8 ? value : 1;
            break;
        default:
            break;
        }
    }
    return directory;
}

} // namespace

std::vector<TiffDirectory> readTiffDirectories(std::span<const std::byte> tiff, std::size_t limit)
{
    if (tiff.size() < 8) {
        return {};
    }
    const bool isBigEndian = tiff[0] == std::byte{'M'};
    const TiffBytes bytes(tiff, isBigEndian);
    const bool hasMark = tiff[0] == tiff[1] && (isBigEndian || tiff[0] == std::byte{'I'});
    if (!hasMark || bytes.u16(2) != 42) {
        return {};
    }
    std::vector<TiffDirectory> directories;
    std::size_t at = bytes.u32(4);
    // The limit also ends a chain of directories that points back at itself.
    while (at != 0 && directories.size() < limit && bytes.contains(at, 2)) {
        const std::size_t entries = bytes.u16(at);
        if (!bytes.contains(at + 2, entries * kEntrySize)) {
            break;
        }
        directories.push_back(readDirectory(bytes, at, entries));
        at = bytes.u32(at + 2 + entries * kEntrySize);
    }
    return directories;
}

std::uint32_t exifOrientation(std::span<const std::byte> tiff)
{
    const auto directories = readTiffDirectories(tiff, 1);
    return directories.empty() ? 1 : directories.front().orientation;
}

} // namespace nefes::imaging
