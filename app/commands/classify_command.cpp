// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/classify_command.h"

#include "core/base/files.h"

#include "core/study/inputs.h"

#include "app/analysis_files.h"
#include "app/analysis_output.h"
#include "app/arguments.h"
#include "app/output.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nefes::app {
namespace {

struct Arguments {
    std::vector<std::string> paths;
    std::string model;
    std::string device = "auto";
    int threads = 0;
    std::string heatmapFolder, label, method;
    bool hasBand = false;
    std::string format = "json";
};

double millisecondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

/// What to explain; nothing when no heatmap is asked for. InvalidArgument for a label that the
/// model does not have.
Result<std::optional<ml::HeatmapRequest>> heatmapRequest(const Arguments& arguments,
                                                         const ml::ModelDescription& model)
{
    if (!arguments.label.empty() && std::ranges::find(model.labels, arguments.label,
                                                      &ml::ModelLabel::id) == model.labels.end()) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("--label {}: the model has no such label", arguments.label));
    }
    if (arguments.heatmapFolder.empty()) {
        return std::optional<ml::HeatmapRequest>();
    }
    return std::optional(ml::HeatmapRequest{.label = arguments.label,
                                            .method = ml::heatmapMethodFromId(arguments.method)});
}

/// What is asked for beside the scores.
struct Wishes {
    std::optional<ml::HeatmapRequest> heatmap;
    bool hasBand = false;
};

/// A file on its way to the classifier.
struct ReadFile {
    Result<ImagePtr> image;
    Picture background; ///< for the heatmap; empty where none is asked for
    double decodeMs = 0.0;
};

ReadFile readFile(const study::InputFile& file, const CommandContext& context, bool needsBackground)
{
    if (file.error) {
        return {.image = tl::unexpected(*file.error), .background = {}};
    }
    const auto start = std::chrono::steady_clock::now();
    ReadFile result{.image = context.reader->read(file.path, 0, context.stop), .background = {}};
    result.decodeMs = millisecondsSince(start);
    if (result.image && needsBackground) {
        result.background = HeatmapFiles::background(**result.image);
    }
    return result;
}

/// Everything about one file; failures are in the value.
ClassifiedFile classifyFile(const std::filesystem::path& file, ReadFile read,
                            ml::Classifier& classifier, const Wishes& wishes,
                            HeatmapFiles* heatmaps, const std::stop_token& stop)
{
    ClassifiedFile result;
    result.decodeMs = read.decodeMs;
    if (!read.image) {
        result.error = read.image.error();
        return result;
    }
    const DecodedImage& image = **read.image;
    auto analysis = classifier.analyse(image, wishes.heatmap, stop);
    if (analysis && wishes.hasBand) {
        const auto measured = classifier.measureBands(image, analysis->prediction, stop);
        if (!measured) {
            analysis = tl::unexpected(measured.error());
        }
    }
    if (!analysis) {
        result.error = analysis.error();
        return result;
    }
    result.analysis = *std::move(analysis);
    if (heatmaps != nullptr && result.analysis->heatmap) {
        const auto written =
            heatmaps->write(file, image, std::move(read.background), *result.analysis->heatmap);
        if (!written) {
            result.error = written.error();
        } else {
            result.heatmap = *written;
        }
    }
    return result;
}

/// Reads one file ahead: the first while LibTorch loads, each next one while the one before is
/// judged and written.
class ReadAhead
{
public:
    ReadAhead(const std::vector<study::InputFile>& files, const CommandContext& context,
              bool needsBackground)
        : m_files(files)
        , m_context(context)
        , m_needsBackground(needsBackground)
    {
        startNext();
    }

    /// The next file, in their order.
    [[nodiscard]] ReadFile take()
    {
        ReadFile file = m_next.get();
        startNext();
        return file;
    }

private:
    void startNext()
    {
        if (m_started < m_files.size()) {
            m_next = std::async(std::launch::async, [this, index = m_started++] {
                return readFile(m_files[index], m_context, m_needsBackground);
            });
        }
    }

    const std::vector<study::InputFile>& m_files;
    const CommandContext& m_context;
    bool m_needsBackground;
    std::size_t m_started = 0;
    std::future<ReadFile> m_next; ///< waits for its thread when destroyed
};

