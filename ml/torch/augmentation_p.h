// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"

#include "core/image/render.h"

#include "ml/input_specification.h"
#include "ml/recipe.h"

#include <torch/types.h>

namespace nefes::engine {

/// Random changes of a batch as tensor operations on the batch's device. What is drawn comes from
/// the two generators alone: `random` for a few numbers an image, `noise` for those of each pixel.
class Augmentation
{
public:
    explicit Augmentation(const ml::AugmentationSettings& settings);

    /// `images` are gray values 0–255, [n, 1, height, width], float; so is the result.
    [[nodiscard]] torch::Tensor apply(const torch::Tensor& images, Rng& random,
                                      const torch::Generator& noise) const;

    /// The first half of apply: what moves pixels. All channels of an image move together, so that
    /// a mask can come along.
    [[nodiscard]] torch::Tensor warp(const torch::Tensor& images, Rng& random) const;
    /// The second half: what changes values.
    [[nodiscard]] torch::Tensor changeValues(const torch::Tensor& images, Rng& random,
                                             const torch::Generator& noise) const;

private:
    [[nodiscard]] torch::Tensor drawTransforms(const torch::Tensor& images, Rng& random) const;
    [[nodiscard]] torch::Tensor resample(const torch::Tensor& images, Rng& random) const;
    [[nodiscard]] torch::Tensor frame(const torch::Tensor& images, Rng& random) const;
    [[nodiscard]] torch::Tensor mark(const torch::Tensor& images, Rng& random) const;
    [[nodiscard]] torch::Tensor changeTones(const torch::Tensor& images, Rng& random) const;
    [[nodiscard]] torch::Tensor soften(const torch::Tensor& images, Rng& random) const;
    [[nodiscard]] torch::Tensor cutOut(const torch::Tensor& images, Rng& random) const;

    ml::AugmentationSettings m_settings;
    bool m_moves = false; ///< any change of positions
};

/// `count` draws of one plane.
[[nodiscard]] std::vector<GrayPlane> augmentPlane(const GrayPlane& plane,
                                                  const ml::AugmentationSettings& settings,
                                                  int count, std::uint64_t seed);

/// Gray values 0–255, [n, 1, height, width] → network input [n, channels, height, width],
/// channels last.
[[nodiscard]] torch::Tensor normaliseBatch(const torch::Tensor& images,
                                           const ml::InputSpecification& input);

} // namespace nefes::engine
