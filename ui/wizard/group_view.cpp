// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/group_view.h"

#include "ui/text/format.h"
#include "ui/wizard/confusion_view.h"
#include "ui/wizard/glossary.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

#include <utility>

namespace nefes::ui {

GroupView::GroupView(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_table(new QTableWidget(this))
{
    m_text->setWordWrap(true);
    m_text->setProperty("role", QStringLiteral("secondary"));
    m_table->setObjectName(QStringLiteral("groupTable"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(m_table, 1);
    layout->addStretch(0);
    retranslate();
}

void GroupView::setJudged(JudgedSetPtr judged)
{
    m_judged = std::move(judged);
    retranslate();
}

void GroupView::retranslate()
{
    m_table->setAccessibleName(tr("Metrics by source, age group and view"));
    m_table->setColumnCount(7);
    m_table->setHorizontalHeaderLabels({tr("Column"), tr("Value"), tr("Images"), tr("Accuracy"),
                                        tr("Balanced accuracy"), tr("Mean AUC"), tr("ECE")});
    for (const auto& [column, term] :
         {std::pair(3, Term::Accuracy), std::pair(4, Term::BalancedAccuracy),
          std::pair(5, Term::Auc), std::pair(6, Term::CalibrationError)}) {
        m_table->horizontalHeaderItem(column)->setToolTip(explainTerm(term));
    }
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_text->setToolTip(explainTerm(Term::Source));
    m_table->setRowCount(0);
    if (!m_judged) {
        m_text->setText(tr("Nothing evaluated yet."));
        m_table->hide();
        return;
    }
    const std::pair<const char*, QString> columns[] = {
        {"source", tr("source")}, {"age_group", tr("age group")}, {"view", tr("view")}};
    const auto groups = m_judged->metrics.value("groups", nlohmann::json::object());
    for (const auto& [column, name] : columns) {
        const auto values = groups.value(column, nlohmann::json::object());
        for (const auto& [value, metrics] : values.items()) {
            const int row = m_table->rowCount();
            m_table->insertRow(row);
            const QStringList cells{name,
                                    value == "unknown" ? tr("unknown") : fromUtf8(value),
                                    QString::number(metrics.value("images", 0)),
                                    metricText(metrics, "accuracy"),
                                    metricText(metrics, "balanced_accuracy"),
                                    metricText(metrics, "macro_auc"),
                                    metricText(metrics, "ece")};
            for (int cell = 0; cell < cells.size(); ++cell) {
                m_table->setItem(row, cell, new QTableWidgetItem(cells.at(cell)));
            }
        }
    }
    m_table->setVisible(m_table->rowCount() > 0);
    m_text->setText(
        m_table->rowCount() == 0
            ? tr("The data set names neither sources nor age groups nor views. A manifest.csv with "
                 "such columns shows here whether the model does worse somewhere.")
            : tr("A model that is good on average may fail in one hospital or age group. Compare "
                 "the intervals, not only the numbers."));
}

void GroupView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace nefes::ui
