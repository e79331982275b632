// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/sweep_command.h"

#include "core/base/files.h"

#include "ml/sweep.h"

#include "app/output.h"
#include "app/training.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

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
    fmt::print(stderr, "{} of {}: {}: {} {}\n", run.value("folder", ""), total,
               fmt::join(run.at("setting").get<std::vector<std::string>>(), " "),
               run.value("status", ""), run.value("metric", nlohmann::json()).dump());
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
    const auto train = [&](const ml::TrainingRecipe& setting, const std::filesystem::path& folder,
                           int images) {
        TrainingStep step;
        step.folder = folder;
        step.images = images;
        return trainStep(arguments.training, context, setting, step, progress);
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
    return kExitDone;
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
        ->check(CLI::PositiveNumber);
    command
        ->add_option("--search-images", arguments->searchImages,
                     "training images of the search, a fixed draw")
        ->check(CLI::PositiveNumber);
    command->callback(
        [arguments, &context, &exitStatus] { exitStatus = run(*arguments, context); });
}

} // namespace nefes::app
