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
    /// Random values must learn: without a model to start from no layer is frozen.
    void setRecipe(ml::TrainingRecipe recipe);

    /// What runs use: "auto", "cpu" or "cuda", and threads (0: all).
    [[nodiscard]] const std::string& device() const { return m_device; }
    [[nodiscard]] int threads() const { return m_threads; }
    void setMachine(const std::string& device, int threads);

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
    void machineChanged();
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
    std::filesystem::path m_trainedModel;
    std::string m_device = "auto";
    int m_threads = 0;
    std::map<std::string, double> m_thresholds;
};

} // namespace nefes::ui
