// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "ml/recipe.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace nefes::ui {

class WizardState;

/// What the training wizard remembers from one start of the program to the next.
struct WizardMemory {
    std::vector<std::filesystem::path> folders;
    ml::TrainingRecipe recipe;
    int step = 0; ///< counted from 0
    std::filesystem::path trainedModel;
    std::map<std::string, double> thresholds;
    std::string device = "auto";
    int threads = 0;
    friend bool operator==(const WizardMemory&, const WizardMemory&) = default;
};

[[nodiscard]] WizardMemory rememberedOf(const WizardState& state, int step);
/// Recipe and folders last, so that those who listen to them find the rest in place.
void restore(WizardState& state, const WizardMemory& memory);

/// WriteFailed, DiskFull.
[[nodiscard]] Result<void> writeMemory(const std::filesystem::path& file,
                                       const WizardMemory& memory);
/// A model that is gone is left out; folders are not looked at. FileNotFound, RecipeInvalid.
[[nodiscard]] Result<WizardMemory> readMemory(const std::filesystem::path& file);

} // namespace nefes::ui
