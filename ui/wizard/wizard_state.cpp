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
    if (recipe.start.model.empty()) {
        recipe.start.frozenLayers = 0;
    }
    if (!(m_recipe == recipe)) {
        m_recipe = std::move(recipe);
        Q_EMIT recipeChanged();
    }
}

void WizardState::setMachine(const std::string& device, int threads)
{
    if (m_device != device || m_threads != threads) {
        m_device = device;
        m_threads = threads;
        Q_EMIT machineChanged();
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
