// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/publish_page.h"

#include "core/base/files.h"
#include "core/base/known.h"

#include "ml/model_registry.h"
#include "ml/package_files.h"

#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"
#include "ui/wizard/fold_results.h"
#include "ui/wizard/glossary.h"
#include "ui/wizard/model_shelf.h"
#include "ui/wizard/run_chooser.h"
#include "ui/wizard/wizard_state.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableWidget>
#include <QTabWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace nefes::ui {

namespace {

constexpr int kMargin = 20;
constexpr int kThresholdDecimals = 3;
constexpr int kNarrowestColumn = 84; ///< pixels; headers stay legible
enum LabelColumn { LabelId, English, Turkish, Threshold };
enum CardTab { EnglishCard, TurkishCard, Preview };

/// The default model came with the program: its name is taken.
std::string freeId(const std::string& id)
{
    return id == ml::kDefaultModel ? id + "-2" : id;
}

/// Two models of one name cannot be told apart by who reads their scores.
ml::LocalisedText freeTitle(const ml::Publication& publication,
                            const std::vector<InstalledModel>& models)
{
    const bool isTaken = std::ranges::any_of(models, [&publication](const InstalledModel& model) {
        return model.id != publication.id &&
               (model.title.en == publication.title.en || model.title.tr == publication.title.tr);
    });
    return isTaken ? ml::LocalisedText{publication.title.en + " (own model)",
                                       publication.title.tr + " (kendi modelim)"}
                   : publication.title;
}

std::string textOf(const QLineEdit& edit)
{
    return edit.text().trimmed().toStdString();
}

} // namespace

PublishPage::PublishPage(WizardState& state, const Services& services, QThreadPool& pool,
                         QWidget* parent)
    : WizardPage(parent)
    , m_state(state)
    , m_services(services)
    , m_pool(pool)
    , m_loadTask(pool, this)
    , m_cardTask(pool, this)
    , m_publishTask(pool, this)
    , m_tabs(new QTabWidget(this))
    , m_runLabel(new QLabel(this))
    , m_run(new RunChooser(services.training.runsFolder, pool, this))
    , m_nameEnglishLabel(new QLabel(this))
    , m_nameEnglish(new QLineEdit(this))
    , m_nameTurkishLabel(new QLabel(this))
    , m_nameTurkish(new QLineEdit(this))
    , m_idLabel(new QLabel(this))
    , m_id(new QLineEdit(this))
    , m_versionLabel(new QLabel(this))
    , m_version(new QLineEdit(this))
    , m_labelsTitle(new QLabel(this))
    , m_labels(new QTableWidget(this))
    , m_cardTitle(new QLabel(this))
    , m_regenerate(new QPushButton(this))
    , m_cardTabs(new QTabWidget(this))
    , m_cardEnglish(new QPlainTextEdit(this))
    , m_cardTurkish(new QPlainTextEdit(this))
    , m_preview(new QTextBrowser(this))
    , m_message(new QLabel(this))
    , m_publish(new QPushButton(this))
    , m_shelf(new ModelShelf(services, pool, this))
{
    setObjectName(QStringLiteral("publishPage"));
    build();
    connect(m_publish, &QPushButton::clicked, this, &PublishPage::publish);
    connect(m_run, &RunChooser::packageChosen, &m_state, &WizardState::setTrainedModel);
    connect(m_regenerate, &QPushButton::clicked, this, &PublishPage::refreshCard);
    connect(m_cardTabs, &QTabWidget::currentChanged, this, [this] { showPreview(); });
    for (QLineEdit* edit : {m_nameEnglish, m_nameTurkish, m_id, m_version}) {
        connect(edit, &QLineEdit::textChanged, this, [this] { showState(); });
    }
    connect(m_shelf, &ModelShelf::modelsChanged, &m_state,
            [this] { Q_EMIT m_state.modelsChanged({}); });
    connect(&m_state, &WizardState::trainedModelChanged, this, [this] {
        m_publishedId.clear();
        m_package.clear();
        if (isVisible()) {
            enter();
        }
    });
    connect(&m_state, &WizardState::thresholdsChanged, this, [this] {
        m_package.clear();
        if (isVisible()) {
            load();
        }
    });
    retranslate();
}

