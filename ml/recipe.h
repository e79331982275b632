// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/input_specification.h"
#include "ml/network_specification.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nefes::ml {

/// A text in both languages of the program.
struct LocalisedText {
    std::string en, tr;
    friend bool operator==(const LocalisedText&, const LocalisedText&) = default;
};

/// Which images of a data folder are taken, and as what.
struct DataSelection {
    using Filter = std::map<std::string, std::vector<std::string>>; ///< column → values
    Filter include, exclude;
    std::map<std::string, std::string> map; ///< label → class
    friend bool operator==(const DataSelection&, const DataSelection&) = default;
};

/// How a data set becomes classes and splits.
struct DataSettings {
    /// One for all folders, or one a folder in their order (lists in the JSON form).
    std::vector<DataSelection> selections{DataSelection{}};
    std::string negativeLabel;                          ///< "normal", "no"; may be empty
    double train = 0.7, validation = 0.15, test = 0.15; ///< sum 1
    std::string groupBy;               ///< column that must not be split, such as "patient"
    std::vector<std::string> stratify; ///< columns whose mix each split keeps
    std::string balance = "none";      ///< "none", "class", "source_class" (sampling)
    bool useFixedSplits = true;        ///< take the splits the data set brings, where it does
    /// Further class → the class whose images are changed for it: what its name says ("inverted",
    /// "rotated", "cropped") is done to every other image.
    std::map<std::string, std::string> derive;
    friend bool operator==(const DataSettings&, const DataSettings&) = default;
};

/// Ranges of the random changes of training images. Fractions are of the image side.
struct AugmentationSettings {
    double rotation = 0.0; ///< ± degrees
    std::pair<double, double> zoom{1.0, 1.0};
    double shiftX = 0.0, shiftY = 0.0; ///< ± fraction
    double shear = 0.0;                ///< ± fraction
    bool flipHorizontal = false, flipVertical = false;
    std::optional<std::pair<double, double>> randomResizedCrop; ///< range of the area kept
    double brightness = 0.0, contrast = 0.0, gamma = 0.0;       ///< ± fraction
    double noise = 0.0;        ///< standard deviation, fraction of 255
    double blur = 0.0;         ///< largest Gaussian sigma, input pixels
    double cutout = 0.0;       ///< largest side of an erased square, fraction
    double aspect = 0.0;       ///< ± natural logarithm of width ÷ height: squashing
    double resample = 0.0;     ///< share of images shrunk to a third or more and enlarged again
    double border = 0.0;       ///< widest frame of one gray value, fraction; half of the images
    double marks = 0.0;        ///< share of up to three small bright or gray boxes, like letters
    double mixup = 0.0;        ///< α of Zhang et al., ICLR 2018, in half of the batches; 0: none
    double outsideLungs = 0.0; ///< share of images that show the lungs alone
    /// Share of images whose lungs are black; what is to be learned of them is that nothing can be
    /// told: every class is equally likely.
    double withoutLungs = 0.0;
    std::string fill = "nearest"; ///< "nearest" or "zero": what lies outside
    friend bool operator==(const AugmentationSettings&, const AugmentationSettings&) = default;
};

struct LossSettings {
    std::string type = "cross_entropy"; ///< or "focal"
    std::string classWeights = "none";  ///< or "balanced"
    double labelSmoothing = 0.0;        ///< 0 ≤ x < 1
    /// 0–1: how much of what the source says about the class is known to the loss, so that the
    /// network need not learn to tell the source.
    double sourceAdjustment = 0.0;
    double focalGamma = 2.0;
    friend bool operator==(const LossSettings&, const LossSettings&) = default;
};

struct OptimizerSettings {
    std::string type = "adam"; ///< adam, adamw, rmsprop, sgd
    double learningRate = 1e-3;
    double weightDecay = 0.0;
    double momentum = 0.0; ///< sgd and rmsprop
    friend bool operator==(const OptimizerSettings&, const OptimizerSettings&) = default;
};

struct ScheduleSettings {
    std::string type = "constant"; ///< constant, plateau, cosine, one_cycle
    int warmupEpochs = 0;
    double factor = 0.5;       ///< plateau
    int patience = 3;          ///< plateau, epochs
    double minimumRate = 1e-6; ///< plateau and cosine
    friend bool operator==(const ScheduleSettings&, const ScheduleSettings&) = default;
};

struct EarlyStopping {
    std::string metric = "validation.loss";
    int patience = 3;
    friend bool operator==(const EarlyStopping&, const EarlyStopping&) = default;
};

/// What a run starts from, and what of it stays as it is.
struct StartSettings {
    /// Installed model, package folder, or a state dict of a backbone (.safetensors, names as in
    /// torchvision); empty: random weights.
    std::string model;
    /// The first layers (of a backbone: stages) whose weights and running statistics do not change.
    int frozenLayers = 0;
    friend bool operator==(const StartSettings&, const StartSettings&) = default;
};

/// Whether the augmentation hides or shows the lungs.
[[nodiscard]] inline bool usesLungs(const AugmentationSettings& settings)
{
    return settings.outsideLungs > 0.0 || settings.withoutLungs > 0.0;
}

/// Every hyper-parameter of a training run. The JSON form is the contract; unknown keys are errors.
struct TrainingRecipe {
    std::string id;
    LocalisedText title;
    DataSettings data;
    InputSpecification input;
    AugmentationSettings augmentation;
    NetworkSpecification network;
    StartSettings start;
    LossSettings loss;
    OptimizerSettings optimizer;
    ScheduleSettings schedule;
    int epochs = 10;
    int batchSize = 32;
    std::optional<EarlyStopping> earlyStopping;
    std::string keepBest =
        "validation.loss"; ///< validation.loss, validation.accuracy, validation.auc, last
    std::optional<double> gradientClip; ///< largest norm
    std::string precision = "float32";  ///< or "bfloat16"
    double weightAverage = 0.0;         ///< decay of an exponential moving average; 0: none
    std::uint64_t seed = 1;
    friend bool operator==(const TrainingRecipe&, const TrainingRecipe&) = default;
};

/// Whether a run needs the lung finder.
[[nodiscard]] inline bool needsLungs(const TrainingRecipe& recipe)
{
    return recipe.input.area == InputArea::Lungs || usesLungs(recipe.augmentation);
}

/// RecipeInvalid names the field by its dotted path and says what is allowed.
[[nodiscard]] Result<TrainingRecipe> recipeFromJson(const nlohmann::json& json);
[[nodiscard]] nlohmann::json recipeToJson(const TrainingRecipe& recipe);

/// Applies `key=value` with a dotted path ("network.layers.9.rate=0.3") to the JSON form. The value
/// is read as JSON where that succeeds, else as text. RecipeInvalid for a path that does not exist.
[[nodiscard]] Result<void> setRecipeValue(nlohmann::json& recipe, const std::string& assignment);

} // namespace nefes::ml
