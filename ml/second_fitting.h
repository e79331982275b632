// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include "core/image/image_reader.h"
#include "core/image/plane_operations.h"

#include "ml/backend.h"
#include "ml/model_package.h"
#include "ml/pack.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <vector>

namespace nefes::ml {

/// A package's description and card for two networks that judge together, and what was measured.
struct SecondFit {
    ModelDescription model; ///< calibration, thresholds and metrics are those of the mean
    LocalisedText card;
    std::vector<UnreadableFile> unreadable;
};

/// Fits calibration and thresholds of the mean of `model` and `second` (joint_network.h) on the
/// images of `folders` that `model` remembers as validation, and measures it on these and on its
/// test images. Earlier measurements of the shortcuts and of unseen sources go: they were of one
/// network. openModelPackage's codes; InvalidArgument: whyNoSecond, other labels, the same network
/// twice, or one that was trained on other images or splits (training.dataset_sha256);
/// DatasetEmpty (fewer than 50 validation images); Cancelled.
[[nodiscard]] Result<SecondFit> fitSecond(Backend& backend, const std::filesystem::path& model,
                                          const std::filesystem::path& second,
                                          const std::vector<std::filesystem::path>& folders,
                                          const ImageReader& reader,
                                          const std::shared_ptr<const PlaneOperations>& operations,
                                          const Progress& progress, std::stop_token stop);

} // namespace nefes::ml
