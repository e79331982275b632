// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/network_page.h"

#include "ml/network_check.h"

#include "ui/text/format.h"
#include "ui/wizard/diagram_panel.h"
#include "ui/wizard/layer_editor.h"
#include "ui/wizard/layer_table.h"
#include "ui/wizard/layer_text.h"
#include "ui/wizard/section.h"
#include "ui/wizard/start_chooser.h"
#include "ui/wizard/usual_layers.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace nefes::ui {

namespace {

constexpr int kMargin = 20;
constexpr int kRightWidth = 344;
constexpr int kLayersShare = 8, kRightShare = 5; ///< where both have to be narrow

constexpr std::array kBackbones{
    ml::Backbone::None,        ml::Backbone::ResNet18,         ml::Backbone::ResNet34,
    ml::Backbone::DenseNet121, ml::Backbone::MobileNetV3Small, ml::Backbone::MobileNetV3Large};
constexpr std::array kLayerTypes{
    ml::LayerType::Conv2d,  ml::LayerType::BatchNorm,   ml::LayerType::Activation,
    ml::LayerType::MaxPool, ml::LayerType::AveragePool, ml::LayerType::AdaptiveAveragePool,
    ml::LayerType::Dropout, ml::LayerType::Flatten,     ml::LayerType::Dense};

} // namespace

NetworkPage::NetworkPage(WizardState& state, const Services& services, QThreadPool& pool,
                         QWidget* parent)
    : WizardPage(parent)
    , m_state(state)
    , m_services(services)
    , m_kindTitle(new QLabel(this))
    , m_kind(new QComboBox(this))
    , m_start(new StartChooser(state, services, pool, this))
    , m_summary(roleLabel("secondary", this))
    , m_layersSection(new Section(this))
    , m_table(new LayerTable(this))
    , m_add(new QToolButton(this))
    , m_remove(new QToolButton(this))
    , m_up(new QToolButton(this))
    , m_down(new QToolButton(this))
    , m_backboneSection(new Section(this))
    , m_widthTitle(new QLabel(this))
    , m_width(new QSpinBox(this))
    , m_dropoutTitle(new QLabel(this))
    , m_dropout(new QDoubleSpinBox(this))
    , m_backboneText(roleLabel("secondary", this))
    , m_layerSection(new Section(this))
    , m_editor(new LayerEditor(this))
    , m_diagram(new DiagramPanel(pool, this))
    , m_countTask(pool, this)
{
    setObjectName(QStringLiteral("networkPage"));
    m_kind->setObjectName(QStringLiteral("networkKind"));
    m_table->setObjectName(QStringLiteral("layerTable"));
    m_summary->setObjectName(QStringLiteral("networkSummary"));
    // The ranges of ml/network_json.
    m_width->setRange(8, 256);
    m_width->setSingleStep(8);
    m_dropout->setRange(0.0, 0.99);
    m_dropout->setSingleStep(0.05);
    for (QLabel* label : {m_backboneText, m_summary}) {
        label->setWordWrap(true);
    }
    for (const ml::Backbone backbone : kBackbones) {
        m_kind->addItem(QString(), static_cast<int>(backbone));
    }
    buildLayout();
    buildAddMenu();
    connectParts();
    retranslate();
    check();
}