/// What lies in a folder and is no image is passed over.
bool isPassedOver(const ClassifiedFile& result, const study::InputFile& file)
{
    return !file.isNamed && !file.error && result.error &&
           study::isForeign(file.path, *result.error);
}

/// Where heatmaps go; nothing when none is asked for.
Result<std::optional<HeatmapFiles>> heatmapFiles(const Arguments& arguments,
                                                 const CommandContext& context,
                                                 const std::vector<study::InputFile>& files)
{
    if (arguments.heatmapFolder.empty()) {
        return std::optional<HeatmapFiles>();
    }
    NEFES_TRY(auto caption, estimateCaption(context));
    std::vector<std::filesystem::path> inputs = toPaths(arguments.paths);
    for (const study::InputFile& file : files) {
        inputs.push_back(file.path);
    }
    auto folder = HeatmapFiles::create(pathFromUtf8(arguments.heatmapFolder), std::move(caption),
                                       InputSet(inputs));
    if (!folder) {
        return fail(folder.error().code,
                    fmt::format("{}: {}", arguments.heatmapFolder, folder.error().detail));
    }
    return std::optional(*std::move(folder));
}

int classifyAll(const Arguments& arguments, const CommandContext& context)
{
    const auto refuse = [](const Error& error) {
        printError("classify", error);
        return exitStatusOf(error);
    };
    const study::InputFiles inputs =
        study::listInputs(toPaths(arguments.paths), context.folders.cache / "archives",
                          study::DicomdirRule::OpenFolder, {}, context.stop);
    if (context.stop.stop_requested()) { // what is listed is not all there is
        return kExitInterrupted;
    }
    ReadAhead ahead(inputs.files, context, !arguments.heatmapFolder.empty());

    const auto classifier = context.loadClassifier(
        {.model = arguments.model,
         .device = ml::deviceChoiceFromName(arguments.device).value_or(ml::DeviceChoice::Auto),
         .threads = arguments.threads});
    if (!classifier) {
        return refuse(classifier.error());
    }
    const auto request = heatmapRequest(arguments, (*classifier)->model());
    if (!request) {
        return refuse(request.error());
    }
    const Wishes wishes{.heatmap = *request, .hasBand = arguments.hasBand};
    auto heatmaps = heatmapFiles(arguments, context, inputs.files);
    if (!heatmaps) {
        return refuse(heatmaps.error());
    }
    HeatmapFiles* const files = heatmaps->has_value() ? &heatmaps->value() : nullptr;
    AnalysisPrinter printer(arguments.format, context.language, (*classifier)->model());
    bool isAllDone = true;
    for (const study::InputFile& file : inputs.files) {
        if (context.stop.stop_requested()) {
            return kExitInterrupted;
        }
        const ClassifiedFile result =
            classifyFile(file.path, ahead.take(), **classifier, wishes, files, context.stop);
        if (isPassedOver(result, file)) {
            continue;
        }
        if (result.error && result.error->code == ErrorCode::Cancelled) {
            return kExitInterrupted;
        }
        isAllDone = isAllDone && !result.error;
        printer.print(file.shownName, result);
    }
    return isAllDone ? kExitDone : kExitSomeFailed;
}

} // namespace

void addClassifyCommand(CLI::App& app, const CommandContext& context, int& exitStatus)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("classify", "Scores of images (AI estimates)");
    command->add_option("PATH", arguments->paths, "files, folders or ZIP")->required();
    command->add_option("--model", arguments->model, "installed model or package folder");
    command->add_option("--device", arguments->device, "auto, cpu or cuda")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}));
    command->add_option("--threads", arguments->threads, "0: all cores")
        ->check(CLI::Range(0, 1024));
    command->add_option("--heatmap", arguments->heatmapFolder,
                        "write the picture with the heatmap and the map alone to this folder");
    command->add_option("--label", arguments->label, "finding that the heatmap explains");
    command->add_option("--method", arguments->method, "how the heatmap is made")
        ->check(CLI::IsMember({"gradcam", "gradcam++", "hirescam", "layercam"}));
    command->add_flag("--band", arguments->hasBand,
                      "lowest and highest probability over small changes of the image");
    command->add_option("--format", arguments->format, "json, csv or text")
        ->check(CLI::IsMember({"json", "csv", "text"}));
    command->callback(
        [arguments, &context, &exitStatus] { exitStatus = classifyAll(*arguments, context); });
}

} // namespace nefes::app
