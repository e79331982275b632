// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/rate_finder.h"

#include "ui/plots/line_plot.h"
#include "ui/plots/plot_colors.h"
#include "ui/plots/plot_export.h"
#include "ui/wizard/glossary.h"
#include "ui/wizard/run_text.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <cmath>
#include <utility>
#include <variant>

namespace nefes::ui {

namespace {

enum Curve { Batches, Smoothed };

// As the form of step 2.
constexpr double kLowestRate = 1e-12, kHighestRate = 100.0, kStep = 0.0001;
constexpr int kDecimals = 6;

/// Two digits say all that such a search can know.
double rounded(double rate)
{
    const double unit = std::pow(10.0, std::floor(std::log10(rate)) - 1.0);
    return std::round(rate / unit) * unit;
}

} // namespace

RateFinder::RateFinder(QThreadPool& pool, std::function<void(const QString&)> told, QWidget* parent)
    : QWidget(parent)
    , m_rateLabel(new QLabel(this))
    , m_rate(new QDoubleSpinBox(this))
    , m_search(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_use(new QPushButton(this))
    , m_text(new QLabel(this))
    , m_plot(new LinePlot(this))
{
    m_rate->setObjectName(QStringLiteral("finderRate"));
    m_rate->setDecimals(kDecimals);
    m_rate->setRange(kLowestRate, kHighestRate);
    m_rate->setSingleStep(kStep);
    m_rate->setKeyboardTracking(false);
    m_rateLabel->setBuddy(m_rate);
    m_search->setObjectName(QStringLiteral("finderSearch"));
    m_cancel->setObjectName(QStringLiteral("finderCancel"));
    m_use->setObjectName(QStringLiteral("finderUse"));
    m_use->setProperty("primary", true);
    m_text->setObjectName(QStringLiteral("finderText"));
    m_text->setWordWrap(true);
    m_text->setProperty("role", QStringLiteral("secondary"));
    m_plot->setObjectName(QStringLiteral("ratesPlot"));
    m_plot->addCurve({.color = kTrainingColor, .isFaint = true});
    m_plot->addCurve({.color = kTrainingColor});
    m_plot->setLogarithmicX(true);
    enablePlotExport(*m_plot, QStringLiteral("learning-rates"), pool, std::move(told));
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, &RateFinder::rateChosen);
    connect(m_search, &QPushButton::clicked, this, &RateFinder::searchClicked);
    connect(m_cancel, &QPushButton::clicked, this, &RateFinder::cancelClicked);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (m_chosen) {
            Q_EMIT rateChosen(*m_chosen);
        }
    });
    connect(m_plot, &LinePlot::clickedAt, this, [this](const QPointF& value) {
        if (m_last) {
            choose(std::pow(10.0, value.x()));
        }
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_rateLabel);
    row->addWidget(m_rate);
    row->addWidget(m_search);
    row->addWidget(m_cancel);
    row->addWidget(m_use);
    row->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(row);
    layout->addWidget(m_text);
    layout->addWidget(m_plot, 1);
    retranslate();
}

void RateFinder::setRate(double rate)
{
    const QSignalBlocker blocker(m_rate);
    m_rate->setValue(rate);
    update();
}

void RateFinder::setReady(bool isReady)
{
    m_isReady = isReady;
    update();
}

void RateFinder::begin()
{
    m_isSearching = true;
    m_last.reset();
    m_found.reset();
    m_chosen.reset();
    m_hasFailed = false;
    m_plot->clearData();
    update();
}

void RateFinder::take(const ml::TrainingEvent& event)
{
    if (const auto* tried = std::get_if<ml::LearningRateTried>(&event)) {
        m_last = *tried;
        const double x = std::log10(tried->learningRate);
        m_plot->append(Batches, {x, tried->loss});
        m_plot->append(Smoothed, {x, tried->smoothedLoss});
        update();
    } else if (const auto* found = std::get_if<ml::LearningRateFound>(&event)) {
        m_found = *found;
        if (found->suggested) {
            choose(*found->suggested);
        }
    }
}

void RateFinder::end(RunOutcome outcome)
{
    m_isSearching = false;
    m_hasFailed = outcome == RunOutcome::Failed;
    update();
}

void RateFinder::choose(double rate)
{
    m_chosen = rounded(rate);
    update();
}

QString RateFinder::stateText() const
{
    if (m_hasFailed) {
        return tr("The search failed; the reason stands above.");
    }
    if (m_isSearching) {
        return m_last ? tr("Trying rate %1 of at most %2…").arg(m_last->step).arg(m_last->steps)
                      : tr("The images are being prepared…");
    }
    if (!m_last) {
        return tr("The search trains for some 100 batches, each with a higher rate than the one "
                  "before, and draws the loss. Nothing of it is kept.");
    }
    if (!m_found) {
        return tr("Cancelled. Click into the plot to choose a rate, or search again.");
    }
    if (!m_found->suggested) {
        return tr("No rate brought the loss down. Look at the classes in step 1 and at the network "
                  "in step 3; with few images another search may do better.");
    }
    return tr("At %1 the loss falls most steeply: a good rate to begin with. It is lowest at %2; "
              "from there on higher rates do harm. Click into the plot to choose another.")
        .arg(rateText(rounded(*m_found->suggested)), rateText(rounded(m_found->lowestLossRate)));
}

void RateFinder::update()
{
    m_search->setEnabled(m_isReady && !m_isSearching);
    m_cancel->setVisible(m_isSearching);
    m_text->setText(stateText());
    m_use->setVisible(m_chosen.has_value() && !m_isSearching);
    if (m_chosen) {
        const bool isTaken = std::abs(m_rate->value() - *m_chosen) < *m_chosen * 1e-3;
        m_use->setEnabled(!isTaken);
        m_use->setText(isTaken ? tr("%1 is in the recipe").arg(rateText(*m_chosen))
                               : tr("Use %1").arg(rateText(*m_chosen)));
        const bool isSuggested =
            m_found && m_found->suggested && rounded(*m_found->suggested) == *m_chosen;
        m_plot->setMark(std::log10(*m_chosen), isSuggested
                                                   ? tr("suggested: %1").arg(rateText(*m_chosen))
                                                   : tr("chosen: %1").arg(rateText(*m_chosen)));
    }
}

void RateFinder::retranslate()
{
    m_rateLabel->setText(tr("Learning rate"));
    m_rateLabel->setToolTip(explainTerm(Term::LearningRate));
    m_rate->setAccessibleName(tr("Learning rate"));
    m_rate->setToolTip(explainTerm(Term::LearningRate));
    m_search->setText(tr("Find a learning rate"));
    m_search->setToolTip(explainTerm(Term::LearningRateFinder));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel the search for a learning rate"));
    m_use->setToolTip(tr("Writes this rate into the recipe."));
    m_plot->setTexts(tr("Loss by learning rate"), tr("learning rate"), tr("loss"));
    m_plot->setExplanation(explainTerm(Term::LearningRateFinder));
    m_plot->setCurveName(Batches, tr("each batch"));
    m_plot->setCurveName(Smoothed, tr("loss, smoothed"));
    update();
}

void RateFinder::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace nefes::ui
