// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include "core/image/image_reader.h"
#include "core/image/plane_operations.h"

#include "ml/backend.h"
#include "ml/dataset.h"
#include "ml/lungs.h"
#include "ml/model_package.h"
#include "ml/pack.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace nefes::ml {

/// Does a model of chest films look at the lungs, or at what only tells the hospital? The same
/// images are judged whole and changed (DeGrave et al., Nature Machine Intelligence 2021; Maguolo
/// and Nanni, 2020), its features are asked for the source, its heatmaps are laid over the lungs.
struct ShortcutRequest {
    std::vector<DatasetEntry> entries; ///< labels of the model; see labelledEntries
    /// Films with lungs marked by people; the heatmaps' energy is measured on these where given.
    std::vector<std::pair<std::filesystem::path, std::filesystem::path>> masks; ///< image, mask
};

struct ShortcutTools {
    Backend& backend;
    LungFinder& lungs;
    const ImageReader& reader;
    const PlaneOperations& operations;
};

/// {"images", "without_lungs" (lungs not found: left out of the three tests that need them),
///  "input_region": "image", or "lungs" where the model's input is cut to them before any test,
///  "whole" | "lungs_black" | "border_only" | "lungs_alone" | "lung_crop":
///      {"images", "macro_auc", "macro_auc_ci"},
///  "source_auc", "source_auc_within_class": sources told from the features, one half of the
///      patients by the other; null with one source,
///  "second_input_region", "second_source_auc", "second_source_auc_within_class": where the package
///      has a second network; the heatmaps are the first one's,
///  "heatmap": {"images", "lung_share", "given_masks", "energy_in_lungs": {method: median},
///      "empty_maps": {method: number, left out of the median},
///      "random_weights_correlation": median of Spearman's ρ with the map of random weights
///      (Adebayo et al., NeurIPS 2018)},
///  "warnings": [{"test", "value", "limit"}]}. Values are null where not defined. Unreadable files
/// are put into `unreadable`. DatasetEmpty, Cancelled, the codes of the network.
[[nodiscard]] Result<nlohmann::json>
testShortcuts(const std::shared_ptr<const ModelPackage>& package, const ShortcutRequest& request,
              const ShortcutTools& tools, std::vector<UnreadableFile>& unreadable,
              const Progress& progress, std::stop_token stop);

/// The same for people, English.
[[nodiscard]] std::string shortcutsToText(const nlohmann::json& shortcuts);

} // namespace nefes::ml
