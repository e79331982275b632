// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/tags.h"

#include "core/dicom/attributes_p.h"
#include "core/dicom/objects_p.h"
#include "core/dicom/text.h"

#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>

namespace nefes::dicom {
namespace {

constexpr std::size_t kPreviewBytes = 16;
constexpr std::size_t kMaxMetaBytes = 8192;

/// What a walk over all elements carries along.
struct Walk {
    std::stop_token stop;
    int count = 0;
    bool isCut = false;

    /// False when no more may be listed.
    [[nodiscard]] bool mayAdd()
    {
        isCut = isCut || count >= kMaxTagNodes;
        count += isCut ? 0 : 1;
        return !isCut && !stop.stop_requested();
    }
};

/// Cut between two characters.
void cut(TagNode& node)
{
    if (node.value.size() <= kMaxTagValueBytes) {
        return;
    }
    std::size_t end = kMaxTagValueBytes;
    while (end > 0 && (static_cast<unsigned char>(node.value[end]) & 0xc0U) == 0x80U) {
        --end;
    }
    node.value.resize(end);
    node.isCut = true;
}

bool isPrintable(std::span<const std::byte> bytes)
{
    return !bytes.empty() && std::ranges::all_of(bytes, [](std::byte byte) {
        const auto c = std::to_integer<unsigned>(byte);
        return c >= 0x20 || c == '\t' || c == '\n' || c == '\r' || c == 0;
    });
}

void putBytes(TagNode& node, std::span<const std::byte> bytes)
{
    for (const std::byte byte : bytes.first(std::min(bytes.size(), kPreviewBytes))) {
        node.value +=
            fmt::format("{}{:02x}", node.value.empty() ? "" : " ", std::to_integer<unsigned>(byte));
    }
    node.isCut = bytes.size() > kPreviewBytes;
}

std::span<const std::byte> rawBytes(DcmElement& element)
{
    Uint8* octets = nullptr;
    if (element.getUint8Array(octets).good() && octets != nullptr) {
        return {reinterpret_cast<const std::byte*>(octets), element.getLength()};
    }
    Uint16* words = nullptr;
    if (element.getUint16Array(words).good() && words != nullptr) {
        return std::as_bytes(std::span(words, element.getLength() / 2));
    }
    return {};
}

/// Numbers and tags as DCMTK writes them, values separated by backslashes.
void putNumbers(TagNode& node, DcmElement& element)
{
    const unsigned long count = element.getVM();
    for (unsigned long i = 0; i < count && node.value.size() <= kMaxTagValueBytes; ++i) {
        OFString text;
        if (element.getOFString(text, i).bad()) {
            break;
        }
        node.value += (i == 0 ? "" : "\\") + std::string(text.c_str(), text.length());
    }
}

void putText(TagNode& node, DcmElement& element, const TextDecoder& decoder)
{
    char* text = nullptr;
    Uint32 length = 0;
    if (element.getString(text, length).good() && text != nullptr) {
        // Decoding a value of megabytes would be for nothing. An escape sequence that is cut in two
        // becomes a replacement character at the end of what is shown.
        constexpr Uint32 kLongest = 4 * kMaxTagValueBytes;
        node.value = decoder.decode({text, std::min(length, kLongest)});
        node.isCut = length > kLongest;
    }
}

void putValue(TagNode& node, DcmElement& element, const TextDecoder& decoder)
{
    switch (element.ident()) {
    case EVR_US:
    case EVR_SS:
    case EVR_xs:
    case EVR_UL:
    case EVR_SL:
    case EVR_up:
    case EVR_FL:
    case EVR_FD:
    case EVR_SV:
    case EVR_UV:
    case EVR_AT:
        putNumbers(node, element);
        break;
    case EVR_OB:
    case EVR_OW:
    case EVR_ox:
    case EVR_lt:
    case EVR_OF:
    case EVR_OD:
    case EVR_OL:
    case EVR_OV:
    case EVR_px:
    case EVR_PixelData:
    case EVR_OverlayData:
        putBytes(node, rawBytes(element));
        break;
    case EVR_UN:
    case EVR_UNKNOWN:
    case EVR_UNKNOWN2B: {
        // Private elements are often text that lost its Value Representation on the way.
        const auto bytes = rawBytes(element);
        if (isPrintable(bytes.first(std::min<std::size_t>(bytes.size(), kMaxTagValueBytes)))) {
            node.value = decoder.decode(
                {reinterpret_cast<const char*>(bytes.data()),
                 std::min<std::size_t>(bytes.size(), std::size_t{2} * kMaxTagValueBytes)});
        } else {
            putBytes(node, bytes);
        }
        break;
    }
    default:
        putText(node, element, decoder);
        break;
    }
    cut(node);
}

std::string nameOf(DcmElement& element)
{
    DcmTag tag(element.getTag());
    const std::string keyword = tag.getTagName();
    return keyword == DcmTag_ERROR_TagName ? std::string() : splitWords(keyword);
}

std::vector<TagNode> elementsOf(DcmItem& item, const TextDecoder& outer, Walk& walk);

TagNode nodeOf(DcmElement& element, const TextDecoder& decoder, Walk& walk)
{
    TagNode node;
    node.tag = std::uint32_t{element.getGTag()} << 16U | element.getETag();
    node.vr = DcmVR(element.getVR()).getValidVRName();
    node.name = nameOf(element);
    if (auto* sequence = dynamic_cast<DcmSequenceOfItems*>(&element)) {
        // A list: DCMTK finds the n-th item by counting, the next one at once.
        DcmObject* object = nullptr;
        while ((object = sequence->nextInContainer(object)) != nullptr && walk.mayAdd()) {
            auto* item = dynamic_cast<DcmItem*>(object);
            TagNode child;
            child.tag = kItemTag;
            if (item != nullptr) {
                child.children = elementsOf(*item, decoder, walk);
            }
            node.children.push_back(std::move(child));
        }
        return node;
    }
    node.byteCount = element.getLength();
    if (node.byteCount > 0) {
        putValue(node, element, decoder);
    }
    return node;
}

/// The walk over the bytes has bounded the depth already.
std::vector<TagNode> elementsOf(DcmItem& item, const TextDecoder& outer, Walk& walk)
{
    const TextDecoder decoder = Attributes(item, outer).decoder();
    std::vector<TagNode> nodes;
    for (DcmObject* object = item.nextInContainer(nullptr); object != nullptr;
         object = item.nextInContainer(object)) {
        auto* element = dynamic_cast<DcmElement*>(object);
        if (element == nullptr) {
            continue;
        }
        if (!walk.mayAdd()) {
            break;
        }
        nodes.push_back(nodeOf(*element, decoder, walk));
    }
    return nodes;
}

/// The elements of group 0002, where the file has them.
std::vector<TagNode> metaElements(std::span<const std::byte> elements, Walk& walk)
{
    // A sequence has no place in the meta header; DCMTK would follow it however deep it goes, which
    // is not far in so few bytes.
    const auto some = elements.first(std::min(elements.size(), kMaxMetaBytes));
    DcmItem meta(DcmTag(DCM_Item), static_cast<Uint32>(some.size()));
    DcmInputBufferStream stream;
    stream.setBuffer(some.data(), static_cast<offile_off_t>(some.size()));
    stream.setEos();
    meta.transferInit();
    static_cast<void>(meta.read(stream, EXS_LittleEndianExplicit, EGL_noChange));
    meta.transferEnd();
    return elementsOf(meta, TextDecoder(), walk);
}

TagNode pixelNode(const PixelElement& pixels)
{
    TagNode node;
    node.tag = pixels.tag;
    switch (pixels.tag) {
    case kFloatPixelData:
        node.vr = "OF";
        node.name = "Float Pixel Data";
        break;
    case kDoublePixelData:
        node.vr = "OD";
        node.name = "Double Float Pixel Data";
        break;
    default:
        node.vr = pixels.isWords ? "OW" : "OB";
        node.name = "Pixel Data";
        break;
    }
    node.isCut = true;
    node.byteCount = std::accumulate(
        pixels.fragments.begin(), pixels.fragments.end(), pixels.value.size(),
        [](std::size_t sum, std::span<const std::byte> part) { return sum + part.size(); });
    return node;
}

} // namespace

Result<TagTree> tagsOf(const DicomFile& dicom, std::stop_token stop)
{
    try {
        Walk walk{.stop = std::move(stop)};
        TagTree tree;
        tree.elements = metaElements(dicom.metaBytes(), walk);
        std::vector<TagNode> elements = elementsOf(dicom.dataset(), TextDecoder(), walk);
        std::ranges::move(elements, std::back_inserter(tree.elements));
        if (const auto& pixels = dicom.structure().pixels) {
            tree.elements.push_back(pixelNode(*pixels));
        }
        if (walk.stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped while listing the elements");
        }
        tree.isCut = walk.isCut;
        return tree;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "no memory for the header");
    }
}

Result<TagTree> readTags(const std::filesystem::path& file, std::stop_token stop)
{
    NEFES_TRY(const DicomFile dicom, DicomFile::open(file));
    return tagsOf(dicom, std::move(stop));
}

} // namespace nefes::dicom
