// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/encapsulated_p.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace nefes::dicom {
namespace {

constexpr std::size_t kItemHeaderBytes = 8;

/// First and one past the last fragment of a frame.
struct FragmentRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::uint64_t littleEndian(std::span<const std::byte> bytes, std::size_t at, std::size_t count)
{
    std::uint64_t value = 0;
    for (std::size_t i = count; i > 0; --i) {
        value = value << 8U | std::to_integer<std::uint64_t>(bytes[at + i - 1]);
    }
    return value;
}

/// Offsets of all frames from a table with entries of 4 (basic) or 8 bytes (extended).
std::vector<std::uint64_t> offsetsOf(std::span<const std::byte> table, std::size_t entryBytes)
{
    std::vector<std::uint64_t> offsets;
    for (std::size_t at = 0; at + entryBytes <= table.size(); at += entryBytes) {
        offsets.push_back(littleEndian(table, at, entryBytes));
    }
    return offsets;
}

/// Index of the first fragment at each offset; empty when an offset hits none or the order is
/// wrong: such tables occur, and are then of no use.
std::vector<std::size_t> firstFragments(const PixelElement& pixels,
                                        const std::vector<std::uint64_t>& offsets)
{
    std::vector<std::size_t> first;
    std::uint64_t position = 0;
    std::size_t fragment = 0;
    for (const std::uint64_t offset : offsets) {
        while (fragment < pixels.fragments.size() && position < offset) {
            position += pixels.fragments[fragment].size() + kItemHeaderBytes;
            ++fragment;
        }
        if (fragment == pixels.fragments.size() || position != offset ||
            (!first.empty() && fragment <= first.back())) {
            return {};
        }
        first.push_back(fragment);
    }
    return first;
}

/// SOI of JPEG and JPEG-LS followed by a marker; SOC and SIZ of JPEG 2000.
bool startsStream(std::span<const std::byte> fragment)
{
    if (fragment.size() < 4 || fragment[0] != std::byte{0xff}) {
        return false;
    }
    const bool isJpeg = fragment[1] == std::byte{0xd8} && fragment[2] == std::byte{0xff};
    const bool isJpeg2000 = fragment[1] == std::byte{0x4f} && fragment[2] == std::byte{0xff} &&
                            fragment[3] == std::byte{0x51};
    return isJpeg || isJpeg2000;
}

std::vector<std::size_t> streamStarts(const PixelElement& pixels)
{
    std::vector<std::size_t> first;
    for (std::size_t i = 0; i < pixels.fragments.size(); ++i) {
        if (startsStream(pixels.fragments[i])) {
            first.push_back(i);
        }
    }
    return first;
}

FragmentRange rangeOf(const std::vector<std::size_t>& first, std::size_t frame, std::size_t all)
{
    return {first[frame], frame + 1 < first.size() ? first[frame + 1] : all};
}

Result<FragmentRange> findFragments(const PixelElement& pixels, std::size_t frame,
                                    std::size_t frameCount)
{
    const std::size_t all = pixels.fragments.size();
    if (frameCount == 1 && all > 0) {
        return FragmentRange{0, all};
    }
    if (all == frameCount) {
        return FragmentRange{frame, frame + 1};
    }
    for (const auto& offsets :
         {offsetsOf(pixels.extendedOffsets, 8), offsetsOf(pixels.offsetTable, 4)}) {
        if (offsets.size() == frameCount) {
            const auto first = firstFragments(pixels, offsets);
            if (first.size() == frameCount) {
                return rangeOf(first, frame, all);
            }
        }
    }
    if (const auto starts = streamStarts(pixels); frame < starts.size()) {
        return rangeOf(starts, frame, all);
    }
    // Streams without start marks, such as RLE: one fragment a frame.
    if (frame < all && streamStarts(pixels).empty()) {
        return FragmentRange{frame, frame + 1};
    }
    return fail(ErrorCode::TruncatedPixelData,
                fmt::format("the pixel data of frame {} is not there", frame));
}

} // namespace

Result<FrameBytes> frameBytes(const PixelElement& pixels, int frame, int frameCount)
{
    NEFES_TRY(const FragmentRange range, findFragments(pixels, static_cast<std::size_t>(frame),
                                                       static_cast<std::size_t>(frameCount)));
    FrameBytes result;
    result.endsEarly = pixels.endsEarly && range.end == pixels.fragments.size();
    if (range.end - range.begin == 1) {
        result.bytes = pixels.fragments[range.begin];
        return result;
    }
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const auto& fragment = pixels.fragments[i];
        result.joined.insert(result.joined.end(), fragment.begin(), fragment.end());
    }
    result.bytes = result.joined; // moves with the vector: its memory stays where it is
    return result;
}

} // namespace nefes::dicom
