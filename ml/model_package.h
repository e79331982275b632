// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/input_specification.h"
#include "ml/network_specification.h"
#include "ml/recipe.h"
#include "ml/tensor_file.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nefes::ml {

struct ModelLabel {
    std::string id;
    LocalisedText name;
    std::optional<double> threshold; ///< none: the label is not assessed on its own
    std::optional<std::pair<double, double>> indeterminate; ///< low ≤ threshold ≤ high
};

/// Temperature 1 is no calibration. Guo et al., ICML 2017.
struct Calibration {
    double temperature = 1.0;
};

/// How strange inputs are told: statistics of features in their own tensor file.
struct InputCheckSettings {
    std::string method;     ///< "features"
    std::string statistics; ///< file name in the package
    double limit95 = 0.0, limit99 = 0.0;
    /// Folder in the package with a model that tells what an image shows ("frontal" or what it is
    /// instead); empty: none.
    std::string gate;
    double gateLimit = 1.0; ///< above this probability of not being "frontal" it is refused
};

/// A second network whose logits are averaged with the first one's (joint_network.h).
struct SecondNetworkSettings {
    std::string folder;        ///< in the package: a package with model.json and weights
    std::string weightsSha256; ///< of its weights
    friend bool operator==(const SecondNetworkSettings&, const SecondNetworkSettings&) = default;
};

/// model.json of a package, every key of it. See the contracts for the file form.
struct ModelDescription {
    std::string id, version, date;
    LocalisedText title;
    std::vector<ModelLabel> labels; ///< alphabetical by id; also the order of the outputs
    std::string negativeLabel;      ///< empty: none
    InputSpecification input;
    NetworkSpecification network;
    int outputs = 0; ///< 1 for two labels (sigmoid of the second), else the number of labels
    std::string heatmapMethod = "gradcam";
    std::string heatmapLayer; ///< tensor-name prefix of the layer that is explained
    Calibration calibration;
    std::optional<InputCheckSettings> inputCheck;
    std::string cases;      ///< file of the training cases' features; empty: none
    std::string lungFinder; ///< file that tells where the input lies; set if input.area is Lungs
    std::optional<SecondNetworkSettings> secondNetwork; ///< calibration and thresholds: of the mean
    nlohmann::json training; ///< recipe, seed, dataset_sha256, program, libtorch
    nlohmann::json metrics;
    LocalisedText intendedUse;
    std::string licence;
    std::string weightsSha256;
};

/// {"id", "version", "sha256" of the weights, "second_sha256" where there is a second network}:
/// what an answer says of the model that gave it.
[[nodiscard]] nlohmann::ordered_json modelIdentity(const ModelDescription& model);

/// Whether two packages judge with the same weights, all networks counted.
[[nodiscard]] bool hasSameWeights(const ModelDescription& a, const ModelDescription& b);

[[nodiscard]] Result<ModelDescription> modelFromJson(const nlohmann::json& json);
[[nodiscard]] nlohmann::json modelToJson(const ModelDescription& model);

/// A package on disk with its weights opened and their digest checked. Immutable.
struct ModelPackage {
    std::filesystem::path folder;
    ModelDescription description;
    std::shared_ptr<const TensorFile> weights;
    std::shared_ptr<const TensorFile> inputCheckStatistics; ///< may be null
    std::shared_ptr<const ModelPackage> gate;               ///< may be null
    std::shared_ptr<const ModelPackage> second;             ///< second network; may be null
    std::shared_ptr<const TensorFile> cases;                ///< may be null
    std::filesystem::path lungFinder;                       ///< the file; empty: none
};

/// ModelNotFound (no such folder, no model.json), ModelDamaged, ModelDigestMismatch,
/// ModelFormatUnsupported. Shapes are checked against the network when the module builds it.
[[nodiscard]] Result<std::shared_ptr<const ModelPackage>>
openModelPackage(const std::filesystem::path& folder);

/// Split of each training file by the SHA-256 of its content: splits.csv. ModelDamaged, also where
/// the package has none.
[[nodiscard]] Result<std::map<std::string, std::string>>
readSplits(const std::filesystem::path& packageFolder);

} // namespace nefes::ml
