// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/sample_store.h"

#include <torch/types.h>

#include <filesystem>
#include <span>
#include <stop_token>

namespace nefes::engine {

/// The lungs of every sample of a store, found once before a run: 9 kB a sample.
class LungMasks
{
public:
    LungMasks() = default;
    /// Cancelled; loadLungFinder's codes.
    [[nodiscard]] static Result<LungMasks> find(const std::filesystem::path& weights,
                                                const ml::SampleStore& store, int threads,
                                                const std::stop_token& stop);

    [[nodiscard]] bool isEmpty() const { return !m_masks.defined(); }
    /// Of these samples, scaled to the size and on the device of `like` [n, 1, height, width];
    /// 0–255, float.
    [[nodiscard]] torch::Tensor gather(std::span<const std::size_t> indices,
                                       const torch::Tensor& like) const;

private:
    torch::Tensor m_masks; ///< [samples, side, side], uint8
};

} // namespace nefes::engine
