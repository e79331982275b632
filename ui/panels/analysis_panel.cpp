// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/analysis_panel.h"

#include "ui/panels/heatmap_controls.h"
#include "ui/panels/impression_card.h"
#include "ui/panels/notice.h"
#include "ui/panels/score_row.h"
#include "ui/panels/similar_cases.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace nefes::ui {

namespace {

constexpr int kMargin = 12;
constexpr int kSnapshotHeight = 200;
constexpr int kSnapshotWidth = 268;
/// A smaller share of the heatmap inside the lungs is worth a hint.
constexpr double kLowEnergy = 0.5;

QLabel* sectionLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setProperty("role", QStringLiteral("section"));
    return label;
}

QFrame* lineBetween(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setProperty("line", true);
    return line;
}

/// Findings by probability, the negative label last.
std::vector<ml::Score> sortedScores(const std::vector<ml::Score>& scores,
                                    const std::string& negativeLabel)
{
    std::vector<ml::Score> sorted = scores;
    std::ranges::stable_sort(sorted, [&](const ml::Score& a, const ml::Score& b) {
        const bool isNegativeA = a.label == negativeLabel;
        const bool isNegativeB = b.label == negativeLabel;
        return isNegativeA != isNegativeB ? isNegativeB : a.probability > b.probability;
    });
    return sorted;
}

} // namespace

