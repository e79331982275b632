// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/trained_recipe.h"

namespace nefes::ml {
namespace {

constexpr const char* kChestRecipe = "chest-xray";

} // namespace

std::optional<TrainingRecipe> trainedRecipe(const ModelDescription& model)
{
    const auto recipe = model.training.find("recipe");
    if (recipe == model.training.end()) {
        return std::nullopt;
    }
    auto read = recipeFromJson(*recipe);
    return read ? std::optional(*std::move(read)) : std::nullopt;
}

bool looksAtLungs(const ModelDescription& model)
{
    const auto recipe = trainedRecipe(model);
    return model.input.area == InputArea::Lungs ||
           (recipe && (recipe->id == kChestRecipe || usesLungs(recipe->augmentation)));
}

} // namespace nefes::ml
