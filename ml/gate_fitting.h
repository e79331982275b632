// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include "core/image/image_reader.h"
#include "core/image/plane_operations.h"

#include "ml/backend.h"
#include "ml/pack.h"

#include <filesystem>
#include <stop_token>
#include <vector>

namespace nefes::ml {

/// Share of the model's own validation films that a fitted gate lets through. The features' limit
/// turns away 1 % of them: both together stay below 2 %.
constexpr double kGateQuantile = 0.993;
/// A limit below this would turn films of other hospitals away for next to nothing: in training
/// every class weighs the same, and a film at even odds lies at one half.
constexpr double kSmallestGateLimit = 0.05;
/// The largest: above it nothing would be turned away.
constexpr double kLargestGateLimit = 0.9;

/// The limit of a gate, and what it was fitted on.
struct GateFit {
    double limit = 1.0;
    int films = 0;        ///< validation films of the model that the gate has not learned from
    double refused = 0.0; ///< share of them above the limit
    double highest = 0.0; ///< largest probability among them
    std::vector<UnreadableFile> unreadable;
};

/// Fits the limit of `gate` on the films of `folders` that `model` remembers as validation and the
/// gate does not remember as training: the quantile kGateQuantile of the probability of not being
/// what the model judges, kept in [kSmallestGateLimit, kLargestGateLimit]. openModelPackage's
/// codes, InvalidArgument (whyNoGate), DatasetEmpty (fewer than 50 films), Cancelled.
[[nodiscard]] Result<GateFit> fitGate(Backend& backend, const std::filesystem::path& model,
                                      const std::filesystem::path& gate,
                                      const std::vector<std::filesystem::path>& folders,
                                      const DecodingTools& tools, const Progress& progress,
                                      std::stop_token stop);

} // namespace nefes::ml
