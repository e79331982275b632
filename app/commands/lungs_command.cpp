// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/lungs_command.h"

#include "core/base/files.h"

#include "core/imaging/picture_writer.h"

#include "ml/backend.h"
#include "ml/input_check.h"
#include "ml/lung_samples.h"

#include "app/analysis_files.h"
#include "app/arguments.h"
#include "app/decoding.h"
#include "app/output.h"
#include "app/version.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <set>
#include <string>
#include <system_error>
#include <vector>

namespace nefes::app {
namespace {

namespace fs = std::filesystem;

struct TrainArguments {
    std::string data, output;
    ml::LungTrainingOptions options;
};

struct FindArguments {
    std::vector<std::string> paths;
    std::string output, weights;
    int threads = 0;
};

double mean(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

void showProgress(const ml::LungProgress& progress)
{
    if (::isatty(STDERR_FILENO) == 0) {
        return;
    }
    printMessage("\r{} epoch {} of {}: loss {:.3f}  ",
                 progress.fold < progress.folds
                     ? fmt::format("part {} of {},", progress.fold + 1, progress.folds)
                     : "all images,",
                 progress.epoch, progress.epochs, progress.loss);
}

Result<int> train(const TrainArguments& arguments, const CommandContext& context)
{
    NEFES_TRY(const auto marked,
              ml::readMarkedLungs(pathFromUtf8(arguments.data),
                                  decodingTools(context, arguments.options.threads), context.stop));
    printUnreadable(marked.unreadable);
    NEFES_TRY(const auto backend, ml::loadBackend());
    const std::map<std::string, std::string> metadata{
        {"kind", "nefes lung finder"},
        {"program", std::string("nefes ") + kVersion},
        {"libtorch", backend->info().libtorchVersion},
        {"images", std::to_string(marked.images.size())},
        {"epochs", std::to_string(arguments.options.epochs)},
        {"seed", std::to_string(arguments.options.seed)},
        {"data_sha256", marked.sha256}};
    NEFES_TRY(const auto training, backend->trainLungFinder(marked.samples, arguments.options,
                                                            pathFromUtf8(arguments.output),
                                                            metadata, showProgress, context.stop));
    nlohmann::ordered_json line{{"images", marked.images.size()},
                                {"data_sha256", marked.sha256},
                                {"weights", arguments.output}};
    if (!training.dice.empty()) {
        line["folds"] = arguments.options.folds;
        line["dice"] = {{"mean", mean(training.dice)},
                        {"median", ml::quantile(training.dice, 0.5)},
                        {"lowest", ml::quantile(training.dice, 0.0)}};
    }
    printLine(line);
    return marked.unreadable.empty() ? kExitDone : kExitSomeFailed;
}

/// Lungs of one image as a picture of its size: white where the finder is more sure than not.
Result<void> findIn(const fs::path& file, const fs::path& target, ml::LungFinder& finder,
                    const CommandContext& context)
{
    NEFES_TRY(const auto image, context.reader->read(file, 0, context.stop));
    NEFES_TRY(const auto lungs, ml::findLungs(finder, *image, *context.operations));
    const ml::InputRegion whole{0.0, 0.0, static_cast<double>(image->width()),
                                static_cast<double>(image->height())};
    const std::vector<bool> mask = ml::lungsOfRegion(lungs, whole, image->width(), image->height(),
                                                     image->width(), image->height());
    GrayPlane plane{.width = image->width(), .height = image->height(), .values = {}};
    plane.values.reserve(mask.size());
    for (const bool isLung : mask) {
        plane.values.push_back(isLung ? 255 : 0);
    }
    NEFES_CHECK(imaging::writeGray(target, plane));
    const auto pixels = std::count(mask.begin(), mask.end(), true);
    printLine({{"path", toUtf8(file)},
               {"status", "ok"},
               {"mask", toUtf8(target)},
               {"share", static_cast<double>(pixels) / static_cast<double>(mask.size())}});
    return {};
}

Result<int> find(const FindArguments& arguments, const CommandContext& context)
{
    NEFES_TRY(const auto backend, ml::loadBackend());
    backend->setThreads(arguments.threads);
    NEFES_TRY(const auto finder,
              backend->loadLungFinder(arguments.weights.empty()
                                          ? context.folders.resources / ml::kLungFinderFile
                                          : pathFromUtf8(arguments.weights)));
    const fs::path folder = pathFromUtf8(arguments.output);
    std::error_code error;
    fs::create_directories(folder, error);
    int status = kExitDone;
    std::set<std::string> names;
    const std::vector<fs::path> files = toPaths(arguments.paths);
    const InputSet inputs(files);
    for (const fs::path& file : files) {
        fs::path target;
        do {
            target = folder / pathFromUtf8(freeName(toUtf8(file.stem()), names) + ".lungs.png");
        } while (inputs.contains(target));
        if (const auto found = findIn(file, target, *finder, context); !found) {
            printLine({{"path", toUtf8(file)},
                       {"status", "error"},
                       {"error", errorToJson(found.error())}});
            status = kExitSomeFailed;
        }
        if (context.stop.stop_requested()) {
            return kExitInterrupted;
        }
    }
    return status;
}

int exitOf(const std::string& subject, const Result<int>& status)
{
    if (!status) {
        printError(subject, status.error());
        return exitStatusOf(status.error());
    }
    return *status;
}

void addTrain(CLI::App& lungs, const CommandContext& context, int& exitStatus)
{
    auto arguments = std::make_shared<TrainArguments>();
    arguments->options.folds = 5;
    CLI::App* command = lungs.add_subcommand("train", "Train a lung finder on marked films");
    command->add_option("--data", arguments->data, "folder with pairs.csv (mask,image)")
        ->required();
    command->add_option("--output", arguments->output, "file for the weights (.safetensors)")
        ->required();
    command
        ->add_option("--folds", arguments->options.folds,
                     "parts of the cross-validation that measures it; 0: none")
        ->check(CLI::Range(0, 20));
    command->add_option("--epochs", arguments->options.epochs, "epochs")
        ->check(CLI::Range(1, 10000));
    command->add_option("--seed", arguments->options.seed, "seed");
    command->add_option("--threads", arguments->options.threads, "threads; 0: all cores")
        ->check(CLI::Range(0, 1024));
    command->callback([arguments, &context, &exitStatus] {
        exitStatus = exitOf(arguments->data, train(*arguments, context));
    });
}

void addFind(CLI::App& lungs, const CommandContext& context, int& exitStatus)
{
    auto arguments = std::make_shared<FindArguments>();
    CLI::App* command = lungs.add_subcommand("find", "Mark the lungs of chest films");
    command->add_option("PATH", arguments->paths, "images")->required();
    command->add_option("--output", arguments->output, "folder for NAME.lungs.png")->required();
    command->add_option("--weights", arguments->weights, "another lung finder than the installed");
    command->add_option("--threads", arguments->threads, "threads; 0: all cores")
        ->check(CLI::Range(0, 1024));
    command->callback([arguments, &context, &exitStatus] {
        exitStatus = exitOf("lungs", find(*arguments, context));
    });
}

} // namespace

void addLungsCommand(CLI::App& app, const CommandContext& context, int& exitStatus)
{
    CLI::App* command = app.add_subcommand("lungs", "Find the lungs on chest films");
    command->require_subcommand(1);
    addTrain(*command, context, exitStatus);
    addFind(*command, context, exitStatus);
}

} // namespace nefes::app