void PublishPage::build()
{
    const std::pair<QWidget*, const char*> names[] = {{m_run, "publishRun"},
                                                      {m_nameEnglish, "publishNameEnglish"},
                                                      {m_nameTurkish, "publishNameTurkish"},
                                                      {m_id, "publishId"},
                                                      {m_version, "publishVersion"},
                                                      {m_labels, "publishLabels"},
                                                      {m_regenerate, "publishRegenerate"},
                                                      {m_cardTabs, "publishCardTabs"},
                                                      {m_cardEnglish, "publishCardEnglish"},
                                                      {m_cardTurkish, "publishCardTurkish"},
                                                      {m_preview, "publishPreview"},
                                                      {m_message, "publishMessage"},
                                                      {m_publish, "publish"},
                                                      {m_tabs, "publishTabs"}};
    for (const auto& [widget, name] : names) {
        widget->setObjectName(QLatin1String(name));
    }
    for (QLabel* title : {m_labelsTitle, m_cardTitle}) {
        title->setProperty("role", QStringLiteral("section"));
    }
    m_publish->setProperty("primary", true);
    m_message->setWordWrap(true);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(20);
    columns->addWidget(buildForm(), 1);
    columns->addWidget(buildCard(), 1);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(12);
    bottom->addWidget(m_message, 1);
    bottom->addWidget(m_publish);
    auto* form = new QWidget(this);
    auto* formLayout = new QVBoxLayout(form);
    formLayout->setContentsMargins(0, 12, 0, 0);
    formLayout->setSpacing(12);
    formLayout->addLayout(columns, 1);
    formLayout->addLayout(bottom);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->addTab(form, QString());
    m_tabs->addTab(m_shelf, QString());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, 8, kMargin, kMargin);
    layout->addWidget(m_tabs);
}

QWidget* PublishPage::buildForm()
{
    auto* part = new QWidget(this);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->addRow(m_runLabel, m_run);
    form->addRow(m_nameEnglishLabel, m_nameEnglish);
    form->addRow(m_nameTurkishLabel, m_nameTurkish);
    form->addRow(m_idLabel, m_id);
    form->addRow(m_versionLabel, m_version);
    m_labels->setColumnCount(4);
    m_labels->verticalHeader()->hide();
    m_labels->setShowGrid(false);
    m_labels->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_labels->horizontalHeader()->setMinimumSectionSize(kNarrowestColumn);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(form);
    layout->addWidget(m_labelsTitle);
    layout->addWidget(m_labels, 1);
    return part;
}

QWidget* PublishPage::buildCard()
{
    auto* part = new QWidget(this);
    m_cardTabs->setDocumentMode(true);
    m_cardTabs->tabBar()->setDrawBase(false);
    m_cardTabs->addTab(m_cardEnglish, QString());
    m_cardTabs->addTab(m_cardTurkish, QString());
    m_cardTabs->addTab(m_preview, QString());
    auto* head = new QHBoxLayout;
    head->addWidget(m_cardTitle, 1);
    head->addWidget(m_regenerate);
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_cardTabs, 1);
    return part;
}

QString PublishPage::title() const
{
    return tr("Publish");
}

QString PublishPage::introduction() const
{
    return tr("Names the model, says in its card what it can and cannot do, and hands it to the "
              "viewer.");
}

QString PublishPage::problem() const
{
    return m_state.trainedModel().empty() ? tr("Train a model first.") : QString();
}

void PublishPage::enter()
{
    load();
    m_run->reload(m_state.trainedModel());
    m_shelf->reload();
}

void PublishPage::load()
{
    if (m_state.trainedModel().empty() || m_package == m_state.trainedModel()) {
        showState();
        return;
    }
    m_loadTask.start(
        [package = m_state.trainedModel(), thresholds = m_state.thresholds(),
         runs = m_services.training.runsFolder,
         list = m_services.listModels](std::stop_token) -> Result<Loaded> {
            NEFES_TRY(auto publication, ml::publicationOf(package));
            if (const auto folds = crossValidationOf(package, runs)) {
                publication.card = withCrossValidation(std::move(publication.card), *folds);
            }
            publication.id = freeId(publication.id);
            if (list) {
                publication.title = freeTitle(publication, list());
            }
            for (ml::ModelLabel& label : publication.labels) {
                if (const auto found = thresholds.find(label.id); found != thresholds.end()) {
                    label.threshold = found->second;
                }
            }
            NEFES_TRY(publication.card, ml::refreshedCard(package, publication));
            NEFES_TRY(const auto description, ml::readModelDescription(package));
            return Loaded{std::move(publication), ml::doubtsAbout(description)};
        },
        [this, package = m_state.trainedModel()](Result<Loaded> loaded) {
            m_error.reset();
            if (loaded) {
                m_package = package;
                m_loaded = std::move(loaded->publication);
                m_doubts = std::move(loaded->doubts);
                showPublication(*m_loaded);
            } else {
                m_error = loaded.error();
            }
            showState();
        });
}

