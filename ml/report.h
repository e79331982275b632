// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/evaluation.h"
#include "ml/model_package.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace nefes::ml {

/// A PNG for the report, as base64: the file with the map of the predicted label over it; empty
/// where none can be made.
using ReportPicture = std::function<std::string(const JudgedFile& file)>;

/// The images that the model got most wrong: by the probability that it gave to a wrong label.
[[nodiscard]] std::vector<const JudgedFile*> worstErrors(const Evaluation& evaluation,
                                                         std::size_t count);

/// One self-contained HTML page, English: figures, confusion matrix, training curves (where the
/// package has them), ROC, precision-recall and reliability plots, groups, the worst errors with
/// their heatmaps, the layers. No script, no link to anything outside.
[[nodiscard]] std::string reportHtml(const Evaluation& evaluation, const ModelDescription& model,
                                     const ReportPicture& picture);

} // namespace nefes::ml
