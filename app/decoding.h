// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/evaluation.h"
#include "ml/pack.h"

#include "app/command_context.h"

#include <memory>
#include <string>
#include <vector>

namespace nefes::app {

/// The program's readers for decoding data sets; 0 threads: all cores. The context must outlive it.
[[nodiscard]] ml::DecodingTools decodingTools(const CommandContext& context, int threads);
/// The same for an input that may show the lungs alone: then the torch module and the installed
/// lung finder are loaded. Codes of ml::loadBackend() and Backend::loadLungFinder().
[[nodiscard]] Result<ml::DecodingTools> decodingTools(const CommandContext& context, int threads,
                                                      const ml::InputSpecification& input);

/// A model and what it said of labelled images.
struct JudgedData {
    std::unique_ptr<ml::Classifier> classifier;
    ml::Evaluation evaluation;
};

/// Loads the model, judges the images and shows the files that cannot be read. `device` is a name
/// that ml::deviceChoiceFromName knows.
[[nodiscard]] Result<JudgedData> judgeData(const std::string& model, const std::string& device,
                                           int threads, const ml::EvaluationRequest& request,
                                           const CommandContext& context);

/// A line each on standard error.
void printUnreadable(const std::vector<ml::UnreadableFile>& files);

} // namespace nefes::app
