// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/image_header_p.h"
#include "core/image/image_limits.h"

#include <algorithm>

namespace nefes::dicom {
namespace {

/// Attributes of one repeating group 60xx (PS3.3 C.9.2).
DcmTagKey overlayTag(unsigned group, unsigned element)
{
    return {static_cast<Uint16>(group), static_cast<Uint16>(element)};
}

/// Bits of (60xx,3000); frame after frame without padding.
std::vector<std::uint8_t> separateBits(std::span<const std::uint16_t> words, std::size_t firstBit,
                                       std::size_t count)
{
    std::vector<std::uint8_t> bits;
    if ((firstBit + count + 15) / 16 > words.size()) {
        return bits;
    }
    bits.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t bit = firstBit + i;
        bits[i] = static_cast<std::uint8_t>(std::uint32_t{words[bit / 16]} >> (bit % 16) & 1U);
    }
    return bits;
}

/// A bit of each 16-bit cell of the pixel data, above or below the stored value (retired).
std::vector<std::uint8_t> embeddedBits(std::span<const std::byte> cells, std::size_t count,
                                       unsigned position, bool isBigEndian)
{
    std::vector<std::uint8_t> bits;
    if (cells.size() < 2 * count || position > 15) {
        return bits;
    }
    bits.resize(count);
    const std::size_t byteOfBit = (position / 8) ^ (isBigEndian ? 1U : 0U);
    for (std::size_t i = 0; i < count; ++i) {
        bits[i] = static_cast<std::uint8_t>(
            std::to_integer<unsigned>(cells[2 * i + byteOfBit]) >> (position % 8) & 1U);
    }
    return bits;
}

} // namespace

std::vector<OverlayPlane> readOverlays(const Attributes& dataset,
                                       const PixelDescription& description,
                                       std::span<const std::byte> frameBytes, bool isBigEndian,
                                       int frame)
{
    std::vector<OverlayPlane> overlays;
    for (unsigned group = 0x6000; group <= 0x601e; group += 2) {
        const int height = dataset.integerOr(overlayTag(group, 0x0010), 0);
        const int width = dataset.integerOr(overlayTag(group, 0x0011), 0);
        if (!checkFrameSize(width, height, 1, 1)) {
            continue;
        }
        const int first = dataset.integerOr(overlayTag(group, 0x0051), 1) - 1;
        const int frames = std::max(dataset.integerOr(overlayTag(group, 0x0015), 1), 1);
        // One plane without a frame number is for every frame.
        const int plane =
            frames == 1 && !dataset.has(overlayTag(group, 0x0015)) ? 0 : frame - first;
        if (plane < 0 || plane >= frames) {
            continue;
        }
        OverlayPlane overlay;
        overlay.width = width;
        overlay.height = height;
        // PS3.3 C.9.2: the origin counts from 1, row first.
        overlay.top =
            static_cast<int>(dataset.integer(overlayTag(group, 0x0050), 0).value_or(1)) - 1;
        overlay.left =
            static_cast<int>(dataset.integer(overlayTag(group, 0x0050), 1).value_or(1)) - 1;
        overlay.label = dataset.text(overlayTag(group, 0x1500));
        if (overlay.label.empty()) {
            overlay.label = dataset.text(overlayTag(group, 0x0022));
        }
        const std::size_t count =
            static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
        const int bitsAllocated = dataset.integerOr(overlayTag(group, 0x0100), 1);
        if (dataset.has(overlayTag(group, 0x3000))) {
            overlay.bits = separateBits(dataset.words(overlayTag(group, 0x3000)),
                                        static_cast<std::size_t>(plane) * count, count);
        } else if (bitsAllocated == 16 && description.bitsAllocated == 16 &&
                   description.samplesPerPixel == 1 && width == description.width &&
                   height == description.height) {
            const int position = dataset.integerOr(overlayTag(group, 0x0102), 0);
            overlay.bits = embeddedBits(frameBytes, count, static_cast<unsigned>(position) & 0xffU,
                                        isBigEndian);
        }
        if (!overlay.bits.empty()) {
            overlays.push_back(std::move(overlay));
        }
    }
    return overlays;
}

} // namespace nefes::dicom