void NetworkPage::buildLayout()
{
    m_kindTitle->setBuddy(m_kind);
    auto* choice = new QHBoxLayout;
    choice->setSpacing(10);
    choice->addWidget(m_kindTitle);
    choice->addWidget(m_kind, 1);
    for (QToolButton* button : {m_add, m_remove, m_up, m_down}) {
        button->setProperty("framed", true);
        m_layersSection->head()->addWidget(button);
    }
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_layersSection->body()->addWidget(m_table, 1);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->addRow(m_widthTitle, m_width);
    form->addRow(m_dropoutTitle, m_dropout);
    m_backboneSection->body()->addLayout(form);
    m_backboneSection->body()->addWidget(m_backboneText);
    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addLayout(choice);
    left->addWidget(m_start);
    left->addWidget(m_layersSection, 1);
    left->addWidget(m_backboneSection);
    left->addWidget(m_summary);
    left->addStretch(0);

    m_layerSection->body()->addWidget(m_editor);
    auto* rightWidget = new QWidget(this);
    rightWidget->setMaximumWidth(kRightWidth);
    auto* right = new QVBoxLayout(rightWidget);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(12);
    right->addWidget(m_layerSection);
    right->addWidget(m_diagram, 1);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kMargin, 8, kMargin, kMargin);
    layout->setSpacing(12);
    layout->addLayout(left, kLayersShare);
    layout->addWidget(rightWidget, kRightShare);
}

void NetworkPage::buildAddMenu()
{
    auto* menu = new QMenu(m_add);
    menu->setToolTipsVisible(true);
    for (const ml::LayerType type : kLayerTypes) {
        menu->addAction(QString(), this, [this, type] { addLayer(type); });
    }
    m_add->setMenu(menu);
}

