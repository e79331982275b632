// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/render.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace nefes::ml {

enum class Decision { Above, Below, Indeterminate, NotAssessed };

/// "above", "below", "indeterminate", "not_assessed".
[[nodiscard]] std::string_view decisionName(Decision decision);

struct Score {
    std::string label;
    double probability = 0.0;        ///< calibrated, 0–1
    std::optional<double> threshold; ///< none for the negative label
    std::optional<Decision> decision;
    /// Lowest and highest probability over small changes of the image; none where not measured.
    std::optional<std::pair<double, double>> band;
};

struct InputCheck {
    bool isSupported = true;
    double outlierScore = 0.0; ///< higher is stranger
    std::string
        reason; ///< code: "not_chest", "lateral", "inverted", "too_small"…; empty if supported
};

/// A training case whose features are near those of an image. No image is kept of it.
struct SimilarCase {
    std::string label, source;
    double distance = 0.0; ///< 0: the same direction of features, 2: the opposite (1 − cosine)
};

/// What a model says of an image.
struct Prediction {
    std::vector<Score> scores; ///< every label of the model, alphabetical
    std::string topLabel;      ///< highest probability
    double uncertainty = 0.0;  ///< 0–1: entropy of the probabilities ÷ its largest value
    InputCheck inputCheck;
    std::vector<float> features;      ///< of the last layer before the output
    std::vector<SimilarCase> similar; ///< nearest first; empty where the model keeps no cases
};

/// A class activation map over the whole image, 0–1, its maximum 1 unless it is 0 everywhere.
struct Heatmap {
    FloatGrid grid; ///< covers the image, not the network's input: padding is cut off
    std::string label;
    std::string method;                  ///< "gradcam", …
    std::optional<double> energyInLungs; ///< share of the map inside the lungs, 0–1; none unknown
};

} // namespace nefes::ml
