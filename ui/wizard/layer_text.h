// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/layer_diagram.h"
#include "ml/network_check.h"
#include "ml/recipe.h"

#include "ui/wizard/glossary.h"

#include <QString>

#include <cstdint>

namespace nefes::ui {

[[nodiscard]] QString layerTypeText(ml::LayerType type);
[[nodiscard]] QString activationText(ml::ActivationType type);
[[nodiscard]] QString backboneText(ml::Backbone backbone);
/// What explains a type of layer.
[[nodiscard]] Term termOf(ml::LayerType type);
/// "32 filters, 3×3, ReLU"
[[nodiscard]] QString layerSettingsText(const ml::LayerSpecification& layer);
/// "112 × 112 × 32", or "128" behind a flatten layer.
[[nodiscard]] QString shapeText(const ml::LayerShape& shape);
/// "Layer 7: its input is 2×2, smaller than the window of 3×3. …"
[[nodiscard]] QString layerProblemText(const ml::LayerProblem& problem, std::size_t layerCount);
/// "412 KB", "1.3 GB"
[[nodiscard]] QString bytesText(double bytes);

/// The words of a drawn network, in the current language.
[[nodiscard]] ml::DiagramWords diagramWords();

/// Bytes that a layer takes while training: its output and gradient for a batch, its parameters
/// with their gradients and the optimiser's values.
[[nodiscard]] double trainingBytes(const ml::LayerShape& shape, const ml::TrainingRecipe& recipe);

/// Outputs of a network for so many classes: one sigmoid for two.
[[nodiscard]] int outputsFor(std::size_t classes);

} // namespace nefes::ui
