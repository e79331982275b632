// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nefes::ml {

/// What the engine adds to the detail of OutOfMemory: a batch of `tried` images did not fit, one of
/// `fitting` does.
[[nodiscard]] std::string fittingBatchText(int tried, int fitting);

/// The batch that fits, read from such a detail; nothing where it does not say.
[[nodiscard]] std::optional<int> fittingBatchIn(std::string_view detail);

/// What the engine adds where not even a batch of two images fits.
[[nodiscard]] std::string noFittingBatchText();

[[nodiscard]] bool saysThatNoBatchFits(std::string_view detail);

} // namespace nefes::ml
