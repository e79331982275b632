// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/recipe.h"

#include "ui/wizard/training_runner.h"

#include <QString>

#include <functional>

namespace nefes::ui {

/// What to say of a failed run, in the current language, and what a click can do about it.
struct RunFailure {
    QString heading, sentence;
    QString remedy; ///< text of the button; empty: there is nothing to click
    std::function<void(ml::TrainingRecipe&)> change; ///< applied to the recipe before a new run
};

[[nodiscard]] RunFailure explainFailure(const RunEnd& end);

} // namespace nefes::ui
