// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/evaluate_command.h"

#include "core/base/files.h"

#include "ml/evaluation.h"
#include "ml/json_object.h"
#include "ml/lung_samples.h"
#include "ml/report.h"
#include "ml/shortcuts.h"
#include "ml/valid_utf8.h"

#include "app/arguments.h"
#include "app/decoding.h"
#include "app/output.h"
#include "app/report_pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace nefes::app {
namespace {

constexpr const char* kUnseen = "unseen";

struct Arguments {
    std::string model, split, output, predictions, masks;
    std::vector<std::string> data, columns;
    bool shortcuts = false;
    std::string format = "json";
    std::string device = "auto";
    int threads = 0;
};

Result<void> writeOutput(const std::string& file, const std::string& text)
{
    if (file.empty()) {
        printOutputText(text);
        return {};
    }
    return naming(file, writeFileAtomically(pathFromUtf8(file), ml::validUtf8(text)));
}

std::string formatted(const Arguments& arguments, const CommandContext& context,
                      ml::Classifier& classifier, const ml::Evaluation& evaluation)
{
    if (arguments.format == "html") {
        return ml::reportHtml(evaluation, classifier.model(), reportPictures(context, classifier));
    }
    const nlohmann::json json = ml::evaluationToJson(evaluation, classifier.model());
    return arguments.format == "json" ? ml::jsonText(json) + "\n" : ml::evaluationToText(json);
}

ml::EvaluationRequest requestOf(const Arguments& arguments)
{
    ml::EvaluationRequest request;
    request.folders = toPaths(arguments.data);
    request.columns = arguments.columns;
    if (arguments.split == kUnseen) {
        request.onlyUnseen = true;
    } else if (!arguments.split.empty()) {
        request.split = ml::splitFromName(arguments.split);
    }
    return request;
}

/// Image and mask of every row of pairs.csv in the folder.
Result<std::vector<std::pair<std::filesystem::path, std::filesystem::path>>>
markedFilms(const std::string& folder)
{
    std::vector<std::pair<std::filesystem::path, std::filesystem::path>> films;
    if (!folder.empty()) {
        NEFES_TRY(films, ml::markedFilms(pathFromUtf8(folder)));
    }
    return films;
}

Result<int> testShortcuts(const Arguments& arguments, const CommandContext& context)
{
    NEFES_TRY(const auto package, context.models->open(arguments.model));
    ml::ShortcutRequest request;
    NEFES_TRY(auto labelled, ml::labelledEntries(requestOf(arguments), package->description,
                                                 package->folder, context.stop));
    request.entries = std::move(labelled.entries);
    NEFES_TRY(request.masks, markedFilms(arguments.masks));
    NEFES_TRY(const auto backend, ml::loadBackend());
    backend->setThreads(arguments.threads);
    NEFES_TRY(const auto lungs,
              backend->loadLungFinder(package->lungFinder.empty()
                                          ? context.folders.resources / ml::kLungFinderFile
                                          : package->lungFinder));
    const ml::ShortcutTools tools{*backend, *lungs, *context.reader, *context.operations};
    std::vector<ml::UnreadableFile> unreadable;
    NEFES_TRY(auto result,
              ml::testShortcuts(package, request, tools, unreadable, {}, context.stop));
    printUnreadable(unreadable);
    const ml::ModelDescription& model = package->description;
    result["model"] = ml::modelIdentity(model);
    NEFES_CHECK(writeOutput(arguments.output, arguments.format == "json"
                                                  ? ml::jsonText(result) + "\n"
                                                  : ml::shortcutsToText(result)));
    return unreadable.empty() ? kExitDone : kExitSomeFailed;
}

Result<int> evaluateModel(const Arguments& arguments, const CommandContext& context)
{
    NEFES_TRY(const auto judged, judgeData(arguments.model, arguments.device, arguments.threads,
                                           requestOf(arguments), context));
    const ml::Evaluation& evaluation = judged.evaluation;
    ml::Classifier& classifier = *judged.classifier;
    if (evaluation.otherLabels > 0) {
        printMessage("nefes: {} images have labels that the model does not know\n",
                     evaluation.otherLabels);
    }
    for (const auto& [column, values] : evaluation.images.columns) {
        if (std::ranges::all_of(values, &std::string::empty)) {
            printMessage("nefes: no image has a value in the column {}\n", column);
        }
    }
    NEFES_CHECK(
        writeOutput(arguments.output, formatted(arguments, context, classifier, evaluation)));
    if (!arguments.predictions.empty()) {
        NEFES_CHECK(writeOutput(arguments.predictions,
                                ml::predictionsToCsv(evaluation, classifier.model())));
    }
    return evaluation.unreadable.empty() ? kExitDone : kExitSomeFailed;
}

int run(const Arguments& arguments, const CommandContext& context)
{
    const auto status =
        arguments.shortcuts ? testShortcuts(arguments, context) : evaluateModel(arguments, context);
    if (!status) {
        printError(arguments.model.empty() ? "evaluate" : arguments.model, status.error());
        return exitStatusOf(status.error());
    }
    return *status;
}

} // namespace

void addEvaluateCommand(CLI::App& app, const CommandContext& context, int& exitStatus)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("evaluate", "Metrics of a model on labelled images");
    command->add_option("--model", arguments->model, "id or package folder; the default model");
    command->add_option("--data", arguments->data, "data folder; several are put together")
        ->required()
        ->take_all();
    command
        ->add_option("--split", arguments->split,
                     "only the images that the model's package remembers in this split; unseen: "
                     "those that it does not remember, of sources left out in training too")
        ->check(CLI::IsMember({"train", "validation", "test", kUnseen}));
    CLI::Option* shortcuts =
        command->add_flag("--shortcuts", arguments->shortcuts,
                          "chest models: does it look at the lungs? json or text");
    command
        ->add_option("--masks", arguments->masks,
                     "with --shortcuts: folder with pairs.csv (mask,image) of marked lungs")
        ->needs(shortcuts);
    command->add_option("--by", arguments->columns, "column of the manifest to group by")
        ->take_all();
    command->add_option("--format", arguments->format, "json, text or html")
        ->check(CLI::IsMember({"json", "text", "html"}));
    command->add_option("--output", arguments->output, "file instead of standard output");
    command->add_option("--predictions", arguments->predictions, "CSV file, a line an image");
    command->add_option("--device", arguments->device, "auto, cpu or cuda")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}));
    command->add_option("--threads", arguments->threads, "threads; 0: all cores")
        ->check(CLI::Range(0, 1024));
    command->callback(
        [arguments, &context, &exitStatus] { exitStatus = run(*arguments, context); });
}

} // namespace nefes::app
