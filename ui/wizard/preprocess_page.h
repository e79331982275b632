// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/background.h"
#include "ui/services.h"
#include "ui/wizard/wizard_page.h"
#include "ui/wizard/wizard_state.h"

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;

namespace nefes::ui {

class AugmentationPreview;
class RecipeForm;
class Section;

/// Step 2: a recipe to begin with, every field of it, and what they do to an image.
class PreprocessPage final : public WizardPage
{
    Q_OBJECT

public:
    /// All references must outlive the page.
    PreprocessPage(WizardState& state, const Services& services, QThreadPool& pool,
                   QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString introduction() const override;
    [[nodiscard]] bool isSound() const override;
    [[nodiscard]] QString problem() const override;
    void enter() override;
    void leave() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildLayout();
    void listRecipes();
    /// The recipe in the list that the chosen one was; null where it is not there.
    [[nodiscard]] const ml::TrainingRecipe* listed() const;
    /// Takes everything but the data from the recipe: those are step 1's.
    void adopt(const ml::TrainingRecipe& recipe);
    void countSources();
    void showSourcesRemark();
    void useItsSplits();
    void openRecipe();
    void saveRecipe();
    void readRecipe(const QString& file);
    void showRecipe();
    void showImage();
    void retranslate();

    WizardState& m_state;
    const Services& m_services;
    QThreadPool& m_pool;
    std::vector<ml::TrainingRecipe> m_recipes;    ///< built-in, then those opened
    std::optional<ml::DataSettings> m_recipeData; ///< of the recipe that was chosen last
    std::size_t m_image = 0;                      ///< which training image is previewed
    bool m_isFront = false;
    bool m_hasOneSource = false; ///< or none: nothing to tell sources by

    QLabel* m_recipeTitle;
    QComboBox* m_recipeBox;
    QPushButton* m_open;
    QPushButton* m_save;
    QLabel* m_message;
    QLabel* m_changed;
    QPushButton* m_again;
    QLabel* m_sourcesRemark;
    QLabel* m_splitsRemark;
    QPushButton* m_splits;
    RecipeForm* m_form;
    Section* m_previewSection;
    AugmentationPreview* m_preview;
    QPushButton* m_other;
    LatestTask m_listTask;
};

} // namespace nefes::ui
