// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/training_event.h"

#include "ml/json_object.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <ctime>
#include <limits>

namespace nefes::ml {
namespace {

using nlohmann::json;

json named(const TrainingStarted& event)
{
    return {{"event", "started"},           {"recipe", event.recipe},
            {"classes", event.classes},     {"images", event.images},
            {"device", event.device},       {"threads", event.threads},
            {"precision", event.precision}, {"parameter_count", event.parameters}};
}

json named(const BatchDone& event)
{
    return {{"event", "batch"},
            {"epoch", event.epoch},
            {"step", event.step},
            {"steps", event.steps},
            {"loss", orNull(event.loss)},
            {"accuracy", orNull(event.accuracy)},
            {"images_per_second", orNull(event.imagesPerSecond)}};
}

json named(const EpochDone& event)
{
    const json train = {{"loss", orNull(event.train.loss)},
                        {"accuracy", orNull(event.train.accuracy)}};
    const json validation = {{"loss", orNull(event.validation.loss)},
                             {"accuracy", orNull(event.validation.accuracy)},
                             {"auc", orNull(event.validation.auc)}};
    return {{"event", "epoch"},
            {"epoch", event.epoch},
            {"train", train},
            {"validation", validation},
            {"learning_rate", event.learningRate},
            {"seconds", event.seconds},
            {"images_per_second", orNull(event.imagesPerSecond)},
            {"is_best", event.isBest}};
}

json named(const LearningRateReduced& event)
{
    return {{"event", "learning_rate_reduced"},
            {"epoch", event.epoch},
            {"learning_rate", event.learningRate}};
}

json named(const StoppedEarly& event)
{
    return {{"event", "stopped_early"}, {"epoch", event.epoch}, {"best_epoch", event.bestEpoch}};
}

json named(const CheckpointWritten& event)
{
    return {{"event", "checkpoint"}, {"epoch", event.epoch}, {"file", event.file}};
}

json named(const LearningRateTried& event)
{
    return {{"event", "learning_rate_trial"}, {"step", event.step},
            {"steps", event.steps},           {"learning_rate", event.learningRate},
            {"loss", orNull(event.loss)},     {"smoothed_loss", orNull(event.smoothedLoss)}};
}

json named(const LearningRateFound& event)
{
    return {{"event", "learning_rate_found"},
            {"suggested", event.suggested ? json(*event.suggested) : json()},
            {"lowest_loss_rate", event.lowestLossRate},
            {"has_diverged", event.hasDiverged}};
}

json named(const TrainingFinished& event)
{
    return {{"event", "finished"},
            {"best_epoch", event.bestEpoch},
            {"model_directory", event.modelFolder},
            {"test_metrics", event.testMetrics},
            {"total_seconds", event.totalSeconds}};
}

json named(const TrainingCancelled& event)
{
    return {{"event", "cancelled"}, {"epoch", event.epoch}};
}

json named(const TrainingFailed& event)
{
    return {{"event", "failed"},
            {"code", std::string(errorCodeName(event.code))},
            {"message", event.message}};
}

double numberAt(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_number() ? found->get<double>()
                                                       : std::numeric_limits<double>::quiet_NaN();
}

SplitMetrics splitMetrics(const json& event, const char* split)
{
    const json metrics = event.value(split, json::object());
    return {numberAt(metrics, "loss"), numberAt(metrics, "accuracy"), numberAt(metrics, "auc")};
}

ErrorCode codeFrom(const std::string& name)
{
    // The codes have no gaps; Internal is the last of them.
    for (int code = 0; code < static_cast<int>(ErrorCode::Internal); ++code) {
        if (errorCodeName(static_cast<ErrorCode>(code)) == name) {
            return static_cast<ErrorCode>(code);
        }
    }
    return ErrorCode::Internal;
}

TrainingStarted startedFrom(const json& event)
{
    TrainingStarted started;
    started.recipe = event.value("recipe", json::object());
    started.classes = event.value("classes", started.classes);
    started.images = event.value("images", started.images);
    started.device = event.value("device", started.device);
    started.threads = event.value("threads", started.threads);
    started.precision = event.value("precision", started.precision);
    started.parameters = event.value("parameter_count", started.parameters);
    return started;
}

EpochDone epochFrom(const json& event)
{
    EpochDone done;
    done.epoch = event.value("epoch", done.epoch);
    done.train = splitMetrics(event, "train");
    done.validation = splitMetrics(event, "validation");
    done.learningRate = event.value("learning_rate", done.learningRate);
    done.seconds = event.value("seconds", done.seconds);
    done.imagesPerSecond = numberAt(event, "images_per_second");
    done.isBest = event.value("is_best", done.isBest);
    return done;
}

/// Events of a search for the learning rate.
std::optional<TrainingEvent> searchEventFrom(const std::string& name, const json& event)
{
    if (name == "learning_rate_trial") {
        return LearningRateTried{event.value("step", 1), event.value("steps", 1),
                                 numberAt(event, "learning_rate"), numberAt(event, "loss"),
                                 numberAt(event, "smoothed_loss")};
    }
    if (name == "learning_rate_found") {
        const double suggested = numberAt(event, "suggested");
        return LearningRateFound{std::isfinite(suggested) ? std::optional(suggested) : std::nullopt,
                                 numberAt(event, "lowest_loss_rate"),
                                 event.value("has_diverged", false)};
    }
    return std::nullopt;
}

TrainingEvent anyEventFrom(const std::string& name, const json& event)
{
    if (name == "started") {
        return startedFrom(event);
    }
    if (name == "epoch") {
        return epochFrom(event);
    }
    if (const auto search = searchEventFrom(name, event)) {
        return *search;
    }
    const int epoch = event.value("epoch", 0);
    if (name == "batch") {
        return BatchDone{epoch,
                         event.value("step", 1),
                         event.value("steps", 1),
                         numberAt(event, "loss"),
                         numberAt(event, "accuracy"),
                         numberAt(event, "images_per_second")};
    }
    if (name == "learning_rate_reduced") {
        return LearningRateReduced{epoch, event.value("learning_rate", 0.0)};
    }
    if (name == "stopped_early") {
        return StoppedEarly{epoch, event.value("best_epoch", 1)};
    }
    if (name == "checkpoint") {
        return CheckpointWritten{epoch, event.value("file", "")};
    }
    if (name == "finished") {
        return TrainingFinished{event.value("best_epoch", 1), event.value("model_directory", ""),
                                event.value("test_metrics", json()),
                                event.value("total_seconds", 0.0)};
    }
    if (name == "failed") {
        return TrainingFailed{codeFrom(event.value("code", "")), event.value("message", "")};
    }
    return TrainingCancelled{epoch};
}

} // namespace

Result<TrainingEvent> eventFromJson(const json& line)
{
    static constexpr std::array kNames{"started",
                                       "batch",
                                       "epoch",
                                       "learning_rate_reduced",
                                       "stopped_early",
                                       "checkpoint",
                                       "learning_rate_trial",
                                       "learning_rate_found",
                                       "finished",
                                       "cancelled",
                                       "failed"};
    try {
        const auto name = line.at("event").get<std::string>();
        if (std::ranges::find(kNames, name) != kNames.end()) {
            return anyEventFrom(name, line);
        }
    } catch (const json::exception&) {
        // Said below: whatever is wrong with it, the line is no event.
    }
    return fail(ErrorCode::InvalidArgument, "the line is no training event");
}

json eventToJson(const TrainingEvent& event)
{
    json object = std::visit([](const auto& value) { return named(value); }, event);
    const auto now =
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const auto seconds = std::chrono::floor<std::chrono::seconds>(now);
    object["time"] = fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z",
                                 fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)),
                                 (now - seconds).count());
    return object;
}

} // namespace nefes::ml
