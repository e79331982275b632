// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/attributes_p.h"

#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>
#include <string_view>

namespace nefes::dicom {
namespace {

std::string_view valueAt(std::string_view text, std::size_t index)
{
    for (; index > 0; --index) {
        const std::size_t end = text.find('\\');
        if (end == std::string_view::npos) {
            return {};
        }
        text.remove_prefix(end + 1);
    }
    return trimmed(text.substr(0, text.find('\\')));
}

/// Decimal strings whatever the locale; a leading plus and a decimal comma are accepted.
std::optional<double> parseNumber(std::string_view text)
{
    std::string plain(trimmed(text));
    std::replace(plain.begin(), plain.end(), ',', '.');
    const char* begin = plain.data() + (plain.empty() || plain.front() != '+' ? 0 : 1);
    double value = 0.0;
    const auto parsed = std::from_chars(begin, plain.data() + plain.size(), value);
    if (parsed.ec != std::errc() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

bool isTextual(DcmEVR vr)
{
    switch (vr) {
    case EVR_US:
    case EVR_SS:
    case EVR_xs:
    case EVR_lt:
    case EVR_UL:
    case EVR_SL:
    case EVR_up:
    case EVR_FL:
    case EVR_FD:
    case EVR_OB:
    case EVR_OW:
    case EVR_ox:
    case EVR_OF:
    case EVR_OD:
    case EVR_OL:
    case EVR_SQ:
        return false;
    default:
        return true;
    }
}

std::optional<double> binaryNumber(DcmElement& element, unsigned long index)
{
    Uint16 u16 = 0;
    Sint16 s16 = 0;
    Uint32 u32 = 0;
    Sint32 s32 = 0;
    Float32 f32 = 0;
    Float64 f64 = 0;
    if (element.getUint16(u16, index).good()) {
        return u16;
    }
    if (element.getSint16(s16, index).good()) {
        return s16;
    }
    if (element.getUint32(u32, index).good()) {
        return u32;
    }
    if (element.getSint32(s32, index).good()) {
        return s32;
    }
    if (element.getFloat32(f32, index).good()) {
        return static_cast<double>(f32);
    }
    if (element.getFloat64(f64, index).good()) {
        return f64;
    }
    return std::nullopt;
}

} // namespace

Attributes::Attributes(DcmItem& item)
    : m_item(&item)
{
    buildIndex();
    m_decoder = TextDecoder(rawText(DCM_SpecificCharacterSet));
}

Attributes::Attributes(DcmItem& item, TextDecoder decoder)
    : m_item(&item)
    , m_decoder(std::move(decoder))
{
    buildIndex();
    // PS3.3 C.12.1.1.2: an item may have a character set of its own.
    if (has(DCM_SpecificCharacterSet)) {
        m_decoder = TextDecoder(rawText(DCM_SpecificCharacterSet));
    }
}

void Attributes::buildIndex()
{
    auto index = std::make_shared<Index>();
    index->reserve(m_item->card());
    for (DcmObject* object = m_item->nextInContainer(nullptr); object != nullptr;
         object = m_item->nextInContainer(object)) {
        if (auto* element = dynamic_cast<DcmElement*>(object)) {
            index->emplace_back(std::uint32_t{element->getGTag()} << 16U | element->getETag(),
                                element);
        }
    }
    std::sort(index->begin(), index->end());
    m_index = std::move(index);
}

DcmElement* Attributes::find(const DcmTagKey& tag) const
{
    const std::uint32_t key = std::uint32_t{tag.getGroup()} << 16U | tag.getElement();
    const auto found = std::lower_bound(
        m_index->begin(), m_index->end(), key,
        [](const Index::value_type& entry, std::uint32_t wanted) { return entry.first < wanted; });
    return found != m_index->end() && found->first == key ? found->second : nullptr;
}

bool Attributes::has(const DcmTagKey& tag) const
{
    DcmElement* element = find(tag);
    return element != nullptr && element->getLength() > 0;
}

std::optional<double> Attributes::number(const DcmTagKey& tag, std::size_t index) const
{
    DcmElement* element = find(tag);
    if (element == nullptr) {
        return std::nullopt;
    }
    if (!isTextual(element->ident())) {
        return binaryNumber(*element, static_cast<unsigned long>(index));
    }
    return parseNumber(valueAt(rawText(tag), index));
}

std::optional<std::int64_t> Attributes::integer(const DcmTagKey& tag, std::size_t index) const
{
    const auto value = number(tag, index);
    constexpr double limit = 9.0e15; // exactly representable, and far from overflow
    if (!value || std::abs(*value) > limit) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(*value);
}

int Attributes::integerOr(const DcmTagKey& tag, int fallback) const
{
    const auto value = integer(tag);
    return value && std::in_range<int>(*value) ? static_cast<int>(*value) : fallback;
}

std::vector<double> Attributes::numbers(const DcmTagKey& tag) const
{
    std::vector<double> values;
    DcmElement* element = find(tag);
    const std::size_t count = element == nullptr ? 0 : element->getVM();
    // Text is searched from its start for each value; binary values are reached at once.
    const std::size_t limit = count > 0 && isTextual(element->ident()) ? 1024 : 65536;
    for (std::size_t i = 0; i < std::min(count, limit); ++i) {
        if (const auto value = number(tag, i)) {
            values.push_back(*value);
        }
    }
    return values;
}

std::string Attributes::rawText(const DcmTagKey& tag) const
{
    DcmElement* element = find(tag);
    if (element == nullptr || !isTextual(element->ident())) {
        return {};
    }
    char* text = nullptr;
    Uint32 length = 0;
    if (element->getString(text, length).good() && text != nullptr) {
        return std::string(text, length);
    }
    // Unknown to the data dictionary or written as UN: the bytes are the text.
    const auto raw = bytes(tag);
    return std::string(reinterpret_cast<const char*>(raw.data()), raw.size());
}

std::string Attributes::text(const DcmTagKey& tag) const
{
    return m_decoder.decode(rawText(tag));
}

std::string Attributes::textAt(const DcmTagKey& tag, std::size_t index) const
{
    return std::string(valueAt(text(tag), index));
}

std::span<const std::uint16_t> Attributes::words(const DcmTagKey& tag) const
{
    DcmElement* element = find(tag);
    if (element == nullptr) {
        return {};
    }
    Uint16* values = nullptr;
    if (element->getUint16Array(values).good() && values != nullptr) {
        return {values, element->getLength() / 2};
    }
    Sint16* signedValues = nullptr;
    if (element->getSint16Array(signedValues).good() && signedValues != nullptr) {
        return {reinterpret_cast<const std::uint16_t*>(signedValues), element->getLength() / 2};
    }
    Uint8* octets = nullptr;
    if (element->getUint8Array(octets).good() && octets != nullptr) {
        return {reinterpret_cast<const std::uint16_t*>(octets), element->getLength() / 2};
    }
    return {};
}

std::span<const std::byte> Attributes::bytes(const DcmTagKey& tag) const
{
    DcmElement* element = find(tag);
    if (element == nullptr) {
        return {};
    }
    Uint8* octets = nullptr;
    if (element->getUint8Array(octets).good() && octets != nullptr) {
        return {reinterpret_cast<const std::byte*>(octets), element->getLength()};
    }
    return std::as_bytes(words(tag));
}

std::optional<Attributes> Attributes::item(const DcmTagKey& sequence, std::size_t index) const
{
    DcmElement* element = find(sequence);
    auto* items = dynamic_cast<DcmSequenceOfItems*>(element);
    if (items == nullptr || index >= items->card()) {
        return std::nullopt;
    }
    DcmItem* found = items->getItem(static_cast<unsigned long>(index));
    return found == nullptr ? std::nullopt
                            : std::optional<Attributes>(Attributes(*found, m_decoder));
}

std::size_t Attributes::itemCount(const DcmTagKey& sequence) const
{
    auto* items = dynamic_cast<DcmSequenceOfItems*>(find(sequence));
    return items == nullptr ? 0 : items->card();
}

} // namespace nefes::dicom
