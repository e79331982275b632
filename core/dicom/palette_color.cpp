// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/image_header_p.h"

#include <algorithm>

namespace nefes::dicom {
namespace {

constexpr std::size_t kMaxEntries = 65536;

/// Segmented palettes (PS3.3 C.7.9.2): discrete, linear and indirect segments.
class SegmentedTable
{
public:
    explicit SegmentedTable(std::span<const std::uint16_t> data)
        : m_data(data)
    {
    }

    std::vector<std::uint16_t> expand()
    {
        std::size_t at = 0;
        while (at < m_data.size() && m_entries.size() < kMaxEntries && expandSegment(at, true)) {
        }
        return std::move(m_entries);
    }

private:
    /// Moves `at` behind the segment; false at the end or for a segment of no known kind.
    bool expandSegment(std::size_t& at, bool mayBeIndirect)
    {
        constexpr unsigned discrete = 0;
        constexpr unsigned linear = 1;
        constexpr unsigned indirect = 2;
        if (at + 2 > m_data.size()) {
            return false;
        }
        const unsigned kind = m_data[at];
        const std::size_t length = m_data[at + 1];
        at += 2;
        if (kind == discrete) {
            const std::size_t count = std::min(length, m_data.size() - at);
            m_entries.insert(m_entries.end(), m_data.begin() + static_cast<std::ptrdiff_t>(at),
                             m_data.begin() + static_cast<std::ptrdiff_t>(at + count));
            at += count;
            return true;
        }
        if (kind == linear && at < m_data.size()) {
            addRamp(length, m_data[at]);
            ++at;
            return true;
        }
        if (kind == indirect && mayBeIndirect && at + 2 <= m_data.size()) {
            std::size_t source = m_data[at] | static_cast<std::size_t>(m_data[at + 1]) << 16U;
            at += 2;
            for (std::size_t i = 0; i < length && m_entries.size() < kMaxEntries; ++i) {
                if (!expandSegment(source, false)) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }

    void addRamp(std::size_t length, std::uint16_t target)
    {
        const double start = m_entries.empty() ? 0.0 : m_entries.back();
        for (std::size_t i = 1; i <= length; ++i) {
            const double share = static_cast<double>(i) / static_cast<double>(length);
            m_entries.push_back(static_cast<std::uint16_t>(start + (target - start) * share + 0.5));
        }
    }

    std::span<const std::uint16_t> m_data;
    std::vector<std::uint16_t> m_entries;
};

struct ChannelTags {
    DcmTagKey descriptor, data, segmented;
};

struct Channel {
    int firstMapped = 0;
    std::vector<std::uint8_t> entries;
};

std::vector<std::uint8_t> scaledTo8(const std::vector<std::uint16_t>& entries, int bits)
{
    const std::uint16_t largest = *std::max_element(entries.begin(), entries.end());
    // PS3.3 C.7.6.3.1.5 asks for 16-bit entries to use the whole range; some hold 8 bits in them.
    const unsigned shift = bits > 8 && largest > 0xff ? static_cast<unsigned>(bits - 8) : 0U;
    std::vector<std::uint8_t> scaled(entries.size());
    std::transform(entries.begin(), entries.end(), scaled.begin(), [shift](std::uint16_t entry) {
        return static_cast<std::uint8_t>(std::min(entry >> shift, 0xff));
    });
    return scaled;
}

std::optional<Channel> readChannel(const Attributes& dataset, const ChannelTags& tags)
{
    const auto first = dataset.integer(tags.descriptor, 1);
    const auto bits = dataset.integer(tags.descriptor, 2);
    if (!first || !bits) {
        return std::nullopt;
    }
    std::vector<std::uint16_t> entries;
    int entryBits = *bits == 8 ? 8 : 16;
    if (dataset.has(tags.segmented)) {
        entries = SegmentedTable(dataset.words(tags.segmented)).expand();
    } else if (const auto table = readLut(dataset, tags.descriptor, tags.data, false)) {
        entries = table->entries;
        entryBits = std::max(entryBits, table->bits);
    }
    if (entries.empty()) {
        return std::nullopt;
    }
    const bool isSigned = dataset.integerOr(DCM_PixelRepresentation, 0) == 1;
    const auto pattern = static_cast<std::uint16_t>(*first);
    const int firstMapped = isSigned ? static_cast<std::int16_t>(pattern) : pattern;
    return Channel{firstMapped, scaledTo8(entries, entryBits)};
}

} // namespace

std::optional<PaletteTables> readPalette(const Attributes& dataset)
{
    auto red = readChannel(dataset, {DCM_RedPaletteColorLookupTableDescriptor,
                                     DCM_RedPaletteColorLookupTableData,
                                     DCM_SegmentedRedPaletteColorLookupTableData});
    auto green = readChannel(dataset, {DCM_GreenPaletteColorLookupTableDescriptor,
                                       DCM_GreenPaletteColorLookupTableData,
                                       DCM_SegmentedGreenPaletteColorLookupTableData});
    auto blue = readChannel(dataset, {DCM_BluePaletteColorLookupTableDescriptor,
                                      DCM_BluePaletteColorLookupTableData,
                                      DCM_SegmentedBluePaletteColorLookupTableData});
    if (!red || !green || !blue) {
        return std::nullopt;
    }
    PaletteTables tables{red->firstMapped, std::move(red->entries), std::move(green->entries),
                         std::move(blue->entries)};
    const std::size_t length =
        std::max({tables.red.size(), tables.green.size(), tables.blue.size()});
    for (auto* channel : {&tables.red, &tables.green, &tables.blue}) {
        channel->resize(length, channel->back());
    }
    return tables;
}

} // namespace nefes::dicom
