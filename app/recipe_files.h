// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/recipe.h"

#include "app/command_context.h"

#include <string>
#include <vector>

namespace nefes::app {

/// Ids of the built-in recipes, sorted.
[[nodiscard]] std::vector<std::string> recipeIds(const Folders& folders);

/// A built-in recipe by its id, or a JSON file by its path, as JSON that was not validated yet:
/// --set changes it first. RecipeInvalid, and the codes of reading a file.
[[nodiscard]] Result<nlohmann::json> readRecipeJson(const std::string& idOrFile,
                                                    const Folders& folders);

/// The same, validated.
[[nodiscard]] Result<ml::TrainingRecipe> readRecipe(const std::string& idOrFile,
                                                    const Folders& folders);

} // namespace nefes::app
