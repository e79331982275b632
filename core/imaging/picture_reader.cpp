// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/picture_reader.h"

#include "core/imaging/jpeg.h"
#include "core/imaging/picture_header.h"

#include <fmt/format.h>
#include <opencv2/core.hpp>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace nefes::imaging {
namespace {

/// Exif orientation: 1–4 without, 5–8 with rows and columns exchanged (Exif 2.32, tag 0112).
cv::Mat oriented(cv::Mat image, std::uint32_t orientation)
{
    constexpr int aboutBoth = -1;
    constexpr int aboutHorizontalAxis = 0;
    constexpr int aboutVerticalAxis = 1;
    if (orientation >= 5) {
        cv::transpose(image, image);
    }
    switch (orientation) {
    case 2:
    case 6:
        cv::flip(image, image, aboutVerticalAxis);
        break;
    case 3:
    case 7:
        cv::flip(image, image, aboutBoth);
        break;
    case 4:
    case 8:
        cv::flip(image, image, aboutHorizontalAxis);
        break;
    default:
        break;
    }
    return image;
}

/// Three equal channels become one.
template <class T>
void collapseGray(std::vector<T>& samples, int& samplesPerPixel)
{
    for (std::size_t i = 0; i + 2 < samples.size(); i += 3) {
        if (samples[i] != samples[i + 1] || samples[i] != samples[i + 2]) {
            return;
        }
    }
    for (std::size_t i = 0; i < samples.size() / 3; ++i) {
        samples[i] = samples[3 * i];
    }
    samples.resize(samples.size() / 3);
    samplesPerPixel = 1;
}

template <class T>
std::vector<T> toVector(const cv::Mat& image)
{
    const auto perRow =
        static_cast<std::size_t>(image.cols) * static_cast<std::size_t>(image.channels());
    std::vector<T> samples;
    samples.reserve(perRow * static_cast<std::size_t>(image.rows));
    for (int y = 0; y < image.rows; ++y) {
        const T* row = image.ptr<T>(y);
        samples.insert(samples.end(), row, row + perRow);
    }
    return samples;
}

Result<Samples> toSamples(const cv::Mat& image)
{
    switch (image.depth()) {
    case CV_8U:
        return toVector<std::uint8_t>(image);
    case CV_8S:
        return toVector<std::int8_t>(image);
    case CV_16U:
        return toVector<std::uint16_t>(image);
    case CV_16S:
        return toVector<std::int16_t>(image);
    case CV_32S:
        return toVector<std::int32_t>(image);
    case CV_32F:
        return toVector<float>(image);
    case CV_64F:
        return toVector<double>(image);
    default:
        return fail(ErrorCode::UnsupportedFormat, "a picture with samples of an unknown type");
    }
}

Result<PixelBuffer> toBuffer(const cv::Mat& image)
{
    NEFES_TRY(Samples samples, toSamples(image));
    return PixelBuffer{image.cols, image.rows, image.channels(), std::move(samples)};
}

/// JPEG goes through libjpeg directly: OpenCV does not say when a file ends early.
Result<PixelBuffer> decodeJpegFile(std::span<const std::byte> bytes, std::uint32_t orientation,
                                   std::vector<ImageWarning>& warnings)
{
    NEFES_TRY(DecodedFrame frame, decodeJpeg(bytes, FrameColors::Ybr));
    if (frame.isPartial) {
        warnings.push_back(ImageWarning::EndsEarlyGray);
    }
    if (orientation == 1) {
        return std::move(frame.pixels);
    }
    auto& samples = std::get<std::vector<std::uint8_t>>(frame.pixels.samples);
    const cv::Mat view(frame.pixels.height, frame.pixels.width,
                       frame.pixels.samplesPerPixel == 3 ? CV_8UC3 : CV_8UC1, samples.data());
    return toBuffer(oriented(view.clone(), orientation));
}

Result<PixelBuffer> decodeByOpenCv(const std::filesystem::path& file,
                                   std::span<const std::byte> bytes, const PictureHeader& header,
                                   int page)
{
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    cv::Mat image;
    if (header.pages > 1) {
        std::vector<cv::Mat> pages;
        cv::imreadmulti(file.string(), pages, page, 1, cv::IMREAD_UNCHANGED);
        if (!pages.empty()) {
            image = pages.front();
        }
    } else {
        // OpenCV takes the bytes by a matrix that it does not change.
        const cv::Mat encoded(1, static_cast<int>(bytes.size()), CV_8UC1,
                              const_cast<std::byte*>(bytes.data()));
        image = cv::imdecode(encoded, cv::IMREAD_UNCHANGED);
    }
    if (image.empty()) {
        return fail(ErrorCode::DamagedFile, "the picture cannot be decoded");
    }
    if (image.channels() == 4) {
        cv::cvtColor(image, image, cv::COLOR_BGRA2RGB);
    } else if (image.channels() == 3) {
        cv::cvtColor(image, image, cv::COLOR_BGR2RGB);
    } else if (image.channels() == 2) {
        cv::extractChannel(image, image, 0);
    }
    return toBuffer(oriented(image, header.orientation));
}

Result<ImagePtr> decodePicture(const std::filesystem::path& file, std::span<const std::byte> bytes,
                               const PictureHeader& header, int page)
{
    ImageData data;
    data.format = pictureFormatName(header.format);
    data.lossy = header.format == PictureFormat::Jpeg;
    data.frame = page;
    data.frameCount = header.pages;
    NEFES_TRY(data.stored, header.format == PictureFormat::Jpeg
                               ? decodeJpegFile(bytes, header.orientation, data.warnings)
                               : decodeByOpenCv(file, bytes, header, page));
    PixelBuffer& stored = data.stored;
    if (stored.samplesPerPixel == 3) {
        std::visit([&stored](auto& samples) { collapseGray(samples, stored.samplesPerPixel); },
                   stored.samples);
    }
    data.photometric = stored.samplesPerPixel == 3 ? Photometric::Rgb : Photometric::Monochrome2;
    data.bitsStored = static_cast<int>(8 * stored.byteCount() / stored.sampleCount());
    return DecodedImage::create(std::move(data));
}

} // namespace

