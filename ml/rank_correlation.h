// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace nefes::ml {

/// Spearman's ρ: the correlation of the ranks, equal values share theirs. NaN where the sizes
/// differ or one side is constant.
[[nodiscard]] double rankCorrelation(std::span<const float> a, std::span<const float> b);

} // namespace nefes::ml
