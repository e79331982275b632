// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/wizard/evaluation_service.h"
#include "ui/wizard/wizard_page.h"

#include <filesystem>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QThreadPool;

namespace nefes::ui {

class ConfusionView;
class EmbeddingView;
class GroupView;
class ImageGallery;
class RunComparison;
class ThresholdView;
class WizardState;

/// Step 5: where a model is right and wrong, and why. UI thread.
class EvaluatePage final : public WizardPage
{
    Q_OBJECT

public:
    EvaluatePage(WizardState& state, const Services& services, QThreadPool& pool,
                 QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString introduction() const override;
    /// Sound with a trained model: looking at it is advised and not enforced.
    [[nodiscard]] bool isSound() const override;
    [[nodiscard]] QString problem() const override;
    void enter() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    /// A model that can be judged.
    struct Choice {
        ml::LocalisedText name;
        std::filesystem::path package;
    };
    void build();
    void reloadChoices();
    void showChoices(const std::vector<Choice>& choices);
    void start();
    void showResult();
    void showCell(int truth, int predicted);
    void updateControls();
    void retranslate();
    [[nodiscard]] std::optional<ml::Split> split() const;

    WizardState& m_state;
    const Services& m_services;
    QThreadPool& m_pool;
    EvaluationService m_service;
    LatestTask m_choicesTask;
    QLabel* m_modelLabel;
    QComboBox* m_model;
    QLabel* m_splitLabel;
    QComboBox* m_split;
    QPushButton* m_start;
    QPushButton* m_cancel;
    QProgressBar* m_progress;
    QLabel* m_message;
    QTabWidget* m_tabs;
    ConfusionView* m_confusion;
    QLabel* m_cellText;
    ImageGallery* m_cell;
    ThresholdView* m_threshold;
    GroupView* m_groups;
    QLabel* m_wrongText;
    ImageGallery* m_wrong;
    QLabel* m_rightText;
    ImageGallery* m_right;
    EmbeddingView* m_embedding;
    RunComparison* m_comparison;
    std::optional<Error> m_error;
    QString m_said;
    std::optional<std::pair<int, int>> m_shownCell;
};

} // namespace nefes::ui
