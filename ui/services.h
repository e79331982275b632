// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/image_reader.h"
#include "core/image/plane_operations.h"
#include "core/study/scan.h"

#include "ml/backend.h"
#include "ml/classifier.h"
#include "ml/model_package.h"

#include "ui/diagnostic_services.h"
#include "ui/object_services.h"
#include "ui/wizard/training_services.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace nefes::ui {

/// Languages of the window.
enum class Language { English, Turkish };

/// A model package that the reader can choose.
struct InstalledModel {
    std::string id, version;
    ml::LocalisedText title;
    std::filesystem::path folder; ///< holds card.en.md and card.tr.md
};

/// Everything the window needs from the rest of the program. app/ fills it; tests fill it with
/// synthetic parts. The functions block, are called on worker threads and may be empty.
struct Services {
    /// Any thread, several calls at once. Must not be null.
    std::shared_ptr<const ImageReader> reader;
    /// As study::scan with the reader; a ZIP or DICOMDIR counts as a folder. Must not be empty.
    std::function<Result<void>(const std::vector<std::filesystem::path>& paths,
                               const study::ScanSink& sink, std::stop_token stop)>
        scan;
    /// Installed models, the one to begin with first. Empty function or list: "no model" in the
    /// panel. Any thread, several calls at once.
    std::function<std::vector<InstalledModel>()> listModels;
    /// Loads the torch module when needed and then the model. Any thread, several calls at once;
    /// the classifier is used and destroyed on the thread that asked for it.
    std::function<Result<std::unique_ptr<ml::Classifier>>(const std::string& modelId,
                                                          ml::DeviceChoice device)>
        loadClassifier;
    ml::DeviceChoice device = ml::DeviceChoice::Auto;
    /// Display filters; null: the filters are not offered.
    std::shared_ptr<const PlaneOperations> operations;

    std::filesystem::path samplePath; ///< file or folder that "Open the sample" opens; may be empty
    std::filesystem::path settingsFile; ///< INI file; empty: nothing is remembered
    /// Drawings, the library, impressions; empty: nothing is kept.
    std::filesystem::path dataFolder;
    std::filesystem::path temporaryFolder; ///< files below it go away with the program
    std::optional<Language> language;      ///< wins over the remembered one; not remembered itself
    Language systemLanguage = Language::English; ///< where neither is given
    std::string programVersion;
    ObjectServices objects; ///< what files hold beside pixels
    DiagnosticServices diagnostics;
    TrainingServices training; ///< what the training wizard runs on
};

} // namespace nefes::ui
