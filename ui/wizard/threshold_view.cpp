// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/threshold_view.h"

#include "ml/roc.h"

#include "ui/plots/line_plot.h"
#include "ui/plots/plot_colors.h"
#include "ui/plots/plot_export.h"
#include "ui/text/format.h"
#include "ui/wizard/folding_columns.h"
#include "ui/wizard/glossary.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace nefes::ui {

namespace {

constexpr int kSteps = 1000;

QString shareText(double value)
{
    return std::isfinite(value) ? numberText(value, 3) : QStringLiteral("–");
}

} // namespace

ThresholdView::ThresholdView(QThreadPool& pool, const std::function<void(const QString&)>& told,
                             QWidget* parent)
    : QWidget(parent)
    , m_classLabel(new QLabel(this))
    , m_class(new QComboBox(this))
    , m_roc(new LinePlot(this))
    , m_precision(new LinePlot(this))
    , m_calibration(new LinePlot(this))
    , m_thresholdLabel(new QLabel(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_thresholdValue(new QLabel(this))
    , m_prevalenceLabel(new QLabel(this))
    , m_prevalence(new QDoubleSpinBox(this))
    , m_use(new QPushButton(this))
    , m_values(new QLabel(this))
    , m_meaning(new QLabel(this))
{
    const std::pair<LinePlot*, const char*> plots[] = {
        {m_roc, "rocPlot"}, {m_precision, "precisionPlot"}, {m_calibration, "calibrationPlot"}};
    for (const auto& [plot, name] : plots) {
        plot->setObjectName(QLatin1String(name));
        plot->addCurve({.color = kTrainingColor, .hasPoints = plot == m_calibration});
        plot->setXRange(0.0, 1.0);
        plot->setYRange(0.0, 1.0);
        plot->setDecimals(3, 3);
        enablePlotExport(*plot, QLatin1String(name), pool, told);
    }
    m_roc->setDiagonal(true);
    m_calibration->setDiagonal(true);
    m_class->setObjectName(QStringLiteral("thresholdClass"));
    m_slider->setObjectName(QStringLiteral("thresholdSlider"));
    m_slider->setRange(0, kSteps);
    m_slider->setPageStep(kSteps / 20);
    m_thresholdValue->setObjectName(QStringLiteral("thresholdValue"));
    m_prevalence->setObjectName(QStringLiteral("prevalence"));
    m_prevalence->setRange(0.1, 99.9);
    m_prevalence->setDecimals(1);
    m_prevalence->setValue(10.0);
    m_use->setObjectName(QStringLiteral("useThreshold"));
    m_values->setObjectName(QStringLiteral("thresholdFigures"));
    m_values->setTextFormat(Qt::RichText);
    m_values->setWordWrap(true);
    m_meaning->setObjectName(QStringLiteral("thresholdMeaning"));
    m_meaning->setWordWrap(true);
    m_meaning->setProperty("role", QStringLiteral("secondary"));
    connect(m_class, &QComboBox::currentIndexChanged, this, [this] { showClass(); });
    connect(m_slider, &QSlider::valueChanged, this, [this] { showThreshold(); });
    connect(m_prevalence, &QDoubleSpinBox::valueChanged, this, [this] { showThreshold(); });
    connect(m_roc, &LinePlot::clickedAt, this,
            [this](const QPointF& value) { moveToRecall(value.y()); });
    connect(m_precision, &LinePlot::clickedAt, this,
            [this](const QPointF& value) { moveToRecall(value.x()); });
    connect(m_use, &QPushButton::clicked, this, [this] {
        m_chosen = m_class->currentData().toString();
        Q_EMIT thresholdChosen(m_chosen, threshold());
        retranslate();
    });

    auto* controls = new QHBoxLayout;
    controls->setSpacing(8);
    controls->addWidget(m_classLabel);
    controls->addWidget(m_class);
    controls->addSpacing(12);
    controls->addWidget(m_thresholdLabel);
    controls->addWidget(m_slider, 1);
    controls->addWidget(m_thresholdValue);
    controls->addSpacing(12);
    controls->addWidget(m_prevalenceLabel);
    controls->addWidget(m_prevalence);
    controls->addWidget(m_use);
    m_classLabel->setBuddy(m_class);
    m_thresholdLabel->setBuddy(m_slider);
    m_prevalenceLabel->setBuddy(m_prevalence);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    for (const auto& [plot, name] : plots) {
        row->addWidget(plot, 1);
    }
    auto* layout = scrolledLayout(*this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(controls);
    layout->addWidget(m_values);
    layout->addWidget(m_meaning);
    layout->addLayout(row, 1);
    retranslate();
}

void ThresholdView::setJudged(JudgedSetPtr judged)
{
    m_judged = std::move(judged);
    m_chosen.clear();
    const QSignalBlocker blocker(m_class);
    m_class->clear();
    int first = 0;
    for (const ml::ModelLabel& label : m_judged->model.labels) {
        if (label.id == m_judged->model.negativeLabel && m_class->count() == first) {
            ++first; // the findings are what a threshold is for
        }
        m_class->addItem(labelText(m_judged->model, label.id), fromUtf8(label.id));
    }
    m_class->setCurrentIndex(std::min(first, m_class->count() - 1));
    CurveData calibration;
    for (const ml::ReliabilityBin& bin :
         ml::reliabilityBins(m_judged->evaluation.images.judgements)) {
        calibration.append({bin.confidence, bin.accuracy});
    }
    m_calibration->setData(0, std::move(calibration));
    showClass();
}

double ThresholdView::threshold() const
{
    return static_cast<double>(m_slider->value()) / kSteps;
}

void ThresholdView::setThreshold(double threshold)
{
    m_slider->setValue(static_cast<int>(std::lround(threshold * kSteps)));
}

void ThresholdView::showClass()
{
    if (!m_judged || m_class->currentIndex() < 0) {
        return;
    }
    const auto label = static_cast<std::size_t>(m_class->currentIndex());
    m_scores = ml::oneClass(m_judged->evaluation.images.judgements, label);
    CurveData roc;
    roc.append({0.0, 0.0});
    for (const ml::RocPoint& point : ml::rocCurve(m_scores.scores, m_scores.positive)) {
        roc.append({1.0 - point.specificity, point.sensitivity});
    }
    CurveData precision;
    for (const auto& [recall, value] : ml::precisionRecallCurve(m_scores)) {
        precision.append({recall, value});
    }
    m_roc->setData(0, std::move(roc));
    m_precision->setData(0, std::move(precision));
    setThreshold(m_judged->model.labels.at(label).threshold.value_or(0.5));
    retranslate();
    showThreshold();
}

void ThresholdView::moveToRecall(double recall)
{
    // The threshold whose sensitivity is nearest to the click.
    double nearest = 2.0;
    double found = threshold();
    for (const ml::RocPoint& point : ml::rocCurve(m_scores.scores, m_scores.positive)) {
        if (std::abs(point.sensitivity - recall) < nearest) {
            nearest = std::abs(point.sensitivity - recall);
            found = point.threshold;
        }
    }
    setThreshold(found);
}

void ThresholdView::showThreshold()
{
    m_thresholdValue->setText(numberText(threshold(), 3));
    if (!m_judged || m_scores.scores.empty()) {
        return;
    }
    const ml::ScreeningCounts counts = ml::screeningCounts(m_scores, threshold());
    const double sensitivity = counts.sensitivity();
    const double specificity = counts.specificity();
    const double prevalence = m_prevalence->value() / 100.0;
    const double positive = ml::positivePredictiveValue(sensitivity, specificity, prevalence);
    const double negative = ml::negativePredictiveValue(sensitivity, specificity, prevalence);
    const int called = counts.truePositives + counts.falsePositives;
    m_roc->setRing(QPointF(1.0 - specificity, sensitivity));
    m_precision->setRing(called > 0
                             ? std::optional(QPointF(
                                   sensitivity, static_cast<double>(counts.truePositives) / called))
                             : std::nullopt);
    m_values->setText(
        tr("<b>Sensitivity %1</b> (%2 of %3 found) &nbsp;·&nbsp; <b>Specificity %4</b> (%5 of %6 "
           "cleared) &nbsp;·&nbsp; <b>PPV %7</b> &nbsp;·&nbsp; <b>NPV %8</b>")
            .arg(shareText(sensitivity))
            .arg(counts.truePositives)
            .arg(counts.truePositives + counts.falseNegatives)
            .arg(shareText(specificity))
            .arg(counts.trueNegatives)
            .arg(counts.trueNegatives + counts.falsePositives)
            .arg(shareText(positive), shareText(negative)));
    m_meaning->setText(
        std::isfinite(positive) && std::isfinite(negative)
            ? tr("Where %1% have the finding: of 100 images above the threshold %2 have it; of 100 "
                 "below it %3 are free of it.")
                  .arg(numberText(m_prevalence->value(), 1), numberText(100.0 * positive, 0),
                       numberText(100.0 * negative, 0))
            : tr("Nothing is above, or nothing below, this threshold."));
}

void ThresholdView::retranslate()
{
    m_classLabel->setText(tr("Class"));
    m_thresholdLabel->setText(tr("Threshold"));
    m_slider->setAccessibleName(tr("Threshold"));
    m_class->setAccessibleName(tr("Class"));
    m_prevalenceLabel->setText(tr("Prevalence"));
    m_prevalence->setAccessibleName(tr("Prevalence"));
    // The sign stands where the language has it.
    const bool isBefore = percentText(0.5).startsWith(QLatin1Char('%'));
    m_prevalence->setPrefix(isBefore ? QStringLiteral("%") : QString());
    m_prevalence->setSuffix(isBefore ? QString() : QStringLiteral("%"));
    m_prevalence->setToolTip(explainTerm(Term::Prevalence));
    m_prevalenceLabel->setToolTip(explainTerm(Term::Prevalence));
    QStringList terms;
    for (const Term term : {Term::Sensitivity, Term::Specificity, Term::PositivePredictiveValue,
                            Term::NegativePredictiveValue}) {
        terms.append(explainTerm(term));
    }
    m_values->setToolTip(terms.join(QLatin1Char('\n')));
    const bool isChosen = !m_chosen.isEmpty() && m_chosen == m_class->currentData().toString();
    m_use->setText(isChosen ? tr("Operating point set") : tr("Use as operating point"));
    m_use->setToolTip(tr("Publishes the model with this threshold for the class.") +
                      QLatin1Char('\n') + explainTerm(Term::OperatingPoint));
    m_roc->setTexts(tr("ROC"), tr("1 − specificity"), tr("sensitivity"));
    m_roc->setExplanation(explainTerm(Term::RocCurve));
    m_precision->setExplanation(explainTerm(Term::PrecisionRecallCurve));
    m_calibration->setExplanation(explainTerm(Term::Calibration));
    m_thresholdLabel->setToolTip(explainTerm(Term::Threshold));
    m_slider->setToolTip(explainTerm(Term::Threshold));
    m_roc->setCurveName(0, tr("sensitivity"));
    m_precision->setTexts(tr("Precision and recall"), tr("recall"), tr("precision"));
    m_precision->setCurveName(0, tr("precision"));
    m_calibration->setTexts(tr("Calibration"), tr("probability given"), tr("share that was right"));
    m_calibration->setCurveName(0, tr("share that was right"));
    for (int i = 0; m_judged && i < m_class->count(); ++i) {
        m_class->setItemText(
            i, labelText(m_judged->model, m_class->itemData(i).toString().toStdString()));
    }
    showThreshold();
}

void ThresholdView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace nefes::ui