void NetworkPage::connectParts()
{
    connect(&m_state, &WizardState::recipeChanged, this, &NetworkPage::check);
    connect(&m_state, &WizardState::datasetChanged, this, &NetworkPage::check);
    connect(m_start, &StartChooser::changed, this, &WizardPage::soundnessChanged);
    connect(m_kind, &QComboBox::activated, this, [this](int index) {
        chooseKind(static_cast<ml::Backbone>(m_kind->itemData(index).toInt()));
    });
    connect(m_table, &LayerTable::layerSelected, this, &NetworkPage::showNetwork);
    connect(m_table, &LayerTable::removeRequested, this, &NetworkPage::removeLayer);
    connect(m_remove, &QToolButton::clicked, this, &NetworkPage::removeLayer);
    connect(m_up, &QToolButton::clicked, this, [this] { moveLayer(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveLayer(1); });
    connect(m_editor, &LayerEditor::edited, this, [this](const ml::LayerSpecification& layer) {
        const int place = m_table->currentLayer();
        ml::NetworkSpecification network = m_state.recipe().network;
        if (place >= 0 && place < static_cast<int>(network.layers.size())) {
            network.layers[static_cast<std::size_t>(place)] = layer;
            setNetwork(std::move(network));
        }
    });
    const auto editBackbone = [this] {
        ml::NetworkSpecification network = m_state.recipe().network;
        if (network.backbone != ml::Backbone::None) {
            network.width = m_width->value();
            network.dropout = m_dropout->value();
            setNetwork(std::move(network));
        }
    };
    connect(m_width, &QSpinBox::valueChanged, this, editBackbone);
    connect(m_dropout, &QDoubleSpinBox::valueChanged, this, editBackbone);
}

QString NetworkPage::title() const
{
    return tr("Network");
}

QString NetworkPage::introduction() const
{
    return tr("What turns the pixels into a probability for each class: layers of your own, or a "
              "network that has proved itself.");
}

int NetworkPage::outputs() const
{
    const auto& dataset = m_state.dataset();
    return outputsFor(dataset ? dataset->classes.size() : 2);
}

bool NetworkPage::isSound() const
{
    return problem().isEmpty();
}

QString NetworkPage::problem() const
{
    const ml::NetworkSpecification& network = m_state.recipe().network;
    if (network.backbone == ml::Backbone::None && m_check.problem) {
        return layerProblemText(*m_check.problem, network.layers.size());
    }
    return m_start->problem();
}

void NetworkPage::enter()
{
    m_start->reload();
    countParameters();
}

void NetworkPage::setNetwork(ml::NetworkSpecification network)
{
    ml::TrainingRecipe recipe = m_state.recipe();
    recipe.network = std::move(network);
    m_state.setRecipe(std::move(recipe));
}

void NetworkPage::chooseKind(ml::Backbone backbone)
{
    ml::NetworkSpecification network = m_state.recipe().network;
    if (network.backbone == backbone) {
        return;
    }
    network.backbone = backbone;
    network.layers.clear();
    if (backbone == ml::Backbone::None) {
        network = {};
        network.layers = m_ownLayers.empty() ? firstLayers() : m_ownLayers;
    }
    setNetwork(std::move(network));
}

void NetworkPage::addLayer(ml::LayerType type)
{
    ml::NetworkSpecification network = m_state.recipe().network;
    const int current = m_table->currentLayer();
    const int place = current < 0 ? static_cast<int>(network.layers.size()) : current + 1;
    network.layers.insert(network.layers.begin() + place, usualLayer(type));
    setNetwork(std::move(network));
    m_table->setCurrentLayer(place);
    showNetwork();
}

void NetworkPage::removeLayer()
{
    ml::NetworkSpecification network = m_state.recipe().network;
    const int place = m_table->currentLayer();
    if (place >= 0) {
        network.layers.erase(network.layers.begin() + place);
        setNetwork(std::move(network));
        showNetwork();
    }
}

void NetworkPage::moveLayer(int by)
{
    ml::NetworkSpecification network = m_state.recipe().network;
    const int place = m_table->currentLayer();
    const int target = place + by;
    if (place < 0 || target < 0 || target >= static_cast<int>(network.layers.size())) {
        return;
    }
    std::swap(network.layers[static_cast<std::size_t>(place)],
              network.layers[static_cast<std::size_t>(target)]);
    setNetwork(std::move(network));
    m_table->setCurrentLayer(target);
    showNetwork();
}

void NetworkPage::check()
{
    const ml::TrainingRecipe& recipe = m_state.recipe();
    // A slider of another step changes the recipe many times a second.
    if (m_checked && m_checked->network == recipe.network && m_checked->input == recipe.input &&
        m_checked->batchSize == recipe.batchSize && m_checked->optimizer == recipe.optimizer &&
        m_checkedOutputs == outputs()) {
        return;
    }
    if (m_checked && m_checked->network.backbone == ml::Backbone::None) {
        m_ownLayers = m_checked->network.layers;
    }
    m_checked = recipe;
    m_checkedOutputs = outputs();
    m_check = {};
    if (recipe.network.backbone == ml::Backbone::None) {
        m_check = ml::checkNetwork(recipe.network, recipe.input.channels, recipe.input.height,
                                   recipe.input.width, outputs());
    }
    m_backboneParameters.reset();
    m_table->setNetwork(recipe, m_check, outputs());
    m_diagram->setNetwork(recipe.network, recipe.input, outputs());
    if (isVisible()) {
        countParameters();
    }
    showNetwork();
    Q_EMIT soundnessChanged();
}

void NetworkPage::countParameters()
{
    const ml::TrainingRecipe& recipe = m_state.recipe();
    if (recipe.network.backbone == ml::Backbone::None || !m_services.training.loadBackend) {
        return;
    }
    m_countTask.start(
        [load = m_services.training.loadBackend, network = recipe.network, input = recipe.input,
         count = outputs()](const std::stop_token&) -> Result<std::int64_t> {
            NEFES_TRY(const auto backend, load());
            return backend->countParameters(network, input, count);
        },
        [this](const Result<std::int64_t>& parameters) {
            m_backboneParameters = parameters ? std::optional(*parameters) : std::nullopt;
            showNetwork();
        });
}

void NetworkPage::showNetwork()
{
    const ml::TrainingRecipe& recipe = m_state.recipe();
    const ml::NetworkSpecification& network = recipe.network;
    const bool isList = network.backbone == ml::Backbone::None;
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(network.backbone)));
    m_layersSection->setVisible(isList);
    m_backboneSection->setVisible(!isList);
    const QSignalBlocker widthBlocker(m_width);
    const QSignalBlocker dropoutBlocker(m_dropout);
    m_width->setValue(network.width);
    m_dropout->setValue(network.dropout);
    const int place = isList ? m_table->currentLayer() : -1;
    m_layerSection->setVisible(place >= 0);
    const int count = static_cast<int>(network.layers.size());
    if (place >= 0 && place < count) {
        const ml::LayerSpecification& layer = network.layers[static_cast<std::size_t>(place)];
        m_editor->setLayer(layer);
        m_layerSection->setHeading(
            tr("Layer %1: %2").arg(place + 1).arg(layerTypeText(layer.type)));
    }
    m_remove->setEnabled(place >= 0);
    m_up->setEnabled(place > 0);
    m_down->setEnabled(place >= 0 && place + 1 < count);

    QString summary;
    if (isList && !m_check.problem) {
        std::int64_t parameters = 0;
        double bytes = 0.0;
        for (const ml::LayerShape& shape : m_check.shapes) {
            parameters += shape.parameters;
            bytes += trainingBytes(shape, recipe);
        }
        summary = tr("%n layer(s)", nullptr, count) + QStringLiteral(" · ") +
                  tr("%1 parameters").arg(QLocale().toString(parameters)) + QStringLiteral(" · ") +
                  tr("about %1 while training with a batch of %2")
                      .arg(bytesText(bytes))
                      .arg(recipe.batchSize);
    } else if (!isList && m_backboneParameters) {
        summary = tr("%1 parameters").arg(QLocale().toString(*m_backboneParameters));
    }
    m_summary->setText(summary);
}

