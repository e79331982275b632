// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/network_specification.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nefes::ml {

/// What can be wrong with a layer where it stands.
enum class LayerFault {
    InputTooSmall,     ///< the window does not fit
    InputIsFlat,       ///< rows and columns are needed
    InputIsNotFlat,    ///< a flatten layer is missing before
    TooManyValues,     ///< more than fit a row
    TooManyParameters, ///< of the network up to here
};

struct LayerProblem {
    std::size_t layer = 0; ///< counted from 0; the number of layers: the output layer
    LayerFault fault = LayerFault::InputTooSmall;
    LayerShape input;
    int window = 0;         ///< side of the window, where there is one
    std::int64_t count = 0; ///< of values or parameters, where they are too many
};

/// Shapes as far as the list fits the input: of all layers and the output layer where there is no
/// problem, else of those before it.
struct NetworkCheck {
    std::vector<LayerShape> shapes;
    std::optional<LayerProblem> problem;
};

/// REQUIRES: backbone is None.
[[nodiscard]] NetworkCheck checkNetwork(const NetworkSpecification& network, int channels,
                                        int height, int width, int outputs);

/// "layer 7: input is 2×2, kernel 3×3"; layers count from 1.
[[nodiscard]] std::string problemText(const LayerProblem& problem, std::size_t layerCount);

} // namespace nefes::ml
