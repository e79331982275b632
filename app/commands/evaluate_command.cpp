// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/evaluate_command.h"

#include "core/base/files.h"

#include "ml/evaluation.h"
#include "ml/json_object.h"
#include "ml/report.h"

#include "app/arguments.h"
#include "app/decoding.h"
#include "app/output.h"
#include "app/report_pictures.h"

#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

namespace nefes::app {
namespace {

struct Arguments {
    std::string model, split, output, predictions;
    std::vector<std::string> data, columns;
    std::string format = "json";
    std::string device = "auto";
    int threads = 0;
};

Result<void> writeOutput(const std::string& file, const std::string& text)
{
    if (file.empty()) {
        fmt::print("{}", text);
        return {};
    }
    return writeFileAtomically(pathFromUtf8(file), text);
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

Result<int> evaluateModel(const Arguments& arguments, const CommandContext& context)
{
    ml::EvaluationRequest request;
    request.folders = toPaths(arguments.data);
    request.columns = arguments.columns;
    if (!arguments.split.empty()) {
        request.split = ml::splitFromName(arguments.split);
    }
    NEFES_TRY(const auto judged,
              judgeData(arguments.model, arguments.device, arguments.threads, request, context));
    const ml::Evaluation& evaluation = judged.evaluation;
    ml::Classifier& classifier = *judged.classifier;
    if (evaluation.otherLabels > 0) {
        fmt::print(stderr, "nefes: {} images have labels that the model does not know\n",
                   evaluation.otherLabels);
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
    const auto status = evaluateModel(arguments, context);
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
                     "only the images that the model's package remembers in this split")
        ->check(CLI::IsMember({"train", "validation", "test"}));
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
