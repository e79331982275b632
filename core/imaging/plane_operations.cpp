// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/plane_operations.h"

#include "core/base/assert.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace nefes::imaging {
namespace {

/// OpenCV only reads through the matrix of a source plane.
cv::Mat matrixOf(const GrayPlane& plane)
{
    NEFES_ASSERT(plane.width > 0 && plane.height > 0 &&
                 plane.values.size() == static_cast<std::size_t>(plane.width) *
                                            static_cast<std::size_t>(plane.height));
    return cv::Mat(plane.height, plane.width, CV_8UC1,
                   const_cast<std::uint8_t*>(plane.values.data()));
}

GrayPlane emptyPlane(int width, int height)
{
    return GrayPlane{width, height,
                     std::vector<std::uint8_t>(static_cast<std::size_t>(width) *
                                               static_cast<std::size_t>(height))};
}

} // namespace

GrayPlane OpenCvPlaneOperations::resize(const GrayPlane& plane, int width, int height) const
{
    NEFES_ASSERT(width >= 1 && height >= 1);
    const cv::Mat source = matrixOf(plane);
    if (width == plane.width && height == plane.height) {
        return plane;
    }
    GrayPlane result = emptyPlane(width, height);
    cv::Mat target(height, width, CV_8UC1, result.values.data());
    const bool grows = width > plane.width || height > plane.height;
    cv::resize(source, target, target.size(), 0.0, 0.0, grows ? cv::INTER_LINEAR : cv::INTER_AREA);
    return result;
}

GrayPlane OpenCvPlaneOperations::clahe(const GrayPlane& plane, const ClaheSettings& settings) const
{
    const cv::Mat source = matrixOf(plane);
    GrayPlane result = emptyPlane(plane.width, plane.height);
    cv::Mat target(plane.height, plane.width, CV_8UC1, result.values.data());
    // More tiles than pixels would leave tiles without a histogram.
    const int tiles = std::clamp(settings.tiles, 1, std::min({64, plane.width, plane.height}));
    cv::createCLAHE(settings.clipLimit, cv::Size(tiles, tiles))->apply(source, target);
    return result;
}

GrayPlane OpenCvPlaneOperations::sharpen(const GrayPlane& plane,
                                         const SharpenSettings& settings) const
{
    const cv::Mat source = matrixOf(plane);
    GrayPlane result = emptyPlane(plane.width, plane.height);
    cv::Mat target(plane.height, plane.width, CV_8UC1, result.values.data());
    cv::Mat blurred;
    cv::GaussianBlur(source, blurred, cv::Size(), settings.radiusPx);
    cv::addWeighted(source, 1.0 + settings.amount, blurred, -settings.amount, 0.0, target);
    return result;
}

} // namespace nefes::imaging
