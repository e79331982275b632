// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace nefes::ml {

enum class LayerType {
    Conv2d,
    BatchNorm,
    Activation,
    MaxPool,
    AveragePool,
    AdaptiveAveragePool,
    Dropout,
    Flatten,
    Dense,
};

/// Same: output = ceil(input ÷ stride), zeros shared between both sides, the odd one below and to
/// the right, as Keras does. Valid: no padding.
enum class Padding { Same, Valid };

enum class ActivationType { None, Relu, LeakyRelu, Elu, Silu, Tanh, Sigmoid };

/// One layer; only the fields of its type count.
struct LayerSpecification {
    LayerType type = LayerType::Flatten;
    int filters = 0; ///< Conv2d
    int kernel = 3;  ///< Conv2d, square
    int stride = 1;  ///< Conv2d and pools
    int size = 2;    ///< pools: window; AdaptiveAveragePool: output size
    Padding padding = Padding::Valid;
    ActivationType activation = ActivationType::None; ///< Conv2d, Dense, Activation
    double rate = 0.0;                                ///< Dropout, 0 ≤ rate < 1
    int units = 0;                                    ///< Dense
    friend bool operator==(const LayerSpecification&, const LayerSpecification&) = default;
};

enum class Backbone { None, ResNet18, ResNet34, DenseNet121, MobileNetV3Small, MobileNetV3Large };

/// Either a list of layers or a named backbone. The output layer is not listed: it is a dense
/// layer with `outputs` units (1: sigmoid of two classes; more: softmax), added at the end.
struct NetworkSpecification {
    std::vector<LayerSpecification> layers;
    Backbone backbone = Backbone::None;
    int width = 64;       ///< channels of the backbone's first stage (ResNet; others: 64 = full)
    double dropout = 0.0; ///< before the backbone's output layer
    friend bool operator==(const NetworkSpecification&, const NetworkSpecification&) = default;
};

/// Shape of one sample after a layer; height and width are 0 after Flatten and Dense.
struct LayerShape {
    int channels = 0, height = 0, width = 0;
    std::int64_t parameters = 0; ///< learned values of this layer
    std::string name;            ///< as in tensor names: "0", "1", … ; the output layer: "output"
};

/// Shapes after each layer and after the output layer (last). NetworkInvalid with "layer 7: input
/// is 2×2, kernel 3×3" where the list does not fit the input; layers count from 1 in messages.
/// REQUIRES: backbone is None.
[[nodiscard]] Result<std::vector<LayerShape>>
inferShapes(const NetworkSpecification& network, int channels, int height, int width, int outputs);

/// "resnet18", "densenet121", …
[[nodiscard]] std::string_view backboneId(Backbone backbone);

/// JSON as in the recipe: {"layers": […]} or {"backbone": "resnet18", "width": 64}. RecipeInvalid
/// names the field.
[[nodiscard]] Result<NetworkSpecification> networkFromJson(const nlohmann::json& json,
                                                           const std::string& path);
[[nodiscard]] nlohmann::json networkToJson(const NetworkSpecification& network);

} // namespace nefes::ml
