// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/picture_header.h"

#include "core/image/image_limits.h"
#include "core/image/jpeg_header.h"
#include "core/imaging/exif.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

namespace nefes::imaging {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMaxPages = 10000;
constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1a\n"sv;

bool startsWith(std::span<const std::byte> bytes, std::string_view text)
{
    return bytes.size() >= text.size() &&
           std::equal(text.begin(), text.end(), bytes.begin(),
                      [](char c, std::byte b) { return static_cast<std::byte>(c) == b; });
}

std::uint32_t bigEndian32(std::span<const std::byte> bytes, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        value = value << 8U | std::to_integer<std::uint32_t>(bytes[at + i]);
    }
    return value;
}

std::uint32_t littleEndian(std::span<const std::byte> bytes, std::size_t at, std::size_t count)
{
    std::uint32_t value = 0;
    for (std::size_t i = count; i > 0; --i) {
        value = value << 8U | std::to_integer<std::uint32_t>(bytes[at + i - 1]);
    }
    return value;
}

int clampedInt(std::uint32_t value)
{
    return static_cast<int>(
        std::min(value, static_cast<std::uint32_t>(std::numeric_limits<int>::max())));
}

Result<PictureHeader> pngHeader(std::span<const std::byte> file)
{
    // PNG (ISO 15948) 5.3 and 11.2.2: IHDR is the first chunk.
    if (file.size() < 29 || !startsWith(file.subspan(12), "IHDR")) {
        return fail(ErrorCode::DamagedFile, "a PNG without its header chunk");
    }
    PictureHeader header{.format = PictureFormat::Png};
    header.width = clampedInt(bigEndian32(file, 16));
    header.height = clampedInt(bigEndian32(file, 20));
    for (std::size_t at = 8; at + 12 <= file.size();) {
        const std::size_t length = bigEndian32(file, at);
        const auto type = file.subspan(at + 4, 4);
        if (length > file.size() - at - 12 || startsWith(type, "IDAT")) {
            break;
        }
        if (startsWith(type, "eXIf")) {
            header.orientation = exifOrientation(file.subspan(at + 8, length));
        }
        at += length + 12;
    }
    return header;
}

Result<PictureHeader> jpegHeader(std::span<const std::byte> file)
{
    const auto jpeg = parseJpegHeader(file);
    if (!jpeg) {
        return fail(ErrorCode::DamagedFile, "a JPEG without a frame header");
    }
    const bool isSupported = jpeg->precision == 8 && (jpeg->process == JpegProcess::Baseline ||
                                                      jpeg->process == JpegProcess::Extended ||
                                                      jpeg->process == JpegProcess::Progressive);
    if (!isSupported) {
        return fail(ErrorCode::UnsupportedFormat,
                    "a JPEG that is neither baseline nor progressive with 8 bits");
    }
    PictureHeader header{.format = PictureFormat::Jpeg};
    header.width = jpeg->width;
    header.height = jpeg->height;
    header.orientation = exifOrientation(jpeg->exif);
    return header;
}

Result<PictureHeader> tiffHeader(std::span<const std::byte> file, int page)
{
    const auto directories = readTiffDirectories(file, kMaxPages);
    if (directories.empty()) {
        return fail(ErrorCode::DamagedFile, "a TIFF without a directory");
    }
    if (page < 0 || static_cast<std::size_t>(page) >= directories.size()) {
        return fail(ErrorCode::FrameOutOfRange,
                    fmt::format("page {} of {}", page, directories.size()));
    }
    const TiffDirectory& directory = directories[static_cast<std::size_t>(page)];
    PictureHeader header{.format = PictureFormat::Tiff};
    header.width = clampedInt(directory.width);
    header.height = clampedInt(directory.height);
    header.pages = static_cast<int>(directories.size());
    header.orientation = directory.orientation;
    return header;
}

Result<PictureHeader> bmpHeader(std::span<const std::byte> file)
{
    if (file.size() < 26) {
        return fail(ErrorCode::DamagedFile, "a BMP that ends within its header");
    }
    PictureHeader header{.format = PictureFormat::Bmp};
    if (littleEndian(file, 14, 4) == 12) { // BITMAPCOREHEADER
        header.width = clampedInt(littleEndian(file, 18, 2));
        header.height = clampedInt(littleEndian(file, 20, 2));
        return header;
    }
    header.width = clampedInt(littleEndian(file, 18, 4));
    const std::uint32_t height = littleEndian(file, 22, 4);
    // A negative height says that the rows go from top to bottom.
    header.height = clampedInt((height & 0x80000000U) != 0 ? ~height + 1U : height);
    return header;
}

Result<PictureHeader> headerOf(PictureFormat format, std::span<const std::byte> file, int page)
{
    switch (format) {
    case PictureFormat::Jpeg:
        return jpegHeader(file);
    case PictureFormat::Png:
        return pngHeader(file);
    case PictureFormat::Tiff:
        return tiffHeader(file, page);
    case PictureFormat::Bmp:
        return bmpHeader(file);
    }
    return fail(ErrorCode::Internal, "an unknown picture format");
}

} // namespace

std::string_view pictureFormatName(PictureFormat format)
{
    switch (format) {
    case PictureFormat::Jpeg:
        return "jpeg";
    case PictureFormat::Png:
        return "png";
    case PictureFormat::Tiff:
        return "tiff";
    case PictureFormat::Bmp:
        return "bmp";
    }
    return {};
}

std::optional<PictureFormat> recognisePicture(std::span<const std::byte> start)
{
    if (startsWith(start, "\xff\xd8\xff"sv)) {
        return PictureFormat::Jpeg;
    }
    if (startsWith(start, kPngSignature)) {
        return PictureFormat::Png;
    }
    if (startsWith(start, "II*\0"sv) || startsWith(start, "MM\0*"sv)) {
        return PictureFormat::Tiff;
    }
    // "BM" alone begins too many texts: the reserved fields are 0 as well.
    if (start.size() >= 18 && startsWith(start, "BM"sv) && littleEndian(start, 6, 4) == 0) {
        return PictureFormat::Bmp;
    }
    return std::nullopt;
}

Result<PictureHeader> readPictureHeader(std::span<const std::byte> file, int page)
{
    const auto format = recognisePicture(file);
    if (!format) {
        return fail(ErrorCode::UnknownFormat, "neither JPEG, PNG, TIFF nor BMP");
    }
    NEFES_TRY(const PictureHeader header, headerOf(*format, file, page));
    if (page < 0 || page >= header.pages) {
        return fail(ErrorCode::FrameOutOfRange, fmt::format("page {} of {}", page, header.pages));
    }
    if (header.width < 1 || header.height < 1) {
        return fail(ErrorCode::DamagedFile,
                    fmt::format("an image of {} × {} pixels", header.width, header.height));
    }
    // Four bytes: colour with an alpha channel, or floating point.
    NEFES_CHECK(checkFrameSize(header.width, header.height, 1, 4));
    return header;
}

} // namespace nefes::imaging
