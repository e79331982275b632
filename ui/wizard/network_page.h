// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/network_check.h"

#include "ui/bridge/background.h"
#include "ui/services.h"
#include "ui/wizard/wizard_page.h"
#include "ui/wizard/wizard_state.h"

#include <cstdint>
#include <optional>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QThreadPool;
class QSpinBox;
class QToolButton;

namespace nefes::ui {

class DiagramPanel;
class LayerEditor;
class LayerTable;
class Section;
class StartChooser;

/// Step 3: the network, as a list of layers or as a published backbone, starting from random values
/// or from an installed model.
class NetworkPage final : public WizardPage
{
    Q_OBJECT

public:
    /// All references must outlive the page.
    NetworkPage(WizardState& state, const Services& services, QThreadPool& pool,
                QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString introduction() const override;
    [[nodiscard]] bool isSound() const override;
    [[nodiscard]] QString problem() const override;
    void enter() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildLayout();
    void buildAddMenu();
    void connectParts();
    void setNetwork(ml::NetworkSpecification network);
    void chooseKind(ml::Backbone backbone);
    void addLayer(ml::LayerType type);
    void removeLayer();
    void moveLayer(int by);
    void check();
    void showNetwork();
    void countParameters();
    void retranslate();
    [[nodiscard]] int outputs() const;

    WizardState& m_state;
    const Services& m_services;
    ml::NetworkCheck m_check;
    std::optional<ml::TrainingRecipe> m_checked; ///< what is shown
    int m_checkedOutputs = 0;
    std::vector<ml::LayerSpecification> m_ownLayers; ///< kept while a backbone is chosen
    std::optional<std::int64_t> m_backboneParameters;

    QLabel* m_kindTitle;
    QComboBox* m_kind;
    StartChooser* m_start;
    QLabel* m_summary;
    Section* m_layersSection;
    LayerTable* m_table;
    QToolButton* m_add;
    QToolButton* m_remove;
    QToolButton* m_up;
    QToolButton* m_down;
    Section* m_backboneSection;
    QLabel* m_widthTitle;
    QSpinBox* m_width;
    QLabel* m_dropoutTitle;
    QDoubleSpinBox* m_dropout;
    QLabel* m_backboneText;
    Section* m_layerSection;
    LayerEditor* m_editor;
    DiagramPanel* m_diagram;
    LatestTask m_countTask;
};

} // namespace nefes::ui
