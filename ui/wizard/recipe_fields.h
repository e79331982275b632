// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>
#include <utility>
#include <vector>

namespace nefes::ui {

/// How a field of the recipe is edited.
enum class FieldKind {
    Number,   ///< slider and number
    Decimal,  ///< number alone, for values over many powers of ten
    Integer,  ///< whole number
    Interval, ///< from, to
    Choice,   ///< one of the ids
    Switch,   ///< yes or no
    Numbers,  ///< one number, or one a channel
    Seed,     ///< whole number up to 2^64 − 1
};

enum class FieldGroup { Input, Augmentation, Loss, Optimiser, Schedule, Duration };

struct FieldChoice {
    const char* id;    ///< as in the recipe
    const char* label; ///< English, translated in the context "RecipeFields"
};

/// One field of the recipe's JSON form: the table from which the form is built. Texts are English,
/// translated in the context "RecipeFields".
struct RecipeField {
    const char* path; ///< dotted
    FieldGroup group;
    FieldKind kind;
    const char* label;
    const char* explanation;
    double low = 0.0, high = 1.0; ///< as ml/recipe checks them
    double step = 0.01;
    double sliderHigh = 1.0; ///< what a slider reaches; the number beside it goes further
    int decimals = 2;
    std::vector<FieldChoice> choices = {};
    /// Not "": the field may be null, a tick stands before it, and this JSON text is what it begins
    /// with.
    const char* optional = "";
    /// Field and the values of it (separated by |) with which this one counts; "" : always.
    const char* dependsOn = "";
    const char* when = "";
};

/// All fields, in the order of the form.
[[nodiscard]] const std::vector<RecipeField>& recipeFields();

[[nodiscard]] QString fieldLabel(const RecipeField& field);
[[nodiscard]] QString fieldExplanation(const RecipeField& field);
[[nodiscard]] QString choiceLabel(const FieldChoice& choice);
/// What is allowed, for a value that ml/recipe has refused.
[[nodiscard]] QString fieldComplaint(const RecipeField& field);
[[nodiscard]] QString groupLabel(FieldGroup group);

} // namespace nefes::ui
