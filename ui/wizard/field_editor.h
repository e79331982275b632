// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/recipe_fields.h"

#include <QWidget>

#include <nlohmann/json.hpp>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSlider;
class QSpinBox;

namespace nefes::ui {

/// One field of the recipe: its label, what edits it, and below what is wrong with it.
class FieldEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit FieldEditor(const RecipeField& field, QWidget* parent = nullptr);

    [[nodiscard]] const RecipeField& field() const { return m_field; }
    /// Reads its value from the recipe's JSON form.
    void setRecipe(const nlohmann::json& recipe);
    /// Writes its value into the recipe's JSON form.
    void write(nlohmann::json& recipe) const;
    void setWrong(bool isWrong);

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void addNumber(QWidget* host);
    void addInterval();
    void addChoice();
    void showValue(const nlohmann::json& value);
    [[nodiscard]] nlohmann::json value() const;
    void placeSlider();
    void edit();
    void retranslate();
    [[nodiscard]] QDoubleSpinBox* makeSpinBox();

    const RecipeField& m_field;
    QLabel* m_label = nullptr;
    QCheckBox* m_present = nullptr; ///< for fields that may be null
    QWidget* m_control;             ///< what is switched off together
    QSlider* m_slider = nullptr;
    QDoubleSpinBox* m_number = nullptr;
    QDoubleSpinBox* m_to = nullptr; ///< of an interval
    QSpinBox* m_integer = nullptr;
    QComboBox* m_choice = nullptr;
    QCheckBox* m_switch = nullptr;
    QLineEdit* m_text = nullptr;
    QLabel* m_complaint;
    bool m_isShowing = false;
};

} // namespace nefes::ui
