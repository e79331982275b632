// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/train_command.h"

#include "core/base/files.h"

#include "ml/cross_validation.h"
#include "ml/training_run.h"

#include "app/arguments.h"
#include "app/decoding.h"
#include "app/output.h"
#include "app/recipe_files.h"
#include "app/training_progress.h"
#include "app/version.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nefes::app {
namespace {

struct Arguments {
    std::string recipe, output;
    std::vector<std::string> data, assignments;
    int epochs = 0;
    std::optional<std::uint64_t> seed;
    int folds = 0;
    std::string device = "auto";
    int threads = 0;
    bool resume = false;
    bool hasEvents = false;
};

/// The recipe with everything that the command line changes in it.
Result<ml::TrainingRecipe> chosenRecipe(const Arguments& arguments, const Folders& folders)
{
    NEFES_TRY(auto recipe, readRecipe(arguments.recipe, folders));
    // The complete form: every field has its place there, also those that the file leaves out.
    nlohmann::json json = ml::recipeToJson(recipe);
    for (const std::string& assignment : arguments.assignments) {
        NEFES_CHECK(ml::setRecipeValue(json, assignment));
    }
    if (arguments.epochs > 0) {
        json["epochs"] = arguments.epochs;
    }
    if (arguments.seed) {
        json["seed"] = *arguments.seed;
    }
    NEFES_TRY(recipe, ml::recipeFromJson(json));
    if (recipe.network.backbone == ml::Backbone::None) {
        // Told before hours of decoding.
        NEFES_CHECK(ml::inferShapes(recipe.network, recipe.input.channels, recipe.input.height,
                                    recipe.input.width, 1));
    }
    return recipe;
}

ml::TrainingRequest requestFor(const Arguments& arguments, const ml::TrainingRecipe& recipe)
{
    ml::TrainingRequest request;
    request.recipe = recipe;
    request.runFolder = pathFromUtf8(arguments.output);
    request.resume = arguments.resume;
    request.threads = arguments.threads;
    request.program = std::string("nefes ") + kVersion;
    request.date = fmt::format("{:%Y-%m-%d}", fmt::gmtime(std::time(nullptr)));
    return request;
}

/// One training run; `fold` counts from 0.
Result<ml::TrainingOutcome> trainOnce(const Arguments& arguments, const CommandContext& context,
                                      ml::TrainingRequest request, int fold,
                                      TrainingProgress& progress)
{
    ml::TrainingData data;
    data.folders = toPaths(arguments.data);
    data.cacheFolder = context.folders.cache / "datasets";
    data.folds = arguments.folds;
    data.fold = fold;
    if (arguments.folds >= 2) {
        request.runFolder /= fmt::format("fold-{}", fold + 1);
    }
    NEFES_TRY(const auto packed,
              ml::prepareData(
                  request.recipe, data, decodingTools(context, arguments.threads),
                  [&progress](std::size_t done, std::size_t total) {
                      progress.showDecoding(done, total);
                  },
                  context.stop));
    progress.endLine();
    printUnreadable(packed.unreadable);
    NEFES_TRY(const auto backend, ml::loadBackend());
    backend->setThreads(arguments.threads);
    const auto trainer = backend->createTrainer(
        ml::deviceChoiceFromName(arguments.device).value_or(ml::DeviceChoice::Auto));
    return ml::runTraining(
        *trainer, request, *packed.store,
        [&progress](const ml::TrainingEvent& event) { progress.show(event); }, context.stop);
}

Result<int> trainAll(const Arguments& arguments, const CommandContext& context,
                     TrainingProgress& progress)
{
    NEFES_TRY(const auto recipe, chosenRecipe(arguments, context.folders));
    const ml::TrainingRequest request = requestFor(arguments, recipe);
    const int runs = arguments.folds >= 2 ? arguments.folds : 1;
    ml::FoldSummary summary;
    for (int fold = 0; fold < runs; ++fold) {
        NEFES_TRY(const auto outcome, trainOnce(arguments, context, request, fold, progress));
        if (outcome.modelFolder.empty()) {
            return kExitInterrupted;
        }
        progress.endLine();
        fmt::print(stderr, "model: {}\n", toUtf8(outcome.modelFolder));
        summary.add(outcome.validationMetrics);
    }
    if (arguments.folds >= 2) {
        NEFES_CHECK(
            writeFileAtomically(request.runFolder / "folds.json", summary.toJson().dump(2) + "\n"));
        fmt::print(stderr, "{}", summary.toText());
    }
    return kExitDone;
}

int run(const Arguments& arguments, const CommandContext& context)
{
    TrainingProgress progress(arguments.hasEvents);
    const auto status = trainAll(arguments, context, progress);
    if (status) {
        return *status;
    }
    progress.endLine();
    const Error& error = status.error();
    if (arguments.hasEvents) {
        progress.show(ml::TrainingFailed{error.code, error.detail});
    }
    printError(arguments.recipe, error);
    return exitStatusOf(error);
}

} // namespace

void addTrainCommand(CLI::App& app, const CommandContext& context, int& exitStatus)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("train", "Train a model from a recipe");
    command->add_option("--recipe", arguments->recipe, "built-in recipe or JSON file")->required();
    command->add_option("--data", arguments->data, "data folder; several are put together")
        ->required()
        ->take_all();
    command->add_option("--output", arguments->output, "run folder; the model is in its \"model\"")
        ->required();
    command
        ->add_option("--set", arguments->assignments,
                     "change the recipe: optimizer.learning_rate=0.0003")
        ->take_all();
    command->add_option("--epochs", arguments->epochs, "epochs")->check(CLI::PositiveNumber);
    command->add_option("--seed", arguments->seed, "seed of splits, weights and augmentation");
    command->add_option("--folds", arguments->folds, "cross-validation with that many parts")
        ->check(CLI::Range(2, 100));
    command->add_option("--device", arguments->device, "auto, cpu or cuda")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}));
    command->add_option("--threads", arguments->threads, "threads; 0: all cores")
        ->check(CLI::Range(0, 1024));
    command->add_flag("--resume", arguments->resume, "go on from the checkpoint in the run folder");
    command->add_flag("--events", arguments->hasEvents, "JSON lines on standard output");
    command->callback(
        [arguments, &context, &exitStatus] { exitStatus = run(*arguments, context); });
}

} // namespace nefes::app
