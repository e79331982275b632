// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/recipe.h"
#include "ml/training_event.h"

#include <QStringList>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace nefes::ui {

enum class RunKind {
    Training,
    Sweep,
    RateSearch, ///< tries learning rates; makes no model and cannot be resumed
    Folds,      ///< cross-validation; makes no model to publish
};

/// What a run of the engine is asked for: everything that is needed to resume it.
struct RunPlan {
    RunKind kind = RunKind::Training;
    std::string name; ///< of its folder below the runs folder; empty: chosen when it starts
    ml::TrainingRecipe recipe;
    std::vector<std::filesystem::path> folders;
    std::string device = "auto";
    int threads = 0; ///< 0: all cores
    // Of a sweep
    std::vector<std::string> grid; ///< "optimizer.learning_rate=0.001,0.0003"
    std::string metric = "validation.auc";
    int searchEpochs = 0, searchImages = 0; ///< 0: as in the recipe
    int folds = 0;                          ///< of a cross-validation, 2 or more
};

enum class RunState { Running, Interrupted, Finished, Failed };

/// A run as its folder remembers it.
struct StoredRun {
    RunPlan plan;
    RunState state = RunState::Interrupted;
    std::int64_t startedAt = 0; ///< seconds since 1970, UTC
    std::filesystem::path folder;
};

/// Whether it can go on from where it was.
[[nodiscard]] bool canBeResumed(const StoredRun& run);

/// What the engine is to do with a plan.
enum class RunOrder { Start, Resume, Finish };

// The files of a run folder that the window writes; the engine adds its own.
constexpr const char* kRunFile = "run.json";
constexpr const char* kRecipeFile = "recipe.json";
constexpr const char* kEventsFile = "events.jsonl";

/// Arguments of the program. The recipe is read from the run folder.
[[nodiscard]] QStringList runArguments(const RunPlan& plan, const std::filesystem::path& folder,
                                       RunOrder order);

/// Makes the folder where needed and writes recipe and plan; `processId` tells a run that is alive
/// from an interrupted one. WriteFailed, DiskFull.
[[nodiscard]] Result<void> writeRun(const StoredRun& run, std::int64_t processId);

/// A run that says Running without a living process is Interrupted. FileNotFound, RecipeInvalid.
[[nodiscard]] Result<StoredRun> readRun(const std::filesystem::path& folder);

/// Runs below a folder, newest first; what cannot be read is left out.
[[nodiscard]] std::vector<StoredRun> listRuns(const std::filesystem::path& runsFolder);

/// A name that no folder has yet: "brain-mri-003", "brain-mri-folds-001". Searches for a learning
/// rate share one folder.
[[nodiscard]] std::string freeRunName(const std::filesystem::path& runsFolder, const RunPlan& plan);

/// The folder of the run's part, counted from 1, in a cross-validation.
[[nodiscard]] std::filesystem::path foldFolder(const std::filesystem::path& folder, int fold);

/// The events that the window has kept of a run up to its last complete epoch, in their order; an
/// epoch that was begun and repeated after an interruption is there once.
[[nodiscard]] std::vector<ml::TrainingEvent> readEvents(const std::filesystem::path& folder);

/// The epochs of a run: the engine's history.csv, or the events where it was not written.
[[nodiscard]] std::vector<ml::EpochDone> readHistory(const std::filesystem::path& folder);

} // namespace nefes::ui
