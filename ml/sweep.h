// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/recipe.h"
#include "ml/sample_store.h"
#include "ml/training_run.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace nefes::ml {

/// A field of the recipe and the values to try: "optimizer.learning_rate=0.001,0.0003". Commas
/// inside brackets and quotes belong to a value. InvalidArgument.
struct GridAxis {
    std::string key;
    std::vector<std::string> values;
};
[[nodiscard]] Result<GridAxis> parseGridAxis(const std::string& text);

/// Every combination, the last axis fastest, as assignments for setRecipeValue.
[[nodiscard]] std::vector<std::vector<std::string>> expandGrid(const std::vector<GridAxis>& axes);

struct SweepRequest {
    nlohmann::json recipe; ///< complete form
    std::vector<GridAxis> axes;
    std::filesystem::path folder;          ///< runs/001, runs/002 …, best, sweep.json, sweep.csv
    std::string metric = "validation.auc"; ///< or validation.accuracy, validation.loss
    int searchEpochs = 0;                  ///< epochs of the search; 0: those of the recipe
    int searchImages = 0;                  ///< training images of the search; 0: all
    std::string inputs; ///< identity of the images and of weights to start from (dataIdentity)
};

/// Trains one recipe in a folder on at most that many training images (0: all).
using TrainOne = std::function<Result<TrainingOutcome>(
    const TrainingRecipe& recipe, const std::filesystem::path& folder, int images)>;

/// Called after each run of the grid with its row of the table and the number of runs.
using SweepProgress = std::function<void(const nlohmann::json& run, std::size_t total)>;

/// Runs the grid, then trains the best setting in full. Failed runs are recorded and passed over; a
/// run whose result is there already (same recipe, setting and inputs) is not repeated. The table,
/// best first, is in sweep.json and sweep.csv after every run. TrainingDiverged when no run came
/// through; RecipeInvalid; Cancelled.
[[nodiscard]] Result<nlohmann::json> runSweep(const SweepRequest& request, const TrainOne& train,
                                              const SweepProgress& progress, std::stop_token stop);

/// A store with the same validation and test images and a fixed draw of the training images, each
/// class by its share. All of them where there are no more than `count`.
[[nodiscard]] std::shared_ptr<const SampleStore> drawTraining(const SampleStore& store, int count,
                                                              std::uint64_t seed);

} // namespace nefes::ml
