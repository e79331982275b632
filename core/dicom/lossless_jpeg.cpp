// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/lossless_jpeg_p.h"
#include "core/image/image_limits.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace nefes::dicom {
namespace {

constexpr unsigned kLookupBits = 12;
constexpr std::size_t kMaxComponents = 3;

unsigned byteAt(std::span<const std::byte> bytes, std::size_t at)
{
    return std::to_integer<unsigned>(bytes[at]);
}

/// The bits of an entropy-coded segment, stuffed zero bytes taken out (T.81 B.1.1.5). Behind its
/// end come zeros.
class BitReader
{
public:
    explicit BitReader(std::span<const std::byte> bytes)
        : m_bytes(bytes)
    {
    }

    /// Afterwards at least 32 bits are there.
    void refill()
    {
        if (m_count > 32) {
            return;
        }
        if (m_bytes.size() - m_at >= 4) {
            const std::uint32_t word = byteAt(m_bytes, m_at) << 24U |
                                       byteAt(m_bytes, m_at + 1) << 16U |
                                       byteAt(m_bytes, m_at + 2) << 8U | byteAt(m_bytes, m_at + 3);
            const std::uint32_t inverse = ~word;
            const bool hasMarkerByte = ((inverse - 0x01010101U) & ~inverse & 0x80808080U) != 0;
            if (!hasMarkerByte) {
                m_bits |= std::uint64_t{word} << (32 - m_count);
                m_count += 32;
                m_at += 4;
                return;
            }
        }
        refillByBytes();
    }

    /// 0 to 32 bits
    [[nodiscard]] unsigned peek(unsigned count) const
    {
        return static_cast<unsigned>(m_bits >> 1U >> (63 - count));
    }
    void skip(unsigned count)
    {
        m_bits <<= count;
        m_count -= count;
    }
    /// Whether bits behind the end were used.
    [[nodiscard]] bool isOverrun() const { return m_count < m_padding; }

    /// Goes behind the next restart marker; false when another marker or the end is there.
    [[nodiscard]] bool restart()
    {
        m_bits = 0;
        m_count = 0;
        m_padding = 0;
        while (m_at + 1 < m_bytes.size()) {
            if (byteAt(m_bytes, m_at) == 0xff && byteAt(m_bytes, m_at + 1) != 0) {
                const unsigned marker = byteAt(m_bytes, m_at + 1);
                m_at += 2;
                return marker >= 0xd0 && marker <= 0xd7;
            }
            ++m_at;
        }
        return false;
    }

private:
    void refillByBytes()
    {
        while (m_count <= 56) {
            unsigned byte = 0;
            const bool isInside = m_at < m_bytes.size();
            const bool isStuffed = isInside && byteAt(m_bytes, m_at) == 0xff;
            const bool isMarker =
                isStuffed && (m_at + 1 >= m_bytes.size() || byteAt(m_bytes, m_at + 1) != 0);
            if (!isInside || isMarker) {
                m_padding += 8;
            } else {
                byte = byteAt(m_bytes, m_at);
                m_at += isStuffed ? 2 : 1;
            }
            m_bits |= std::uint64_t{byte} << (56 - m_count);
            m_count += 8;
        }
    }

    std::span<const std::byte> m_bytes;
    std::size_t m_at = 0;
    std::uint64_t m_bits = 0; ///< the next bit is the highest
    unsigned m_count = 0;
    unsigned m_padding = 0;
};

/// A Huffman table for difference categories (T.81 H.1.2.2, C.2).
class CategoryTable
{
public:
    struct Entry {
        std::uint8_t length = 0; ///< 0: no code
        std::uint8_t category = 0;
    };

