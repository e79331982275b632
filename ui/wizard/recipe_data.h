// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/recipe.h"

#include <utility>

namespace nefes::ui {

/// The recipe on data that were chosen already. How images are drawn is the recipe's own, not the
/// data's.
[[nodiscard]] inline ml::TrainingRecipe onData(ml::TrainingRecipe recipe, ml::DataSettings data)
{
    data.balance = recipe.data.balance;
    recipe.data = std::move(data);
    return recipe;
}

} // namespace nefes::ui
