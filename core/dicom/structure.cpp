// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/structure.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace nefes::dicom {
namespace {

constexpr std::uint32_t kUndefinedLength = 0xffffffff;
constexpr Tag kItem = 0xfffee000;
constexpr Tag kItemEnd = 0xfffee00d;
constexpr Tag kSequenceEnd = 0xfffee0dd;
constexpr Tag kTransferSyntax = 0x00020010;
constexpr Tag kMediaStorageSopClass = 0x00020002;
constexpr Tag kExtendedOffsetTable = 0x7fe00001;
constexpr std::size_t kPreamble = 128;
constexpr std::size_t kMaxElements = 10'000'000;

struct ElementHeader {
    Tag tag = 0;
    std::array<char, 2> vr = {}; ///< zero when not written
    std::uint32_t length = 0;
    std::size_t size = 8; ///< bytes of the header itself

    [[nodiscard]] bool hasVr(std::string_view text) const
    {
        return vr[0] == text[0] && vr[1] == text[1];
    }
};

std::uint32_t number(std::span<const std::byte> bytes, std::size_t at, std::size_t count,
                     bool isBigEndian)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t index = isBigEndian ? at + i : at + count - 1 - i;
        value = value << 8U | std::to_integer<std::uint32_t>(bytes[index]);
    }
    return value;
}

/// Whether two capital letters stand where a Value Representation is written.
bool hasVrLetters(const ElementHeader& header)
{
    return header.vr[0] >= 'A' && header.vr[0] <= 'Z' && header.vr[1] >= 'A' && header.vr[1] <= 'Z';
}

/// PS3.5 7.1.2: these have a length of two bytes, all others, future ones too, two reserved bytes
/// and a length of four. Letters that are no capitals are taken for a damaged short form, as DCMTK
/// does: both must see the same lengths.
bool hasShortForm(const ElementHeader& header)
{
    constexpr std::string_view shortForms =
        "AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US";
    return !hasVrLetters(header) ||
           shortForms.find(std::string_view(header.vr.data(), 2)) != std::string_view::npos;
}

std::optional<ElementHeader> readHeader(std::span<const std::byte> bytes, std::size_t at,
                                        Encoding encoding)
{
    if (at > bytes.size() || bytes.size() - at < 8) {
        return std::nullopt;
    }
    ElementHeader header;
    header.tag = number(bytes, at, 2, encoding.isBigEndian) << 16U |
                 number(bytes, at + 2, 2, encoding.isBigEndian);
    const bool isDelimiter = header.tag >> 16U == 0xfffe;
    if (!encoding.isExplicit || isDelimiter) {
        header.length = number(bytes, at + 4, 4, encoding.isBigEndian);
        return header;
    }
    header.vr = {static_cast<char>(bytes[at + 4]), static_cast<char>(bytes[at + 5])};
    if (hasShortForm(header)) {
        header.length = number(bytes, at + 6, 2, encoding.isBigEndian);
        return header;
    }
    if (bytes.size() - at < 12) {
        return std::nullopt;
    }
    header.length = number(bytes, at + 8, 4, encoding.isBigEndian);
    header.size = 12;
    return header;
}

std::string uidText(std::span<const std::byte> value)
{
    std::string text;
    for (const std::byte byte : value) {
        const char c = static_cast<char>(byte);
        if ((c >= '0' && c <= '9') || c == '.') {
            text += c;
        }
    }
    return text;
}

/// Whether an element that looks sensible stands at the start.
bool startsWithElement(std::span<const std::byte> bytes, Encoding encoding)
{
    const auto first = readHeader(bytes, 0, encoding);
    if (!first) {
        return false;
    }
    const Tag group = first->tag >> 16U;
    if ((group != 0x0002 && group != 0x0004 && group != 0x0008) ||
        (first->tag & 0xffffU) > 0x3000 || hasVrLetters(*first) != encoding.isExplicit) {
        return false;
    }
    if (first->length > 1024 && first->length != kUndefinedLength) {
        return false;
    }
    const std::size_t next = first->size + first->length;
    const auto second = readHeader(bytes, next, encoding);
    return !second || (second->tag > first->tag && second->tag >> 16U <= 0x0020);
}

constexpr std::array<Encoding, 3> kEncodings = {Encoding{true, false}, Encoding{false, false},
                                                Encoding{true, true}};

std::optional<Encoding> guessEncoding(std::span<const std::byte> dataset)
{
    for (const Encoding encoding : kEncodings) {
        if (startsWithElement(dataset, encoding)) {
            return encoding;
        }
    }
    return std::nullopt;
}

bool hasPrefix(std::span<const std::byte> file)
{
    constexpr std::string_view prefix = "DICM";
    return file.size() >= kPreamble + prefix.size() &&
           std::equal(prefix.begin(), prefix.end(), file.begin() + kPreamble,
                      [](char c, std::byte b) { return static_cast<std::byte>(c) == b; });
}

