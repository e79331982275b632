// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "ml/tensor_file.h"
#include "ml/torch/checkpoint_p.h"

#include <fmt/format.h>

#include <limits>

namespace nefes::engine {
namespace {

using nlohmann::json;

constexpr int kFormat = 1;
constexpr const char* kMetadataKey = "nefes_run";

/// JSON has neither infinity nor NaN: both are null there and NaN, or the default, afterwards.
json fromNumber(double value)
{
    return std::isfinite(value) ? json(value) : json();
}

double toNumber(const json& value, double otherwise = std::numeric_limits<double>::quiet_NaN())
{
    return value.is_number() ? value.get<double>() : otherwise;
}

json fromMetrics(const ml::SplitMetrics& metrics)
{
    return {fromNumber(metrics.loss), fromNumber(metrics.accuracy), fromNumber(metrics.auc)};
}

ml::SplitMetrics toMetrics(const json& value)
{
    return {toNumber(value.at(0)), toNumber(value.at(1)), toNumber(value.at(2))};
}

json fromState(const RunState& state)
{
    json history = json::array();
    for (const ml::EpochDone& epoch : state.history) {
        history.push_back({{"epoch", epoch.epoch},
                           {"train", fromMetrics(epoch.train)},
                           {"validation", fromMetrics(epoch.validation)},
                           {"learning_rate", epoch.learningRate},
                           {"seconds", epoch.seconds},
                           {"images_per_second", epoch.imagesPerSecond},
                           {"is_best", epoch.isBest}});
    }
    return {{"epoch", state.epoch},
            {"best_epoch", state.bestEpoch},
            {"best_metric", fromNumber(state.bestMetric)},
            {"stop_waited", state.stopWaited},
            {"stop_best", fromNumber(state.stopBest)},
            {"average_updates", state.averageUpdates},
            {"plateau_factor", state.plateau.factor},
            {"plateau_best", fromNumber(state.plateau.bestLoss)},
            {"plateau_waited", state.plateau.waited},
            {"history", history}};
}

RunState toState(const json& value)
{
    RunState state;
    state.epoch = value.at("epoch");
    state.bestEpoch = value.at("best_epoch");
    state.bestMetric = toNumber(value.at("best_metric"));
    state.stopWaited = value.at("stop_waited");
    state.stopBest = toNumber(value.at("stop_best"));
    state.averageUpdates = value.at("average_updates");
    state.plateau.factor = value.at("plateau_factor");
    state.plateau.bestLoss =
        toNumber(value.at("plateau_best"), std::numeric_limits<double>::infinity());
    state.plateau.waited = value.at("plateau_waited");
    for (const json& item : value.at("history")) {
        ml::EpochDone epoch;
        epoch.epoch = item.at("epoch");
        epoch.train = toMetrics(item.at("train"));
        epoch.validation = toMetrics(item.at("validation"));
        epoch.learningRate = item.at("learning_rate");
        epoch.seconds = item.at("seconds");
        epoch.imagesPerSecond = item.at("images_per_second");
        epoch.isBest = item.at("is_best");
        state.history.push_back(epoch);
    }
    return state;
}

json fromIdentity(const RunIdentity& identity)
{
    return {{"recipe", identity.recipe},
            {"data", identity.dataDigest},
            {"start_weights", identity.startWeights},
            {"lung_finder", identity.lungFinder},
            {"sources", identity.sources}};
}

/// In complete form: with the defaults of recipe fields that a program of before did not know.
json completed(json identity)
{
    if (const auto recipe = ml::recipeFromJson(identity.value("recipe", json()))) {
        identity["recipe"] = ml::recipeToJson(*recipe);
    }
    return identity;
}

/// "recipe.seed, data": the places where two identities differ.
std::string differences(const json& before, const json& now)
{
    std::string text;
    for (const json& step : json::diff(before, now)) {
        std::string path = step.at("path").get<std::string>().substr(1);
        std::ranges::replace(path, '/', '.');
        text += (text.empty() ? "" : ", ") + path;
    }
    return text;
}

} // namespace

Result<void> writeCheckpoint(const std::filesystem::path& file, const Checkpoint& checkpoint,
                             const RunIdentity& identity)
{
    const json run{{"format", kFormat},
                   {"identity", fromIdentity(identity)},
                   {"state", fromState(checkpoint.state)}};
    return writeTensors(file, checkpoint.tensors, {{kMetadataKey, run.dump()}});
}

Result<Checkpoint> readCheckpoint(const std::filesystem::path& file, const RunIdentity& identity)
{
    const auto mismatch = [&file](const std::string& what) {
        return fail(ErrorCode::CheckpointMismatch, fmt::format("{}: {}", toUtf8(file), what));
    };
    const auto opened = ml::TensorFile::open(file);
    if (!opened) {
        const Error& error = opened.error();
        const bool isContent =
            error.code == ErrorCode::ModelDamaged || error.code == ErrorCode::FileEmpty;
        // What cannot be read at the moment may be whole.
        return isContent ? mismatch(error.detail)
                         : fail(error.code, fmt::format("{}: {}", toUtf8(file), error.detail));
    }
    const auto& stored = *opened;
    const auto found = stored->metadata().find(kMetadataKey);
    const json run =
        found == stored->metadata().end() ? json() : json::parse(found->second, nullptr, false);
    if (!run.is_object() || run.value("format", 0) != kFormat) {
        return mismatch("not a checkpoint of this program's version");
    }
    const json now = completed(fromIdentity(identity));
    try {
        json before = completed(run.at("identity"));
        for (const char* key : {"lung_finder", "sources"}) {
            if (!before.contains(key)) { // a program of before did not write it down
                before[key] = now[key];
            }
        }
        if (before != now) {
            return fail(ErrorCode::CheckpointMismatch,
                        fmt::format("the run differs in: {}", differences(before, now)));
        }
        return Checkpoint{toState(run.at("state")), tensorsFromFile(*stored, "")};
    } catch (const json::exception&) {
        return mismatch("the checkpoint is damaged");
    }
}

NamedTensors withoutPrefix(const NamedTensors& tensors, const std::string& prefix)
{
    NamedTensors result;
    for (auto it = tensors.lower_bound(prefix);
         it != tensors.end() && it->first.starts_with(prefix); ++it) {
        result.emplace(it->first.substr(prefix.size()), it->second);
    }
    return result;
}

void addWithPrefix(NamedTensors& target, const std::string& prefix, const NamedTensors& tensors)
{
    for (const auto& [name, tensor] : tensors) {
        target.emplace(prefix + name, tensor);
    }
}

} // namespace nefes::engine
