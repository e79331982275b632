// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/recipe_form.h"

#include "ui/wizard/field_editor.h"
#include "ui/wizard/glossary.h"
#include "ui/wizard/section.h"

#include <QEvent>
#include <QVBoxLayout>

namespace nefes::ui {

namespace {

QString explainGroup(FieldGroup group)
{
    switch (group) {
    case FieldGroup::Input:
        return {};
    case FieldGroup::Augmentation:
        return explainTerm(Term::Augmentation);
    case FieldGroup::Loss:
        return explainTerm(Term::Loss);
    case FieldGroup::Optimiser:
        return explainTerm(Term::Optimiser);
    case FieldGroup::Schedule:
        return explainTerm(Term::LearningRate);
    case FieldGroup::Duration:
        return explainTerm(Term::Epoch) + QLatin1Char('\n') + explainTerm(Term::EarlyStopping);
    }
    return {};
}

} // namespace

RecipeForm::RecipeForm(QWidget* parent)
    : QWidget(parent)
    , m_draft(ml::recipeToJson(ml::TrainingRecipe{}))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (const RecipeField& field : recipeFields()) {
        if (static_cast<std::size_t>(field.group) == m_sections.size()) {
            m_sections.push_back(new Section(this));
            layout->addWidget(m_sections.back());
        }
        auto* editor = new FieldEditor(field, this);
        m_sections.back()->body()->addWidget(editor);
        m_editors.push_back(editor);
        connect(editor, &FieldEditor::edited, this, [this, editor] { edit(*editor); });
    }
    layout->addStretch(1);
    retranslate();
}

void RecipeForm::setRecipe(const ml::TrainingRecipe& recipe)
{
    m_draft = ml::recipeToJson(recipe);
    const bool wasRight = isRight();
    m_wrong.clear();
    for (FieldEditor* editor : m_editors) {
        editor->setRecipe(m_draft);
        editor->setWrong(false);
    }
    if (!wasRight) {
        Q_EMIT rightnessChanged();
    }
}

void RecipeForm::edit(const FieldEditor& editor)
{
    editor.write(m_draft);
    const auto recipe = ml::recipeFromJson(m_draft);
    const std::string before = m_wrong;
    m_wrong.clear();
    if (!recipe) {
        // "input.mean: one number, or one a channel, is needed"
        const std::string& detail = recipe.error().detail;
        m_wrong = detail.substr(0, detail.find(':'));
    }
    for (FieldEditor* other : m_editors) {
        const std::string path = other->field().path;
        other->setWrong(!m_wrong.empty() && (path == m_wrong || m_wrong.starts_with(path + ".")));
        if (other != &editor && *other->field().dependsOn != '\0') {
            other->setRecipe(m_draft);
        }
    }
    if (recipe) {
        Q_EMIT edited(*recipe);
    }
    if (m_wrong != before) {
        Q_EMIT rightnessChanged();
    }
}

void RecipeForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void RecipeForm::retranslate()
{
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        const auto group = static_cast<FieldGroup>(i);
        m_sections[i]->setHeading(groupLabel(group), explainGroup(group));
    }
}

} // namespace nefes::ui
