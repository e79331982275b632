// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/embedding.h"

#include "core/base/assert.h"
#include "core/base/rng.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace nefes::ml {
namespace {

FeatureTable centred(FeatureTable table)
{
    const std::size_t rows = table.rows();
    for (std::size_t column = 0; column < table.columns; ++column) {
        double sum = 0.0;
        for (std::size_t row = 0; row < rows; ++row) {
            sum += table.values[row * table.columns + column];
        }
        const double mean = sum / static_cast<double>(std::max<std::size_t>(rows, 1));
        for (std::size_t row = 0; row < rows; ++row) {
            table.values[row * table.columns + column] -= mean;
        }
    }
    return table;
}

double dot(std::span<const double> a, std::span<const double> b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

double squaredDistance(std::span<const double> a, std::span<const double> b)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
}

/// Transposed table times (table times direction): the covariance without ever forming it.
std::vector<double> applyCovariance(const FeatureTable& table, std::span<const double> direction)
{
    std::vector<double> result(table.columns, 0.0);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto values = table.row(row);
        const double weight = dot(values, direction);
        for (std::size_t column = 0; column < table.columns; ++column) {
            result[column] += weight * values[column];
        }
    }
    return result;
}

/// Takes the parts along the earlier components out and makes the length 1; zeros stay zeros.
void orthonormalise(std::vector<double>& direction, const std::vector<std::vector<double>>& earlier)
{
    for (const auto& component : earlier) {
        const double part = dot(direction, component);
        for (std::size_t i = 0; i < direction.size(); ++i) {
            direction[i] -= part * component[i];
        }
    }
    const double length = std::sqrt(dot(direction, direction));
    for (double& value : direction) {
        value = length > 1e-12 ? value / length : 0.0;
    }
}

std::vector<std::vector<double>> randomCentres(const FeatureTable& table, int clusters, Rng& rng)
{
    std::vector<std::vector<double>> centres;
    std::vector<double> nearest(table.rows(), std::numeric_limits<double>::max());
    std::size_t chosen = rng.below(table.rows());
    for (int i = 0; i < clusters; ++i) {
        const auto row = table.row(chosen);
        centres.emplace_back(row.begin(), row.end());
        double sum = 0.0;
        for (std::size_t k = 0; k < nearest.size(); ++k) {
            nearest[k] = std::min(nearest[k], squaredDistance(table.row(k), centres.back()));
            sum += nearest[k];
        }
        double left = rng.uniform() * sum;
        chosen = 0;
        while (chosen + 1 < nearest.size() && left >= nearest[chosen]) {
            left -= nearest[chosen++];
        }
    }
    return centres;
}

/// Nearest centre of each row and the sum of squared distances.
double assign(const FeatureTable& table, const std::vector<std::vector<double>>& centres,
              std::vector<int>& clusters)
{
    double sum = 0.0;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        double best = std::numeric_limits<double>::max();
        for (std::size_t i = 0; i < centres.size(); ++i) {
            const double distance = squaredDistance(table.row(row), centres[i]);
            if (distance < best) {
                best = distance;
                clusters[row] = static_cast<int>(i);
            }
        }
        sum += best;
    }
    return sum;
}

void moveCentres(const FeatureTable& table, const std::vector<int>& clusters,
                 std::vector<std::vector<double>>& centres)
{
    std::vector<double> counts(centres.size(), 0.0);
    std::vector<std::vector<double>> sums(centres.size(), std::vector<double>(table.columns, 0.0));
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto cluster = static_cast<std::size_t>(clusters[row]);
        counts[cluster] += 1.0;
        const auto values = table.row(row);
        for (std::size_t i = 0; i < values.size(); ++i) {
            sums[cluster][i] += values[i];
        }
    }
    for (std::size_t cluster = 0; cluster < centres.size(); ++cluster) {
        // A cluster that lost all its rows stays where it is.
        for (std::size_t i = 0; i < table.columns && counts[cluster] > 0.0; ++i) {
            centres[cluster][i] = sums[cluster][i] / counts[cluster];
        }
    }
}

} // namespace

FeatureTable principalComponents(const FeatureTable& table, std::size_t count)
{
    const FeatureTable data = centred(table);
    const std::size_t components = std::min({count, data.columns, data.rows()});
    Rng rng(1);
    std::vector<std::vector<double>> found;
    for (std::size_t i = 0; i < components; ++i) {
        std::vector<double> direction(data.columns);
        std::generate(direction.begin(), direction.end(),
                      [&rng] { return rng.uniform(-1.0, 1.0); });
        orthonormalise(direction, found);
        for (int step = 0; step < 200; ++step) {
            std::vector<double> next = applyCovariance(data, direction);
            orthonormalise(next, found);
            const double change = squaredDistance(next, direction);
            direction = std::move(next);
            if (change < 1e-18) {
                break;
            }
        }
        const auto largest =
            std::max_element(direction.begin(), direction.end(),
                             [](double a, double b) { return std::abs(a) < std::abs(b); });
        if (*largest < 0.0) {
            std::transform(direction.begin(), direction.end(), direction.begin(), std::negate());
        }
        found.push_back(std::move(direction));
    }
    FeatureTable result{components, {}};
    for (std::size_t row = 0; row < data.rows(); ++row) {
        for (const auto& component : found) {
            result.values.push_back(dot(data.row(row), component));
        }
    }
    return result;
}

std::vector<int> kMeans(const FeatureTable& table, int clusters, std::uint64_t seed)
{
    NEFES_ASSERT(clusters >= 1 && static_cast<std::size_t>(clusters) <= table.rows());
    Rng rng(seed);
    std::vector<int> best(table.rows(), 0);
    double bestSum = std::numeric_limits<double>::max();
    for (int start = 0; start < 10; ++start) {
        auto centres = randomCentres(table, clusters, rng);
        std::vector<int> current(table.rows(), 0);
        double sum = assign(table, centres, current);
        for (int step = 0; step < 100; ++step) {
            moveCentres(table, current, centres);
            const double next = assign(table, centres, current);
            if (next >= sum * (1.0 - 1e-9)) {
                break;
            }
            sum = next;
        }
        if (sum < bestSum) {
            bestSum = sum;
            best = std::move(current);
        }
    }
    return best;
}

double clusterPurity(std::span<const int> clusters, std::span<const int> labels)
{
    NEFES_ASSERT(clusters.size() == labels.size());
    std::map<int, std::map<int, int>> counts;
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        ++counts[clusters[i]][labels[i]];
    }
    int majority = 0;
    for (const auto& [cluster, byLabel] : counts) {
        int largest = 0;
        for (const auto& [label, count] : byLabel) {
            largest = std::max(largest, count);
        }
        majority += largest;
    }
    return clusters.empty() ? 0.0
                            : static_cast<double>(majority) / static_cast<double>(clusters.size());
}

} // namespace nefes::ml
