// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"

#include "ml/recipe.h"
#include "ml/torch/augmentation_p.h"
#include "ml/torch/samples_p.h"

#include <torch/types.h>

namespace nefes::engine {

/// A batch as it is shown to the network, and what is to be learned of it.
struct LearningBatch {
    torch::Tensor images; ///< [n, 1, height, width], gray 0–255, float
    torch::Tensor labels; ///< [n], int64
    torch::Tensor shifts; ///< [n, classes], added to the log-probabilities; undefined: none
    /// Labels of the images that were blended in, [n]; undefined: none.
    torch::Tensor others;
    torch::Tensor otherShifts; ///< of `others`; undefined: none
    double share = 1.0;        ///< of `labels` against `others`
    /// Images of which nothing can be told, [n], bool; undefined: none.
    torch::Tensor isUnknown;
};

/// Augmentation, hiding of what lies in or around the lungs, mixup. Draws from the generators as
/// Augmentation::apply does; what a recipe does not ask for draws nothing.
[[nodiscard]] LearningBatch augmentBatch(const Batch& batch,
                                         const ml::AugmentationSettings& settings,
                                         const Augmentation& augmentation, Rng& random,
                                         const torch::Generator& noise);

} // namespace nefes::engine
