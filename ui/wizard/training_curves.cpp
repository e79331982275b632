// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/training_curves.h"

#include "ui/plots/line_plot.h"
#include "ui/plots/plot_colors.h"
#include "ui/plots/plot_export.h"
#include "ui/wizard/folding_columns.h"
#include "ui/wizard/glossary.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>
#include <variant>

namespace nefes::ui {

namespace {

// The curves of loss and accuracy, in the order in which they are added.
enum Curve { RawBatches, SmoothBatches, TrainingEpochs, ValidationEpochs };
enum Mode { ByBatch, ByEpoch };

constexpr int kStartSmoothing = 90; ///< percent

LinePlot* metricPlot(QWidget* parent, const char* name)
{
    auto* plot = new LinePlot(parent);
    plot->setObjectName(QLatin1String(name));
    plot->addCurve({.color = kTrainingColor, .isFaint = true});
    plot->addCurve({.color = kTrainingColor});
    plot->addCurve({.color = kTrainingColor, .hasPoints = true});
    plot->addCurve({.color = kValidationColor, .isDashed = true, .hasPoints = true});
    plot->setDecimals(2, 3);
    return plot;
}

} // namespace

TrainingCurves::TrainingCurves(QThreadPool& pool, const std::function<void(const QString&)>& told,
                               QWidget* parent)
    : QWidget(parent)
    , m_rate(new LinePlot(this))
    , m_speed(new LinePlot(this))
    , m_modeLabel(new QLabel(this))
    , m_mode(new QComboBox(this))
    , m_smoothingLabel(new QLabel(this))
    , m_smoothing(new QSlider(Qt::Horizontal, this))
{
    m_loss.plot = metricPlot(this, "lossPlot");
    m_loss.plot->setYRange(0.0, std::nullopt);
    m_accuracy.plot = metricPlot(this, "accuracyPlot");
    m_accuracy.plot->setYRange(std::nullopt, 1.0);
    m_rate->setObjectName(QStringLiteral("ratePlot"));
    m_rate->addCurve({.color = kTrainingColor, .hasPoints = true});
    m_rate->setDecimals(0, 6);
    m_rate->setYRange(0.0, std::nullopt);
    m_speed->setObjectName(QStringLiteral("speedPlot"));
    m_speed->addCurve({.color = kTrainingColor});
    m_speed->setDecimals(2, 0);
    m_speed->setYRange(0.0, std::nullopt);
    for (const auto& [plot, name] :
         {std::pair(m_loss.plot, "loss"), std::pair(m_accuracy.plot, "accuracy"),
          std::pair(m_rate, "learning-rate"), std::pair(m_speed, "speed")}) {
        plot->setXRange(0.0, std::nullopt);
        enablePlotExport(*plot, QLatin1String(name), pool, told);
    }
    m_mode->setObjectName(QStringLiteral("curveMode"));
    m_mode->addItems({QString(), QString()});
    m_smoothing->setObjectName(QStringLiteral("curveSmoothing"));
    m_smoothing->setRange(0, 99);
    m_smoothing->setValue(kStartSmoothing);
    m_smoothing->setFixedWidth(120);
    connect(m_mode, &QComboBox::currentIndexChanged, this, [this] { applyMode(); });
    connect(m_smoothing, &QSlider::valueChanged, this, [this] { smoothAgain(); });

    auto* controls = new QHBoxLayout;
    controls->setSpacing(8);
    controls->addWidget(m_modeLabel);
    controls->addWidget(m_mode);
    controls->addSpacing(12);
    controls->addWidget(m_smoothingLabel);
    controls->addWidget(m_smoothing);
    controls->addStretch(1);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->addWidget(m_loss.plot, 0, 0);
    grid->addWidget(m_accuracy.plot, 0, 1);
    grid->addWidget(m_rate, 1, 0);
    grid->addWidget(m_speed, 1, 1);
    grid->setRowStretch(0, 5);
    grid->setRowStretch(1, 3);
    auto* layout = scrolledLayout(*this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->addLayout(controls);
    layout->addLayout(grid, 1);
    clear();
    applyMode();
    retranslate();
}

double TrainingCurves::weight() const
{
    return m_smoothing->value() / 100.0;
}

void TrainingCurves::clear()
{
    for (Metric* metric : {&m_loss, &m_accuracy}) {
        metric->plot->clearData();
        metric->average = MovingAverage(weight());
    }
    m_rate->clearData();
    m_speed->clearData();
    m_bestEpoch = 0;
}

void TrainingCurves::take(const ml::TrainingEvent& event)
{
    if (const auto* batch = std::get_if<ml::BatchDone>(&event)) {
        const double x =
            batch->epoch - 1 + static_cast<double>(batch->step) / std::max(1, batch->steps);
        takeBatch(m_loss, x, batch->loss);
        takeBatch(m_accuracy, x, batch->accuracy);
        m_speed->append(0, {x, batch->imagesPerSecond});
    } else if (const auto* epoch = std::get_if<ml::EpochDone>(&event)) {
        const double x = epoch->epoch;
        m_loss.plot->append(TrainingEpochs, {x, epoch->train.loss});
        m_loss.plot->append(ValidationEpochs, {x, epoch->validation.loss});
        m_accuracy.plot->append(TrainingEpochs, {x, epoch->train.accuracy});
        m_accuracy.plot->append(ValidationEpochs, {x, epoch->validation.accuracy});
        m_rate->append(0, {x, epoch->learningRate});
        if (epoch->isBest) {
            m_bestEpoch = epoch->epoch;
            retranslate();
        }
    }
}

void TrainingCurves::takeBatch(Metric& metric, double x, double value)
{
    metric.plot->append(RawBatches, {x, value});
    metric.plot->append(SmoothBatches, {x, metric.average.next(value)});
}

void TrainingCurves::smooth(Metric& metric)
{
    metric.average = MovingAverage(weight());
    CurveData smoothed;
    for (const QPointF& point : metric.plot->data(RawBatches).points()) {
        smoothed.append({point.x(), metric.average.next(point.y())});
    }
    metric.plot->setData(SmoothBatches, std::move(smoothed));
}

void TrainingCurves::smoothAgain()
{
    smooth(m_loss);
    smooth(m_accuracy);
}

void TrainingCurves::applyMode()
{
    const bool isByBatch = m_mode->currentIndex() == ByBatch;
    for (const Metric* metric : {&m_loss, &m_accuracy}) {
        metric->plot->setCurveVisible(RawBatches, isByBatch);
        metric->plot->setCurveVisible(SmoothBatches, isByBatch);
        metric->plot->setCurveVisible(TrainingEpochs, !isByBatch);
    }
    m_smoothing->setEnabled(isByBatch);
}

void TrainingCurves::retranslate()
{
    const QString epoch = tr("epoch");
    m_loss.plot->setTexts(tr("Loss"), epoch, {});
    m_accuracy.plot->setTexts(tr("Accuracy"), epoch, {});
    m_rate->setTexts(tr("Learning rate"), epoch, {});
    m_speed->setTexts(tr("Images per second"), epoch, {});
    m_loss.plot->setExplanation(explainTerm(Term::Loss) + QLatin1Char('\n') +
                                explainTerm(Term::Overfitting));
    m_speed->setExplanation(tr("Training images that are looked at in a second."));
    m_accuracy.plot->setExplanation(explainTerm(Term::Accuracy));
    m_rate->setExplanation(explainTerm(Term::LearningRate));
    m_rate->setCurveName(0, tr("learning rate"));
    m_speed->setCurveName(0, tr("images per second"));
    for (const Metric* metric : {&m_loss, &m_accuracy}) {
        metric->plot->setCurveName(RawBatches, tr("training, each batch"));
        metric->plot->setCurveName(SmoothBatches, tr("training"));
        metric->plot->setCurveName(TrainingEpochs, tr("training"));
        metric->plot->setCurveName(ValidationEpochs, tr("validation"));
        metric->plot->setMark(m_bestEpoch > 0 ? std::optional<double>(m_bestEpoch) : std::nullopt,
                              tr("best epoch %1").arg(m_bestEpoch));
    }
    m_modeLabel->setText(tr("Curves"));
    m_mode->setItemText(ByBatch, tr("by batch, smoothed"));
    m_mode->setItemText(ByEpoch, tr("by epoch"));
    m_mode->setToolTip(explainTerm(Term::Batch) + QLatin1Char('\n') + explainTerm(Term::Epoch));
    m_mode->setAccessibleName(tr("Curves by batch or by epoch"));
    m_smoothingLabel->setText(tr("Smoothing"));
    m_smoothing->setAccessibleName(tr("Smoothing of the batch curves"));
    m_smoothing->setToolTip(
        tr("A moving average: more of it hides the noise of single batches and comes later."));
}

void TrainingCurves::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace nefes::ui