    /// `counts`: codes of each length, 16 bytes; `categories`: their values in order.
    static std::optional<CategoryTable> create(std::span<const std::byte> counts,
                                               std::span<const std::byte> categories)
    {
        CategoryTable table;
        table.m_entries.resize(std::size_t{1} << 16U);
        std::size_t code = 0;
        std::size_t index = 0;
        for (unsigned length = 1; length <= 16; ++length) {
            for (unsigned i = 0; i < byteAt(counts, length - 1); ++i, ++index, ++code) {
                const unsigned category = byteAt(categories, index);
                const std::size_t first = code << (16 - length);
                const std::size_t count = std::size_t{1} << (16 - length);
                if (category > 16 || first + count > table.m_entries.size()) {
                    return std::nullopt;
                }
                std::fill_n(
                    table.m_entries.begin() + static_cast<std::ptrdiff_t>(first), count,
                    Entry{static_cast<std::uint8_t>(length), static_cast<std::uint8_t>(category)});
            }
            code <<= 1U;
        }
        table.fillShort();
        return table;
    }

    [[nodiscard]] Entry find(const BitReader& bits) const
    {
        const Entry entry = m_short[bits.peek(kLookupBits)];
        return entry.length != 0 ? entry : m_entries[bits.peek(16)];
    }

private:
    /// The codes that are short stay in the first cache.
    void fillShort()
    {
        for (std::size_t i = 0; i < m_short.size(); ++i) {
            const Entry entry = m_entries[i << (16 - kLookupBits)];
            m_short[i] = entry.length <= kLookupBits ? entry : Entry{};
        }
    }

    std::vector<Entry> m_entries;
    std::array<Entry, std::size_t{1} << kLookupBits> m_short = {};
};

/// The segments before the entropy-coded data.
struct Scan {
    std::array<std::optional<CategoryTable>, 4> tables;
    std::array<const CategoryTable*, kMaxComponents> tableOf = {};
    unsigned predictor = 1;
    std::size_t restartInterval = 0; ///< in pixels; 0: none
    std::size_t dataStart = 0;
};

bool readTables(std::span<const std::byte> segment, Scan& scan)
{
    while (segment.size() >= 17) {
        const unsigned target = byteAt(segment, 0);
        std::size_t count = 0;
        for (std::size_t i = 1; i <= 16; ++i) {
            count += byteAt(segment, i);
        }
        if (target > 3 || segment.size() < 17 + count) {
            return false;
        }
        scan.tables[target] =
            CategoryTable::create(segment.subspan(1, 16), segment.subspan(17, count));
        if (!scan.tables[target]) {
            return false;
        }
        segment = segment.subspan(17 + count);
    }
    return segment.empty();
}

/// T.81 B.2.2: all components sampled alike, so that pixels are decoded one after the other.
bool hasPlainSampling(std::span<const std::byte> frame, std::size_t components)
{
    for (std::size_t i = 0; i < components; ++i) {
        if (frame.size() < 9 + 3 * i || byteAt(frame, 7 + 3 * i) != 0x11) {
            return false;
        }
    }
    return true;
}

/// T.81 B.2.3 for one scan of all components without a point transform.
bool readScanHeader(std::span<const std::byte> segment, std::size_t components, Scan& scan)
{
    if (segment.size() < 4 + 2 * components || byteAt(segment, 0) != components) {
        return false;
    }
    for (std::size_t i = 0; i < components; ++i) {
        const unsigned index = byteAt(segment, 2 + 2 * i) >> 4U;
        if (index >= scan.tables.size()) {
            return false;
        }
        const auto& table = scan.tables[index];
        if (!table) {
            return false;
        }
        scan.tableOf[i] = &*table;
    }
    scan.predictor = byteAt(segment, 1 + 2 * components);
    const unsigned pointTransform = byteAt(segment, 3 + 2 * components) & 0x0fU;
    return scan.predictor >= 1 && scan.predictor <= 7 && pointTransform == 0;
}

/// Fills `scan`; false for what this decoder leaves to another.
bool readHeaders(std::span<const std::byte> stream, std::size_t components, Scan& scan)
{
    std::size_t at = 2;
    while (at + 4 <= stream.size() && byteAt(stream, at) == 0xff) {
        const unsigned marker = byteAt(stream, at + 1);
        if (marker == 0xff) {
            ++at;
            continue;
        }
        const std::size_t length = byteAt(stream, at + 2) << 8U | byteAt(stream, at + 3);
        if (length < 2 || at + 2 + length > stream.size()) {
            return false;
        }
        const auto segment = stream.subspan(at + 4, length - 2);
        at += 2 + length;
        switch (marker) {
        case 0xc3:
            if (!hasPlainSampling(segment, components)) {
                return false;
            }
            break;
        case 0xc4:
            if (!readTables(segment, scan)) {
                return false;
            }
            break;
        case 0xdd:
            scan.restartInterval =
                segment.size() >= 2 ? byteAt(segment, 0) << 8U | byteAt(segment, 1) : 0;
            break;
        case 0xda:
            scan.dataStart = at;
            return readScanHeader(segment, components, scan);
        default:
            break;
        }
    }
    return false;
}

/// T.81 table H.1
template <unsigned Predictor>
int predict(int left, int above, int aboveLeft)
{
    switch (Predictor) {
    case 1:
        return left;
    case 2:
        return above;
    case 3:
        return aboveLeft;
    case 4:
        return left + above - aboveLeft;
    case 5:
        return left + ((above - aboveLeft) >> 1);
    case 6:
        return above + ((left - aboveLeft) >> 1);
    default:
        return (left + above) >> 1;
    }
}

template <class T, std::size_t Components>
class Decoder
{
public:
    Decoder(const Scan& scan, BitReader bits, const JpegHeader& header, T* samples)
        : m_scan(scan)
        , m_bits(bits)
        , m_samples(samples)
        , m_width(static_cast<std::size_t>(header.width))
        , m_height(static_cast<std::size_t>(header.height))
        , m_start(1 << (header.precision - 1))
    {
    }

