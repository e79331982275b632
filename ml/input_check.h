// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/decoded_image.h"
#include "core/image/render.h"

#include "ml/tensor_file.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace nefes::ml {

/// What can be told without a network: "incomplete", "too_small", "blank", "color"; empty where
/// nothing is strange. `plane` is the image through the display pipeline, at any size.
[[nodiscard]] std::string ruleOutImage(const DecodedImage& image, const GrayPlane& plane);

/// Distance of features from those of the training images: the smallest Mahalanobis distance to a
/// class mean under one covariance for all classes, shrunk towards its diagonal and divided by the
/// root of the feature count (Lee et al., NeurIPS 2018). Immutable: any thread.
class FeatureStatistics
{
public:
    /// `features` is [labels.size(), featureCount]; a class without images has no mean.
    [[nodiscard]] static FeatureStatistics fit(std::span<const float> features, int featureCount,
                                               std::span<const int> labels, int classCount);
    /// ModelDamaged when the tensors do not fit together.
    /// `prefix` stands before the names of the tensors.
    [[nodiscard]] static Result<FeatureStatistics> read(const TensorFile& file,
                                                        const std::string& prefix = {});

    /// Views into this object, for writeTensorFile.
    [[nodiscard]] std::map<std::string, TensorView> tensors(const std::string& prefix = {}) const;
    [[nodiscard]] int featureCount() const { return m_featureCount; }
    /// 0 or more, about 1 for training images. REQUIRES: featureCount() values.
    [[nodiscard]] double outlierScore(std::span<const float> features) const;
    /// Squared Mahalanobis distance to the mean of every class. REQUIRES: as above.
    [[nodiscard]] std::vector<double> squaredDistances(std::span<const float> features) const;

private:
    /// Stops early, with any larger value, once it exceeds `limit`.
    [[nodiscard]] double squaredDistance(std::span<const float> features, std::size_t meanStart,
                                         double limit) const;

    FeatureStatistics() = default;
    int m_featureCount = 0;
    std::vector<float> m_means;  ///< [classes, features]
    std::vector<float> m_factor; ///< [features, features], lower Cholesky factor
};

/// The value below which the fraction of the values lies; 0 for no values.
[[nodiscard]] double quantile(std::vector<double> values, double fraction);

} // namespace nefes::ml
