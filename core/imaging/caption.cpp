// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/caption.h"

#include "core/base/files.h"

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace nefes::imaging {
namespace {

constexpr std::size_t kLargestFile = 1U << 20U;
constexpr int kSmallestHeight = 20;
/// What is left of the picture behind the text.
constexpr double kBackground = 0.35;

cv::Mat scaledTo(const GrayPlane& coverage, const Picture& picture)
{
    const cv::Mat source(coverage.height, coverage.width, CV_8UC1,
                         const_cast<std::uint8_t*>(coverage.values.data()));
    double height = std::max(kSmallestHeight, picture.height / 40);
    height = std::min({height, static_cast<double>(picture.height),
                       picture.width * static_cast<double>(coverage.height) / coverage.width});
    const int rows = std::max(1, static_cast<int>(std::floor(height)));
    const int columns = std::clamp(
        static_cast<int>(std::lround(rows * static_cast<double>(coverage.width) / coverage.height)),
        1, picture.width);
    cv::Mat result;
    cv::resize(source, result, cv::Size(columns, rows), 0, 0, cv::INTER_AREA);
    return result;
}

} // namespace

Result<Caption> Caption::read(const std::filesystem::path& file)
{
    NEFES_TRY(const Bytes bytes, readFile(file, kLargestFile));
    try {
        const cv::Mat encoded(1, static_cast<int>(bytes.size()), CV_8UC1,
                              const_cast<std::byte*>(bytes.data()));
        const cv::Mat image = cv::imdecode(encoded, cv::IMREAD_GRAYSCALE);
        if (image.empty()) {
            return fail(ErrorCode::UnknownFormat, "the caption is not a picture");
        }
        return Caption({.width = image.cols,
                        .height = image.rows,
                        .values = {image.begin<std::uint8_t>(), image.end<std::uint8_t>()}});
    } catch (const cv::Exception& error) {
        return fail(ErrorCode::UnknownFormat, error.err);
    }
}

void Caption::drawOn(Picture& picture) const
{
    if (picture.width < 1 || picture.height < 1) {
        return;
    }
    const cv::Mat text = scaledTo(m_coverage, picture);
    cv::Mat whole(picture.height, picture.width, CV_8UC4, picture.pixels.data());
    cv::Mat strip = whole(cv::Rect(0, picture.height - text.rows, text.cols, text.rows));
    for (int row = 0; row < strip.rows; ++row) {
        for (int column = 0; column < strip.cols; ++column) {
            auto& pixel = strip.at<cv::Vec4b>(row, column);
            const double coverage = text.at<std::uint8_t>(row, column) / 255.0;
            for (int channel = 0; channel < 3; ++channel) {
                const double behind = kBackground * pixel[channel];
                pixel[channel] =
                    cv::saturate_cast<std::uint8_t>(behind + coverage * (255.0 - behind));
            }
        }
    }
}

} // namespace nefes::imaging
