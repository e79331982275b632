// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/training_run.h"

#include "app/command_context.h"
#include "app/training_progress.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace nefes::app {

/// What `train` and `sweep` are both told.
struct TrainingArguments {
    std::string recipe, output;
    std::vector<std::string> data, assignments;
    std::string start; ///< model to start from; empty: the recipe's
    int epochs = 0;    ///< 0: those of the recipe
    std::optional<std::uint64_t> seed;
    std::string device = "auto";
    int threads = 0;
};

void addTrainingOptions(CLI::App* command, TrainingArguments& arguments);

/// The recipe with everything that the command line changes in it. RecipeInvalid; NetworkInvalid
/// where its layers do not fit the input, told before hours of decoding.
[[nodiscard]] Result<ml::TrainingRecipe> chosenRecipe(const TrainingArguments& arguments,
                                                      const Folders& folders);

/// One of several runs over the same arguments.
struct TrainingStep {
    std::filesystem::path folder;
    int folds = 0, fold = 0; ///< as in ml::TrainingData
    int images = 0;          ///< training images drawn; 0: all
    bool resume = false;
    bool onlyFinish = false; ///< as in ml::TrainingRequest
};

/// Changes with any of the images and with the weights to start from. Reads no image.
[[nodiscard]] Result<std::string> inputIdentity(const TrainingArguments& arguments,
                                                const CommandContext& context,
                                                const ml::TrainingRecipe& recipe);

/// Decodes (or takes from the cache), loads the torch module and trains; shows unreadable files.
[[nodiscard]] Result<ml::TrainingOutcome>
trainStep(const TrainingArguments& arguments, const CommandContext& context,
          const ml::TrainingRecipe& recipe, const TrainingStep& step, TrainingProgress& progress);

/// The range test of the learning rate on the same data; learning_rates.json in the step's folder.
[[nodiscard]] Result<ml::LearningRateSearch> findLearningRate(const TrainingArguments& arguments,
                                                              const CommandContext& context,
                                                              const ml::TrainingRecipe& recipe,
                                                              const TrainingStep& step,
                                                              TrainingProgress& progress);

} // namespace nefes::app
