// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/encapsulated_p.h"
#include "core/dicom/frame_decoder_p.h"
#include "core/dicom/inflate_p.h"
#include "core/dicom/lossless_jpeg_p.h"
#include "core/dicom/rle_p.h"
#include "core/dicom/samples_p.h"
#include "core/dicom/stream_decoders_p.h"
#include "core/image/image_limits.h"
#include "core/image/jpeg_header.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace nefes::dicom {
namespace {

constexpr const char* kRle = "1.2.840.10008.1.2.5";
constexpr const char* kDeflatedFrames = "1.2.840.10008.1.2.8.1";

/// A frame of which less than this share is there is an error: memory is not taken for a claim.
constexpr std::uint64_t kLeastShare = 16;

CellLayout cellLayout(const PixelDescription& d)
{
    return {.bitsAllocated = d.bitsAllocated,
            .bitsStored = d.bitsStored,
            .shift = d.highBit + 1 - d.bitsStored,
            .isSigned = d.isSigned};
}

bool isSubsampled(const FrameSource& source)
{
    const PixelDescription& d = source.description;
    const bool says422 = d.photometric == "YBR_FULL_422" || d.photometric == "YBR_PARTIAL_422";
    if (!says422 || d.samplesPerPixel != 3 || d.width % 2 != 0) {
        return false;
    }
    // Some writers keep all samples in spite of the name: the length tells.
    const std::uint64_t whole = d.samplesPerFrame() * static_cast<std::uint64_t>(d.frameCount) *
                                static_cast<std::uint64_t>(d.bitsAllocated) / 8;
    return source.pixels.value.size() < whole;
}

std::uint64_t nativeSampleCount(const FrameSource& source)
{
    const std::uint64_t samples = source.description.samplesPerFrame();
    return isSubsampled(source) ? samples / 3 * 2 : samples;
}

/// Colour and sample order of cells that lie uncompressed in memory.
void finishCells(PixelBuffer& pixels, const PixelDescription& d, bool isSubsampled422)
{
    if (d.samplesPerPixel != 3) {
        return;
    }
    if (isSubsampled422) {
        pixels.samples = expanded422(pixels.samples);
    } else if (d.isPlanar) {
        pixels.samples = interleaved(pixels.samples);
    }
    if (d.isYbrOfFile()) {
        ybrToRgb(pixels.samples, d.bitsStored);
    }
}

/// Values from uncompressed bytes of one frame.
StoredFrame unpackFrame(const FrameSource& source, std::span<const std::byte> bytes,
                        std::size_t firstBit)
{
    const PixelDescription& d = source.description;
    const auto count = static_cast<std::size_t>(nativeSampleCount(source));
    const bool isBigEndian = source.encoding.isBigEndian;
    StoredFrame frame;
    frame.bitsStored = d.bitsStored;
    frame.pixels.width = d.width;
    frame.pixels.height = d.height;
    frame.pixels.samplesPerPixel = d.samplesPerPixel;
    if (d.kind != SampleKind::Integer) {
        frame.bitsStored = d.bitsAllocated;
        frame.pixels.samples =
            unpackFloats(bytes, count, d.kind == SampleKind::Double, isBigEndian);
        return frame;
    }
    CellLayout layout = cellLayout(d);
    layout.isBigEndian = isBigEndian;
    layout.hasSwappedBytes = isBigEndian && d.bitsAllocated <= 8 && source.pixels.isWords;
    frame.pixels.samples = unpackCells(bytes, firstBit, count, layout);
    finishCells(frame.pixels, d, isSubsampled(source));
    return frame;
}

Result<StoredFrame> decodeNative(const FrameSource& source, int frame)
{
    const PixelDescription& d = source.description;
    const std::uint64_t bits =
        nativeSampleCount(source) * static_cast<std::uint64_t>(d.bitsAllocated);
    const std::uint64_t firstBit = static_cast<std::uint64_t>(frame) * bits;
    const std::uint64_t availableBits = 8 * std::uint64_t{source.pixels.value.size()};
    const std::uint64_t left = availableBits > firstBit ? availableBits - firstBit : 0;
    if (left == 0 || left < bits / kLeastShare) {
        return fail(
            ErrorCode::TruncatedPixelData,
            fmt::format("frame {} needs {} bytes, {} are there", frame, bits / 8, left / 8));
    }
    // From an even byte on: in big-endian words the first byte of a frame may lie before its place.
    const std::uint64_t firstWord = firstBit / 16;
    const auto bytes = source.pixels.value.subspan(static_cast<std::size_t>(2 * firstWord));
    StoredFrame result =
        unpackFrame(source, bytes, static_cast<std::size_t>(firstBit - 16 * firstWord));
    result.isPartial = left < bits;
    return result;
}

Result<StoredFrame> decodeRleFrame(const FrameSource& source, const FrameBytes& bytes)
{
    const PixelDescription& d = source.description;
    const auto pixels = static_cast<std::size_t>(d.width) * static_cast<std::size_t>(d.height);
    NEFES_CHECK(
        checkStreamLength(static_cast<std::int64_t>(d.samplesPerFrame()), bytes.bytes.size()));
    const bool isBits = d.bitsAllocated == 1;
    NEFES_TRY(const RleFrame rle, decodeRle(bytes.bytes, isBits ? (pixels + 7) / 8 : pixels,
                                            static_cast<std::size_t>(d.samplesPerPixel),
                                            static_cast<std::size_t>((d.bitsAllocated + 7) / 8)));
    StoredFrame frame;
    frame.bitsStored = d.bitsStored;
    frame.isPartial = rle.endsEarly;
    frame.pixels.width = d.width;
    frame.pixels.height = d.height;
    frame.pixels.samplesPerPixel = d.samplesPerPixel;
    frame.pixels.samples =
        unpackCells(rle.bytes, 0, static_cast<std::size_t>(d.samplesPerFrame()), cellLayout(d));
    // Annex G keeps the planes apart whatever Planar Configuration says; decodeRle joined them.
    if (d.samplesPerPixel == 3 && d.isYbrOfFile()) {
        ybrToRgb(frame.pixels.samples, d.bitsStored);
    }
    return frame;
}

Result<StoredFrame> decodeDeflatedFrame(const FrameSource& source, const FrameBytes& bytes)
{
    NEFES_TRY(const Inflated inflated, inflate(bytes.bytes, kMaxFrameBytes));
    StoredFrame frame = unpackFrame(source, inflated.bytes, 0);
    frame.isPartial = inflated.endsEarly;
    return frame;
}

/// Whether a component conversion is left to us: decoders of DCMTK give components as they are.
enum class ColorState { AsInStream, Rgb };

struct StreamFrame {
    DecodedFrame decoded;
    ColorState color = ColorState::Rgb;
};

bool isYbrStream(const JpegHeader& header, const PixelDescription& d)
{
    const bool isLossy =
        header.process != JpegProcess::Lossless && header.process != JpegProcess::JpegLs;
    if (header.adobeTransform && isLossy) {
        return *header.adobeTransform == 1;
    }
    return d.isYbr();
}

/// The components of a stream as they are in it.
Result<DecodedFrame> decodeComponents(std::span<const std::byte> stream, const JpegHeader& header)
{
    if (header.process == JpegProcess::JpegLs) {
        return decodeJpegLsByDcmtk(stream, header);
    }
    if (header.process == JpegProcess::Lossless) {
        auto decoded = decodeLosslessJpeg(stream, header);
        if (decoded || decoded.error().code != ErrorCode::UnsupportedFormat) {
            return decoded;
        }
    }
    return decodeJpegByDcmtk(stream, header);
}

Result<StreamFrame> decodeJpegStream(const FrameSource& source, std::span<const std::byte> stream,
                                     const JpegHeader& header)
{
    const PixelDescription& d = source.description;
    if (source.codec != nullptr && header.precision == 8 &&
        header.process != JpegProcess::Lossless && header.process != JpegProcess::JpegLs) {
        FrameDescription description;
        description.colors = d.isYbr() ? FrameColors::Ybr : FrameColors::Rgb;
        auto decoded = source.codec->decode(stream, description);
        if (decoded || decoded.error().code != ErrorCode::UnsupportedFormat) {
            return std::move(decoded).map([](DecodedFrame frame) {
                return StreamFrame{std::move(frame), ColorState::Rgb};
            });
        }
    }
    NEFES_TRY(DecodedFrame decoded, decodeComponents(stream, header));
    const bool isYbr = header.components == 3 && isYbrStream(header, d);
    return StreamFrame{std::move(decoded), isYbr ? ColorState::AsInStream : ColorState::Rgb};
}

Result<StreamFrame> decodeStream(const FrameSource& source, std::span<const std::byte> stream)
{
    const PixelDescription& d = source.description;
    // The stream itself says what it is; transfer syntaxes are sometimes wrong.
    if (const auto header = parseJpegHeader(stream)) {
        return decodeJpegStream(source, stream, *header);
    }
    if (source.codec != nullptr) {
        FrameDescription description{.width = d.width,
                                     .height = d.height,
                                     .samplesPerPixel = d.samplesPerPixel,
                                     .bitsAllocated = d.bitsAllocated,
                                     .bitsStored = d.bitsStored,
                                     .isSigned = d.isSigned};
        description.colors = d.isYbrOfFile() ? FrameColors::Ybr : FrameColors::Rgb;
        auto decoded = source.codec->decode(stream, description);
        if (decoded) {
            return StreamFrame{*std::move(decoded), ColorState::Rgb};
        }
        if (decoded.error().code != ErrorCode::UnsupportedFormat) {
            return tl::unexpected(std::move(decoded).error());
        }
    }
    return fail(
        ErrorCode::UnsupportedTransferSyntax,
        fmt::format("transfer syntax {} cannot be decoded",
                    source.transferSyntaxUid.empty() ? "(none)" : source.transferSyntaxUid));
}

/// The layout of the values a stream holds: the data set's, unless the stream has more bits.
CellLayout streamLayout(const PixelDescription& d, const DecodedFrame& decoded)
{
    CellLayout layout = cellLayout(d);
    if (decoded.precision > d.bitsAllocated) {
        layout = {.bitsAllocated = 16,
                  .bitsStored = decoded.precision,
                  .shift = 0,
                  .isSigned = decoded.isSigned};
    }
    // A sign within fewer bits than Bits Stored says.
    if (layout.isSigned && !decoded.isSigned && decoded.precision < layout.bitsStored &&
        layout.shift == 0) {
        layout.bitsStored = decoded.precision;
    }
    return layout;
}

StoredFrame finishStream(StreamFrame stream, const PixelDescription& d)
{
    StoredFrame frame;
    DecodedFrame& decoded = stream.decoded;
    frame.isPartial = decoded.isPartial;
    frame.bitsStored = d.bitsStored;
    if (decoded.pixels.width != d.width || decoded.pixels.height != d.height) {
        frame.warnings.push_back(ImageWarning::StreamSize);
    }
    if (decoded.pixels.samplesPerPixel != d.samplesPerPixel) {
        frame.warnings.push_back(ImageWarning::StreamSamples);
    }
    const CellLayout layout = streamLayout(d, decoded);
    frame.bitsStored = std::max(layout.bitsStored, std::min(d.bitsStored, d.bitsAllocated));
    frame.pixels = std::move(decoded.pixels);
    frame.pixels.samples = maskedValues(std::move(frame.pixels.samples), layout);
    if (stream.color == ColorState::AsInStream) {
        ybrToRgb(frame.pixels.samples, layout.bitsStored);
    }
    return frame;
}

Result<StoredFrame> decodeEncapsulated(const FrameSource& source, int frame)
{
    NEFES_TRY(const FrameBytes bytes,
              frameBytes(source.pixels, frame, source.description.frameCount));
    const auto decode = [&]() -> Result<StoredFrame> {
        if (source.transferSyntaxUid == kRle) {
            return decodeRleFrame(source, bytes);
        }
        if (source.transferSyntaxUid == kDeflatedFrames) {
            return decodeDeflatedFrame(source, bytes);
        }
        NEFES_TRY(StreamFrame stream, decodeStream(source, bytes.bytes));
        return finishStream(std::move(stream), source.description);
    };
    auto result = decode();
    if (result) {
        result->isPartial |= bytes.endsEarly;
    }
    return result;
}

/// A single stream in an element of defined length, against PS3.5 A.4.
bool isBareStream(const FrameSource& source)
{
    const auto& value = source.pixels.value;
    const bool isNativeSyntax = source.transferSyntaxUid.empty() ||
                                source.transferSyntaxUid == "1.2.840.10008.1.2" ||
                                source.transferSyntaxUid == "1.2.840.10008.1.2.1" ||
                                source.transferSyntaxUid == "1.2.840.10008.1.2.2" ||
                                source.transferSyntaxUid == "1.2.840.10008.1.2.1.99";
    return !isNativeSyntax && value.size() > 2 && value[0] == std::byte{0xff} &&
           (value[1] == std::byte{0xd8} || value[1] == std::byte{0x4f});
}

} // namespace

