// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/training_event.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <ctime>

namespace nefes::ml {
namespace {

using nlohmann::json;

/// JSON has no NaN: what is not defined is null.
json orNull(double value)
{
    return std::isfinite(value) ? json(value) : json();
}

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

} // namespace

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
