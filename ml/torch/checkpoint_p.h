// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/recipe.h"
#include "ml/torch/optimization_p.h"
#include "ml/torch/tensors_p.h"
#include "ml/training_event.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nefes::engine {

/// Where a run stands after an epoch. Random numbers need no place in it: every epoch draws from
/// generators seeded by the recipe's seed and the epoch's number.
struct RunState {
    int epoch = 0; ///< complete ones
    int bestEpoch = 0;
    double bestMetric = 0.0;
    int stopWaited = 0; ///< epochs without a better early-stopping metric
    double stopBest = 0.0;
    std::int64_t averageUpdates = 0;
    LearningRate::Plateau plateau;
    std::vector<ml::EpochDone> history;
};

/// What a run must have in common with the one it goes on from.
struct RunIdentity {
    nlohmann::json recipe;
    std::string dataDigest;
    std::string startWeights; ///< digest; empty: random
    std::string lungFinder;   ///< digest; empty: the augmentation needs none
    std::string sources;      ///< digest of each training image's; empty: the recipe needs none
};

struct Checkpoint {
    RunState state;
    NamedTensors tensors; ///< "network.…", "optimizer.…", "average.network.…", "best.network.…"
};

inline constexpr const char* kCheckpointFile = "checkpoint.safetensors";

[[nodiscard]] Result<void> writeCheckpoint(const std::filesystem::path& file,
                                           const Checkpoint& checkpoint,
                                           const RunIdentity& identity);
/// CheckpointMismatch names the fields that differ; FileNotFound.
[[nodiscard]] Result<Checkpoint> readCheckpoint(const std::filesystem::path& file,
                                                const RunIdentity& identity);

/// The tensors whose names start with `prefix`, without it; and the other way round.
[[nodiscard]] NamedTensors withoutPrefix(const NamedTensors& tensors, const std::string& prefix);
void addWithPrefix(NamedTensors& target, const std::string& prefix, const NamedTensors& tensors);

} // namespace nefes::engine
