// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/sweep.h"

#include "core/base/digest.h"
#include "core/base/files.h"
#include "core/base/rng.h"

#include "ml/csv.h"
#include "ml/json_object.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <system_error>

namespace nefes::ml {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t kMaxRuns = 1000;

/// The recipe of one combination.
Result<TrainingRecipe> withSetting(json recipe, const std::vector<std::string>& setting, int epochs)
{
    for (const std::string& assignment : setting) {
        NEFES_CHECK(setRecipeValue(recipe, assignment));
    }
    if (epochs > 0) {
        recipe["epochs"] = epochs;
    }
    return recipeFromJson(recipe);
}

/// NaN where the run does not have it.
double metricOf(const TrainingOutcome& outcome, const std::string& metric)
{
    if (metric == "validation.loss") {
        double best = std::nan("");
        for (const EpochDone& epoch : outcome.report.history) {
            if (!(best <= epoch.validation.loss)) {
                best = epoch.validation.loss;
            }
        }
        return best;
    }
    const char* key = metric == "validation.accuracy" ? "accuracy" : "macro_auc";
    const json& metrics = outcome.validationMetrics;
    const json value = metrics.is_object() ? metrics.value(key, json()) : json();
    return value.is_number() ? value.get<double>() : std::nan("");
}

/// What makes a run the same as an earlier one.
std::string identityOf(const TrainingRecipe& recipe, const SweepRequest& request)
{
    const std::string text = jsonText(recipeToJson(recipe)) +
                             fmt::format(" {} {}", request.searchImages, request.inputs);
    return sha256(std::as_bytes(std::span(text)));
}

std::optional<json> earlierResult(const fs::path& folder, const std::string& identity)
{
    const auto text = readTextFile(folder / "result.json", 1U << 20U);
    if (!text) {
        return std::nullopt;
    }
    auto result = json::parse(*text, nullptr, false);
    const bool isSame = result.is_object() && result.value("identity", json()) == json(identity) &&
                        result.value("status", json()) == json("done");
    return isSame ? std::optional(std::move(result)) : std::nullopt;
}

json runOnce(const SweepRequest& request, const TrainingRecipe& recipe,
             const std::vector<std::string>& setting, const fs::path& folder, const TrainOne& train)
{
    json result = {{"setting", setting},
                   {"identity", identityOf(recipe, request)},
                   {"folder", toUtf8(folder.lexically_relative(request.folder))}};
    const auto outcome = train(recipe, folder, request.searchImages);
    if (!outcome) {
        result["status"] = outcome.error().code == ErrorCode::Cancelled ? "cancelled" : "failed";
        result["error"] = {{"code", std::string(errorCodeName(outcome.error().code))},
                           {"message", outcome.error().detail}};
        return result;
    }
    if (outcome->modelFolder.empty()) {
        result["status"] = "cancelled";
        return result;
    }
    const double metric = metricOf(*outcome, request.metric);
    result["status"] = std::isfinite(metric) ? "done" : "failed";
    result["metric"] = std::isfinite(metric) ? json(metric) : json();
    if (!std::isfinite(metric)) {
        result["error"] = {{"code", std::string(errorCodeName(ErrorCode::TrainingDiverged))},
                           {"message", request.metric + " is not defined for this run"}};
    }
    result["best_epoch"] = outcome->report.bestEpoch;
    result["seconds"] = outcome->report.seconds;
    return result;
}

/// Best first; failed ones last, in their order.
json sortedRuns(const json& runs, const std::string& metric)
{
    std::vector<json> list(runs.begin(), runs.end());
    const double sign = metric == "validation.loss" ? 1.0 : -1.0;
    const auto key = [sign](const json& run) {
        const json value = run.value("metric", json());
        return value.is_number() ? sign * value.get<double>() : 1e300;
    };
    std::stable_sort(list.begin(), list.end(),
                     [&key](const json& a, const json& b) { return key(a) < key(b); });
    return list;
}

Result<void> writeTable(const SweepRequest& request, const json& table)
{
    std::string csv = "setting,status,metric,best_epoch,seconds,folder,message\n";
    for (const json& run : table.at("runs")) {
        const auto setting = run.at("setting").get<std::vector<std::string>>();
        csv += fmt::format(
            "{},{},{},{},{},{},{}\n", csvField(fmt::format("{}", fmt::join(setting, " "))),
            run.value("status", ""), jsonText(run.value("metric", json())),
            jsonText(run.value("best_epoch", json())), jsonText(run.value("seconds", json())),
            csvField(run.value("folder", "")),
            csvField(run.value("error", json::object()).value("message", "")));
    }
    NEFES_CHECK(writeFileAtomically(request.folder / "sweep.csv", csv));
    return writeFileAtomically(request.folder / "sweep.json", jsonText(table, 2) + "\n");
}

/// Trains the winner with the recipe's own epochs on all images.
Result<json> retrainBest(const SweepRequest& request, const json& best, const TrainOne& train)
{
    const auto setting = best.at("setting").get<std::vector<std::string>>();
    NEFES_TRY(const auto recipe, withSetting(request.recipe, setting, 0));
    const fs::path folder = request.folder / "best";
    NEFES_TRY(const auto outcome, train(recipe, folder, 0));
    if (outcome.modelFolder.empty()) {
        return fail(ErrorCode::Cancelled, "cancelled");
    }
    const double metric = metricOf(outcome, request.metric);
    return json{{"setting", setting},
                {"metric", std::isfinite(metric) ? json(metric) : json()},
                {"model_directory", toUtf8(outcome.modelFolder)},
                {"test_metrics", outcome.testMetrics}};
}

} // namespace

