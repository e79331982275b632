// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "ml/backend.h"
#include "ml/recipe.h"
#include "ml/sample_store.h"
#include "ml/tensor_file.h"
#include "ml/tools/arguments.h"
#include "ml/trainer.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <csignal>
#include <cstdio>
#include <stop_token>
#include <system_error>

namespace {

using namespace nefes;
using nlohmann::json;

constexpr const char* kUsage =
    "nefes_train_store --recipe FILE.json --store FILE --output DIR [--set KEY=VALUE]… "
    "[--device auto|cpu|cuda] [--threads N] [--start-weights FILE] [--lungs FILE] [--resume] "
    "[--batches]\n"
    "Trains from a store that `nefes dataset pack` wrote. Prints one JSON event a line; leaves\n"
    "weights.safetensors, outputs.safetensors and report.json in DIR.\n";

constexpr std::uint64_t kMaxRecipeBytes = 10'000'000;

std::stop_source& stopSource()
{
    static std::stop_source source;
    return source;
}

volatile std::sig_atomic_t g_interrupted = 0;

Result<ml::TrainingRecipe> readRecipe(const tools::Arguments& arguments)
{
    NEFES_TRY(const std::string text,
              readTextFile(pathFromUtf8(arguments.value("--recipe", {})), kMaxRecipeBytes));
    json form = json::parse(text, nullptr, false);
    if (form.is_discarded()) {
        return fail(ErrorCode::RecipeInvalid, "the recipe is not JSON");
    }
    for (const std::string& assignment : arguments.values("--set")) {
        NEFES_CHECK(ml::setRecipeValue(form, assignment));
    }
    return ml::recipeFromJson(form);
}

/// Logits and features of every split, as a tensor file.
Result<void> writeOutputs(const std::filesystem::path& file, const ml::TrainingReport& report)
{
    std::map<std::string, ml::TensorView> tensors;
    for (const ml::SplitOutputs& outputs : report.outputs) {
        const std::string split(ml::splitName(outputs.split));
        const auto features = static_cast<std::int64_t>(outputs.featureCount);
        const auto n = static_cast<std::int64_t>(outputs.features.size()) / features;
        const auto logits = static_cast<std::int64_t>(outputs.logits.size()) / n;
        tensors[split + ".logits"] = {
            ml::TensorType::Float32, {n, logits}, std::as_bytes(std::span(outputs.logits))};
        tensors[split + ".features"] = {
            ml::TensorType::Float32, {n, features}, std::as_bytes(std::span(outputs.features))};
    }
    return ml::writeTensorFile(file, tensors, {});
}

void printEvent(const ml::TrainingEvent& event, bool withBatches)
{
    if (g_interrupted != 0) {
        stopSource().request_stop();
    }
    if (withBatches || !std::holds_alternative<ml::BatchDone>(event)) {
        fmt::print("{}\n", ml::eventToJson(event).dump());
        static_cast<void>(std::fflush(stdout));
    }
}

Result<ml::TrainingReport> train(const tools::Arguments& arguments)
{
    NEFES_TRY(const ml::TrainingRecipe recipe, readRecipe(arguments));
    NEFES_TRY(const auto store,
              ml::SampleStore::open(pathFromUtf8(arguments.value("--store", {}))));
    NEFES_TRY(const auto backend, ml::loadBackend());
    ml::TrainerOptions options;
    options.runFolder = pathFromUtf8(arguments.value("--output", {}));
    options.resume = arguments.has("--resume");
    options.startWeights = pathFromUtf8(arguments.value("--start-weights", {}));
    options.lungWeights = pathFromUtf8(arguments.value("--lungs", {}));
    NEFES_TRY(options.threads, arguments.number("--threads", 0));
    const auto device = ml::deviceChoiceFromName(arguments.value("--device", "auto"));
    if (!device) {
        return fail(ErrorCode::InvalidArgument, "--device: auto, cpu or cuda");
    }
    std::error_code error;
    std::filesystem::create_directories(options.runFolder, error);
    if (error) {
        return fail(ErrorCode::WriteFailed, error.message());
    }
    const bool withBatches = arguments.has("--batches");
    return backend->createTrainer(*device)->run(
        recipe, *store, options,
        [&](const ml::TrainingEvent& event) { printEvent(event, withBatches); },
        stopSource().get_token());
}

Result<void> run(const tools::Arguments& arguments)
{
    NEFES_TRY(const ml::TrainingReport report, train(arguments));
    const std::filesystem::path folder = pathFromUtf8(arguments.value("--output", {}));
    const json summary{{"best_epoch", report.bestEpoch},
                       {"epochs", report.epochs},
                       {"heatmap_layer", report.heatmapLayer},
                       {"libtorch", report.libtorchVersion},
                       {"seconds", report.seconds},
                       {"cancelled", report.cancelled}};
    if (!report.cancelled) {
        NEFES_CHECK(writeOutputs(folder / "outputs.safetensors", report));
    }
    NEFES_CHECK(writeFileAtomically(folder / "report.json", summary.dump(2) + "\n"));
    fmt::print("{}\n", summary.dump());
    return {};
}

} // namespace

int main(int argc, char** argv)
{
    const auto arguments =
        tools::Arguments::parse(std::span(argv, static_cast<std::size_t>(argc)).subspan(1),
                                {"--recipe", "--store", "--output", "--set", "--device",
                                 "--threads", "--start-weights", "--lungs"},
                                {"--resume", "--batches"});
    if (!arguments || !arguments->has("--recipe") || !arguments->has("--store") ||
        !arguments->has("--output")) {
        fmt::print(stderr, "{}{}\n", kUsage, arguments ? "" : arguments.error().detail);
        return 2;
    }
    static_cast<void>(std::signal(SIGINT, [](int) { g_interrupted = 1; }));
    if (const auto result = run(*arguments); !result) {
        fmt::print(stderr, "{}: {}\n", errorCodeName(result.error().code), result.error().detail);
        return result.error().code == ErrorCode::Cancelled ? 130 : 1;
    }
    return g_interrupted != 0 ? 130 : 0;
}
