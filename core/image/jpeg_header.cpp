// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/jpeg_header.h"

#include <algorithm>
#include <string_view>

namespace nefes {
namespace {

constexpr unsigned kStartOfImage = 0xd8;
constexpr unsigned kEndOfImage = 0xd9;
constexpr unsigned kStartOfScan = 0xda;
constexpr unsigned kJpegLsFrame = 0xf7;

unsigned byteAt(std::span<const std::byte> bytes, std::size_t index)
{
    return std::to_integer<unsigned>(bytes[index]);
}

bool startsWith(std::span<const std::byte> bytes, std::string_view text)
{
    return bytes.size() >= text.size() &&
           std::equal(text.begin(), text.end(), bytes.begin(),
                      [](char c, std::byte b) { return static_cast<std::byte>(c) == b; });
}

/// SOF0–SOF15 without DHT (c4), JPG (c8) and DAC (cc), and the one of JPEG-LS.
bool isFrameMarker(unsigned marker)
{
    return marker == kJpegLsFrame ||
           (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc);
}

JpegProcess processOf(unsigned marker)
{
    switch (marker) {
    case 0xc0:
        return JpegProcess::Baseline;
    case 0xc1:
        return JpegProcess::Extended;
    case 0xc2:
        return JpegProcess::Progressive;
    case 0xc3:
        return JpegProcess::Lossless;
    case kJpegLsFrame:
        return JpegProcess::JpegLs;
    default:
        return JpegProcess::Other;
    }
}

bool readFrameHeader(std::span<const std::byte> segment, unsigned marker, JpegHeader& header)
{
    if (segment.size() < 6) {
        return false;
    }
    header.process = processOf(marker);
    header.precision = static_cast<int>(byteAt(segment, 0));
    header.height = static_cast<int>(byteAt(segment, 1) << 8U | byteAt(segment, 2));
    header.width = static_cast<int>(byteAt(segment, 3) << 8U | byteAt(segment, 4));
    header.components = static_cast<int>(byteAt(segment, 5));
    for (std::size_t i = 0; i < header.componentIds.size() && 6 + 3 * i < segment.size(); ++i) {
        header.componentIds[i] = static_cast<std::uint8_t>(byteAt(segment, 6 + 3 * i));
    }
    return true;
}

void readApplicationSegment(std::span<const std::byte> segment, unsigned marker, JpegHeader& header)
{
    using namespace std::string_view_literals;
    if (marker == 0xe0 && startsWith(segment, "JFIF\0"sv)) {
        header.hasJfif = true;
    } else if (marker == 0xee && segment.size() >= 12 && startsWith(segment, "Adobe"sv)) {
        header.adobeTransform = static_cast<int>(byteAt(segment, 11));
    } else if (marker == 0xe1 && header.exif.empty() && startsWith(segment, "Exif\0\0"sv)) {
        header.exif = segment.subspan(6);
    }
}

} // namespace

std::optional<JpegHeader> parseJpegHeader(std::span<const std::byte> stream)
{
    if (stream.size() < 4 || byteAt(stream, 0) != 0xff || byteAt(stream, 1) != kStartOfImage) {
        return std::nullopt;
    }
    JpegHeader header;
    std::size_t at = 2;
    while (at + 4 <= stream.size()) {
        if (byteAt(stream, at) != 0xff) {
            ++at; // garbage between segments, as libjpeg passes over it
            continue;
        }
        const unsigned marker = byteAt(stream, at + 1);
        if (marker == 0xff || marker == 0x00 || marker == 0x01 ||
            (marker >= 0xd0 && marker <= kStartOfImage)) {
            at += marker == 0xff ? 1 : 2;
            continue;
        }
        if (marker == kEndOfImage || marker == kStartOfScan) {
            return std::nullopt;
        }
        const std::size_t length = byteAt(stream, at + 2) << 8U | byteAt(stream, at + 3);
        if (length < 2) {
            return std::nullopt;
        }
        const std::size_t begin = at + 4;
        const std::size_t count = std::min(length - 2, stream.size() - begin);
        const auto segment = stream.subspan(begin, count);
        if (isFrameMarker(marker)) {
            if (!readFrameHeader(segment, marker, header)) {
                return std::nullopt;
            }
            return header;
        }
        readApplicationSegment(segment, marker, header);
        at = begin + count;
    }
    return std::nullopt;
}

} // namespace nefes
