// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace nefes::ml {

// These functions return when they are done, which takes seconds to minutes for some thousands of
// rows; t-SNE alone can be stopped: not for the UI thread. They keep nothing: any thread.

/// How a map of features is drawn where nobody says otherwise.
inline constexpr std::size_t kReducedColumns = 50; ///< principal components for t-SNE and k-means
inline constexpr double kTsnePerplexity = 30.0;
inline constexpr int kTsneIterations = 500;
inline constexpr std::uint64_t kEmbeddingSeed = 1;

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
/// component is such that its largest weight is positive. As many columns as there are components:
/// the smallest of `count`, columns and rows; with one row its value is 0, without rows there are
/// none.
[[nodiscard]] FeatureTable principalComponents(const FeatureTable& table, std::size_t count);

/// t-SNE in two dimensions, exact (van der Maaten and Hinton, JMLR 2008): quadratic in the rows, so
/// meant for some thousands of them (16 bytes in memory a pair of rows). The same table and seed
/// give the same picture. A small table lowers the perplexity; fewer than three rows all lie at (0,
/// 0). When it is stopped, the picture is as far as it came.
[[nodiscard]] FeatureTable tsne(const FeatureTable& table, double perplexity, int iterations,
                                std::uint64_t seed, std::stop_token stop = {});

/// Cluster of each row by Lloyd's algorithm from k-means++ starts (Arthur and Vassilvitskii, SODA
/// 2007), the best of ten; a cluster may stay empty. REQUIRES: 1 ≤ clusters ≤ rows.
[[nodiscard]] std::vector<int> kMeans(const FeatureTable& table, int clusters, std::uint64_t seed);

/// Share of rows whose label is the most frequent one of their cluster; 0 without rows. REQUIRES:
/// as many clusters as labels.
[[nodiscard]] double clusterPurity(std::span<const int> clusters, std::span<const int> labels);

} // namespace nefes::ml
