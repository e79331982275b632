// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/recipe.h"

#include "ui/wizard/run_folder.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

namespace nefes::ui {

/// What a part of a cross-validation has come to on its own validation images.
struct FoldResult {
    int images = 0, bestEpoch = 0;
    double accuracy = 0.0; ///< 0 to 1
    std::optional<double> auc;
};

/// A cross-validation as far as it has come.
struct FoldResults {
    std::vector<FoldResult> folds; ///< those that are done
    int planned = 0;
    nlohmann::json summary; ///< ml::FoldSummary; null without a part

    [[nodiscard]] int images() const;
    /// Images of all parts whose class was told rightly.
    [[nodiscard]] int right() const;
};

/// Reads the parts that are done; disk access.
[[nodiscard]] FoldResults readFoldResults(const StoredRun& run);

/// 95 % interval of a share of `total` independent images, 0 to 1 (E. B. Wilson, JASA 22, 1927).
/// `total` must be positive.
[[nodiscard]] std::pair<double, double> wilsonInterval(int right, int total);

/// The newest finished cross-validation of the recipe and folders that a model of a run was trained
/// with; disk access.
[[nodiscard]] std::optional<FoldResults> crossValidationOf(const std::filesystem::path& package,
                                                           const std::filesystem::path& runsFolder);

/// The card with a section on the cross-validation at its end; unchanged where it has one.
[[nodiscard]] ml::LocalisedText withCrossValidation(ml::LocalisedText card,
                                                    const FoldResults& results);

} // namespace nefes::ui
