// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

namespace nefes::ml {

/// How well the source of an image can be told from a network's features: a linear discriminant
/// (class means under one shrunk covariance) fitted on one half of the patients judges the other,
/// and the other way round. Sources with fewer than 20 images are left out, images without a source
/// too. A value: one thread at a time.
class SourceTest
{
public:
    /// `label` is any number that the images of a class share; `patient` decides on the half.
    /// REQUIRES: as many features every time.
    void add(std::span<const float> features, int label, const std::string& source,
             const std::string& patient);

    /// Plain mean of the sources' AUC against the rest; NaN with fewer than two sources, or where
    /// one of the halves is empty.
    [[nodiscard]] double auc() const;
    /// The same among the images of one class, averaged over the classes that have two sources or
    /// more by their images: what is left when the class does not give the source away. A class
    /// whose AUC is NaN does not count; NaN where that is every class.
    [[nodiscard]] double aucWithinClass() const;

private:
    struct Image {
        int label = 0;
        std::string source;
        bool isFirstHalf = false;
    };
    [[nodiscard]] double aucOf(const std::vector<std::size_t>& images) const;

    std::vector<float> m_features; ///< [images, features]
    std::vector<Image> m_images;
};

} // namespace nefes::ml
