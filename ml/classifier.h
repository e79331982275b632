// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/decoded_image.h"
#include "core/image/plane_operations.h"

#include "ml/backend.h"
#include "ml/model_package.h"
#include "ml/prediction.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace nefes::ml {

struct AnalysisTiming {
    double preprocessMs = 0.0, inferenceMs = 0.0, heatmapMs = 0.0;
};

struct Analysis {
    Prediction prediction;
    std::optional<Heatmap> heatmap;
    AnalysisTiming timing;
    std::string device; ///< "cpu", "cuda"
};

/// Which map to make along with the scores.
struct HeatmapRequest {
    std::string label;                   ///< empty: the predicted one
    std::optional<HeatmapMethod> method; ///< none: the model's own
};

/// A model ready to judge images. One thread at a time.
class Classifier
{
public:
    virtual ~Classifier() = default;
    Classifier() = default;
    Classifier(const Classifier&) = delete;
    Classifier& operator=(const Classifier&) = delete;

    [[nodiscard]] virtual const ModelDescription& model() const = 0;
    /// InvalidArgument for a label that the model does not have; Cancelled.
    [[nodiscard]] virtual Result<Analysis> analyse(const DecodedImage& image,
                                                   const std::optional<HeatmapRequest>& heatmap,
                                                   std::stop_token stop) = 0;
};

/// Puts a package's network, calibration, thresholds and input check together.
[[nodiscard]] Result<std::unique_ptr<Classifier>>
createClassifier(Backend& backend, std::shared_ptr<const ModelPackage> package,
                 std::shared_ptr<const PlaneOperations> operations, DeviceChoice device);

} // namespace nefes::ml