    /// False for codes that no table has. `isPartial` when the data ends early.
    bool decode(bool& isPartial)
    {
        const std::size_t linesPerRestart =
            m_scan.restartInterval == 0 ? m_height : m_scan.restartInterval / m_width;
        for (std::size_t y = 0; y < m_height; ++y) {
            const bool isFirst = y % linesPerRestart == 0;
            if (isFirst && y > 0 && !m_bits.restart()) {
                isPartial = true;
                return true;
            }
            if (!(isFirst ? firstLine(y) : line(y))) {
                return false;
            }
            if (m_bits.isOverrun()) {
                isPartial = true;
                return true;
            }
        }
        return true;
    }

private:
    /// T.81 H.1.2.2 and table H.2; false for a code that is in no table. Without branches where
    /// the data decides: they cannot be predicted.
    static bool difference(BitReader& bits, const CategoryTable& table, int& value)
    {
        bits.refill();
        const CategoryTable::Entry entry = table.find(bits);
        if (entry.length == 0) {
            return bits.isOverrun();
        }
        bits.skip(entry.length);
        const unsigned category = entry.category;
        if (category == 16) {
            value = 32768;
            return true;
        }
        const int raw = static_cast<int>(bits.peek(category));
        bits.skip(category);
        const int range = 1 << category;
        value = raw + (raw < range >> 1 ? 1 - range : 0);
        return true;
    }

    /// T.81 H.1.2.1: the first line of a scan or restart interval, by the left neighbour.
    bool firstLine(std::size_t y)
    {
        T* row = m_samples + y * m_width * Components;
        for (std::size_t i = 0; i < m_width * Components; ++i) {
            int delta = 0;
            if (!difference(m_bits, *m_scan.tableOf[i % Components], delta)) {
                return false;
            }
            const int predicted = i < Components ? m_start : static_cast<int>(row[i - Components]);
            row[i] = static_cast<T>(predicted + delta);
        }
        return true;
    }

