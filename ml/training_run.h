// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include "ml/backend.h"
#include "ml/pack.h"
#include "ml/recipe.h"
#include "ml/trainer.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace nefes::ml {

/// What a run is to do, besides its data.
struct TrainingRequest {
    TrainingRecipe recipe;
    std::filesystem::path runFolder; ///< checkpoint and curves; the package goes to its "model"
    bool resume = false;
    bool onlyFinish = false; ///< with resume: make the package of the best epoch so far
    int threads = 0;
    std::filesystem::path startWeights; ///< empty: random
    std::filesystem::path lungWeights;  ///< for recipes that ask for the lungs (needsLungs())
    /// What the package says of the model that was started from: {"id", "version",
    /// "weights_sha256"}; null where weights were random.
    nlohmann::json startModel;
    std::string modelVersion = "1.0.0";
    std::string program; ///< "nefes 0.1.0"
    std::string date;    ///< of today, YYYY-MM-DD
};

struct TrainingOutcome {
    std::filesystem::path modelFolder;             ///< empty where cancelled
    nlohmann::json validationMetrics, testMetrics; ///< null where a split is empty
    TrainingReport report;
};

/// Trains on a store, then fits temperature and thresholds on its validation split and the input
/// check on its training split, measures, and writes the package in one step. Sends `finished` or
/// `cancelled`; failures are the caller's to send. The trainer's codes, WriteFailed, DiskFull.
[[nodiscard]] Result<TrainingOutcome> runTraining(Trainer& trainer, const TrainingRequest& request,
                                                  const SampleStore& store, const EventSink& sink,
                                                  std::stop_token stop);

/// Which data a run takes.
struct TrainingData {
    std::vector<std::filesystem::path> folders;
    std::filesystem::path cacheFolder;
    int folds = 0; ///< 2 or more: cross-validation, `fold` is the validation part
    int fold = 0;
};

/// Gathers, splits and decodes the data (through the cache). Same seed, same splits.
[[nodiscard]] Result<PackedDataset> prepareData(const TrainingRecipe& recipe,
                                                const TrainingData& data,
                                                const DecodingTools& tools,
                                                const Progress& progress, std::stop_token stop);

} // namespace nefes::ml
