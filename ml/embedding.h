// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace nefes::ml {

/// Rows of equal length, row-major.
struct FeatureTable {
    std::size_t columns = 0;
    std::vector<double> values;

    [[nodiscard]] std::size_t rows() const { return columns == 0 ? 0 : values.size() / columns; }
    [[nodiscard]] std::span<const double> row(std::size_t index) const
    {
        return std::span(values).subspan(index * columns, columns);
    }
};

/// Rows projected on their first principal components, largest variance first; the sign of a
/// component is such that its largest weight is positive.
[[nodiscard]] FeatureTable principalComponents(const FeatureTable& table, std::size_t count);

/// t-SNE in two dimensions, exact (van der Maaten and Hinton, JMLR 2008): quadratic in the rows, so
/// meant for some thousands of them. The same table and seed give the same picture.
[[nodiscard]] FeatureTable tsne(const FeatureTable& table, double perplexity, int iterations,
                                std::uint64_t seed);

/// Cluster of each row by Lloyd's algorithm from k-means++ starts (Arthur and Vassilvitskii, SODA
/// 2007), the best of ten. REQUIRES: 1 ≤ clusters ≤ rows.
[[nodiscard]] std::vector<int> kMeans(const FeatureTable& table, int clusters, std::uint64_t seed);

/// Share of rows whose label is the most frequent one of their cluster.
[[nodiscard]] double clusterPurity(std::span<const int> clusters, std::span<const int> labels);

} // namespace nefes::ml
