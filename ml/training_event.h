// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace nefes::ml {

/// Exit status of a training process that a signal has stopped.
constexpr int kExitInterrupted = 130;

/// Metrics of a split after an epoch; NaN where not defined.
struct SplitMetrics {
    double loss = 0.0;
    double accuracy = 0.0;
    double auc = 0.0; ///< macro, one against the rest; validation and test only
};

struct TrainingStarted {
    nlohmann::json recipe;
    std::vector<std::string> classes;
    std::map<std::string, std::map<std::string, int>> images; ///< split → class → count
    std::string device;
    int threads = 1;
    std::string precision;
    std::int64_t parameters = 0;
};
struct BatchDone {
    int epoch = 1, step = 1, steps = 1; ///< from 1
    double loss = 0.0, accuracy = 0.0, imagesPerSecond = 0.0;
};
struct EpochDone {
    int epoch = 1;
    SplitMetrics train, validation;
    double learningRate = 0.0, seconds = 0.0, imagesPerSecond = 0.0;
    bool isBest = false;
};
struct LearningRateReduced {
    int epoch = 1;
    double learningRate = 0.0;
};
struct StoppedEarly {
    int epoch = 1;
    int bestEpoch = 1;
};
struct CheckpointWritten {
    int epoch = 1;
    std::string file;
};
/// One batch of a search for the learning rate.
struct LearningRateTried {
    int step = 1, steps = 1; ///< from 1
    double learningRate = 0.0, loss = 0.0, smoothedLoss = 0.0;
};
struct LearningRateFound {
    std::optional<double> suggested; ///< none: no rate brought the loss down
    double lowestLossRate = 0.0;
    bool hasDiverged = false;
};
struct TrainingFinished {
    int bestEpoch = 1;
    std::string modelFolder;
    nlohmann::json testMetrics;
    double totalSeconds = 0.0;
};
struct TrainingCancelled {
    int epoch = 0; ///< last complete one
};
struct TrainingFailed {
    ErrorCode code = ErrorCode::Internal;
    std::string message;
};

using TrainingEvent =
    std::variant<TrainingStarted, BatchDone, EpochDone, LearningRateReduced, StoppedEarly,
                 CheckpointWritten, LearningRateTried, LearningRateFound, TrainingFinished,
                 TrainingCancelled, TrainingFailed>;

/// Called on the training thread; must return quickly.
using EventSink = std::function<void(const TrainingEvent&)>;

/// The JSON line of `nefes train --events`, with `event` and `time` (ISO 8601, UTC).
[[nodiscard]] nlohmann::json eventToJson(const TrainingEvent& event);

/// The event of such a line. InvalidArgument for what is none; fields that are missing or null are
/// left as they are by default, metrics NaN.
[[nodiscard]] Result<TrainingEvent> eventFromJson(const nlohmann::json& line);

} // namespace nefes::ml
