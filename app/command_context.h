// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image_reader.h"
#include "core/image/inspection.h"
#include "core/image/plane_operations.h"

#include "ml/backend.h"
#include "ml/classifier.h"
#include "ml/model_registry.h"
#include "ml/training_event.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace nefes::app {

/// Where the program finds what it ships with and what the user adds.
struct Folders {
    std::filesystem::path resources;           ///< holds recipes/, models/, samples/
    std::vector<std::filesystem::path> models; ///< bundled ones first
    std::filesystem::path userModels;          ///< where imports go: $XDG_DATA_HOME/nefes/models
    std::filesystem::path cache;               ///< $XDG_CACHE_HOME/nefes: packed data sets
    std::filesystem::path state; ///< $XDG_STATE_HOME/nefes: the log, reports of crashes
};

/// Which classifier to make.
struct ClassifierOptions {
    std::string model; ///< id or folder; empty: the default model
    ml::DeviceChoice device = ml::DeviceChoice::Auto;
    int threads = 0; ///< 0: all cores
};

/// What every subcommand is handed. Made once in composition.cpp.
struct CommandContext {
    std::shared_ptr<const ImageReader> reader; ///< every format
    /// What a file is and what its pixels decode to; failures are in the value.
    std::function<FileInspection(const std::filesystem::path& file, int frame)> inspect;
    std::shared_ptr<const PlaneOperations> operations;
    /// A model ready to judge images. Loads the torch module when first called.
    std::function<Result<std::unique_ptr<ml::Classifier>>(const ClassifierOptions&)> loadClassifier;
    std::shared_ptr<const ml::ModelRegistry> models;
    Folders folders;
    std::string language; ///< "en" or "tr": for text that people read, never for JSON
    std::stop_token stop; ///< requested by Ctrl-C
};

/// Exit statuses of the contract.
constexpr int kExitDone = 0;
constexpr int kExitSomeFailed = 1;
constexpr int kExitUsage = 2;
constexpr int kExitInterrupted = ml::kExitInterrupted;

} // namespace nefes::app
