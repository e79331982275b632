// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/picture_writer.h"

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace nefes::imaging {
namespace {

constexpr int kJpegQuality = 95;

/// A matrix over memory that OpenCV only reads.
template <class T>
cv::Mat borrowed(int width, int height, int type, std::span<const T> values)
{
    return cv::Mat(height, width, type, const_cast<T*>(values.data()));
}

template <class T>
bool hasSize(int width, int height, std::span<const T> values)
{
    return width > 0 && height > 0 &&
           values.size() == static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
}

Result<Bytes> encode(const cv::Mat& image, EncodedFormat format)
{
    try {
        std::vector<unsigned char> encoded;
        const bool isJpeg = format == EncodedFormat::Jpeg;
        const std::vector<int> parameters =
            isJpeg ? std::vector<int>{cv::IMWRITE_JPEG_QUALITY, kJpegQuality} : std::vector<int>{};
        if (!cv::imencode(isJpeg ? ".jpg" : ".png", image, encoded, parameters)) {
            return fail(ErrorCode::WriteFailed, "the picture cannot be encoded");
        }
        const auto bytes = std::as_bytes(std::span(encoded));
        return Bytes(bytes.begin(), bytes.end());
    } catch (const cv::Exception& error) {
        return fail(ErrorCode::WriteFailed, error.err);
    }
}

Result<EncodedFormat> formatByName(const std::filesystem::path& file)
{
    std::string ending = file.extension().string();
    // ASCII only: the locale must not turn I into ı.
    std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (ending == ".png") {
        return EncodedFormat::Png;
    }
    if (ending == ".jpg" || ending == ".jpeg") {
        return EncodedFormat::Jpeg;
    }
    return fail(ErrorCode::UnsupportedFormat, "pictures are written as .png or .jpg");
}

bool isGray(const Picture& picture)
{
    return std::all_of(picture.pixels.begin(), picture.pixels.end(), [](std::uint32_t pixel) {
        return (pixel & 0xffU) == (pixel >> 8U & 0xffU) &&
               (pixel & 0xffU) == (pixel >> 16U & 0xffU);
    });
}

} // namespace

Result<Bytes> encodePicture(const Picture& picture, EncodedFormat format)
{
    const std::span<const std::uint32_t> pixels(picture.pixels);
    if (!hasSize(picture.width, picture.height, pixels)) {
        return fail(ErrorCode::InvalidArgument, "a picture whose pixels do not match its size");
    }
    const cv::Mat image = borrowed(picture.width, picture.height, CV_8UC4, pixels);
    cv::Mat opaque;
    if (isGray(picture)) {
        cv::extractChannel(image, opaque, 0);
    } else {
        cv::cvtColor(image, opaque, cv::COLOR_BGRA2BGR);
    }
    return encode(opaque, format);
}

Result<Bytes> encodeGray(const GrayPlane& plane, EncodedFormat format)
{
    const std::span<const std::uint8_t> values(plane.values);
    if (!hasSize(plane.width, plane.height, values)) {
        return fail(ErrorCode::InvalidArgument, "a plane whose values do not match its size");
    }
    return encode(borrowed(plane.width, plane.height, CV_8UC1, values), format);
}

Result<void> writePicture(const std::filesystem::path& file, const Picture& picture)
{
    NEFES_TRY(const EncodedFormat format, formatByName(file));
    NEFES_TRY(const Bytes bytes, encodePicture(picture, format));
    return writeFileAtomically(file, bytes);
}

Result<void> writeGray(const std::filesystem::path& file, const GrayPlane& plane)
{
    NEFES_TRY(const EncodedFormat format, formatByName(file));
    NEFES_TRY(const Bytes bytes, encodeGray(plane, format));
    return writeFileAtomically(file, bytes);
}

} // namespace nefes::imaging