void PublishPage::showPublication(const ml::Publication& publication)
{
    m_nameEnglish->setText(fromUtf8(publication.title.en));
    m_nameTurkish->setText(fromUtf8(publication.title.tr));
    m_id->setText(fromUtf8(publication.id));
    m_version->setText(fromUtf8(publication.version));
    m_cardEnglish->setPlainText(fromUtf8(publication.card.en));
    m_cardTurkish->setPlainText(fromUtf8(publication.card.tr));
    m_labels->setRowCount(static_cast<int>(publication.labels.size()));
    for (int row = 0; row < m_labels->rowCount(); ++row) {
        const ml::ModelLabel& label = publication.labels[static_cast<std::size_t>(row)];
        auto* id = new QTableWidgetItem(fromUtf8(label.id));
        id->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_labels->setItem(row, LabelId, id);
        m_labels->setItem(row, English, new QTableWidgetItem(fromUtf8(label.name.en)));
        m_labels->setItem(row, Turkish, new QTableWidgetItem(fromUtf8(label.name.tr)));
        if (label.threshold) {
            auto* threshold = new QDoubleSpinBox;
            threshold->setObjectName(QStringLiteral("publishThreshold%1").arg(row + 1));
            threshold->setRange(0.0, 1.0);
            threshold->setDecimals(kThresholdDecimals);
            threshold->setSingleStep(0.01);
            threshold->setValue(*label.threshold);
            m_labels->setCellWidget(row, Threshold, threshold);
        } else {
            auto* none = new QTableWidgetItem(QStringLiteral("–"));
            none->setFlags(Qt::ItemIsEnabled);
            m_labels->setItem(row, Threshold, none);
        }
    }
    m_labels->resizeRowsToContents();
    retranslate();
    showPreview();
}

ml::Publication PublishPage::written() const
{
    ml::Publication publication = known(m_loaded);
    publication.id = textOf(*m_id);
    publication.version = textOf(*m_version);
    publication.title = {textOf(*m_nameEnglish), textOf(*m_nameTurkish)};
    publication.card = {m_cardEnglish->toPlainText().toStdString(),
                        m_cardTurkish->toPlainText().toStdString()};
    for (int row = 0; row < m_labels->rowCount(); ++row) {
        ml::ModelLabel& label = publication.labels[static_cast<std::size_t>(row)];
        label.name = {m_labels->item(row, English)->text().trimmed().toStdString(),
                      m_labels->item(row, Turkish)->text().trimmed().toStdString()};
        const auto* threshold =
            qobject_cast<const QDoubleSpinBox*>(m_labels->cellWidget(row, Threshold));
        if (threshold != nullptr) {
            label.threshold = threshold->value();
        }
    }
    return publication;
}

QString PublishPage::formProblem() const
{
    if (textOf(*m_nameEnglish).empty() || textOf(*m_nameTurkish).empty()) {
        return tr("The model needs a name in both languages.");
    }
    if (!ml::isModelId(textOf(*m_id))) {
        return tr("The identifier may have small letters, digits, - _ and a point, at most 64.");
    }
    if (textOf(*m_version).empty()) {
        return tr("The model needs a version, such as 1.0.0.");
    }
    return {};
}

QString PublishPage::doubtText() const
{
    if (m_doubts.isNoBetterThanChance) {
        return tr("On the images kept for checking it this model is no better than chance. Its "
                  "scores would mislead whoever reads them: train it on more images or for more "
                  "epochs before you install it.");
    }
    if (m_doubts.neverFound.empty()) {
        return {};
    }
    QStringList names;
    for (const ml::ModelLabel& label : known(m_loaded).labels) {
        if (std::ranges::count(m_doubts.neverFound, label.id) > 0) {
            names.append(localised(label.name));
        }
    }
    return tr("On the images kept for checking it this model never finds: %1. Whoever reads its "
              "scores will miss that: train it on more images or for more epochs before you "
              "install it.")
        .arg(names.join(QStringLiteral(", ")));
}

void PublishPage::refreshCard()
{
    if (!m_loaded || !formProblem().isEmpty()) {
        return;
    }
    m_cardTask.start([package = m_package, publication = written()](
                         std::stop_token) { return ml::refreshedCard(package, publication); },
                     [this](const Result<ml::LocalisedText>& card) {
                         if (card) {
                             m_cardEnglish->setPlainText(fromUtf8(card->en));
                             m_cardTurkish->setPlainText(fromUtf8(card->tr));
                             showPreview();
                         } else {
                             m_error = card.error();
                             showState();
                         }
                     });
}

