// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/dataset.h"
#include "ml/recipe.h"

#include <QObject>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace nefes::ui {

/// What the student has chosen and made so far: the steps of the wizard read and change it, and
/// hear of each other's changes through its signals. UI thread.
class WizardState final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const std::vector<std::filesystem::path>& folders() const { return m_folders; }
    void setFolders(std::vector<std::filesystem::path> folders);

    /// The data as the recipe's selection and splits leave it; absent until it is sound.
    [[nodiscard]] const std::optional<ml::Dataset>& dataset() const { return m_dataset; }
    void setDataset(std::optional<ml::Dataset> dataset);

    [[nodiscard]] const ml::TrainingRecipe& recipe() const { return m_recipe; }
    void setRecipe(ml::TrainingRecipe recipe);

    /// Package whose weights the run starts from; empty: random ones.
    [[nodiscard]] const std::filesystem::path& startModel() const { return m_startModel; }
    void setStartModel(std::filesystem::path package);

    /// Package that the last finished run wrote; empty before.
    [[nodiscard]] const std::filesystem::path& trainedModel() const { return m_trainedModel; }
    void setTrainedModel(std::filesystem::path package);

    /// Operating points that were decided on for the trained model, by label.
    [[nodiscard]] const std::map<std::string, double>& thresholds() const { return m_thresholds; }
    void setThreshold(const std::string& label, double threshold);

Q_SIGNALS:
    void foldersChanged();
    void datasetChanged();
    void recipeChanged();
    void startModelChanged();
    void trainedModelChanged();
    void thresholdsChanged();
    /// A step wants a file shown in the viewer.
    void openRequested(const std::filesystem::path& file);
    /// Models were installed or removed; the id of one that is to be used now, or empty.
    void modelsChanged(const std::string& useId);

private:
    std::vector<std::filesystem::path> m_folders;
    std::optional<ml::Dataset> m_dataset;
    ml::TrainingRecipe m_recipe;
    std::filesystem::path m_startModel, m_trainedModel;
    std::map<std::string, double> m_thresholds;
};

} // namespace nefes::ui
