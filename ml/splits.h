// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/dataset.h"

#include <cstdint>
#include <vector>

namespace nefes::ml {

/// Gives every entry a split. Splits that the data set brings are kept where the settings say so;
/// a split that then has less than half of its share is filled from the training images. Entries
/// with the same value of `groupBy` stay together, and each split keeps the mix of the `stratify`
/// columns as far as groups allow. The same entries, settings and seed give the same splits,
/// whatever the order of the entries.
void assignSplits(std::vector<DatasetEntry>& entries, const DataSettings& settings,
                  std::uint64_t seed);

/// Cross-validation: deals all entries but the test split out to `folds` parts by the same rules;
/// part `fold` becomes the validation split, the others the training split.
void assignFold(std::vector<DatasetEntry>& entries, const DataSettings& settings,
                std::uint64_t seed, int folds, int fold);

} // namespace nefes::ml