void PublishPage::publish()
{
    m_error.reset();
    m_publishedId.clear();
    m_publishTask.start(
        [package = m_package, publication = written(),
         install = m_services.training.installModel](std::stop_token) -> Result<std::string> {
            ml::Publication complete = publication;
            // Title and thresholds of the card are those of the form, whatever was clicked.
            NEFES_TRY(complete.card, ml::refreshedCard(package, publication));
            const auto staged = package.parent_path() / "published";
            NEFES_CHECK(ml::writePublication(package, complete, staged));
            if (!install) {
                return fail(ErrorCode::WriteFailed, "models cannot be installed here");
            }
            return install(staged);
        },
        [this](Result<std::string> id) {
            if (id) {
                m_publishedId = *id;
                m_shelf->reload();
                Q_EMIT m_state.modelsChanged(*id);
                Q_EMIT soundnessChanged();
            } else {
                m_error = id.error();
            }
            showState();
        });
    showState();
}

void PublishPage::showPreview()
{
    if (m_cardTabs->currentIndex() == Preview) {
        const bool isTurkish = QLocale().language() == QLocale::Turkish;
        m_preview->setMarkdown((isTurkish ? m_cardTurkish : m_cardEnglish)->toPlainText());
    }
}

void PublishPage::showState()
{
    const bool hasModel = m_loaded && m_package == m_state.trainedModel();
    const QString wrong = hasModel ? formProblem() : tr("Train a model first.");
    m_publish->setEnabled(hasModel && wrong.isEmpty() && !m_publishTask.isRunning());
    m_regenerate->setEnabled(hasModel && wrong.isEmpty());
    const char* role = "secondary";
    if (m_error) {
        role = "error";
        m_message->setText(
            m_error->code == ErrorCode::InvalidArgument
                ? tr("This identifier belongs to a model that came with the program. Choose "
                     "another one.")
                : errorText(m_error->code));
    } else if (!wrong.isEmpty()) {
        role = "warning";
        m_message->setText(wrong);
    } else if (!m_publishedId.empty()) {
        m_message->setText(tr("Installed as %1. The analysis panel uses it now; the open study is "
                              "analysed with it.")
                               .arg(fromUtf8(m_publishedId)));
    } else if (const QString doubt = doubtText(); !doubt.isEmpty()) {
        role = "warning";
        m_message->setText(doubt);
    } else {
        m_message->setText(tr("A model of this identifier that is installed already is replaced."));
    }
    m_message->setProperty("role", QLatin1String(role));
    repolish(*m_message);
}

void PublishPage::retranslate()
{
    m_tabs->setTabText(0, tr("This model"));
    m_tabs->setTabText(1, tr("Installed models"));
    m_runLabel->setText(tr("Run"));
    m_run->setAccessibleName(tr("Run"));
    m_run->setToolTip(tr("The model of which run is published."));
    m_nameEnglishLabel->setText(tr("Name, English"));
    m_nameTurkishLabel->setText(tr("Name, Turkish"));
    m_idLabel->setText(tr("Identifier"));
    m_versionLabel->setText(tr("Version"));
    m_nameEnglish->setAccessibleName(tr("Name, English"));
    m_nameTurkish->setAccessibleName(tr("Name, Turkish"));
    m_id->setAccessibleName(tr("Identifier"));
    m_version->setAccessibleName(tr("Version"));
    m_labelsTitle->setText(tr("Classes and operating point"));
    m_labelsTitle->setToolTip(explainTerm(Term::OperatingPoint) + QLatin1Char('\n') +
                              explainTerm(Term::Indeterminate));
    m_labels->setAccessibleName(tr("Classes and operating point"));
    m_labels->setHorizontalHeaderLabels(
        {tr("Class"), tr("English"), tr("Turkish"), tr("Threshold")});
    for (int row = 0; row < m_labels->rowCount(); ++row) {
        if (QWidget* threshold = m_labels->cellWidget(row, Threshold)) {
            threshold->setAccessibleName(
                tr("Threshold of %1").arg(m_labels->item(row, LabelId)->text()));
        }
    }
    m_cardTitle->setText(tr("Model card"));
    m_cardTitle->setToolTip(explainTerm(Term::ModelCard));
    m_regenerate->setText(tr("Take over names and thresholds"));
    m_regenerate->setToolTip(
        tr("Writes title, classes and thresholds of the card anew; your other texts stay."));
    m_cardTabs->setTabText(EnglishCard, tr("English"));
    m_cardTabs->setTabText(TurkishCard, tr("Turkish"));
    m_cardTabs->setTabText(Preview, tr("Preview"));
    m_cardEnglish->setAccessibleName(tr("Model card, English"));
    m_cardTurkish->setAccessibleName(tr("Model card, Turkish"));
    m_preview->setAccessibleName(tr("Preview"));
    m_publish->setText(tr("Install in the viewer"));
    showPreview();
    showState();
}

void PublishPage::changeEvent(QEvent* event)
{
    WizardPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace nefes::ui
