// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/prediction.h"
#include "ml/tensor_file.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace nefes::ml {

/// How many similar cases an analysis tells.
inline constexpr int kSimilarCases = 5;

/// Label and source of a training case; nothing else is known of it.
struct CaseOrigin {
    std::string label, source; ///< the source may be empty
};

/// What a network saw in the training cases, to find those that are like an image. Of each case
/// only the direction of its features is kept, in 8 bits a feature, with its label and source: no
/// picture, no file name and no patient. Immutable.
class CaseLibrary
{
public:
    /// `features` is [origins.size(), featureCount]. Of more cases than fit into 2 MB (4,000 at
    /// most) every n-th is kept. REQUIRES: featureCount ≥ 1.
    [[nodiscard]] static CaseLibrary fit(std::span<const float> features, int featureCount,
                                         const std::vector<CaseOrigin>& origins);
    /// ModelDamaged.
    [[nodiscard]] static Result<CaseLibrary> read(const TensorFile& file);

    [[nodiscard]] int featureCount() const { return m_featureCount; }
    [[nodiscard]] int caseCount() const { return static_cast<int>(m_labels.size()); }

    /// The nearest cases first, as many as there are up to `count`: by 1 − cosine of the angle
    /// between the features. (Around the mean of all cases the neighbours have the right label no
    /// more often.) REQUIRES: featureCount() features.
    [[nodiscard]] std::vector<SimilarCase> nearest(std::span<const float> features,
                                                   int count) const;

    /// What writeTensorFile() takes; the views are valid as long as the library.
    [[nodiscard]] std::map<std::string, TensorView> tensors() const;
    [[nodiscard]] std::map<std::string, std::string> metadata() const;

private:
    CaseLibrary() = default;
    [[nodiscard]] std::span<const std::uint8_t> row(std::size_t index) const;
    void measure();

    int m_featureCount = 0;
    std::vector<std::uint8_t> m_directions; ///< [cases, featureCount]; 128 is 0
    std::vector<float> m_lengths;           ///< of each direction, in steps of 8 bits
    std::vector<std::int32_t> m_labels, m_sources;
    std::vector<std::string> m_labelNames, m_sourceNames;
};

} // namespace nefes::ml
