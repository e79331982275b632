// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/recipe.h"
#include "ml/torch/learning_batch_p.h"

#include <torch/types.h>

#include <vector>

namespace nefes::engine {

/// Loss and number of right answers of a batch.
class Loss
{
public:
    /// `classCounts` are the training images of each class, for balanced weights.
    Loss(const ml::LossSettings& settings, const std::vector<int>& classCounts,
         const torch::Device& device);

    /// Mean over the batch as it is trained: weighted, smoothed, blended. `logits` [n, outputs].
    [[nodiscard]] torch::Tensor training(const torch::Tensor& logits,
                                         const LearningBatch& batch) const;
    /// The same for plain labels, [n].
    [[nodiscard]] torch::Tensor training(const torch::Tensor& logits,
                                         const torch::Tensor& labels) const;
    /// Plain cross-entropy of each sample, [n]: what is reported for validation.
    [[nodiscard]] static torch::Tensor plain(const torch::Tensor& logits,
                                             const torch::Tensor& labels);

private:
    /// `shifts` [n, classes] are added to the logarithms of the probabilities; undefined: none.
    [[nodiscard]] torch::Tensor eachImage(const torch::Tensor& unshifted,
                                          const torch::Tensor& labels,
                                          const torch::Tensor& shifts) const;
    [[nodiscard]] torch::Tensor weightsOf(const torch::Tensor& labels) const;

    ml::LossSettings m_settings;
    torch::Tensor m_classWeights; ///< [classes]; undefined: all 1
};

/// Logarithms of the class probabilities, [n, classes]; one output is the logit of class 1.
[[nodiscard]] torch::Tensor logProbabilities(const torch::Tensor& logits);

} // namespace nefes::engine
