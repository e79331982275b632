// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"
#include "core/image/render.h"

#include "ml/recipe.h"

#include "ui/bridge/background.h"
#include "ui/wizard/training_services.h"

#include <QImage>
#include <QWidget>

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace nefes::ui {

/// An image as it is, as the network gets it, and eight random changes of it. A click draws anew.
class AugmentationPreview final : public QWidget
{
    Q_OBJECT

public:
    /// `services` must outlive the widget.
    AugmentationPreview(const TrainingServices& services, QThreadPool& pool,
                        QWidget* parent = nullptr);
    /// Empty: nothing to show.
    void setFile(const std::filesystem::path& file);
    void setRecipe(const ml::TrainingRecipe& recipe);
    void drawAgain();
    /// Draws that are shown, in their order.
    [[nodiscard]] std::vector<QImage> draws() const;

Q_SIGNALS:
    /// The pictures are those of the recipe as it is now.
    void shown();

protected:
    void changeEvent(QEvent* event) override;

private:
    class Tile;
    struct Source;
    struct Pictures {
        QImage original, preprocessed;
        std::vector<QImage> draws;
        std::optional<Error> error;
    };
    static Pictures make(Source& source, const TrainingServices& services,
                         const ml::TrainingRecipe& recipe, std::uint64_t seed,
                         const std::stop_token& stop);
    void refresh();
    void take(Pictures pictures);
    void retranslate();

    const TrainingServices& m_services;
    ml::TrainingRecipe m_recipe;
    std::shared_ptr<Source> m_source; ///< null: no file
    std::uint64_t m_seed = 1;
    std::optional<Error> m_error;
    std::vector<Tile*> m_tiles; ///< original, preprocessed, draws
    QLabel* m_originalTitle;
    QLabel* m_preprocessedTitle;
    QLabel* m_drawsTitle;
    QPushButton* m_drawAgain;
    QLabel* m_problem;
    LatestTask m_task;
};

} // namespace nefes::ui
