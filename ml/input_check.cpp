// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/input_check.h"

#include "core/base/assert.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>

namespace nefes::ml {
namespace {

constexpr int kSmallestSidePx = 64;
constexpr int kBlankSteps = 256;
constexpr double kSmallestDeviation = 3.0; ///< of 255
constexpr double kLargestModeShare = 0.97;
constexpr double kLargestColorSpread = 12.0; ///< mean of (largest − smallest sample) of 255
constexpr double kShrinkage = 0.1;

bool isBlank(const GrayPlane& plane)
{
    // A grid of pixels tells as much as all of a large film.
    const int rows = std::min(plane.height, kBlankSteps);
    const int columns = std::min(plane.width, kBlankSteps);
    std::array<std::size_t, 256> histogram{};
    for (int row = 0; row < rows; ++row) {
        const auto* line = plane.values.data() +
                           std::ptrdiff_t{row} * plane.height / rows * std::ptrdiff_t{plane.width};
        for (int column = 0; column < columns; ++column) {
            ++histogram[line[std::ptrdiff_t{column} * plane.width / columns]];
        }
    }
    const double count = static_cast<double>(rows) * columns;
    double sum = 0.0;
    double squares = 0.0;
    for (std::size_t gray = 0; gray < histogram.size(); ++gray) {
        const auto value = static_cast<double>(gray);
        const auto times = static_cast<double>(histogram[gray]);
        sum += times * value;
        squares += times * value * value;
    }
    const double mean = sum / count;
    const auto mode = static_cast<double>(*std::max_element(histogram.begin(), histogram.end()));
    return squares / count - mean * mean < kSmallestDeviation * kSmallestDeviation ||
           mode / count > kLargestModeShare;
}

/// Mean difference between the largest and the smallest of red, green and blue over a grid of
/// pixels; small tints and marks do not count.
bool isStronglyColored(const DecodedImage& image)
{
    if (image.data().photometric != Photometric::Rgb) {
        return false;
    }
    constexpr int steps = 128;
    double sum = 0.0;
    for (int row = 0; row < steps; ++row) {
        for (int column = 0; column < steps; ++column) {
            const int x = column * image.width() / steps;
            const int y = row * image.height() / steps;
            const std::array<double, 3> samples{image.storedAt(x, y, 0), image.storedAt(x, y, 1),
                                                image.storedAt(x, y, 2)};
            const auto [low, high] = std::minmax_element(samples.begin(), samples.end());
            sum += *high - *low;
        }
    }
    const double full = std::exp2(image.data().bitsStored) - 1.0;
    return sum / (steps * steps) * 255.0 / full > kLargestColorSpread;
}

/// Lower factor of a symmetric positive definite matrix, in place. False where it is not.
bool cholesky(std::vector<double>& matrix, std::size_t size)
{
    for (std::size_t column = 0; column < size; ++column) {
        double* row = matrix.data() + column * size;
        double diagonal = row[column];
        for (std::size_t k = 0; k < column; ++k) {
            diagonal -= row[k] * row[k];
        }
        if (!(diagonal > 0.0)) {
            return false;
        }
        row[column] = std::sqrt(diagonal);
        for (std::size_t i = column + 1; i < size; ++i) {
            double* other = matrix.data() + i * size;
            double sum = other[column];
            for (std::size_t k = 0; k < column; ++k) {
                sum -= other[k] * row[k];
            }
            other[column] = sum / row[column];
        }
        std::fill(row + column + 1, row + size, 0.0);
    }
    return true;
}

std::vector<double> classMeans(std::span<const float> features, std::size_t size,
                               std::span<const int> labels, std::size_t classCount)
{
    std::vector<double> means(classCount * size, 0.0);
    std::vector<double> counts(classCount, 0.0);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto label = static_cast<std::size_t>(labels[i]);
        counts[label] += 1.0;
        for (std::size_t k = 0; k < size; ++k) {
            means[label * size + k] += static_cast<double>(features[i * size + k]);
        }
    }
    for (std::size_t i = 0; i < means.size(); ++i) {
        // A class without images is never the nearest one.
        means[i] = counts[i / size] > 0.0 ? means[i] / counts[i / size]
                                          : std::numeric_limits<float>::max();
    }
    return means;
}

std::vector<double> covariance(std::span<const float> features, std::size_t size,
                               std::span<const int> labels, const std::vector<double>& means)
{
    std::vector<double> matrix(size * size, 0.0);
    std::vector<double> centred(size);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const double* mean = means.data() + static_cast<std::size_t>(labels[i]) * size;
        for (std::size_t k = 0; k < size; ++k) {
            centred[k] = static_cast<double>(features[i * size + k]) - mean[k];
        }
        for (std::size_t row = 0; row < size; ++row) {
            double* target = matrix.data() + row * size;
            for (std::size_t column = 0; column <= row; ++column) {
                target[column] += centred[row] * centred[column];
            }
        }
    }
    double trace = 0.0;
    for (std::size_t row = 0; row < size; ++row) {
        trace += matrix[row * size + row];
    }
    const auto count = static_cast<double>(std::max<std::size_t>(labels.size(), 1));
    const double floor = std::max(trace / static_cast<double>(size) / count, 1e-12);
    for (std::size_t row = 0; row < size; ++row) {
        for (std::size_t column = 0; column <= row; ++column) {
            double& value = matrix[row * size + column];
            value *= (1.0 - kShrinkage) / count;
            if (row == column) {
                value += kShrinkage * floor;
            }
            matrix[column * size + row] = value;
        }
    }
    return matrix;
}

