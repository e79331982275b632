// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/rle_p.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace nefes::dicom {
namespace {

constexpr std::size_t kHeaderBytes = 64;
constexpr std::size_t kMaxSegments = 15;

std::size_t littleEndian32(std::span<const std::byte> bytes, std::size_t at)
{
    std::size_t value = 0;
    for (std::size_t i = 4; i > 0; --i) {
        value = value << 8U | std::to_integer<std::size_t>(bytes[at + i - 1]);
    }
    return value;
}

/// PS3.5 G.3.2 into every `stride`-th byte. Returns whether all `count` bytes came.
bool decodeSegment(std::span<const std::byte> segment, std::byte* target, std::size_t count,
                   std::size_t stride)
{
    std::size_t at = 0;
    std::size_t done = 0;
    while (done < count && at < segment.size()) {
        const auto code = std::to_integer<unsigned>(segment[at]);
        ++at;
        if (code < 128) {
            const std::size_t run =
                std::min({std::size_t{code} + 1, count - done, segment.size() - at});
            for (std::size_t i = 0; i < run; ++i) {
                target[(done + i) * stride] = segment[at + i];
            }
            at += run;
            done += run;
        } else if (code > 128 && at < segment.size()) {
            const std::size_t run = std::min(std::size_t{257} - code, count - done);
            const std::byte value = segment[at];
            for (std::size_t i = 0; i < run; ++i) {
                target[(done + i) * stride] = value;
            }
            ++at;
            done += run;
        }
    }
    return done == count;
}

} // namespace

Result<RleFrame> decodeRle(std::span<const std::byte> stream, std::size_t pixelCount,
                           std::size_t samplesPerPixel, std::size_t bytesPerSample)
{
    if (stream.size() < kHeaderBytes) {
        return fail(ErrorCode::DecodeFailed, "an RLE frame shorter than its header");
    }
    const std::size_t segments = littleEndian32(stream, 0);
    const std::size_t expected = samplesPerPixel * bytesPerSample;
    if (segments < expected || segments > kMaxSegments) {
        return fail(ErrorCode::DecodeFailed,
                    fmt::format("{} RLE segments where {} are needed", segments, expected));
    }
    RleFrame frame;
    frame.bytes.resize(pixelCount * expected);
    for (std::size_t i = 0; i < expected; ++i) {
        const std::size_t begin = littleEndian32(stream, 4 + 4 * i);
        const std::size_t next =
            i + 1 < segments ? littleEndian32(stream, 8 + 4 * i) : stream.size();
        if (begin >= stream.size()) {
            frame.endsEarly = true;
            continue;
        }
        const std::size_t end = next > begin ? std::min(next, stream.size()) : stream.size();
        const std::size_t sample = i / bytesPerSample;
        const std::size_t byteOfSample = bytesPerSample - 1 - i % bytesPerSample;
        std::byte* target = frame.bytes.data() + sample * bytesPerSample + byteOfSample;
        frame.endsEarly |=
            !decodeSegment(stream.subspan(begin, end - begin), target, pixelCount, expected);
    }
    return frame;
}

} // namespace nefes::dicom
