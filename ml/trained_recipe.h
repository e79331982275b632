// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/model_package.h"
#include "ml/recipe.h"

#include <optional>

namespace nefes::ml {

/// The recipe that a model says it was trained with; none where it does not say, or where this
/// program does not understand it.
[[nodiscard]] std::optional<TrainingRecipe> trainedRecipe(const ModelDescription& model);

/// Whether the model judges chest films, so that its maps ought to lie in the lungs: trained with
/// the built-in chest recipe, or with one that learns where the lungs are.
[[nodiscard]] bool looksAtLungs(const ModelDescription& model);

} // namespace nefes::ml
