// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/training.h"

#include "core/base/files.h"

#include "ml/json_object.h"
#include "ml/lungs.h"
#include "ml/package_files.h"
#include "ml/sweep.h"

#include "app/arguments.h"
#include "app/decoding.h"
#include "app/output.h"
#include "app/recipe_files.h"
#include "app/version.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <set>

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
    if (ml::needsLungs(recipe)) {
        request.lungWeights = context.folders.resources / ml::kLungFinderFile;
    }
    const std::filesystem::path start = pathFromUtf8(recipe.start.model);
    if (start.extension() == ".safetensors") {
        if (recipe.network.backbone == ml::Backbone::None) {
            return fail(ErrorCode::NetworkInvalid,
                        "start.model: a state dict has the layers of a backbone, the recipe has a "
                        "list");
        }
        NEFES_TRY(const auto file, ml::TensorFile::open(start));
        request.startWeights = start;
        request.startModel = {
            {"id", toUtf8(start.filename())}, {"version", ""}, {"weights_sha256", file->sha256()}};
    } else if (!recipe.start.model.empty()) {
        NEFES_TRY(const auto package, context.models->open(recipe.start.model));
        const ml::ModelDescription& model = package->description;
        // Tensors are compared when the network is built; this much is told before decoding.
        if (model.network.backbone != recipe.network.backbone ||
            model.network.layers.size() != recipe.network.layers.size()) {
            return fail(ErrorCode::NetworkInvalid,
                        fmt::format("start.model: {} has another network than the recipe",
                                    recipe.start.model));
        }
        if (model.secondNetwork) {
            printMessage("note: start.model: {} has two networks, training starts from the first\n",
                         recipe.start.model);
        }
        request.startWeights = package->folder / ml::kWeightsFile;
        request.startModel = {
            {"id", model.id}, {"version", model.version}, {"weights_sha256", model.weightsSha256}};
    }
    return request;
}

/// A run whose data are decoded and whose module is loaded.
struct ReadyRun {
    ml::TrainingRequest request;
    std::shared_ptr<const ml::SampleStore> store;
    std::shared_ptr<ml::Backend> backend;
    std::unique_ptr<ml::Trainer> trainer;
};

/// The model will not know them, which nobody should learn from its card alone.
void warnOfMissingLabels(const ml::DataSettings& settings, const std::vector<std::string>& classes)
{
    for (const std::string& label : ml::missingLabels(settings, classes)) {
        printMessage("warning: data.include.label: no image is labelled \"{}\"\n", label);
    }
}

/// The setting does nothing then, which nothing else would tell.
void warnOfMissingSources(const ml::TrainingRecipe& recipe, const ml::SampleStore& store)
{
    std::set<std::string> sources;
    for (const ml::SampleInfo& sample : store.samples()) {
        sources.insert(sample.source);
    }
    if (recipe.loss.sourceAdjustment > 0.0 && sources.size() < 2) {
        printMessage("warning: loss.source_adjustment: the data name no two sources\n");
    }
}

Result<ReadyRun> getReady(const TrainingArguments& arguments, const CommandContext& context,
                          const ml::TrainingRecipe& recipe, const TrainingStep& step,
                          TrainingProgress& progress)
{
    ReadyRun run;
    NEFES_TRY(run.request, requestFor(arguments, context, recipe, step));
    ml::TrainingData data;
    data.folders = toPaths(arguments.data);
    data.cacheFolder = context.folders.cache / "datasets";
    data.folds = step.folds;
    data.fold = step.fold;
    NEFES_TRY(const auto tools, decodingTools(context, arguments.threads, recipe.input));
    NEFES_TRY(const auto packed, ml::prepareData(
                                     recipe, data, tools,
                                     [&progress](std::size_t done, std::size_t total) {
                                         progress.showDecoding(done, total);
                                     },
                                     context.stop));
    progress.endLine();
    printUnreadable(packed.unreadable);
    warnOfMissingLabels(recipe.data, packed.store->classes());
    warnOfMissingSources(recipe, *packed.store);
    run.store = ml::drawTraining(*packed.store, step.images, recipe.seed);
    NEFES_TRY(run.backend, ml::loadBackend());
    run.backend->setThreads(arguments.threads);
    run.trainer = run.backend->createTrainer(
        ml::deviceChoiceFromName(arguments.device).value_or(ml::DeviceChoice::Auto));
    return run;
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
    command->add_option("--start", arguments.start,
                        "model whose weights to start from (start.model of the recipe), or "
                        "torchvision's of a backbone: FILE.safetensors");
    command->add_option("--epochs", arguments.epochs, "epochs")->check(CLI::Range(1, 100'000));
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
    if (!arguments.start.empty()) {
        json["start"]["model"] = arguments.start;
    }
    NEFES_TRY(recipe, ml::recipeFromJson(json));
    if (recipe.start.frozenLayers > 0 && recipe.start.model.empty()) {
        return fail(ErrorCode::RecipeInvalid,
                    "start.frozen_layers: random weights must learn; name a model with --start");
    }
    if (recipe.network.backbone == ml::Backbone::None) {
        NEFES_CHECK(ml::inferShapes(recipe.network, recipe.input.channels, recipe.input.height,
                                    recipe.input.width, 1));
    }
    return recipe;
}

Result<std::string> inputIdentity(const TrainingArguments& arguments, const CommandContext& context,
                                  const ml::TrainingRecipe& recipe)
{
    NEFES_TRY(const auto request, requestFor(arguments, context, recipe, {}));
    NEFES_TRY(const auto data, ml::dataIdentity(toPaths(arguments.data), context.stop));
    return request.startModel.is_object() ? data + request.startModel.value("weights_sha256", "")
                                          : data;
}

Result<ml::TrainingOutcome> trainStep(const TrainingArguments& arguments,
                                      const CommandContext& context,
                                      const ml::TrainingRecipe& recipe, const TrainingStep& step,
                                      TrainingProgress& progress)
{
    NEFES_TRY(const auto run, getReady(arguments, context, recipe, step, progress));
    return ml::runTraining(
        *run.trainer, run.request, *run.store,
        [&progress](const ml::TrainingEvent& event) { progress.show(event); }, context.stop);
}

Result<ml::LearningRateSearch> findLearningRate(const TrainingArguments& arguments,
                                                const CommandContext& context,
                                                const ml::TrainingRecipe& recipe,
                                                const TrainingStep& step,
                                                TrainingProgress& progress)
{
    NEFES_TRY(const auto run, getReady(arguments, context, recipe, step, progress));
    ml::TrainerOptions options;
    options.runFolder = step.folder;
    options.threads = arguments.threads;
    options.startWeights = run.request.startWeights;
    options.lungWeights = run.request.lungWeights;
    NEFES_TRY(auto search,
              run.trainer->findLearningRate(
                  recipe, *run.store, options, ml::LearningRateRange{},
                  [&progress](const ml::TrainingEvent& event) { progress.show(event); },
                  context.stop));
    std::error_code error;
    std::filesystem::create_directories(step.folder, error);
    const std::filesystem::path file = step.folder / "learning_rates.json";
    NEFES_CHECK(
        naming(toUtf8(file), writeFileAtomically(file, ml::jsonText(search.toJson(), 2) + "\n")));
    progress.show(
        ml::LearningRateFound{search.suggested(), search.lowestLossRate(), search.hasDiverged()});
    return search;
}

} // namespace nefes::app
