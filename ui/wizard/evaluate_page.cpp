// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/evaluate_page.h"

#include "core/base/files.h"

#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/wizard/confusion_view.h"
#include "ui/wizard/embedding_view.h"
#include "ui/wizard/group_view.h"
#include "ui/wizard/image_gallery.h"
#include "ui/wizard/run_comparison.h"
#include "ui/wizard/run_folder.h"
#include "ui/wizard/threshold_view.h"
#include "ui/wizard/wizard_state.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <system_error>
#include <utility>

namespace nefes::ui {

namespace {

namespace fs = std::filesystem;

constexpr int kMargin = 20;
constexpr int kGalleryHeight = 260;

/// A gallery below a sentence.
QWidget* galleryTab(QLabel& text, ImageGallery& gallery)
{
    auto* tab = new QWidget;
    text.setParent(tab);
    text.setWordWrap(true);
    text.setProperty("role", QStringLiteral("secondary"));
    gallery.setParent(tab);
    auto* layout = new QVBoxLayout(tab);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(&text);
    layout->addWidget(&gallery, 1);
    return tab;
}

} // namespace

EvaluatePage::EvaluatePage(WizardState& state, const Services& services, QThreadPool& pool,
                           QWidget* parent)
    : WizardPage(parent)
    , m_state(state)
    , m_services(services)
    , m_pool(pool)
    , m_service(services, nullptr)
    , m_choicesTask(pool, this)
    , m_modelLabel(new QLabel(this))
    , m_model(new QComboBox(this))
    , m_splitLabel(new QLabel(this))
    , m_split(new QComboBox(this))
    , m_start(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_progress(new QProgressBar(this))
    , m_message(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_confusion(new ConfusionView)
    , m_cellText(new QLabel)
    , m_cell(new ImageGallery(m_service))
    , m_threshold(new ThresholdView(pool,
                                    [this](const QString& line) {
                                        m_said = line;
                                        retranslate();
                                    }))
    , m_groups(new GroupView)
    , m_wrongText(new QLabel)
    , m_wrong(new ImageGallery(m_service))
    , m_rightText(new QLabel)
    , m_right(new ImageGallery(m_service))
    , m_embedding(new EmbeddingView(pool,
                                    [this](const QString& line) {
                                        m_said = line;
                                        retranslate();
                                    }))
    , m_comparison(
          new RunComparison(services.training.runsFolder, pool, [this](const QString& line) {
              m_said = line;
              retranslate();
          }))
{
    setObjectName(QStringLiteral("evaluatePage"));
    build();
    connect(m_start, &QPushButton::clicked, this, &EvaluatePage::start);
    connect(m_cancel, &QPushButton::clicked, &m_service, &EvaluationService::cancel);
    connect(&m_service, &EvaluationService::busyChanged, this, [this] { updateControls(); });
    connect(&m_service, &EvaluationService::progressed, this,
            [this](std::size_t done, std::size_t total) {
                m_progress->setRange(0, static_cast<int>(total));
                m_progress->setValue(static_cast<int>(done));
            });
    connect(&m_service, &EvaluationService::finished, this, &EvaluatePage::showResult);
    connect(&m_service, &EvaluationService::failed, this, [this](const Error& error) {
        m_error = error;
        retranslate();
    });
    connect(m_confusion, &ConfusionView::cellChosen, this, &EvaluatePage::showCell);
    connect(m_threshold, &ThresholdView::thresholdChosen, this,
            [this](const QString& label, double threshold) {
                m_state.setThreshold(label.toStdString(), threshold);
            });
    for (ImageGallery* gallery : {m_cell, m_wrong, m_right}) {
        connect(gallery, &ImageGallery::openRequested, &m_state, &WizardState::openRequested);
    }
    connect(m_embedding, &EmbeddingView::openRequested, &m_state, &WizardState::openRequested);
    connect(&m_state, &WizardState::trainedModelChanged, this, [this] {
        reloadChoices();
        Q_EMIT soundnessChanged();
    });
    connect(&m_state, &WizardState::foldersChanged, this, [this] { updateControls(); });
    retranslate();
}

void EvaluatePage::build()
{
    m_model->setObjectName(QStringLiteral("evaluationModel"));
    m_model->setMinimumContentsLength(22);
    m_split->setObjectName(QStringLiteral("evaluationSplit"));
    m_split->addItems({QString(), QString(), QString(), QString()});
    m_start->setObjectName(QStringLiteral("evaluate"));
    m_start->setProperty("primary", true);
    m_cancel->setObjectName(QStringLiteral("evaluateCancel"));
    m_progress->setTextVisible(false);
    m_message->setObjectName(QStringLiteral("evaluationMessage"));
    m_message->setWordWrap(true);
    m_tabs->setObjectName(QStringLiteral("evaluationTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_cell->setObjectName(QStringLiteral("cellGallery"));
    m_cell->setMinimumHeight(kGalleryHeight);
    m_wrong->setObjectName(QStringLiteral("errorGallery"));
    m_right->setObjectName(QStringLiteral("rightGallery"));

    auto* overview = new QWidget;
    auto* overviewLayout = new QVBoxLayout(overview);
    overviewLayout->setContentsMargins(0, 8, 8, 0);
    overviewLayout->setSpacing(8);
    m_cellText->setProperty("role", QStringLiteral("section"));
    overviewLayout->addWidget(m_confusion);
    overviewLayout->addWidget(m_cellText);
    overviewLayout->addWidget(m_cell, 1);
    overviewLayout->addStretch(0);
    auto* scroll = new QScrollArea;
    scroll->setWidget(overview);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_tabs->addTab(scroll, QString());
    m_tabs->addTab(m_threshold, QString());
    m_tabs->addTab(galleryTab(*m_wrongText, *m_wrong), QString());
    m_tabs->addTab(galleryTab(*m_rightText, *m_right), QString());
    m_tabs->addTab(m_embedding, QString());
    m_tabs->addTab(m_groups, QString());
    m_tabs->addTab(m_comparison, QString());

    auto* controls = new QHBoxLayout;
    controls->setSpacing(8);
    controls->addWidget(m_modelLabel);
    controls->addWidget(m_model, 1);
    controls->addWidget(m_splitLabel);
    controls->addWidget(m_split);
    controls->addWidget(m_start);
    controls->addWidget(m_cancel);
    m_modelLabel->setBuddy(m_model);
    m_splitLabel->setBuddy(m_split);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, 8, kMargin, kMargin);
    layout->setSpacing(8);
    layout->addLayout(controls);
    layout->addWidget(m_progress);
    layout->addWidget(m_message);
    layout->addWidget(m_tabs, 1);
}

QString EvaluatePage::title() const
{
    return tr("Evaluate");
}

QString EvaluatePage::introduction() const
{
    return tr("Where the model is right, where it errs and what it looks at, on images whose truth "
              "is known.");
}

bool EvaluatePage::isSound() const
{
    return !m_state.trainedModel().empty();
}

QString EvaluatePage::problem() const
{
    return isSound() ? QString() : tr("Train a model first.");
}

void EvaluatePage::enter()
{
    reloadChoices();
    m_comparison->reload();
}

void EvaluatePage::reloadChoices()
{
    m_choicesTask.start(
        [trained = m_state.trainedModel(), runs = m_services.training.runsFolder,
         list = m_services.listModels](std::stop_token) {
            std::vector<Choice> choices;
            const auto add = [&choices](const ml::LocalisedText& name, const fs::path& package) {
                std::error_code ignored;
                const bool isThere = fs::exists(package / "model.json", ignored);
                if (isThere &&
                    std::ranges::find(choices, package, &Choice::package) == choices.end()) {
                    choices.push_back({name, package});
                }
            };
            if (!trained.empty()) {
                add({toUtf8(trained.parent_path().filename()), {}}, trained);
            }
            for (const StoredRun& run : listRuns(runs)) {
                add({run.plan.name, {}}, run.folder / "model");
                add({run.plan.name, {}}, run.folder / "best" / "model");
            }
            for (const InstalledModel& model : list ? list() : std::vector<InstalledModel>()) {
                add(model.title, model.folder);
            }
            return choices;
        },
        [this](const std::vector<Choice>& choices) { showChoices(choices); });
}

void EvaluatePage::showChoices(const std::vector<Choice>& choices)
{
    const QString before = m_model->currentData().toString();
    const QString trained = fromUtf8(toUtf8(m_state.trainedModel()));
    m_model->clear();
    for (const Choice& choice : choices) {
        m_model->addItem(localised(choice.name), fromUtf8(toUtf8(choice.package)));
    }
    const bool isJudged = m_service.result() != nullptr;
    const int index = m_model->findData(isJudged || trained.isEmpty() ? before : trained);
    m_model->setCurrentIndex(std::max(0, index));
    updateControls();
}

std::optional<ml::Split> EvaluatePage::split() const
{
    switch (m_split->currentIndex()) {
    case 0:
        return ml::Split::Validation;
    case 1:
        return ml::Split::Test;
    case 2:
        return ml::Split::Train;
    default:
        return std::nullopt;
    }
}

void EvaluatePage::start()
{
    m_error.reset();
    m_said.clear();
    m_service.start({.package = pathFromUtf8(m_model->currentData().toString().toStdString()),
                     .folders = m_state.folders(),
                     .split = split()});
    m_progress->setRange(0, 0);
    retranslate();
}

void EvaluatePage::showResult()
{
    const JudgedSetPtr& judged = m_service.result();
    m_shownCell.reset();
    m_confusion->setJudged(judged);
    m_threshold->setJudged(judged);
    m_groups->setJudged(judged);
    m_wrong->setFiles(judged, wrongFiles(*judged));
    m_right->setFiles(judged, rightFiles(*judged));
    m_cell->setFiles(judged, {});
    m_embedding->setJudged(judged);
    retranslate();
}

void EvaluatePage::showCell(int truth, int predicted)
{
    const JudgedSetPtr& judged = m_service.result();
    m_shownCell = std::pair(truth, predicted);
    m_cell->setFiles(judged, filesOfCell(*judged, truth, predicted));
    retranslate();
}

void EvaluatePage::updateControls()
{
    const bool isBusy = m_service.isBusy();
    m_start->setEnabled(!isBusy && m_model->count() > 0 && !m_state.folders().empty());
    m_cancel->setVisible(isBusy);
    m_progress->setVisible(isBusy);
    m_tabs->setEnabled(!isBusy);
}

void EvaluatePage::retranslate()
{
    m_modelLabel->setText(tr("Model"));
    m_model->setAccessibleName(tr("Model"));
    m_splitLabel->setText(tr("Images"));
    m_split->setAccessibleName(tr("Images"));
    const QStringList splits{tr("validation"), tr("test"), tr("training"),
                             tr("all in the folders")};
    for (int i = 0; i < splits.size(); ++i) {
        m_split->setItemText(i, splits.at(i));
    }
    m_split->setToolTip(tr("Validation images chose the epoch; only test images tell how the model "
                           "does on new ones. Training images look better than they are."));
    m_start->setText(tr("Evaluate"));
    m_cancel->setText(tr("Cancel"));
    m_progress->setAccessibleName(tr("Progress of the evaluation"));
    const QStringList tabs{tr("Overview"), tr("Threshold"), tr("Worst errors"), tr("Right ones"),
                           tr("Map"),      tr("Groups"),    tr("Compare runs")};
    for (int i = 0; i < tabs.size(); ++i) {
        m_tabs->setTabText(i, tabs.at(i));
    }
    const JudgedSetPtr& judged = m_service.result();
    m_message->setProperty("role", m_error ? QStringLiteral("error") : QStringLiteral("secondary"));
    m_message->setText(m_error             ? errorText(m_error->code)
                       : !m_said.isEmpty() ? m_said
                       : judged            ? QString()
                                : tr("Choose a model and images, then evaluate: the model judges "
                                     "each image, and the tabs show where it is right and wrong."));
    m_message->setVisible(!m_message->text().isEmpty());
    const auto label = [&judged](int index) {
        return labelText(judged->model,
                         judged->model.labels.at(static_cast<std::size_t>(index)).id);
    };
    m_cellText->setVisible(m_shownCell.has_value());
    m_cell->setVisible(m_shownCell.has_value());
    if (m_shownCell) {
        m_cellText->setText(
            tr("Truth: %1, model: %2 (%n image(s), surest first)", nullptr, m_cell->count())
                .arg(label(m_shownCell->first), label(m_shownCell->second)));
    }
    const bool hasErrors = judged && m_wrong->count() > 0;
    m_wrongText->setText(
        !judged ? tr("Nothing evaluated yet.")
        : hasErrors
            ? tr("The errors of which the model was surest, with where it looked. Labels may be "
                 "wrong as well: look at the image in the viewer (double-click).")
            : tr("There is no error among these images."));
    m_rightText->setText(!judged ? tr("Nothing evaluated yet.")
                                 : tr("The surest right answers of each class: does the model look "
                                      "where a radiologist would?"));
    m_cell->setAccessibleName(tr("Images of the cell"));
    m_wrong->setAccessibleName(tr("Worst errors"));
    m_right->setAccessibleName(tr("Right ones"));
    updateControls();
}

void EvaluatePage::changeEvent(QEvent* event)
{
    WizardPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace nefes::ui
