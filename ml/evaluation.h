// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include "core/image/image_reader.h"

#include "ml/classifier.h"
#include "ml/dataset.h"
#include "ml/embedding.h"
#include "ml/judged_images.h"
#include "ml/pack.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace nefes::ml {

/// Which labelled images are judged, and how they are grouped.
struct EvaluationRequest {
    std::vector<std::filesystem::path> folders;
    std::optional<Split> split; ///< only images that the package remembers in this split
    /// Only images that the package does not remember at all, those of sources that the model's
    /// own training left out among them.
    bool onlyUnseen = false;
    std::vector<std::string> columns; ///< of the manifest: groups of the result
};

/// What the model said of one labelled image.
struct JudgedFile {
    std::filesystem::path path;
    std::string file, truth;
    Prediction prediction;
};

struct Evaluation {
    JudgedImages images;
    std::vector<JudgedFile> files; ///< the same images, in the same order
    std::vector<UnreadableFile> unreadable;
    int otherLabels = 0; ///< images left out because the model does not have their label
    int refused = 0;     ///< images that the input check turned away; they are counted all the same
};

struct LabelledEntries {
    std::vector<DatasetEntry> entries;
    int otherLabels = 0; ///< images left out because the model does not have their label
};

/// The images that a request means: those of the model's own selection (of all where only unseen
/// ones are wanted) with a label that it has. Every file is read once where the package's splits
/// are asked for. DatasetEmpty, Cancelled, scanDataFolder's codes; readSplits' for the splits.
[[nodiscard]] Result<LabelledEntries> labelledEntries(const EvaluationRequest& request,
                                                      const ModelDescription& model,
                                                      const std::filesystem::path& packageFolder,
                                                      const std::stop_token& stop);

/// Judges labelledEntries() one after the other; files that cannot be read are listed and passed
/// over. Progress counts the others. labelledEntries' codes, DatasetEmpty (no file can be read),
/// Cancelled, those of Classifier::analyse.
[[nodiscard]] Result<Evaluation> evaluate(Classifier& classifier,
                                          const std::filesystem::path& packageFolder,
                                          const EvaluationRequest& request,
                                          const ImageReader& reader, const Progress& progress,
                                          std::stop_token stop);

/// The network's features of each image, a row each.
[[nodiscard]] FeatureTable featuresOf(const Evaluation& evaluation);

/// The object of the contracts.
[[nodiscard]] nlohmann::json evaluationToJson(const Evaluation& evaluation,
                                              const ModelDescription& model);

/// The same for people: English, a table a group.
[[nodiscard]] std::string evaluationToText(const nlohmann::json& evaluation);

/// A line an image: file, truth, prediction, probabilities, uncertainty, outlier score, reason.
[[nodiscard]] std::string predictionsToCsv(const Evaluation& evaluation,
                                           const ModelDescription& model);

} // namespace nefes::ml