bool PictureReader::recognises(std::span<const std::byte> start) const
{
    return recognisePicture(start).has_value();
}

Result<FileSummary> PictureReader::summarise(const std::filesystem::path& file) const
{
    NEFES_TRY(const auto mapped, MappedFile::open(file));
    NEFES_TRY(const PictureHeader header, readPictureHeader(mapped->bytes(), 0));
    FileSummary summary;
    summary.path = file;
    summary.format = pictureFormatName(header.format);
    summary.objectName = fmt::format("{} picture", header.format == PictureFormat::Jpeg   ? "JPEG"
                                                   : header.format == PictureFormat::Png  ? "PNG"
                                                   : header.format == PictureFormat::Tiff ? "TIFF"
                                                                                          : "BMP");
    summary.width = header.width;
    summary.height = header.height;
    if (header.orientation >= 5) {
        std::swap(summary.width, summary.height);
    }
    summary.frameCount = header.pages;
    return summary;
}

Result<ImagePtr> PictureReader::read(const std::filesystem::path& file, int frame,
                                     std::stop_token stop) const
{
    NEFES_TRY(const auto mapped, MappedFile::open(file));
    NEFES_TRY(const PictureHeader header, readPictureHeader(mapped->bytes(), frame));
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "stopped before decoding");
    }
    if (mapped->bytes().size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        return fail(ErrorCode::FileTooLarge, "a picture file above 2 GiB");
    }
    try {
        return decodePicture(file, mapped->bytes(), header, frame);
    } catch (const cv::Exception& error) {
        return fail(ErrorCode::DamagedFile, error.err);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "no memory for the picture");
    }
}

FileInspection inspectPicture(const std::filesystem::path& file, int frame)
{
    const auto image = PictureReader().read(file, frame, {});
    if (!image) {
        return failedInspection(toUtf8(file), image.error());
    }
    const ImageData& data = (*image)->data();
    FileInspection inspection;
    inspection.path = toUtf8(file);
    inspection.format = data.format;
    inspection.photometricInterpretation =
        data.photometric == Photometric::Rgb ? "RGB" : "MONOCHROME2";
    inspection.rows = data.stored.height;
    inspection.columns = data.stored.width;
    inspection.frames = data.frameCount;
    inspection.samplesPerPixel = data.stored.samplesPerPixel;
    inspection.bitsAllocated = data.bitsStored;
    inspection.bitsStored = data.bitsStored;
    inspection.lossy = data.lossy;
    inspection.frame = frame;
    inspection.warnings = warningLines(data.warnings);
    inspection.stored = storedStatistics(**image);
    inspection.modalityValues = modalityStatistics(**image);
    return inspection;
}

} // namespace nefes::imaging