    bool line(std::size_t y)
    {
        switch (m_scan.predictor) {
        case 1:
            return lineBy<1>(y);
        case 2:
            return lineBy<2>(y);
        case 3:
            return lineBy<3>(y);
        case 4:
            return lineBy<4>(y);
        case 5:
            return lineBy<5>(y);
        case 6:
            return lineBy<6>(y);
        default:
            return lineBy<7>(y);
        }
    }

    template <unsigned Predictor>
    bool lineBy(std::size_t y)
    {
        T* row = m_samples + y * m_width * Components;
        const T* above = row - m_width * Components;
        const auto tableOf = m_scan.tableOf;
        BitReader bits = m_bits; // stays in registers
        int delta = 0;
        for (std::size_t component = 0; component < Components; ++component) {
            if (!difference(bits, *tableOf[component], delta)) {
                return false;
            }
            row[component] = static_cast<T>(above[component] + delta);
        }
        for (std::size_t i = Components; i < m_width * Components; i += Components) {
            for (std::size_t component = 0; component < Components; ++component) {
                if (!difference(bits, *tableOf[component], delta)) {
                    return false;
                }
                const std::size_t at = i + component;
                const int predicted =
                    predict<Predictor>(row[at - Components], above[at], above[at - Components]);
                row[at] = static_cast<T>(predicted + delta);
            }
        }
        m_bits = bits;
        return true;
    }

    const Scan& m_scan;
    BitReader m_bits;
    T* m_samples;
    std::size_t m_width;
    std::size_t m_height;
    int m_start;
};

template <class T>
bool decodeInto(const Scan& scan, std::span<const std::byte> stream, const JpegHeader& header,
                DecodedFrame& frame)
{
    std::vector<T> samples(static_cast<std::size_t>(header.width) *
                           static_cast<std::size_t>(header.height) *
                           static_cast<std::size_t>(header.components));
    const BitReader bits(stream.subspan(scan.dataStart));
    const bool isGood =
        header.components == 1
            ? Decoder<T, 1>(scan, bits, header, samples.data()).decode(frame.isPartial)
            : Decoder<T, 3>(scan, bits, header, samples.data()).decode(frame.isPartial);
    frame.pixels.samples = std::move(samples);
    return isGood;
}

} // namespace

Result<DecodedFrame> decodeLosslessJpeg(std::span<const std::byte> stream, const JpegHeader& header)
{
    if (header.process != JpegProcess::Lossless || header.precision < 2 || header.precision > 16 ||
        (header.components != 1 && header.components != 3)) {
        return fail(ErrorCode::UnsupportedFormat, "not a lossless JPEG of one or three components");
    }
    NEFES_CHECK(checkFrameSize(header.width, header.height, header.components, 2));
    NEFES_CHECK(checkStreamLength(std::int64_t{header.width} * header.height * header.components,
                                  stream.size()));
    Scan scan;
    const auto width = static_cast<std::size_t>(header.width);
    if (!readHeaders(stream, static_cast<std::size_t>(header.components), scan) ||
        (scan.restartInterval != 0 &&
         (scan.restartInterval < width || scan.restartInterval % width != 0))) {
        return fail(ErrorCode::UnsupportedFormat, "a lossless JPEG of a rare kind");
    }
    DecodedFrame frame;
    frame.precision = header.precision;
    frame.pixels.width = header.width;
    frame.pixels.height = header.height;
    frame.pixels.samplesPerPixel = header.components;
    const bool isGood = header.precision <= 8
                            ? decodeInto<std::uint8_t>(scan, stream, header, frame)
                            : decodeInto<std::uint16_t>(scan, stream, header, frame);
    if (!isGood) {
        return fail(ErrorCode::UnsupportedFormat, "a code that is in no Huffman table");
    }
    return frame;
}

} // namespace nefes::dicom
