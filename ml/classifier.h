// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/decoded_image.h"
#include "core/image/plane_operations.h"

#include "ml/backend.h"
#include "ml/model_package.h"
#include "ml/prediction.h"

#include <filesystem>
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

/// Which map to make along with the scores. Where the lung finder is installed and the model judges
/// chest films, the map comes with its share inside the lungs.
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
    /// Fills Score::band of every score of `prediction`, which analyse() gave for this image: the
    /// lowest and the highest probability over the image as it is and eight small changes of it
    /// (inputChanges()). Takes as long as that many analyses at most. Cancelled.
    [[nodiscard]] virtual Result<void>
    measureBands(const DecodedImage& image, Prediction& prediction, std::stop_token stop) = 0;
};

/// Puts a package's network, calibration, thresholds, input check and training cases together. The
/// input check's outlier score is the higher of two shares, 1 being the limit: the gate's
/// probability of not being what the model judges ÷ its limit, and the features' distance ÷
/// limit_99; without either 0.
/// `lungWeights`: the lung finder that tells the share of a heatmap inside the lungs; without the
/// file, or with a model of something else than chest films, there is no such share. A package
/// with a finder of its own, which says where its input lies, uses that one. Codes of
/// loadNetwork() and loadLungFinder(); ModelDamaged.
[[nodiscard]] Result<std::unique_ptr<Classifier>>
createClassifier(Backend& backend, std::shared_ptr<const ModelPackage> package,
                 std::shared_ptr<const PlaneOperations> operations, DeviceChoice device,
                 const std::filesystem::path& lungWeights = {});

} // namespace nefes::ml