/// Walks with a stack of its own instead of recursion.
class Walker
{
public:
    Walker(std::span<const std::byte> bytes, Encoding encoding)
        : m_bytes(bytes)
        , m_levels{{bytes.size(), Level::Kind::Elements, encoding, false}}
    {
    }

    Result<DatasetStructure> walk()
    {
        m_structure.headerEnd = m_bytes.size();
        while (!m_isDone && m_at < m_bytes.size()) {
            closeFinishedLevels();
            NEFES_CHECK(step());
            if (++m_elements > kMaxElements) {
                return fail(ErrorCode::DamagedFile, "more than ten million elements");
            }
        }
        return std::move(m_structure);
    }

private:
    struct Level {
        enum class Kind { Elements, Items }; ///< of a data set or item; of a sequence
        std::size_t end = 0;                 ///< for undefined lengths the end of the level around
        Kind kind = Kind::Elements;
        Encoding encoding;
        bool isGuess = false; ///< a value that only looks like a sequence: parsers take it whole
    };

    void closeFinishedLevels()
    {
        while (m_levels.size() > 1 && m_at >= m_levels.back().end) {
            m_at = std::max(m_at, m_levels.back().end);
            m_levels.pop_back();
        }
    }

    Result<void> step()
    {
        const Level level = m_levels.back();
        if (m_levels.size() == 1) {
            m_topLevelStart = m_at;
        }
        const auto header = readHeader(m_bytes, m_at, level.encoding);
        if (!header) {
            return giveUpLevel();
        }
        const std::size_t value = m_at + header->size;
        if (value > level.end) {
            // Parsers read on behind the end of an item that is too short.
            const bool isTooLong =
                header->length != kUndefinedLength && header->length > m_bytes.size() - value;
            return isTooLong && !level.isGuess ? cutHeader() : giveUpLevel();
        }
        if (header->tag == kItemEnd || header->tag == kSequenceEnd) {
            m_at += header->size;
            if (m_levels.size() > 1) {
                m_levels.pop_back();
            }
            return {};
        }
        if (level.kind == Level::Kind::Items) {
            return header->tag == kItem ? enter(*header, Level::Kind::Elements, level.encoding)
                                        : giveUpLevel();
        }
        return element(*header, level);
    }

    Result<void> element(const ElementHeader& header, const Level& level)
    {
        const bool isTopLevel = m_levels.size() == 1;
        const bool isPixelData = header.tag >= kFloatPixelData && header.tag <= kPixelData;
        const std::size_t value = m_at + header.size;
        if (isPixelData && isTopLevel) {
            takePixelElement(header, level.encoding);
            m_isDone = true;
            return {};
        }
        if (header.length == kUndefinedLength) {
            if (isPixelData) { // of an icon
                m_at = value;
                PixelElement ignored;
                readFragments(ignored, level.encoding);
                return {};
            }
            // PS3.5 6.2.2 note 2 (CP 246): UN of undefined length is implicit little endian.
            const Encoding inner = header.hasVr("UN") ? Encoding{false, false} : level.encoding;
            return enter(header, Level::Kind::Items, inner);
        }
        if (header.length > m_bytes.size() - value && !level.isGuess) {
            return cutHeader();
        }
        if (header.length > level.end - value) {
            return giveUpLevel();
        }
        if (isTopLevel && header.tag == kExtendedOffsetTable) {
            m_extendedOffsets = m_bytes.subspan(value, header.length);
        }
        if (header.hasVr("SQ") || mayBeSequence(header, value, level.encoding)) {
            const bool isPrivate = (header.tag >> 16U) % 2 != 0;
            const bool isGuess = !header.hasVr("SQ") && (isPrivate || header.hasVr("UN"));
            return enter(header, Level::Kind::Items, level.encoding, isGuess);
        }
        m_at = value + header.length;
        return {};
    }

    /// Without a Value Representation only the first item's tag tells a sequence.
    [[nodiscard]] bool mayBeSequence(const ElementHeader& header, std::size_t value,
                                     Encoding encoding) const
    {
        if ((header.vr[0] != 0 && !header.hasVr("UN")) || header.length < 8) {
            return false;
        }
        const auto item = readHeader(m_bytes, value, encoding);
        return item && item->tag == kItem;
    }

    Result<void> enter(const ElementHeader& header, Level::Kind kind, Encoding encoding,
                       bool isGuess = false)
    {
        // Two levels, a sequence and its item, are one step of nesting.
        if (m_levels.size() / 2 >= static_cast<std::size_t>(kMaxNesting)) {
            return fail(ErrorCode::NestingTooDeep,
                        fmt::format("sequences nested deeper than {}", kMaxNesting));
        }
        m_at += header.size;
        const std::size_t end = m_levels.back().end;
        const bool isOpen = header.length == kUndefinedLength || header.length > end - m_at;
        m_levels.push_back({isOpen ? end : m_at + header.length, kind, encoding,
                            isGuess || m_levels.back().isGuess});
        return {};
    }

