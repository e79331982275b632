// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/recipe_fields.h"

#include <QCoreApplication>

#include <vector>

namespace nefes::ui {

/// The table's parts, in the translation context of its texts.
struct RecipeFields {
    Q_DECLARE_TR_FUNCTIONS(RecipeFields)
public:
    [[nodiscard]] static std::vector<FieldChoice> metrics();
    static void addInput(std::vector<RecipeField>& fields);
    static void addAugmentation(std::vector<RecipeField>& fields);
    static void addLearning(std::vector<RecipeField>& fields);
    static void addSchedule(std::vector<RecipeField>& fields);
    static void addDuration(std::vector<RecipeField>& fields);
};

} // namespace nefes::ui
