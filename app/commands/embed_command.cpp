// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/embed_command.h"

#include "core/base/files.h"

#include "ml/csv.h"
#include "ml/embedding.h"
#include "ml/evaluation.h"
#include "ml/svg.h"
#include "ml/valid_utf8.h"

#include "app/arguments.h"
#include "app/decoding.h"
#include "app/output.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

namespace nefes::app {
namespace {

/// Above this the exact t-SNE would take minutes and gigabytes.
constexpr std::size_t kMaxTsneRows = 5000;

struct Arguments {
    std::string model, output;
    std::vector<std::string> data;
    int clusters = 0;
    double perplexity = ml::kTsnePerplexity;
    int iterations = ml::kTsneIterations;
    std::uint64_t seed = ml::kEmbeddingSeed;
    std::string device = "auto";
    int threads = 0;
};

std::string scatter(const std::string& title, const ml::FeatureTable& points,
                    const std::vector<std::string>& names)
{
    std::map<std::string, ml::PlotSeries> series;
    for (std::size_t i = 0; i < points.rows(); ++i) {
        ml::PlotSeries& one = series[names[i]];
        one.name = names[i];
        one.points.emplace_back(points.row(i)[0], points.row(i)[1]);
    }
    std::vector<ml::PlotSeries> list;
    list.reserve(series.size());
    for (auto& [name, one] : series) {
        list.push_back(std::move(one));
    }
    return ml::scatterPlot(title, list);
}

/// Everything that is computed from the features.
struct Embedding {
    ml::FeatureTable components, neighbours; ///< the second is empty for too many rows
    std::vector<int> clusters;
    double purity = 0.0;
};

Embedding embed(const Arguments& arguments, const ml::Evaluation& evaluation,
                std::size_t classCount)
{
    const ml::FeatureTable table = ml::featuresOf(evaluation);
    Embedding result;
    const ml::FeatureTable reduced = ml::principalComponents(table, ml::kReducedColumns);
    result.components = ml::principalComponents(table, 2);
    if (table.rows() <= kMaxTsneRows) {
        result.neighbours =
            ml::tsne(reduced, arguments.perplexity, arguments.iterations, arguments.seed);
    }
    const int wanted = arguments.clusters > 0 ? arguments.clusters : static_cast<int>(classCount);
    result.clusters =
        ml::kMeans(reduced, std::min(wanted, static_cast<int>(table.rows())), arguments.seed);
    result.purity = ml::clusterPurity(result.clusters, evaluation.images.judgements.truth);
    return result;
}

std::string toCsv(const ml::Evaluation& evaluation, const Embedding& embedding)
{
    std::string text = "file,label,source,pca_1,pca_2,tsne_1,tsne_2,cluster\n";
    for (std::size_t i = 0; i < evaluation.files.size(); ++i) {
        const auto components = embedding.components.row(i);
        const bool hasNeighbours = !embedding.neighbours.values.empty();
        const std::string neighbours =
            hasNeighbours ? fmt::format("{:.6g},{:.6g}", embedding.neighbours.row(i)[0],
                                        embedding.neighbours.row(i)[1])
                          : ",";
        text += fmt::format(
            "{},{},{},{:.6g},{:.6g},{},{}\n", ml::csvField(evaluation.files[i].file),
            ml::csvField(evaluation.files[i].truth),
            ml::csvField(evaluation.images.columns.at("source")[i]), components[0],
            components.size() > 1 ? components[1] : 0.0, neighbours, embedding.clusters[i]);
    }
    return text;
}

Result<void> write(const std::filesystem::path& file, const std::string& text)
{
    return naming(toUtf8(file), writeFileAtomically(file, ml::validUtf8(text)));
}

Result<void> writeAll(const std::filesystem::path& folder, const ml::Evaluation& evaluation,
                      const Embedding& embedding)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    std::vector<std::string> labels;
    labels.reserve(evaluation.files.size());
    for (const ml::JudgedFile& file : evaluation.files) {
        labels.push_back(file.truth);
    }
    NEFES_CHECK(write(folder / "embedding.csv", toCsv(evaluation, embedding)));
    if (embedding.components.columns > 1) {
        NEFES_CHECK(write(folder / "pca.svg",
                          scatter("Principal components", embedding.components, labels)));
    }
    if (!embedding.neighbours.values.empty()) {
        NEFES_CHECK(write(folder / "tsne.svg", scatter("t-SNE", embedding.neighbours, labels)));
        NEFES_CHECK(
            write(folder / "tsne-source.svg", scatter("t-SNE by source", embedding.neighbours,
                                                      evaluation.images.columns.at("source"))));
    }
    return {};
}

Result<int> embedData(const Arguments& arguments, const CommandContext& context)
{
    ml::EvaluationRequest request;
    request.folders = toPaths(arguments.data);
    request.columns = {"source"};
    NEFES_TRY(const auto judged,
              judgeData(arguments.model, arguments.device, arguments.threads, request, context));
    const ml::Evaluation& evaluation = judged.evaluation;
    const Embedding embedding =
        embed(arguments, evaluation, judged.classifier->model().labels.size());
    NEFES_CHECK(writeAll(pathFromUtf8(arguments.output), evaluation, embedding));
    const int clusters =
        embedding.clusters.empty()
            ? 0
            : *std::max_element(embedding.clusters.begin(), embedding.clusters.end()) + 1;
    printLine({{"images", evaluation.files.size()},
               {"clusters", clusters},
               {"purity", embedding.purity},
               {"output", arguments.output}});
    return evaluation.unreadable.empty() ? kExitDone : kExitSomeFailed;
}

} // namespace

void addEmbedCommand(CLI::App& dataset, const CommandContext& context, int& exitStatus)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = dataset.add_subcommand(
        "embed", "features through a model: PCA, t-SNE and k-means as CSV and pictures");
    command->add_option("--model", arguments->model, "id or package folder; the default model");
    command->add_option("DIR,--data", arguments->data, "data folders")->required()->take_all();
    command->add_option("-o,--output", arguments->output, "folder to write")->required();
    command->add_option("--clusters", arguments->clusters, "clusters; one a label without it")
        ->check(CLI::Range(1, 1000));
    command->add_option("--perplexity", arguments->perplexity, "of t-SNE")
        ->check(CLI::Range(1.0, 1000.0));
    command->add_option("--iterations", arguments->iterations, "of t-SNE")
        ->check(CLI::Range(1, 10000));
    command->add_option("--seed", arguments->seed, "seed");
    command->add_option("--device", arguments->device, "auto, cpu or cuda")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}));
    command->add_option("--threads", arguments->threads, "threads; 0: all cores")
        ->check(CLI::Range(0, 1024));
    command->callback([arguments, &context, &exitStatus] {
        const auto result = embedData(*arguments, context);
        if (!result) {
            printError("embed", result.error());
        }
        exitStatus = result ? *result : exitStatusOf(result.error());
    });
}

} // namespace nefes::app