    /// A parser that trusts a length longer than the file would take memory for it: keep it out.
    Result<void> cutHeader()
    {
        m_structure.endsEarly = true;
        m_structure.headerEnd = m_topLevelStart;
        m_isDone = true;
        return {};
    }

    /// What is left of this level cannot be read: go on behind it.
    Result<void> giveUpLevel()
    {
        m_at = m_levels.back().end;
        if (m_levels.size() == 1) {
            m_isDone = true;
        }
        return {};
    }

    void takePixelElement(const ElementHeader& header, Encoding encoding)
    {
        PixelElement pixels;
        pixels.tag = header.tag;
        pixels.isWords = !header.hasVr("OB");
        pixels.extendedOffsets = m_extendedOffsets;
        m_structure.headerEnd = m_at;
        m_at += header.size;
        if (header.length == kUndefinedLength) {
            pixels.isEncapsulated = true;
            readFragments(pixels, encoding);
        } else {
            const std::size_t available = m_bytes.size() - m_at;
            pixels.endsEarly = header.length > available;
            pixels.value = m_bytes.subspan(m_at, std::min<std::size_t>(header.length, available));
        }
        m_structure.pixels = std::move(pixels);
    }

    /// PS3.5 A.4: an item with the offset table, then one item a fragment.
    void readFragments(PixelElement& pixels, Encoding encoding)
    {
        bool isFirst = true;
        for (;;) {
            const auto header = readHeader(m_bytes, m_at, encoding);
            if (!header) {
                pixels.isUnclosed = !pixels.endsEarly;
                m_at = m_bytes.size();
                return;
            }
            if (header->tag != kItem) {
                m_at += header->tag == kSequenceEnd ? header->size : 0;
                pixels.endsEarly = header->tag != kSequenceEnd;
                if (pixels.endsEarly) {
                    m_at = m_bytes.size();
                }
                return;
            }
            m_at += header->size;
            const std::size_t length = std::min<std::size_t>(header->length, m_bytes.size() - m_at);
            pixels.endsEarly |= length < header->length;
            const auto value = m_bytes.subspan(m_at, length);
            if (isFirst) {
                pixels.offsetTable = value;
            } else {
                pixels.fragments.push_back(value);
            }
            isFirst = false;
            m_at += length;
            if (++m_elements > kMaxElements) {
                return;
            }
        }
    }

    std::span<const std::byte> m_bytes;
    std::vector<Level> m_levels;
    std::span<const std::byte> m_extendedOffsets;
    DatasetStructure m_structure;
    std::size_t m_at = 0;
    std::size_t m_topLevelStart = 0;
    std::size_t m_elements = 0;
    bool m_isDone = false;
};

} // namespace

bool looksLikeDicom(std::span<const std::byte> start)
{
    return hasPrefix(start) || guessEncoding(start).has_value();
}

Result<MetaHeader> readMetaHeader(std::span<const std::byte> file)
{
    MetaHeader meta;
    meta.hasPrefix = hasPrefix(file);
    if (meta.hasPrefix) {
        meta.datasetStart = kPreamble + 4;
    } else if (!guessEncoding(file)) {
        return fail(ErrorCode::UnknownFormat, "not a DICOM file");
    }
    // The group length is often wrong: the group number alone says where the header ends.
    for (;;) {
        const auto header = readHeader(file, meta.datasetStart, Encoding{true, false});
        if (!header || header->tag >> 16U != 0x0002) {
            return meta;
        }
        const std::size_t value = meta.datasetStart + header->size;
        if (header->length > file.size() - value) {
            return fail(ErrorCode::DamagedFile, "the file ends within its meta header");
        }
        const auto bytes = file.subspan(value, header->length);
        if (header->tag == kTransferSyntax) {
            meta.transferSyntaxUid = uidText(bytes);
        } else if (header->tag == kMediaStorageSopClass) {
            meta.mediaStorageSopClassUid = uidText(bytes);
        }
        meta.datasetStart = value + header->length;
    }
}

Encoding detectEncoding(std::span<const std::byte> dataset, const std::string& transferSyntaxUid)
{
    Encoding declared{true, false};
    if (transferSyntaxUid == "1.2.840.10008.1.2") {
        declared.isExplicit = false;
    } else if (transferSyntaxUid == "1.2.840.10008.1.2.2") {
        declared.isBigEndian = true;
    }
    if (!transferSyntaxUid.empty() && startsWithElement(dataset, declared)) {
        return declared;
    }
    return guessEncoding(dataset).value_or(declared);
}

Result<DatasetStructure> walkDataset(std::span<const std::byte> dataset, Encoding encoding)
{
    return Walker(dataset, encoding).walk();
}

} // namespace nefes::dicom
