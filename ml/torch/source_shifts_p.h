// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/sample_store.h"
#include "ml/torch/samples_p.h"

#include <torch/types.h>

#include <map>
#include <span>
#include <string>
#include <vector>

namespace nefes::engine {

/// What an image's source alone says about its class, to be added to the logits in training: there
/// is less to gain then from telling the source, and the network learns what tells classes apart
/// inside each source. Judged without shifts, validation still rewards what the source tells. Logit
/// adjustment (Menon et al., ICLR 2021, equation 10) with the class shares of each source; seen as
/// a product of experts, Clark et al., EMNLP 2019.
class SourceShifts
{
public:
    /// No shifts.
    SourceShifts() = default;
    /// share · log(p(class | source) ÷ p(class)), of the training images as they are shown. Each p
    /// is (p + 0.05) ÷ (1 + 0.05 classes), so that a class that a source never has remains
    /// possible; how many images a source has does not matter. Images without a source are a source
    /// of their own. One source alone shifts nothing.
    SourceShifts(const ml::SampleStore& store, const EpochOrder& order, double share);

    /// Of training images, [n, classes]; undefined where there are none. REQUIRES: indices of the
    /// training split.
    [[nodiscard]] torch::Tensor gather(const ml::SampleStore& store,
                                       std::span<const std::size_t> indices,
                                       const torch::Device& device) const;

private:
    std::map<std::string, std::vector<float>> m_shifts; ///< of each class, by source
};

} // namespace nefes::engine
