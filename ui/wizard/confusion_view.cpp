// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/confusion_view.h"

#include "ml/json_object.h"

#include "ui/text/format.h"
#include "ui/theme/theme.h"
#include "ui/wizard/fold_results.h"
#include "ui/wizard/glossary.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTableWidget>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <tuple>
#include <utility>

namespace nefes::ui {

namespace {

using nlohmann::json;

constexpr int kRowHeight = 40;
constexpr int kMargin = 4;
constexpr float kStrongest = 0.55F;

void prepare(QTableWidget& table)
{
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table.setShowGrid(false);
}

/// Of which the metric is a share; 0: of none that the contracts tell.
int imagesBehind(const json& metrics, const std::string& name)
{
    return name == "accuracy" ? ml::valueOr(metrics, "images", 0)
           : name == "recall" ? ml::valueOr(metrics, "support", 0)
                              : 0;
}

} // namespace

QString metricText(const json& metrics, const char* name)
{
    const json value = metrics.value(name, json());
    if (!value.is_number()) {
        return QStringLiteral("–");
    }
    QString number = numberText(value.get<double>(), 3);
    const json interval = metrics.value(std::string(name) + "_ci", json());
    if (!interval.is_array() || interval.size() != 2 || !interval[0].is_number() ||
        !interval[1].is_number()) {
        return number;
    }
    double low = interval[0].get<double>();
    double high = interval[1].get<double>();
    if (low == high) {
        // Drawn again, what was always or never right is always or never right: no certainty.
        const int images = imagesBehind(metrics, name);
        if (images <= 0) {
            return number;
        }
        std::tie(low, high) =
            wilsonInterval(static_cast<int>(std::lround(value.get<double>() * images)), images);
    }
    return QStringLiteral("%1 (%2–%3)").arg(number, numberText(low, 2), numberText(high, 2));
}

void fitToRows(QTableWidget& table)
{
    // The bar of a table that is too wide for its window would lie over the last row.
    int height = table.horizontalHeader()->sizeHint().height() + kMargin +
                 table.horizontalScrollBar()->sizeHint().height();
    for (int row = 0; row < table.rowCount(); ++row) {
        height += table.rowHeight(row);
    }
    table.setFixedHeight(height);
}

void fillConfusion(QTableWidget& table, const QStringList& names,
                   const std::vector<std::vector<int>>& counts, bool opensImages)
{
    const int count = static_cast<int>(names.size());
    table.setRowCount(count);
    table.setColumnCount(count);
    table.setHorizontalHeaderLabels(names);
    table.setVerticalHeaderLabels(names);
    const QColor right = accentColor(table.palette());
    const QColor wrong = warningColor(table.palette());
    for (int truth = 0; truth < count; ++truth) {
        const std::vector<int>& row = counts.at(static_cast<std::size_t>(truth));
        const int sum = std::accumulate(row.begin(), row.end(), 0);
        for (int predicted = 0; predicted < count; ++predicted) {
            const int cell = row.at(static_cast<std::size_t>(predicted));
            const double share = sum > 0 ? static_cast<double>(cell) / sum : 0.0;
            auto* item = new QTableWidgetItem(QStringLiteral("%1\n%2").arg(cell).arg(
                sum > 0 ? percentText(share) : QStringLiteral("–")));
            item->setTextAlignment(Qt::AlignCenter);
            QColor shade = truth == predicted ? right : wrong;
            shade.setAlphaF(static_cast<float>(share) * kStrongest);
            item->setBackground(shade);
            QString text = ConfusionView::tr("%n image(s) of “%1” judged as “%2”.", nullptr, cell)
                               .arg(names.at(truth), names.at(predicted));
            if (opensImages) {
                text += QLatin1Char(' ') + ConfusionView::tr("Click to see them.");
            }
            item->setToolTip(text);
            item->setData(Qt::AccessibleTextRole, text);
            table.setItem(truth, predicted, item);
        }
        table.setRowHeight(truth, kRowHeight);
    }
    fitToRows(table);
}

ConfusionView::ConfusionView(QWidget* parent)
    : QWidget(parent)
    , m_summary(new QLabel(this))
    , m_matrixTitle(new QLabel(this))
    , m_matrix(new QTableWidget(this))
    , m_reportTitle(new QLabel(this))
    , m_report(new QTableWidget(this))
{
    // Room that is left over belongs below the tables, not between them.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_summary->setObjectName(QStringLiteral("evaluationSummary"));
    m_summary->setWordWrap(true);
    for (QLabel* label : {m_matrixTitle, m_reportTitle}) {
        label->setProperty("role", QStringLiteral("section"));
        label->setWordWrap(true);
    }
    m_matrix->setObjectName(QStringLiteral("confusionMatrix"));
    m_report->setObjectName(QStringLiteral("classReport"));
    prepare(*m_matrix);
    prepare(*m_report);
    m_matrix->setSelectionMode(QAbstractItemView::SingleSelection);
    m_report->verticalHeader()->hide();
    m_report->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_report->setSelectionBehavior(QAbstractItemView::SelectRows);
    connect(m_matrix, &QTableWidget::currentCellChanged, this, [this](int row, int column) {
        if (row >= 0 && column >= 0) {
            Q_EMIT cellChosen(row, column);
        }
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_summary);
    layout->addWidget(m_matrixTitle);
    layout->addWidget(m_matrix);
    layout->addWidget(m_reportTitle);
    layout->addWidget(m_report);
    retranslate();
}

void ConfusionView::setJudged(JudgedSetPtr judged)
{
    m_judged = std::move(judged);
    retranslate();
}

void ConfusionView::fillMatrix()
{
    const QSignalBlocker blocker(m_matrix);
    const json& confusion = m_judged->metrics.at("confusion");
    QStringList names;
    for (const std::string& label : confusion.at("labels").get<std::vector<std::string>>()) {
        names.append(labelText(m_judged->model, label));
    }
    fillConfusion(*m_matrix, names, confusion.at("matrix").get<std::vector<std::vector<int>>>(),
                  true);
}

void ConfusionView::fillReport()
{
    static constexpr std::array kKeys{"precision", "recall", "specificity",
                                      "f1",        "auc",    "average_precision"};
    m_report->setColumnCount(static_cast<int>(kKeys.size()) + 2);
    m_report->setHorizontalHeaderLabels({tr("Class"), tr("Images"), tr("Precision (PPV)"),
                                         tr("Recall (sensitivity)"), tr("Specificity"), tr("F1"),
                                         tr("AUC"), tr("Average precision")});
    static constexpr std::array kTerms{Term::DataClass,   Term::Support,         Term::Precision,
                                       Term::Sensitivity, Term::Specificity,     Term::F1Score,
                                       Term::Auc,         Term::AveragePrecision};
    for (std::size_t column = 0; column < kTerms.size(); ++column) {
        m_report->horizontalHeaderItem(static_cast<int>(column))
            ->setToolTip(explainTerm(kTerms[column]));
    }
    const json& classes = m_judged->metrics.at("classes");
    m_report->setRowCount(static_cast<int>(classes.size()));
    int row = 0;
    for (const json& one : classes) {
        QStringList cells{labelText(m_judged->model, one.value("label", "")),
                          QString::number(one.value("support", 0))};
        for (const char* key : kKeys) {
            cells.append(metricText(one, key));
        }
        for (int column = 0; column < cells.size(); ++column) {
            m_report->setItem(row, column, new QTableWidgetItem(cells.at(column)));
        }
        ++row;
    }
    m_report->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_report->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    fitToRows(*m_report);
}

void ConfusionView::retranslate()
{
    m_matrixTitle->setText(tr("Confusion matrix: rows are the truth, columns what the model says; "
                              "click a cell to see its images"));
    m_reportTitle->setText(tr("By class, one against the rest, with 95% intervals"));
    m_matrixTitle->setToolTip(explainTerm(Term::ConfusionMatrix));
    m_reportTitle->setToolTip(explainTerm(Term::ConfidenceInterval));
    QStringList terms;
    for (const Term term : {Term::Accuracy, Term::BalancedAccuracy, Term::Auc,
                            Term::CalibrationError, Term::BrierScore, Term::InputCheck}) {
        terms.append(explainTerm(term));
    }
    m_summary->setToolTip(terms.join(QLatin1Char('\n')));
    m_matrix->setAccessibleName(tr("Confusion matrix"));
    m_report->setAccessibleName(tr("Report by class"));
    // Empty frames would only puzzle.
    for (QWidget* part : {static_cast<QWidget*>(m_summary), static_cast<QWidget*>(m_matrixTitle),
                          static_cast<QWidget*>(m_matrix), static_cast<QWidget*>(m_reportTitle),
                          static_cast<QWidget*>(m_report)}) {
        part->setVisible(m_judged != nullptr);
    }
    if (!m_judged) {
        return;
    }
    const json& metrics = m_judged->metrics;
    QString text =
        tr("%n image(s): accuracy %1, balanced accuracy %2, mean AUC %3, calibration error (ECE) "
           "%4, Brier score %5.",
           nullptr, metrics.value("images", 0))
            .arg(metricText(metrics, "accuracy"), metricText(metrics, "balanced_accuracy"),
                 metricText(metrics, "macro_auc"), metricText(metrics, "ece"),
                 metricText(metrics, "brier"));
    const ml::Evaluation& evaluation = m_judged->evaluation;
    if (evaluation.refused > 0) {
        text += QLatin1Char(' ') + tr("The input check turned %n of them away; they are counted "
                                      "all the same.",
                                      nullptr, evaluation.refused);
    }
    if (!evaluation.unreadable.empty()) {
        text += QLatin1Char(' ') + tr("%n file(s) could not be read.", nullptr,
                                      static_cast<int>(evaluation.unreadable.size()));
    }
    if (evaluation.otherLabels > 0) {
        text += QLatin1Char(' ') + tr("%n image(s) have a label that the model does not know.",
                                      nullptr, evaluation.otherLabels);
    }
    m_summary->setText(text);
    fillMatrix();
    fillReport();
}

void ConfusionView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace nefes::ui
