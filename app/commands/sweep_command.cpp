// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/sweep_command.h"

#include "core/base/files.h"

#include "ml/sweep.h"

#include "app/output.h"
#include "app/training.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace nefes::app {
namespace {

struct Arguments {
    TrainingArguments training;
    std::vector<std::string> grid;
    std::string metric = "validation.auc";
    int searchEpochs = 0, searchImages = 0;
};

void printRun(const nlohmann::json& run, std::size_t total)
{
    printMessage("{} of {}: {}: {} {}\n", run.value("folder", ""), total,
                 fmt::join(run.at("setting").get<std::vector<std::string>>(), " "),
                 run.value("status", ""),
                 run.contains("error") ? run["error"].value("message", "")
                                       : run.value("metric", nlohmann::json()).dump());
}

Result<nlohmann::json> sweep(const Arguments& arguments, const CommandContext& context,
                             TrainingProgress& progress)
{
    NEFES_TRY(const auto recipe, chosenRecipe(arguments.training, context.folders));
    ml::SweepRequest request;
    request.recipe = ml::recipeToJson(recipe);
    request.folder = pathFromUtf8(arguments.training.output);
    request.metric = arguments.metric;
    request.searchEpochs = arguments.searchEpochs;
    request.searchImages = arguments.searchImages;
    for (const std::string& text : arguments.grid) {
        NEFES_TRY(auto axis, ml::parseGridAxis(text));
        request.axes.push_back(std::move(axis));
    }
    NEFES_TRY(request.inputs, inputIdentity(arguments.training, context, recipe));
    const auto train = [&](const ml::TrainingRecipe& setting, const std::filesystem::path& folder,
                           int images) {
        TrainingStep step;
        step.folder = folder;
        step.images = images;
        step.resume = true;
        auto outcome = trainStep(arguments.training, context, setting, step, progress);
        if (!outcome && outcome.error().code == ErrorCode::CheckpointMismatch) {
            step.resume = false; // what another sweep left in this folder
            outcome = trainStep(arguments.training, context, setting, step, progress);
        }
        return outcome;
    };
    return ml::runSweep(request, train, printRun, context.stop);
}

int run(const Arguments& arguments, const CommandContext& context)
{
    TrainingProgress progress(false);
    const auto table = sweep(arguments, context, progress);
    progress.endLine();
    if (!table) {
        printError(arguments.training.recipe, table.error());
        return exitStatusOf(table.error());
    }
    printLine(*table);
    const auto& runs = table->at("runs");
    const bool hasFailed = std::any_of(runs.begin(), runs.end(), [](const nlohmann::json& one) {
        return one.value("status", "") != "done";
    });
    return hasFailed ? kExitSomeFailed : kExitDone;
}

} // namespace

void addSweepCommand(CLI::App& app, const CommandContext& context, int& exitStatus)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        app.add_subcommand("sweep", "Train over a grid of settings, then the best one in full");
    addTrainingOptions(command, arguments->training);
    command->add_option("--grid", arguments->grid, "field and values: batch_size=16,32")
        ->required()
        ->take_all();
    command->add_option("--metric", arguments->metric, "what decides")
        ->check(CLI::IsMember({"validation.auc", "validation.accuracy", "validation.loss"}));
    command->add_option("--search-epochs", arguments->searchEpochs, "epochs of the search")
        ->check(CLI::Range(1, 100'000));
    command
        ->add_option("--search-images", arguments->searchImages,
                     "training images of the search, a fixed draw")
        ->check(CLI::Range(1, 1'000'000));
    command->callback(
        [arguments, &context, &exitStatus] { exitStatus = run(*arguments, context); });
}

} // namespace nefes::app
