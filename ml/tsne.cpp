// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"

#include "ml/embedding.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nefes::ml {
namespace {

constexpr int kExaggeratedSteps = 100;
constexpr double kExaggeration = 12.0;

double distanceOf(const FeatureTable& table, std::size_t a, std::size_t b)
{
    double sum = 0.0;
    const auto first = table.row(a);
    const auto second = table.row(b);
    for (std::size_t i = 0; i < first.size(); ++i) {
        sum += (first[i] - second[i]) * (first[i] - second[i]);
    }
    return sum;
}

/// Conditional neighbour probabilities of a row whose entropy is that of the perplexity, found by
/// bisection over the precision.
void fillRow(std::vector<double>& row, std::size_t self, double perplexity)
{
    const std::vector<double> distances = row;
    double low = 0.0;
    double high = std::numeric_limits<double>::infinity();
    double precision = 1.0;
    double nearest = std::numeric_limits<double>::max();
    for (std::size_t i = 0; i < row.size(); ++i) {
        nearest = i == self ? nearest : std::min(nearest, distances[i]);
    }
    for (int step = 0; step < 60; ++step) {
        double sum = 0.0;
        double weighted = 0.0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i] = i == self ? 0.0 : std::exp(-precision * (distances[i] - nearest));
            sum += row[i];
            weighted += row[i] * (distances[i] - nearest);
        }
        const double entropy = std::log(sum) + precision * weighted / sum;
        for (double& value : row) {
            value /= sum;
        }
        const double difference = entropy - std::log(perplexity);
        if (std::abs(difference) < 1e-5) {
            break;
        }
        (difference > 0.0 ? low : high) = precision;
        precision = std::isinf(high) ? precision * 2.0 : (low + high) / 2.0;
    }
}

/// Symmetric joint probabilities, rows × rows.
std::vector<double> jointProbabilities(const FeatureTable& table, double perplexity,
                                       const std::stop_token& stop)
{
    const std::size_t rows = table.rows();
    std::vector<double> joint(rows * rows, 0.0);
    std::vector<double> row(rows);
    for (std::size_t i = 0; i < rows && !stop.stop_requested(); ++i) {
        for (std::size_t k = 0; k < rows; ++k) {
            row[k] = distanceOf(table, i, k);
        }
        fillRow(row, i, perplexity);
        for (std::size_t k = 0; k < rows; ++k) {
            joint[i * rows + k] += row[k] / (2.0 * static_cast<double>(rows));
            joint[k * rows + i] += row[k] / (2.0 * static_cast<double>(rows));
        }
    }
    return joint;
}

/// Gradient of the Kullback-Leibler divergence for all points.
void gradient(const std::vector<double>& joint, const std::vector<double>& points,
              double exaggeration, std::vector<double>& kernel, std::vector<double>& result)
{
    const std::size_t rows = points.size() / 2;
    double sum = 0.0;
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            const double dx = points[2 * i] - points[2 * k];
            const double dy = points[2 * i + 1] - points[2 * k + 1];
            kernel[i * rows + k] = 1.0 / (1.0 + dx * dx + dy * dy);
            sum += 2.0 * kernel[i * rows + k];
        }
    }
    std::fill(result.begin(), result.end(), 0.0);
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            const double q = kernel[i * rows + k];
            const double force = 4.0 * (exaggeration * joint[i * rows + k] - q / sum) * q;
            for (std::size_t axis = 0; axis < 2; ++axis) {
                const double part = force * (points[2 * i + axis] - points[2 * k + axis]);
                result[2 * i + axis] += part;
                result[2 * k + axis] -= part;
            }
        }
    }
}

} // namespace

FeatureTable tsne(const FeatureTable& table, double perplexity, int iterations, std::uint64_t seed,
                  std::stop_token stop)
{
    const std::size_t rows = table.rows();
    FeatureTable result{2, std::vector<double>(2 * rows, 0.0)};
    if (rows < 3) {
        return result;
    }
    // A perplexity of a third of the neighbours is as much as a small table gives.
    const double usable = std::clamp(perplexity, 1.0, static_cast<double>(rows - 1) / 3.0 + 1.0);
    const std::vector<double> joint = jointProbabilities(table, usable, stop);
    Rng rng(seed);
    for (double& value : result.values) {
        value = rng.uniform(-1e-2, 1e-2);
    }
    std::vector<double> kernel(rows * rows, 0.0);
    std::vector<double> slope(2 * rows);
    std::vector<double> velocity(2 * rows, 0.0);
    std::vector<double> gains(2 * rows, 1.0);
    const double rate = std::max(static_cast<double>(rows) / kExaggeration, 50.0);
    for (int step = 0; step < iterations && !stop.stop_requested(); ++step) {
        const bool isEarly = step < kExaggeratedSteps;
        gradient(joint, result.values, isEarly ? kExaggeration : 1.0, kernel, slope);
        const double momentum = isEarly ? 0.5 : 0.8;
        for (std::size_t i = 0; i < slope.size(); ++i) {
            const bool isSameWay = (slope[i] > 0.0) == (velocity[i] > 0.0);
            gains[i] = std::max(isSameWay ? gains[i] * 0.8 : gains[i] + 0.2, 0.01);
            velocity[i] = momentum * velocity[i] - rate * gains[i] * slope[i];
            result.values[i] += velocity[i];
        }
    }
    return result;
}

} // namespace nefes::ml