AnalysisPanel::AnalysisPanel(QWidget* parent)
    : QWidget(parent)
    , m_impression(new ImpressionCard(this))
    , m_notice(new Notice(this))
    , m_progress(new QProgressBar(this))
    , m_scroll(new QScrollArea(this))
    , m_result(new QWidget)
    , m_checkCard(new QFrame(m_result))
    , m_checkIcon(new QLabel(m_checkCard))
    , m_checkText(new QLabel(m_checkCard))
    , m_showAnyway(new QPushButton(m_checkCard))
    , m_findings(new QWidget(m_result))
    , m_headline(new QLabel(m_findings))
    , m_scoresTitle(sectionLabel(m_findings))
    , m_scores(new QVBoxLayout)
    , m_heatmapTitle(sectionLabel(m_findings))
    , m_snapshot(new QLabel(m_findings))
    , m_snapshotText(new QLabel(m_findings))
    , m_energyText(new QLabel(m_findings))
    , m_controls(new HeatmapControls(m_findings))
    , m_similar(new SimilarCases(m_findings))
    , m_modelTitle(sectionLabel(m_result))
    , m_modelChoice(new QComboBox(m_result))
    , m_modelText(new QLabel(m_result))
    , m_card(new QPushButton(m_result))
    , m_disclaimer(new QLabel(this))
{
    setObjectName(QStringLiteral("analysisPanel"));
    setAttribute(Qt::WA_StyledBackground);
    m_progress->setObjectName(QStringLiteral("analysisProgress"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    auto* content = new QVBoxLayout(m_result);
    buildResult(content);

    m_scroll->setObjectName(QStringLiteral("analysisScroll"));
    m_scroll->setWidget(m_result);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_disclaimer->setObjectName(QStringLiteral("disclaimer"));
    m_disclaimer->setProperty("role", QStringLiteral("warning"));
    m_disclaimer->setWordWrap(true);
    m_disclaimer->setContentsMargins(kMargin, 8, kMargin, 8);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_progress);
    layout->addWidget(m_impression, 0, Qt::AlignTop);
    layout->addWidget(m_notice, 1);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(lineBetween(this));
    layout->addWidget(m_disclaimer);
    connect(m_notice, &Notice::primaryClicked, this, &AnalysisPanel::analyseClicked);
    connect(m_card, &QPushButton::clicked, this, &AnalysisPanel::cardClicked);
    connect(m_showAnyway, &QPushButton::clicked, this, [this] {
        m_showsAnyway = true;
        refresh();
        Q_EMIT showAnywayClicked();
    });
    refresh();
}

void AnalysisPanel::buildResult(QVBoxLayout* layout)
{
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(12);
    m_checkText->setObjectName(QStringLiteral("inputCheck"));
    m_checkText->setWordWrap(true);
    m_showAnyway->setObjectName(QStringLiteral("showAnyway"));
    auto* check = new QHBoxLayout;
    check->setSpacing(8);
    check->addWidget(m_checkIcon, 0, Qt::AlignTop);
    check->addWidget(m_checkText, 1);
    auto* card = new QVBoxLayout(m_checkCard);
    card->setContentsMargins(10, 8, 10, 8);
    card->setSpacing(8);
    card->addLayout(check);
    card->addWidget(m_showAnyway, 0, Qt::AlignLeft);
    layout->addWidget(m_checkCard);

    auto* findings = new QVBoxLayout(m_findings);
    findings->setContentsMargins(0, 0, 0, 0);
    findings->setSpacing(8);
    m_headline->setObjectName(QStringLiteral("headline"));
    m_headline->setProperty("role", QStringLiteral("heading"));
    m_headline->setTextFormat(Qt::PlainText); // names of a package, here and below
    m_headline->setWordWrap(true);
    m_scores->setSpacing(10);
    m_snapshot->setObjectName(QStringLiteral("heatmapSnapshot"));
    m_snapshot->setAlignment(Qt::AlignCenter);
    m_snapshot->setMinimumHeight(80);
    m_snapshotText->setProperty("role", QStringLiteral("caption"));
    m_snapshotText->setTextFormat(Qt::PlainText);
    m_snapshotText->setWordWrap(true);
    m_energyText->setObjectName(QStringLiteral("heatmapEnergy"));
    m_energyText->setWordWrap(true);
    findings->addWidget(m_headline);
    findings->addWidget(m_scoresTitle);
    findings->addLayout(m_scores);
    findings->addSpacing(4);
    findings->addWidget(lineBetween(m_findings));
    findings->addWidget(m_heatmapTitle);
    findings->addWidget(m_snapshot);
    findings->addWidget(m_snapshotText);
    findings->addWidget(m_energyText);
    findings->addWidget(m_controls);
    findings->addSpacing(4);
    findings->addWidget(m_similar);
    layout->addWidget(m_findings);

    layout->addWidget(lineBetween(m_result));
    m_modelChoice->setObjectName(QStringLiteral("modelChoice"));
    connect(m_modelChoice, &QComboBox::activated, this, [this](int index) {
        Q_EMIT modelChosen(m_modelChoice->itemData(index).toString().toStdString());
    });
    m_modelText->setObjectName(QStringLiteral("modelText"));
    m_modelText->setTextFormat(Qt::PlainText);
    m_modelText->setWordWrap(true);
    m_card->setObjectName(QStringLiteral("modelCardLink"));
    m_card->setProperty("link", true);
    m_card->setCursor(Qt::PointingHandCursor);
    auto* model = new QVBoxLayout;
    model->setSpacing(4);
    model->addWidget(m_modelTitle);
    model->addWidget(m_modelChoice);
    model->addWidget(m_modelText);
    model->addWidget(m_card, 0, Qt::AlignLeft);
    layout->addLayout(model);
    layout->addStretch(1);
}

void AnalysisPanel::setState(const AnalysisState& state)
{
    if (state.analysis != m_state.analysis) {
        m_showsAnyway = false;
    }
    m_state = state;
    refresh();
}

void AnalysisPanel::setHeatmapLabel(const std::string& label)
{
    m_heatmapLabel = label;
    m_controls->setLabel(label);
    refreshHeatmap();
}

void AnalysisPanel::setSnapshot(const QImage& image)
{
    QImage shown = image;
    shown.setDevicePixelRatio(devicePixelRatioF());
    m_snapshot->setPixmap(QPixmap::fromImage(shown));
}

void AnalysisPanel::setBlind(bool isBlind)
{
    if (isBlind != m_isBlind) {
        m_isBlind = isBlind;
        refresh();
    }
}

bool AnalysisPanel::hidesResult() const
{
    // That an image must not be judged is no hint at a finding.
    return m_isBlind && m_state.analysis && m_state.analysis->prediction.inputCheck.isSupported;
}

QSize AnalysisPanel::snapshotBounds() const
{
    return (QSizeF(kSnapshotWidth, kSnapshotHeight) * devicePixelRatioF()).toSize();
}

bool AnalysisPanel::withholdsScores() const
{
    return m_state.analysis && !m_state.analysis->prediction.inputCheck.isSupported &&
           !m_showsAnyway;
}

void AnalysisPanel::refresh()
{
    const bool isDone = m_state.phase == AnalysisPhase::Done && m_state.analysis;
    m_notice->setVisible(!isDone);
    m_scroll->setVisible(isDone && !hidesResult());
    m_progress->setVisible(m_state.phase == AnalysisPhase::Loading ||
                           m_state.phase == AnalysisPhase::Running ||
                           !m_state.pendingHeatmap.empty());
    m_disclaimer->setText(tr("AI estimate, not a diagnosis"));
    m_controls->setModel(m_state.description);
    refreshNotice();
    if (isDone) {
        refreshInputCheck();
        refreshScores();
        refreshHeatmap();
        refreshModel();
    }
}

void AnalysisPanel::refreshNotice()
{
    m_notice->setIconName(m_state.phase == AnalysisPhase::Failed ? QStringLiteral("error")
                                                                 : QStringLiteral("analyse"));
    switch (m_state.phase) {
    case AnalysisPhase::NoImage:
        m_notice->setTexts(tr("No image"), tr("Open a chest radiograph to have it analysed."));
        m_notice->setButtons({});
        break;
    case AnalysisPhase::Disabled:
        m_notice->setTexts(tr("Not analysed"), tr("Images are analysed only when you ask for it."));
        m_notice->setButtons(tr("Analyse"));
        break;
    case AnalysisPhase::NoModel:
        m_notice->setTexts(tr("No model installed"),
                           tr("Install a model package with “nefes models import”. Viewing works "
                              "without one."));
        m_notice->setButtons(tr("Try again"));
        break;
    case AnalysisPhase::Loading:
        m_notice->setTexts(tr("Loading the model…"), tr("This happens once at the start."));
        m_notice->setButtons({});
        break;
    case AnalysisPhase::Running:
        m_notice->setTexts(tr("Analysing…"), {});
        m_notice->setButtons({});
        break;
    case AnalysisPhase::Failed:
        m_notice->setTexts(tr("The analysis failed"),
                           errorText(m_state.error ? m_state.error->code : ErrorCode::Internal));
        m_notice->setButtons(tr("Try again"));
        break;
    case AnalysisPhase::Done:
        m_notice->setTexts({}, {});
        m_notice->setButtons({});
        break;
    }
}

void AnalysisPanel::refreshInputCheck()
{
    const ml::InputCheck& check = m_state.analysis->prediction.inputCheck;
    m_checkCard->setProperty("card", check.isSupported ? QVariant(false)
                                                       : QVariant(QStringLiteral("warning")));
    repolish(*m_checkCard);
    const QString icon = check.isSupported ? QStringLiteral("check") : QStringLiteral("warning");
    m_checkIcon->setPixmap(themedIcon(icon).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_checkText->setText(check.isSupported
                             ? tr("The input check found nothing against it.")
                             : tr("%1 The model must not judge it, so its scores are withheld.",
                                  "reason, a whole sentence")
                                   .arg(rejectionText(check.reason)));
    m_showAnyway->setText(tr("Show anyway"));
    m_showAnyway->setVisible(withholdsScores());
    m_findings->setVisible(!withholdsScores());
}

void AnalysisPanel::refreshScores()
{
    while (QLayoutItem* item = m_scores->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const ml::Prediction& prediction = m_state.analysis->prediction;
    QStringList above;
    const std::string negative = m_state.description ? m_state.description->negativeLabel : "";
    for (ml::Score& score : sortedScores(prediction.scores, negative)) {
        if (const auto band = m_state.bands.find(score.label); band != m_state.bands.end()) {
            score.band = band->second;
        }
        const QString name = m_state.description ? labelText(*m_state.description, score.label)
                                                 : fromUtf8(score.label);
        m_scores->addWidget(new ScoreRow(name, score, m_findings));
        if (score.decision == ml::Decision::Above) {
            above.append(name);
        }
    }
    m_scoresTitle->setText(tr("Probabilities"));
    m_headline->setText(above.isEmpty()
                            ? tr("No finding above threshold")
                            : tr("Above threshold: %1").arg(above.join(QStringLiteral(", "))));
    m_similar->setCases(prediction.similar, m_state.description.get());
}

void AnalysisPanel::refreshHeatmap()
{
    m_heatmapTitle->setText(tr("Where the model looked"));
    m_snapshot->setAccessibleName(tr("Small picture of the image with the heatmap"));
    m_energyText->hide();
    if (!m_state.description || !m_state.analysis) {
        return;
    }
    const auto map = m_state.heatmaps.find(m_heatmapLabel);
    if (map == m_state.heatmaps.end()) {
        m_snapshotText->setText(m_state.pendingHeatmap.empty() ? tr("No heatmap for this image")
                                                               : tr("The heatmap is being made…"));
        return;
    }
    QString caption = tr("%1, %2. It shows where, not why.", "finding, method")
                          .arg(labelText(*m_state.description, m_heatmapLabel),
                               heatmapMethodText(map->second->method));
    if (m_state.description->secondNetwork) {
        caption += QLatin1Char(' ') +
                   tr("The model judges with two networks; the map is the first one's.");
    }
    m_snapshotText->setText(caption);
    if (const auto& energy = map->second->energyInLungs) {
        const bool isLow = *energy < kLowEnergy;
        const QString share =
            tr("%1 of the map lies inside the lungs.", "percent").arg(percentText(*energy));
        m_energyText->setText(
            isLow ? tr("%1 Much of it lies outside: the estimate may rest on something else.",
                       "a whole sentence")
                        .arg(share)
                  : share);
        m_energyText->setProperty("role",
                                  isLow ? QStringLiteral("warning") : QStringLiteral("caption"));
        repolish(*m_energyText);
        m_energyText->show();
    }
}

void AnalysisPanel::refreshModel()
{
    m_modelTitle->setText(tr("Model"));
    m_card->setText(tr("Model card"));
    m_modelChoice->clear();
    const QStringList titles = modelTitles(m_state.models);
    for (std::size_t i = 0; i < m_state.models.size(); ++i) {
        m_modelChoice->addItem(titles[static_cast<qsizetype>(i)], fromUtf8(m_state.models[i].id));
    }
    m_modelChoice->setVisible(m_state.models.size() > 1);
    m_modelChoice->setAccessibleName(tr("Model that judges the image"));
    if (m_state.model) {
        m_modelChoice->setCurrentIndex(m_modelChoice->findData(fromUtf8(m_state.model->id)));
    }
    if (!m_state.description || !m_state.analysis) {
        return;
    }
    const ml::ModelDescription& model = *m_state.description;
    m_modelText->setText(tr("%1, version %2, %3\nRuns on: %4", "model, version, date, device")
                             .arg(localised(model.title), fromUtf8(model.version),
                                  dateText(model.date), deviceText(m_state.analysis->device)));
}

void AnalysisPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    } else if (event->type() == QEvent::PaletteChange) {
        // Not at once: Qt still holds the rows that are made anew while it changes the style.
        QTimer::singleShot(0, this, &AnalysisPanel::refresh);
    }
}

} // namespace nefes::ui
