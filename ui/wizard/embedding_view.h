// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/embedding.h"

#include "ui/wizard/evaluation_service.h"

#include <QWidget>

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

class QComboBox;
class QLabel;

namespace nefes::ui {

class ScatterPlot;

/// The images as the network sees them: its features projected to a plane by PCA or t-SNE, coloured
/// by truth, by what the model says, or by cluster. Computed on the pool. UI thread.
class EmbeddingView final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t kMostTsneImages = 1500;

    EmbeddingView(QThreadPool& pool, std::function<void(const QString&)> told,
                  QWidget* parent = nullptr);
    void setJudged(JudgedSetPtr judged);
    [[nodiscard]] bool isBusy() const { return m_task.isRunning(); }

Q_SIGNALS:
    void openRequested(const std::filesystem::path& file);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Embedding;
    void compute();
    void showPoints();
    void retranslate();

    LatestTask m_task;
    JudgedSetPtr m_judged;
    std::shared_ptr<const Embedding> m_embedding; ///< null: not computed yet
    QLabel* m_methodLabel;
    QComboBox* m_method;
    QLabel* m_colorLabel;
    QComboBox* m_color;
    QLabel* m_text;
    ScatterPlot* m_plot;
};

} // namespace nefes::ui