Result<StoredFrame> decodeStoredFrame(const FrameSource& source, int frame)
{
    if (source.pixels.isEncapsulated) {
        if (source.pixels.fragments.empty()) {
            return fail(ErrorCode::MissingPixelData, "the pixel data is empty");
        }
        if (source.pixels.isUnclosed) {
            // A picture without its last fragments can look whole. One that is cut within a
            // fragment does not, and is shown.
            return fail(ErrorCode::TruncatedPixelData,
                        "the pixel data has no end mark: fragments may be missing");
        }
        return decodeEncapsulated(source, frame);
    }
    if (source.pixels.value.empty()) {
        return fail(ErrorCode::MissingPixelData, "the pixel data is empty");
    }
    if (isBareStream(source)) {
        NEFES_TRY(StreamFrame stream, decodeStream(source, source.pixels.value));
        return finishStream(std::move(stream), source.description);
    }
    return decodeNative(source, frame);
}

std::span<const std::byte> nativeFrameBytes(const FrameSource& source, int frame)
{
    if (source.pixels.isEncapsulated || source.description.bitsAllocated % 8 != 0) {
        return {};
    }
    const std::uint64_t size = nativeSampleCount(source) *
                               static_cast<std::uint64_t>(source.description.bitsAllocated) / 8;
    const std::uint64_t begin = size * static_cast<std::uint64_t>(frame);
    const auto& value = source.pixels.value;
    if (begin >= value.size()) {
        return {};
    }
    return value.subspan(
        static_cast<std::size_t>(begin),
        static_cast<std::size_t>(std::min<std::uint64_t>(size, value.size() - begin)));
}

} // namespace nefes::dicom