Result<GridAxis> parseGridAxis(const std::string& text)
{
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("\"{}\": KEY=VALUE,VALUE… is needed", text));
    }
    GridAxis axis{text.substr(0, equals), {""}};
    int depth = 0;
    bool isQuoted = false;
    for (const char letter : text.substr(equals + 1)) {
        isQuoted = letter == '"' ? !isQuoted : isQuoted;
        if (!isQuoted) {
            depth += letter == '[' || letter == '{' ? 1 : letter == ']' || letter == '}' ? -1 : 0;
        }
        if (letter == ',' && depth == 0 && !isQuoted) {
            axis.values.emplace_back();
        } else {
            axis.values.back() += letter;
        }
    }
    return axis;
}

std::vector<std::vector<std::string>> expandGrid(const std::vector<GridAxis>& axes)
{
    std::vector<std::vector<std::string>> settings{{}};
    for (const GridAxis& axis : axes) {
        std::vector<std::vector<std::string>> longer;
        for (const auto& setting : settings) {
            for (const std::string& value : axis.values) {
                longer.push_back(setting);
                longer.back().push_back(axis.key + "=" + value);
            }
        }
        settings = std::move(longer);
    }
    return settings;
}

Result<json> runSweep(const SweepRequest& request, const TrainOne& train,
                      const SweepProgress& progress, std::stop_token stop)
{
    const auto settings = expandGrid(request.axes);
    if (settings.size() > kMaxRuns) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("{} combinations are more than {}", settings.size(), kMaxRuns));
    }
    // All settings are checked before the first of them costs time.
    std::vector<TrainingRecipe> recipes;
    for (const auto& setting : settings) {
        NEFES_TRY(auto recipe, withSetting(request.recipe, setting, request.searchEpochs));
        recipes.push_back(std::move(recipe));
    }
    std::error_code error;
    fs::create_directories(request.folder / "runs", error);
    json table = {{"metric", request.metric}, {"runs", json::array()}, {"best", nullptr}};
    for (std::size_t i = 0; i < settings.size(); ++i) {
        const fs::path folder = request.folder / "runs" / fmt::format("{:03}", i + 1);
        fs::create_directories(folder, error);
        auto run = earlierResult(folder, identityOf(recipes[i], request));
        if (!run) {
            run = runOnce(request, recipes[i], settings[i], folder, train);
            NEFES_CHECK(writeFileAtomically(folder / "result.json", jsonText(*run, 2) + "\n"));
        }
        if (stop.stop_requested() || run->at("status") == "cancelled") {
            return fail(ErrorCode::Cancelled, "cancelled; the same command goes on from here");
        }
        table["runs"].push_back(*run);
        table["runs"] = sortedRuns(table["runs"], request.metric);
        NEFES_CHECK(writeTable(request, table));
        if (progress) {
            progress(*run, settings.size());
        }
    }
    if (table["runs"].empty() || table["runs"][0].at("status") != "done") {
        return fail(ErrorCode::TrainingDiverged, "not one run of the grid came through");
    }
    NEFES_TRY(table["best"], retrainBest(request, table["runs"][0], train));
    NEFES_CHECK(writeTable(request, table));
    return table;
}

std::shared_ptr<const SampleStore> drawTraining(const SampleStore& store, int count,
                                                std::uint64_t seed)
{
    std::map<int, std::vector<std::size_t>> byClass;
    const auto training = store.indices(Split::Train);
    for (const std::size_t index : training) {
        byClass[store.samples()[index].label].push_back(index);
    }
    const bool takesAll = count <= 0 || training.size() <= static_cast<std::size_t>(count);
    std::vector<std::size_t> kept;
    Rng rng(seed);
    for (auto& [label, indices] : byClass) {
        rng.shuffle(std::span<std::size_t>(indices));
        const double share = static_cast<double>(indices.size()) /
                             static_cast<double>(std::max<std::size_t>(training.size(), 1));
        if (!takesAll) {
            indices.resize(std::min(
                indices.size(),
                std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(share * count)))));
        }
        kept.insert(kept.end(), indices.begin(), indices.end());
    }
    for (const Split split : {Split::Validation, Split::Test}) {
        const auto others = store.indices(split);
        kept.insert(kept.end(), others.begin(), others.end());
    }
    std::sort(kept.begin(), kept.end());
    std::vector<SampleInfo> samples;
    samples.reserve(kept.size());
    for (const std::size_t index : kept) {
        samples.push_back(store.samples()[index]);
    }
    return store.rearranged(kept, std::move(samples), store.classes());
}

} // namespace nefes::ml
