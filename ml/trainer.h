// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/learning_rate_search.h"
#include "ml/recipe.h"
#include "ml/sample_store.h"
#include "ml/training_event.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace nefes::ml {

struct TrainerOptions {
    std::filesystem::path runFolder; ///< checkpoint and weights are written here
    bool resume = false;             ///< go on from the checkpoint in runFolder
    bool onlyFinish = false;         ///< with resume: no more epochs, the best one so far is kept
    int threads = 0;                 ///< 0: all cores
    std::filesystem::path startWeights; ///< safetensors to start from; empty: random
    std::filesystem::path lungWeights;  ///< lung finder, for recipes that ask for the lungs
};

/// Raw outputs of the kept weights over one split, in the order of SampleStore::indices.
struct SplitOutputs {
    Split split = Split::Validation;
    std::vector<float> logits;   ///< [n, outputs]
    std::vector<float> features; ///< [n, featureCount]: input of the output layer
    int featureCount = 0;
};

struct TrainingReport {
    int bestEpoch = 1;
    int epochs = 0;                ///< run in all
    std::filesystem::path weights; ///< safetensors of the kept epoch, "network.<layer>.weight" …
    std::vector<EpochDone> history;
    std::vector<SplitOutputs>
        outputs;              ///< train (no augmentation), validation, test where not empty
    std::string heatmapLayer; ///< layer that the network suggests for explanations
    std::string libtorchVersion;
    double seconds = 0.0;
    bool cancelled = false; ///< stopped by the token: weights are of the best epoch so far
};

/// One run at a time. Blocks; the caller owns the thread. Started, batch, epoch… events go to the
/// sink; finished, cancelled and failed are the caller's to send. Same recipe, store, build and
/// thread count give the same weights to the last bit on the CPU.
class Trainer
{
public:
    virtual ~Trainer() = default;
    Trainer() = default;
    Trainer(const Trainer&) = delete;
    Trainer& operator=(const Trainer&) = delete;

    /// NetworkInvalid, DatasetInvalid (a class without training images), TrainingDiverged (the
    /// checkpoint of the last good epoch stays), CheckpointMismatch (says what differs),
    /// OutOfMemory, DeviceUnavailable, WriteFailed, DiskFull.
    [[nodiscard]] virtual Result<TrainingReport>
    run(const TrainingRecipe& recipe, const SampleStore& store, const TrainerOptions& options,
        const EventSink& sink, std::stop_token stop) = 0;

    /// Range test of the learning rate: one batch a rate, from the lowest to the highest, until
    /// the loss diverges. Sends `started` and a trial a batch; writes nothing. run()'s codes;
    /// Cancelled.
    [[nodiscard]] virtual Result<LearningRateSearch>
    findLearningRate(const TrainingRecipe& recipe, const SampleStore& store,
                     const TrainerOptions& options, const LearningRateRange& range,
                     const EventSink& sink, std::stop_token stop) = 0;
};

} // namespace nefes::ml
