// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/start_chooser.h"

#include "core/base/files.h"

#include "ml/model_registry.h"

#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/wizard/glossary.h"
#include "ui/wizard/section.h"
#include "ui/wizard/wizard_state.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <system_error>
#include <utility>

namespace nefes::ui {

namespace {

/// More than any backbone has.
constexpr int kMostStages = 20;

/// Weights without a package, for a named backbone.
bool isStateDict(const std::string& model)
{
    return pathFromUtf8(model).extension() == ".safetensors";
}

} // namespace

StartChooser::StartChooser(WizardState& state, const Services& services, QThreadPool& pool,
                           QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_services(services)
    , m_listTask(pool, this)
    , m_chooseTask(pool, this)
    , m_title(new QLabel(this))
    , m_box(new QComboBox(this))
    , m_frozenTitle(new QLabel(this))
    , m_frozen(new QSpinBox(this))
    , m_remark(roleLabel("warning", this))
    , m_again(new QPushButton(this))
    , m_note(roleLabel("secondary", this))
{
    m_box->setObjectName(QStringLiteral("startModel"));
    m_frozen->setObjectName(QStringLiteral("frozenLayers"));
    m_remark->setObjectName(QStringLiteral("startRemark"));
    m_remark->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("startNote"));
    m_note->setWordWrap(true);
    m_again->setProperty("link", true);
    m_title->setBuddy(m_box);
    m_frozenTitle->setBuddy(m_frozen);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(12);
    auto* choice = new QHBoxLayout;
    choice->setSpacing(10);
    choice->addWidget(m_title);
    choice->addWidget(m_box, 1);
    choice->addWidget(m_frozenTitle);
    choice->addWidget(m_frozen);
    auto* remark = new QHBoxLayout;
    remark->addWidget(m_remark, 1);
    remark->addWidget(m_again);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(choice);
    layout->addLayout(remark);
    layout->addWidget(m_note);
    connect(&m_state, &WizardState::recipeChanged, this, &StartChooser::takeRecipe);
    connect(m_box, &QComboBox::activated, this, &StartChooser::choose);
    connect(m_again, &QPushButton::clicked, this, &StartChooser::useItsNetwork);
    connect(m_frozen, &QSpinBox::valueChanged, this, [this](int layers) {
        ml::TrainingRecipe recipe = m_state.recipe();
        recipe.start.frozenLayers = layers;
        m_state.setRecipe(std::move(recipe));
    });
    retranslate();
    takeRecipe();
}

StartChooser::Answer StartChooser::look(const Services& services, const std::string& model)
{
    Answer answer;
    if (services.listModels) {
        answer.models = services.listModels();
    }
    if (model.empty()) {
        return answer;
    }
    const auto installed = std::ranges::find(answer.models, model, &InstalledModel::id);
    const std::filesystem::path path =
        installed == answer.models.end() ? pathFromUtf8(model) : installed->folder;
    if (isStateDict(model)) {
        std::error_code ignored;
        if (!std::filesystem::is_regular_file(path, ignored)) {
            answer.error = Error{ErrorCode::FileNotFound, model};
        }
        return answer;
    }
    if (auto description = ml::readModelDescription(path)) {
        answer.description = *std::move(description);
    } else {
        answer.error = description.error();
    }
    return answer;
}

void StartChooser::reload()
{
    const std::string& model = m_state.recipe().start.model;
    m_model = model;
    m_listTask.start(
        [services = &m_services, model](std::stop_token) { return look(*services, model); },
        [this](Answer answer) {
            m_models = std::move(answer.models);
            m_description = std::move(answer.description);
            m_error = std::move(answer.error);
            listChoices();
            Q_EMIT changed();
        });
}

void StartChooser::takeRecipe()
{
    if (m_state.recipe().start.model != m_model) {
        m_description.reset();
        m_error.reset();
        m_refused.reset();
        reload();
        listChoices();
    }
    showState();
    Q_EMIT changed();
}

void StartChooser::choose(int index)
{
    const std::string model = m_box->itemData(index).toString().toStdString();
    m_refused.reset();
    if (model == m_state.recipe().start.model) {
        showState();
        return;
    }
    if (model.empty()) {
        m_chooseTask.cancel();
        ml::TrainingRecipe recipe = m_state.recipe();
        recipe.start = {};
        m_state.setRecipe(std::move(recipe));
        return;
    }
    m_chooseTask.start(
        [services = &m_services, model](std::stop_token) { return look(*services, model); },
        [this, model](Answer answer) {
            m_refused = std::move(answer.error);
            if (m_refused) {
                listChoices();
                return;
            }
            m_model = model;
            m_error.reset();
            m_description = std::move(answer.description);
            adopt(model);
        });
}

void StartChooser::adopt(const std::string& model)
{
    ml::TrainingRecipe recipe = m_state.recipe();
    recipe.start = {.model = model, .frozenLayers = 0};
    if (m_description) {
        recipe.network = m_description->network;
        recipe.input = m_description->input;
    }
    m_state.setRecipe(std::move(recipe));
    listChoices();
    Q_EMIT changed();
}

void StartChooser::useItsNetwork()
{
    adopt(m_state.recipe().start.model);
}

bool StartChooser::fits() const
{
    const ml::TrainingRecipe& recipe = m_state.recipe();
    return !m_description || (m_description->network == recipe.network &&
                              m_description->input.channels == recipe.input.channels &&
                              m_description->input.width == recipe.input.width &&
                              m_description->input.height == recipe.input.height);
}

QString StartChooser::problem() const
{
    const std::string& model = m_state.recipe().start.model;
    if (m_error) {
        return tr("The model to start from, %1, cannot be used: %2 Choose another one, or random "
                  "values.")
            .arg(fromUtf8(model), errorText(m_error->code));
    }
    if (isStateDict(model) && m_state.recipe().network.backbone == ml::Backbone::None) {
        return tr("The recipe starts from the weights of a backbone: choose the backbone, or "
                  "random values.");
    }
    return fits() ? QString()
                  : tr("The network or its input is no longer that of the model to start from.");
}

void StartChooser::listChoices()
{
    const std::string& model = m_state.recipe().start.model;
    m_box->clear();
    m_box->addItem(tr("random values"), QString());
    const QStringList titles = modelTitles(m_models);
    for (std::size_t i = 0; i < m_models.size(); ++i) {
        m_box->addItem(tr("%1, version %2", "model")
                           .arg(titles[static_cast<qsizetype>(i)], fromUtf8(m_models[i].version)),
                       fromUtf8(m_models[i].id));
    }
    int current = m_box->findData(fromUtf8(model));
    if (current < 0) {
        m_box->addItem(
            tr("%1 (of the recipe)", "model").arg(fromUtf8(toUtf8(pathFromUtf8(model).filename()))),
            fromUtf8(model));
        m_box->setItemData(m_box->count() - 1, fromUtf8(model), Qt::ToolTipRole);
        current = m_box->count() - 1;
    }
    m_box->setCurrentIndex(current);
    showState();
}

void StartChooser::showState()
{
    const ml::TrainingRecipe& recipe = m_state.recipe();
    const bool hasStart = !recipe.start.model.empty();
    const QSignalBlocker blocker(m_frozen);
    // All but the output; how many stages a backbone has is the engine's to say.
    m_frozen->setMaximum(recipe.network.backbone == ml::Backbone::None
                             ? std::max(static_cast<int>(recipe.network.layers.size()) - 1, 0)
                             : kMostStages);
    m_frozen->setValue(recipe.start.frozenLayers);
    m_frozen->setVisible(hasStart);
    m_frozenTitle->setVisible(hasStart);
    const QString remark = m_refused ? errorText(m_refused->code) : problem();
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    m_again->setVisible(!m_refused && !m_error && !fits());
    m_note->setVisible(hasStart && m_description && m_description->secondNetwork);
}

void StartChooser::retranslate()
{
    m_title->setText(tr("starts from"));
    m_title->setToolTip(explainTerm(Term::FineTuning));
    m_box->setToolTip(m_title->toolTip());
    m_box->setAccessibleName(tr("Model to start from"));
    m_frozenTitle->setText(tr("frozen layers"));
    m_frozenTitle->setToolTip(explainTerm(Term::FrozenLayers));
    m_frozen->setToolTip(m_frozenTitle->toolTip());
    m_frozen->setAccessibleName(tr("Frozen layers"));
    m_again->setText(tr("Use its network again"));
    m_note->setText(tr("This model has two networks. Training starts from the first one."));
    listChoices();
}

void StartChooser::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace nefes::ui
