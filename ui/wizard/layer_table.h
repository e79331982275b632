// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/network_check.h"
#include "ml/recipe.h"

#include <QTableWidget>

#include <vector>

namespace nefes::ui {

/// The layers with what comes out of each, the output layer last. What is wrong with a layer stands
/// in a row of its own below it.
class LayerTable final : public QTableWidget
{
    Q_OBJECT

public:
    explicit LayerTable(QWidget* parent = nullptr);
    void setNetwork(const ml::TrainingRecipe& recipe, const ml::NetworkCheck& check, int outputs);
    /// −1: none, or the output layer.
    [[nodiscard]] int currentLayer() const;
    void setCurrentLayer(int layer);

Q_SIGNALS:
    void layerSelected();
    void removeRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void updateGeometries() override;

private:
    void addRow(int layer, const QStringList& texts, const QString& explanation, bool isWrong);
    void addProblem(const QString& text);

    std::vector<int> m_layers; ///< of each row; −1: not a layer that can be edited
    bool m_isFilling = false;
};

} // namespace nefes::ui