std::vector<float> toFloats(const std::vector<double>& values)
{
    std::vector<float> result(values.size());
    std::transform(values.begin(), values.end(), result.begin(),
                   [](double value) { return static_cast<float>(value); });
    return result;
}

Result<std::vector<float>> floatTensor(const TensorFile& file, const std::string& name)
{
    const auto found = file.tensors().find(name);
    if (found == file.tensors().end() || found->second.type != TensorType::Float32 ||
        found->second.shape.size() != 2) {
        return fail(ErrorCode::ModelDamaged, "input check: tensor \"" + name + "\" is missing");
    }
    std::vector<float> values(static_cast<std::size_t>(found->second.elementCount()));
    if (!values.empty()) {
        std::memcpy(values.data(), found->second.bytes.data(), found->second.bytes.size());
    }
    if (!std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); })) {
        return fail(ErrorCode::ModelDamaged, "input check: \"" + name + "\" is not finite");
    }
    return values;
}

} // namespace

std::string ruleOutImage(const DecodedImage& image, const GrayPlane& plane)
{
    const auto& warnings = image.data().warnings;
    if (std::ranges::any_of(warnings, [](ImageWarning warning) {
            return warning == ImageWarning::EndsEarlyBlack ||
                   warning == ImageWarning::EndsEarlyGray;
        })) {
        return "incomplete";
    }
    if (std::min(image.width(), image.height()) < kSmallestSidePx) {
        return "too_small";
    }
    if (isBlank(plane)) {
        return "blank";
    }
    return isStronglyColored(image) ? "color" : "";
}

FeatureStatistics FeatureStatistics::fit(std::span<const float> features, int featureCount,
                                         std::span<const int> labels, int classCount)
{
    const auto size = static_cast<std::size_t>(featureCount);
    NEFES_ASSERT(size > 0 && features.size() == labels.size() * size);
    const auto means = classMeans(features, size, labels, static_cast<std::size_t>(classCount));
    auto matrix = covariance(features, size, labels, means);
    const bool isDefinite = cholesky(matrix, size);
    NEFES_ASSERT(isDefinite);
    FeatureStatistics statistics;
    statistics.m_featureCount = featureCount;
    statistics.m_means = toFloats(means);
    statistics.m_factor = toFloats(matrix);
    return statistics;
}

Result<FeatureStatistics> FeatureStatistics::read(const TensorFile& file, const std::string& prefix)
{
    FeatureStatistics statistics;
    NEFES_TRY(statistics.m_means, floatTensor(file, prefix + "means"));
    NEFES_TRY(statistics.m_factor, floatTensor(file, prefix + "factor"));
    const std::int64_t size = file.tensors().at(prefix + "means").shape[1];
    const auto& shape = file.tensors().at(prefix + "factor").shape;
    if (size < 1 || size > 65536 || shape[0] != size || shape[1] != size ||
        statistics.m_means.empty()) {
        return fail(ErrorCode::ModelDamaged, "input check: tensors do not fit together");
    }
    statistics.m_featureCount = static_cast<int>(size);
    for (std::int64_t i = 0; i < size; ++i) {
        if (!(statistics.m_factor[static_cast<std::size_t>(i * size + i)] > 0.0F)) {
            return fail(ErrorCode::ModelDamaged, "input check: \"factor\" is not a factor");
        }
    }
    return statistics;
}

std::map<std::string, TensorView> FeatureStatistics::tensors(const std::string& prefix) const
{
    const auto size = std::int64_t{m_featureCount};
    const auto classes = static_cast<std::int64_t>(m_means.size()) / size;
    return {{prefix + "means",
             {TensorType::Float32, {classes, size}, std::as_bytes(std::span(m_means))}},
            {prefix + "factor",
             {TensorType::Float32, {size, size}, std::as_bytes(std::span(m_factor))}}};
}

double FeatureStatistics::squaredDistance(std::span<const float> features, std::size_t meanStart,
                                          double limit) const
{
    const auto size = static_cast<std::size_t>(m_featureCount);
    NEFES_ASSERT(features.size() == size);
    std::vector<double> solved(size);
    double distance = 0.0;
    for (std::size_t row = 0; row < size && distance < limit; ++row) {
        double value =
            static_cast<double>(features[row]) - static_cast<double>(m_means[meanStart + row]);
        const float* factor = m_factor.data() + row * size;
        for (std::size_t k = 0; k < row; ++k) {
            value -= static_cast<double>(factor[k]) * solved[k];
        }
        solved[row] = value / static_cast<double>(factor[row]);
        distance += solved[row] * solved[row];
    }
    return distance;
}

double FeatureStatistics::outlierScore(std::span<const float> features) const
{
    const auto size = static_cast<std::size_t>(m_featureCount);
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t start = 0; start < m_means.size(); start += size) {
        best = std::min(best, squaredDistance(features, start, best));
    }
    return std::sqrt(best / static_cast<double>(size));
}

std::vector<double> FeatureStatistics::squaredDistances(std::span<const float> features) const
{
    std::vector<double> distances;
    const auto size = static_cast<std::size_t>(m_featureCount);
    for (std::size_t start = 0; start < m_means.size(); start += size) {
        distances.push_back(
            squaredDistance(features, start, std::numeric_limits<double>::infinity()));
    }
    return distances;
}

double quantile(std::vector<double> values, double fraction)
{
    if (values.empty()) {
        return 0.0;
    }
    std::sort(values.begin(), values.end());
    const double position = fraction * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const std::size_t above = std::min(below + 1, values.size() - 1);
    const double share = position - static_cast<double>(below);
    return values[below] * (1.0 - share) + values[above] * share;
}

} // namespace nefes::ml
