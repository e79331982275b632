// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/recipe.h"

#include <QWidget>

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace nefes::ui {

class FieldEditor;
class Section;

/// Every field of a recipe that is not data or network, checked by ml/recipe at each change. What
/// is wrong is shown at its field and stays there until it is right.
class RecipeForm final : public QWidget
{
    Q_OBJECT

public:
    explicit RecipeForm(QWidget* parent = nullptr);
    void setRecipe(const ml::TrainingRecipe& recipe);
    /// Every field is as the recipe's check wants it.
    [[nodiscard]] bool isRight() const { return m_wrong.empty(); }

Q_SIGNALS:
    /// A recipe that has passed the check.
    void edited(const nefes::ml::TrainingRecipe& recipe);
    void rightnessChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void edit(const FieldEditor& editor);
    void retranslate();

    nlohmann::json m_draft; ///< may be wrong
    std::string m_wrong;    ///< path of the first wrong field
    std::vector<FieldEditor*> m_editors;
    std::vector<Section*> m_sections;
};

} // namespace nefes::ui
