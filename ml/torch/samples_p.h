// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"

#include "ml/sample_store.h"

#include <torch/types.h>

#include <string>
#include <vector>

namespace nefes::engine {

/// Which training images an epoch shows, and in which order.
class EpochOrder
{
public:
    /// Balance as in the recipe. "class": every class equally often. "source_class": also, within
    /// a class, every source by the square root of its images: rare sources are seen more often
    /// without a handful of images being repeated all day.
    EpochOrder(const ml::SampleStore& store, const std::string& balance);

    /// As many indices as there are training images, shuffled. Images drawn more or less often
    /// than once are spread evenly (systematic sampling).
    [[nodiscard]] std::vector<std::size_t> draw(Rng& random) const;
    [[nodiscard]] std::size_t size() const { return m_indices.size(); }
    /// Training images, and how often each is shown in an epoch on average.
    [[nodiscard]] const std::vector<std::size_t>& indices() const { return m_indices; }
    [[nodiscard]] const std::vector<double>& expected() const { return m_expected; }
    /// Training images of each class.
    [[nodiscard]] const std::vector<int>& classCounts() const { return m_classCounts; }
    /// What a network that saw balanced classes must add to its logits to judge classes as often
    /// as they are in the data (Menon et al., ICLR 2021): the logarithm of the class's share among
    /// the images ÷ its share among those shown; all 0 where nothing is balanced.
    [[nodiscard]] std::vector<double> logitCorrection() const;

private:
    std::vector<std::size_t> m_indices;
    std::vector<int> m_labels;      ///< of each
    std::vector<double> m_expected; ///< how often each is shown on average; sum: their number
    std::vector<int> m_classCounts;
};

struct Batch {
    torch::Tensor images; ///< [n, 1, height, width], gray 0–255, float
    torch::Tensor labels; ///< [n], int64
    torch::Tensor lungs;  ///< [n, 1, height, width], 0–255, float; undefined where not asked for
    torch::Tensor shifts; ///< [n, classes], SourceShifts; undefined where not asked for
};

[[nodiscard]] Batch gather(const ml::SampleStore& store, std::span<const std::size_t> indices,
                           const torch::Device& device);

} // namespace nefes::engine
