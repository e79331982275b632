// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/train_command.h"

#include "core/base/files.h"

#include "ml/cross_validation.h"
#include "ml/json_object.h"

#include "app/output.h"
#include "app/training.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <system_error>

namespace nefes::app {
namespace {

struct Arguments {
    TrainingArguments training;
    int folds = 0;
    bool resume = false;
    bool onlyFinish = false;
    bool hasEvents = false;
    bool findsRate = false;
};

/// Who names the wrong folder would learn it after hours.
void noteNewStart(const std::filesystem::path& folder)
{
    std::error_code ignored;
    if (!std::filesystem::exists(folder / "checkpoint.safetensors", ignored)) {
        printMessage("note: {}: no checkpoint there, training starts anew\n", toUtf8(folder));
    }
}

Result<int> trainAll(const Arguments& arguments, const CommandContext& context,
                     TrainingProgress& progress)
{
    NEFES_TRY(const auto recipe, chosenRecipe(arguments.training, context.folders));
    const std::filesystem::path folder = pathFromUtf8(arguments.training.output);
    const bool hasFolds = arguments.folds >= 2;
    ml::FoldSummary summary;
    for (int fold = 0; fold < (hasFolds ? arguments.folds : 1); ++fold) {
        TrainingStep step;
        step.folder = hasFolds ? folder / fmt::format("fold-{}", fold + 1) : folder;
        step.folds = arguments.folds;
        step.fold = fold;
        step.resume = arguments.resume;
        step.onlyFinish = arguments.onlyFinish;
        if (step.resume && fold == 0) {
            noteNewStart(step.folder);
        }
        NEFES_TRY(const auto outcome,
                  trainStep(arguments.training, context, recipe, step, progress));
        if (outcome.modelFolder.empty()) {
            return kExitInterrupted;
        }
        progress.endLine();
        printMessage("model: {}\n", toUtf8(outcome.modelFolder));
        summary.add(outcome.validationMetrics);
    }
    if (hasFolds) {
        const std::filesystem::path file = folder / "folds.json";
        NEFES_CHECK(naming(toUtf8(file),
                           writeFileAtomically(file, ml::jsonText(summary.toJson(), 2) + "\n")));
        printMessage("{}", summary.toText());
    }
    return kExitDone;
}

/// Tries learning rates instead of training; the result is a JSON line, or events.
Result<int> findRate(const Arguments& arguments, const CommandContext& context,
                     TrainingProgress& progress)
{
    NEFES_TRY(const auto recipe, chosenRecipe(arguments.training, context.folders));
    TrainingStep step;
    step.folder = pathFromUtf8(arguments.training.output);
    NEFES_TRY(const auto search,
              findLearningRate(arguments.training, context, recipe, step, progress));
    progress.endLine();
    printMessage("{}", search.toText());
    if (!arguments.hasEvents) {
        printLine(search.toJson());
    }
    return kExitDone;
}

int run(const Arguments& arguments, const CommandContext& context)
{
    TrainingProgress progress(arguments.hasEvents);
    const auto status = arguments.findsRate ? findRate(arguments, context, progress)
                                            : trainAll(arguments, context, progress);
    if (status) {
        progress.checkEvents();
        return *status;
    }
    progress.endLine();
    const Error& error = status.error();
    if (arguments.hasEvents) {
        progress.show(ml::TrainingFailed{error.code, error.detail});
    }
    printError(arguments.training.recipe, error);
    return exitStatusOf(error);
}

} // namespace

void addTrainCommand(CLI::App& app, const CommandContext& context, int& exitStatus)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("train", "Train a model from a recipe");
    addTrainingOptions(command, arguments->training);
    CLI::Option* folds =
        command->add_option("--folds", arguments->folds, "cross-validation with that many parts")
            ->check(CLI::Range(2, 100));
    CLI::Option* resume = command->add_flag("--resume", arguments->resume,
                                            "go on from the checkpoint in the run folder");
    command
        ->add_flag("--finish", arguments->onlyFinish,
                   "with --resume: train no more, make the model of the best epoch so far")
        ->needs(resume);
    command
        ->add_flag("--find-rate", arguments->findsRate,
                   "instead of training: try learning rates, a batch each, and suggest one")
        ->excludes(resume)
        ->excludes(folds);
    command->add_flag("--events", arguments->hasEvents, "JSON lines on standard output");
    command->callback(
        [arguments, &context, &exitStatus] { exitStatus = run(*arguments, context); });
}

} // namespace nefes::app
