// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/wizard_state.h"

#include <utility>

namespace nefes::ui {

void WizardState::setFolders(std::vector<std::filesystem::path> folders)
{
    if (m_folders != folders) {
        m_folders = std::move(folders);
        Q_EMIT foldersChanged();
    }
}

void WizardState::setDataset(std::optional<ml::Dataset> dataset)
{
    m_dataset = std::move(dataset);
    Q_EMIT datasetChanged();
}

void WizardState::setRecipe(ml::TrainingRecipe recipe)
{
    if (!(m_recipe == recipe)) {
        m_recipe = std::move(recipe);
        Q_EMIT recipeChanged();
    }
}

void WizardState::setStartModel(std::filesystem::path package)
{
    if (m_startModel != package) {
        m_startModel = std::move(package);
        Q_EMIT startModelChanged();
        if (m_startModel.empty()) {
            ml::TrainingRecipe recipe = m_recipe;
            recipe.start.frozenLayers = 0; // random values must learn
            setRecipe(std::move(recipe));
        }
    }
}

void WizardState::setTrainedModel(std::filesystem::path package)
{
    m_trainedModel = std::move(package);
    m_thresholds.clear();
    Q_EMIT trainedModelChanged();
}

void WizardState::setThreshold(const std::string& label, double threshold)
{
    m_thresholds[label] = threshold;
    Q_EMIT thresholdsChanged();
}

} // namespace nefes::ui
