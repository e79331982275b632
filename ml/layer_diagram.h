// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/input_specification.h"
#include "ml/network_specification.h"

#include <cstdint>
#include <functional>
#include <string>

namespace nefes::ml {

/// The words of a diagram and its width; as they stand, those of the recipe's JSON form. UTF-8.
struct DiagramWords {
    /// Of the drawing; below 500 the details stand in a line of their own.
    int width = 740;
    std::string title = "Layers", input = "input", output = "output";
    std::string inputDetail = "gray, normalised";
    std::string sigmoid = "dense, sigmoid", softmax = "dense, softmax";
    /// "Convolution"; empty function: "conv2d".
    std::function<std::string(LayerType)> type;
    /// "32 filters, 3×3"; empty function: "filters 32, kernel 3".
    std::function<std::string(const LayerSpecification&)> settings;
    /// "ResNet-18"; empty function: "resnet18".
    std::function<std::string(Backbone)> backbone;
    /// "width 64, dropout 0.2"; empty function: in English.
    std::function<std::string(const NetworkSpecification&)> backboneSettings;
    /// "896 parameters"; empty function: in English.
    std::function<std::string(std::int64_t)> parameters;
};

/// The network from its input to its output as a self-contained <svg>: a box a layer with its shape
/// and parameters; one box for a backbone. NetworkInvalid as inferShapes.
[[nodiscard]] Result<std::string> layerDiagram(const NetworkSpecification& network,
                                               const InputSpecification& input, int outputs,
                                               const DiagramWords& words = {});

} // namespace nefes::ml
