// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "ml/dataset_export.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace nefes::ml {
namespace {

/// CRC-32 of ZIP (ISO 3309).
std::uint32_t crc32(std::span<const std::byte> bytes)
{
    static const std::array<std::uint32_t, 256> table = [] {
        std::array<std::uint32_t, 256> entries{};
        for (std::uint32_t i = 0; i < entries.size(); ++i) {
            std::uint32_t value = i;
            for (int bit = 0; bit < 8; ++bit) {
                value = (value & 1U) != 0 ? 0xEDB88320U ^ (value >> 1U) : value >> 1U;
            }
            entries[i] = value;
        }
        return entries;
    }();
    std::uint32_t crc = 0xFFFFFFFFU;
    for (const std::byte byte : bytes) {
        crc = table[(crc ^ std::to_integer<std::uint32_t>(byte)) & 0xFFU] ^ (crc >> 8U);
    }
    return crc ^ 0xFFFFFFFFU;
}

void append(Bytes& target, std::uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i) {
        target.push_back(static_cast<std::byte>(value & 0xFFU));
        value >>= 8U;
    }
}

void append(Bytes& target, std::string_view text)
{
    const auto bytes = std::as_bytes(std::span(text));
    target.insert(target.end(), bytes.begin(), bytes.end());
}

/// A ZIP archive without compression (APPNOTE.TXT 4.3), entry by entry.
class ZipWriter
{
public:
    void add(const std::string& name, const Bytes& content)
    {
        const auto offset = m_bytes.size();
        const std::uint32_t crc = crc32(content);
        append(m_bytes, 0x04034b50, 4);
        appendCommon(m_bytes, crc, content.size(), name);
        append(m_bytes, name);
        m_bytes.insert(m_bytes.end(), content.begin(), content.end());
        append(m_directory, 0x02014b50, 4);
        append(m_directory, 20, 2);
        appendCommon(m_directory, crc, content.size(), name);
        append(m_directory, 0, 10); // no comment, first disk, no attributes
        append(m_directory, offset, 4);
        append(m_directory, name);
        ++m_count;
    }
    [[nodiscard]] Bytes finish()
    {
        const auto offset = m_bytes.size();
        m_bytes.insert(m_bytes.end(), m_directory.begin(), m_directory.end());
        append(m_bytes, 0x06054b50, 4);
        append(m_bytes, 0, 4);
        append(m_bytes, m_count, 2);
        append(m_bytes, m_count, 2);
        append(m_bytes, m_directory.size(), 4);
        append(m_bytes, offset, 4);
        append(m_bytes, 0, 2);
        return std::move(m_bytes);
    }

private:
    static void appendCommon(Bytes& target, std::uint32_t crc, std::size_t size,
                             const std::string& name)
    {
        append(target, 20, 2);         // version needed
        append(target, 0, 2);          // flags
        append(target, 0, 2);          // stored
        append(target, 0x00210000, 4); // 1980-01-01 00:00: the same data give the same file
        append(target, crc, 4);
        append(target, size, 4);
        append(target, size, 4);
        append(target, name.size(), 2);
        append(target, 0, 2);
    }

    Bytes m_bytes, m_directory;
    std::size_t m_count = 0;
};

/// Header of a .npy file, version 1.0, padded to 64 bytes.
Bytes npyHeader(const std::string& type, const std::vector<std::size_t>& shape)
{
    std::string text = fmt::format("{{'descr': '{}', 'fortran_order': False, 'shape': ({},), }}",
                                   type, fmt::join(shape, ", "));
    text.append(63 - (10 + text.size()) % 64, ' ');
    text += '\n';
    Bytes bytes;
    append(bytes, "\x93NUMPY\x01");
    append(bytes, 0, 1);
    append(bytes, text.size(), 2);
    append(bytes, text);
    return bytes;
}

Bytes imageArray(const SampleStore& store, const std::vector<std::size_t>& indices)
{
    const InputSpecification& input = store.input();
    const auto channels = static_cast<std::size_t>(input.channels);
    Bytes bytes = npyHeader("|u1", {indices.size(), static_cast<std::size_t>(input.height),
                                    static_cast<std::size_t>(input.width), channels});
    for (const std::size_t index : indices) {
        for (const std::uint8_t gray : store.plane(index)) {
            bytes.insert(bytes.end(), channels, static_cast<std::byte>(gray));
        }
    }
    return bytes;
}

Bytes labelArray(const SampleStore& store, const std::vector<std::size_t>& indices)
{
    Bytes bytes = npyHeader("<i8", {indices.size()});
    for (const std::size_t index : indices) {
        append(bytes, static_cast<std::uint64_t>(store.samples()[index].label), 8);
    }
    return bytes;
}

/// Class names as UTF-8 text: NumPy's 'S', which loads without pickling.
Bytes classArray(const std::vector<std::string>& classes)
{
    std::size_t longest = 1;
    for (const std::string& name : classes) {
        longest = std::max(longest, name.size());
    }
    Bytes bytes = npyHeader(fmt::format("|S{}", longest), {classes.size()});
    for (const std::string& name : classes) {
        append(bytes, name);
        bytes.insert(bytes.end(), longest - name.size(), std::byte{0});
    }
    return bytes;
}

} // namespace

Result<void> writeNpz(const SampleStore& store, const std::filesystem::path& file)
{
    const auto planeBytes = static_cast<std::uint64_t>(store.input().width) *
                            static_cast<std::uint64_t>(store.input().height) *
                            static_cast<std::uint64_t>(store.input().channels);
    constexpr std::uint64_t labelBytes = 8;
    if ((planeBytes + labelBytes) * store.samples().size() >
        std::numeric_limits<std::uint32_t>::max() - 1'000'000) {
        return fail(ErrorCode::DatasetInvalid, "more than 4 GB do not fit a .npz file");
    }
    ZipWriter zip;
    for (const auto& [split, name] :
         {std::pair{Split::Train, "train"}, std::pair{Split::Validation, "val"},
          std::pair{Split::Test, "test"}}) {
        const auto indices = store.indices(split);
        zip.add(fmt::format("x_{}.npy", name), imageArray(store, indices));
        zip.add(fmt::format("y_{}.npy", name), labelArray(store, indices));
    }
    zip.add("labels.npy", classArray(store.classes()));
    return writeFileAtomically(file, zip.finish());
}

} // namespace nefes::ml
