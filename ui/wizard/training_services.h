// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/image_reader.h"
#include "core/image/plane_operations.h"

#include "ml/backend.h"
#include "ml/recipe.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace nefes::ui {

/// What the training wizard needs from the rest of the program; part of Services. Functions block,
/// are called on worker threads and may be empty.
struct TrainingServices {
    /// The built-in recipes, the published ones first.
    std::function<std::vector<ml::TrainingRecipe>()> listRecipes;
    /// Decoding for previews and thumbnails. Any thread, several calls at once.
    std::shared_ptr<const ImageReader> reader;
    std::shared_ptr<const PlaneOperations> operations;
    /// The torch module, for the previews of augmentation and the sizes of networks.
    std::function<Result<std::shared_ptr<ml::Backend>>()> loadBackend;
    /// The program that runs `train` and `sweep` as child processes: a crash or a lack of memory
    /// there never takes the window along, and a child has its own priority.
    std::filesystem::path program;
    std::filesystem::path lungWeights; ///< the installed lung finder, for previews
    std::filesystem::path runsFolder;  ///< a folder a run, resumable; made when first needed
    std::filesystem::path cacheFolder; ///< decoded data sets
    /// Checks a package and installs it; the id.
    std::function<Result<std::string>(const std::filesystem::path& package)> installModel;
    std::function<Result<void>(const std::string& id)> removeModel;
    std::function<Result<void>(const std::string& id, const std::filesystem::path& folder)>
        exportModel;
};

} // namespace nefes::ui
