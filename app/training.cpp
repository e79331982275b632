// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training.h"

#include "core/base/files.h"

#include "ml/package_files.h"
#include "ml/sweep.h"

#include "app/arguments.h"
#include "app/decoding.h"
#include "app/recipe_files.h"
#include "app/version.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>

namespace nefes::app {
namespace {

Result<ml::TrainingRequest> requestFor(const TrainingArguments& arguments,
                                       const CommandContext& context,
                                       const ml::TrainingRecipe& recipe, const TrainingStep& step)
{
    ml::TrainingRequest request;
    request.recipe = recipe;
    request.runFolder = step.folder;
    request.resume = step.resume;
    request.onlyFinish = step.onlyFinish;
    request.threads = arguments.threads;
    request.program = std::string("nefes ") + kVersion;
    request.date = fmt::format("{:%Y-%m-%d}", fmt::gmtime(std::time(nullptr)));
    if (!arguments.start.empty()) {
        NEFES_TRY(const auto package, context.models->open(arguments.start));
        request.startWeights = package->folder / ml::kWeightsFile;
    }
    return request;
}

} // namespace

void addTrainingOptions(CLI::App* command, TrainingArguments& arguments)
{
    command->add_option("--recipe", arguments.recipe, "built-in recipe or JSON file")->required();
    command->add_option("--data", arguments.data, "data folder; several are put together")
        ->required()
        ->take_all();
    command->add_option("--output", arguments.output, "run folder")->required();
    command
        ->add_option("--set", arguments.assignments,
                     "change the recipe: optimizer.learning_rate=0.0003")
        ->take_all();
    command->add_option("--start", arguments.start, "model whose weights to start from");
    command->add_option("--epochs", arguments.epochs, "epochs")->check(CLI::PositiveNumber);
    command->add_option("--seed", arguments.seed, "seed of splits, weights and augmentation");
    command->add_option("--device", arguments.device, "auto, cpu or cuda")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}));
    command->add_option("--threads", arguments.threads, "threads; 0: all cores")
        ->check(CLI::Range(0, 1024));
}

Result<ml::TrainingRecipe> chosenRecipe(const TrainingArguments& arguments, const Folders& folders)
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
        NEFES_CHECK(ml::inferShapes(recipe.network, recipe.input.channels, recipe.input.height,
                                    recipe.input.width, 1));
    }
    return recipe;
}

Result<ml::TrainingOutcome> trainStep(const TrainingArguments& arguments,
                                      const CommandContext& context,
                                      const ml::TrainingRecipe& recipe, const TrainingStep& step,
                                      TrainingProgress& progress)
{
    NEFES_TRY(const auto request, requestFor(arguments, context, recipe, step));
    ml::TrainingData data;
    data.folders = toPaths(arguments.data);
    data.cacheFolder = context.folders.cache / "datasets";
    data.folds = step.folds;
    data.fold = step.fold;
    NEFES_TRY(const auto packed, ml::prepareData(
                                     recipe, data, decodingTools(context, arguments.threads),
                                     [&progress](std::size_t done, std::size_t total) {
                                         progress.showDecoding(done, total);
                                     },
                                     context.stop));
    progress.endLine();
    printUnreadable(packed.unreadable);
    const auto store = ml::drawTraining(*packed.store, step.images, recipe.seed);
    NEFES_TRY(const auto backend, ml::loadBackend());
    backend->setThreads(arguments.threads);
    const auto trainer = backend->createTrainer(
        ml::deviceChoiceFromName(arguments.device).value_or(ml::DeviceChoice::Auto));
    return ml::runTraining(
        *trainer, request, *store,
        [&progress](const ml::TrainingEvent& event) { progress.show(event); }, context.stop);
}

} // namespace nefes::app