void NetworkPage::changeEvent(QEvent* event)
{
    WizardPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
        m_checked.reset();
        check();
    }
}

void NetworkPage::retranslate()
{
    m_kindTitle->setText(tr("Network"));
    m_kind->setAccessibleName(tr("Kind of network"));
    m_kind->setToolTip(explainTerm(Term::Backbone));
    for (int i = 0; i < m_kind->count(); ++i) {
        m_kind->setItemText(i,
                            backboneText(static_cast<ml::Backbone>(m_kind->itemData(i).toInt())));
    }
    m_layersSection->setHeading(tr("Layers"), explainTerm(Term::Layer));
    m_table->setAccessibleName(tr("Layers"));
    const auto name = [](QToolButton* button, const QString& text, const QString& explanation) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(explanation);
    };
    name(m_add, tr("Add"), tr("A new layer behind the selected one."));
    m_add->setAccessibleName(tr("Add a layer"));
    name(m_remove, tr("Remove"), tr("Removes the selected layer (Del)."));
    m_remove->setAccessibleName(tr("Remove the layer"));
    name(m_up, tr("Up"), tr("Moves the selected layer towards the input."));
    m_up->setAccessibleName(tr("Move the layer up"));
    name(m_down, tr("Down"), tr("Moves the selected layer towards the output."));
    m_down->setAccessibleName(tr("Move the layer down"));
    const auto actions = m_add->menu()->actions();
    for (std::size_t i = 0; i < kLayerTypes.size(); ++i) {
        QAction* action = actions[static_cast<int>(i)];
        action->setText(layerTypeText(kLayerTypes[i]));
        action->setToolTip(explainTerm(termOf(kLayerTypes[i])));
    }
    m_backboneSection->setHeading(tr("Backbone"), explainTerm(Term::Backbone));
    m_widthTitle->setText(tr("Width"));
    m_width->setAccessibleName(tr("Width of the backbone"));
    m_width->setToolTip(tr("Maps of the first stage; 64 is the published network. Half of it has "
                           "a quarter of the parameters and is as much faster."));
    m_dropoutTitle->setText(tr("Dropout"));
    m_dropout->setAccessibleName(tr("Dropout before the output"));
    m_dropout->setToolTip(explainTerm(Term::Dropout));
    m_backboneText->setText(tr("The layers of a backbone are fixed: only its width and the dropout "
                               "before its output can be chosen."));
    showNetwork();
}

} // namespace nefes::ui
