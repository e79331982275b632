// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/render.h"

#include "ml/input_check.h"
#include "ml/tensor_file.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace nefes::ml {

/// What an input plane looks like from afar: mean gray and density of edges in 4 × 4 fields, and
/// how many pixels are darker than each of 15 gray values. A network's last features are made to
/// tell its own classes apart and see little of what it never met; these tell a chest film from a
/// brain slice.
[[nodiscard]] std::vector<float> pictureFeatures(std::span<const std::uint8_t> plane, int width,
                                                 int height);

/// How far those are from the training images'. Immutable: any thread.
class PictureCheck
{
public:
    /// Rows of pictureFeatures() with their classes; the limit is the largest distance of these and
    /// the held rows together but for one in a hundred: of 30 held ones a single odd picture would
    /// set it. REQUIRES: rows.
    [[nodiscard]] static PictureCheck fit(std::span<const float> rows, std::span<const int> labels,
                                          int classCount, std::span<const float> heldRows);
    /// None where the file has no such tensors; ModelDamaged.
    [[nodiscard]] static Result<std::optional<PictureCheck>> read(const TensorFile& file);

    /// 1 at the limit, higher for stranger pictures.
    [[nodiscard]] double share(std::span<const float> features) const;
    /// Views into this object, for writeTensorFile.
    [[nodiscard]] std::map<std::string, TensorView> tensors() const;

private:
    PictureCheck() = default;
    [[nodiscard]] std::vector<float> scaled(std::span<const float> rows) const;

    std::vector<float> m_scale; ///< 1 ÷ standard deviation of each feature
    std::vector<float> m_limit; ///< one value
    std::optional<FeatureStatistics> m_statistics;
};

} // namespace nefes::ml
