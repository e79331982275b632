// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/run_comparison.h"

#include "core/base/files.h"

#include "ml/json_object.h"
#include "ml/model_registry.h"

#include "ui/plots/line_plot.h"
#include "ui/plots/plot_export.h"
#include "ui/text/format.h"
#include "ui/wizard/folding_columns.h"
#include "ui/wizard/glossary.h"
#include "ui/wizard/number_item.h"
#include "ui/wizard/run_curves.h"

#include <QComboBox>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QShowEvent>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace nefes::ui {

namespace {

using nlohmann::json;

constexpr std::size_t kMostRuns = 200;
constexpr double kUnknown = -1.0;

double numberOf(const json& metrics, const char* split, const char* name)
{
    const json values = metrics.is_object() ? metrics.value(split, json()) : json();
    const json value = values.is_object() ? values.value(name, json()) : json();
    return value.is_number() ? value.get<double>() : kUnknown;
}

NumberItem* numberCell(double value)
{
    return new NumberItem(value, value == kUnknown ? QStringLiteral("–") : numberText(value, 3));
}

} // namespace

RunComparison::RunComparison(std::filesystem::path runsFolder, QThreadPool& pool,
                             std::function<void(const QString&)> told, QWidget* parent)
    : QWidget(parent)
    , m_runsFolder(std::move(runsFolder))
    , m_task(pool, this)
    , m_text(new QLabel(this))
    , m_curveLabel(new QLabel(this))
    , m_curve(new QComboBox(this))
    , m_table(new QTableWidget(this))
    , m_plot(new LinePlot(this))
{
    m_text->setWordWrap(true);
    m_text->setProperty("role", QStringLiteral("secondary"));
    m_table->setObjectName(QStringLiteral("runTable"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setColumnCount(9);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_curve->setObjectName(QStringLiteral("comparisonCurve"));
    m_curve->addItems({QString(), QString(), QString()});
    m_plot->setObjectName(QStringLiteral("comparisonPlot"));
    m_plot->setDecimals(0, 3);
    enablePlotExport(*m_plot, QStringLiteral("runs"), pool, std::move(told));
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] { updateCurves(); });
    connect(m_curve, &QComboBox::currentIndexChanged, this, [this] { updateCurves(); });
    auto* controls = new QHBoxLayout;
    controls->setSpacing(8);
    controls->addWidget(m_curveLabel);
    controls->addWidget(m_curve);
    controls->addStretch(1);
    m_curveLabel->setBuddy(m_curve);
    auto* layout = scrolledLayout(*this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(m_table, 2);
    layout->addLayout(controls);
    layout->addWidget(m_plot, 3);
    retranslate();
}

std::vector<RunComparison::Row> RunComparison::readRows(const std::filesystem::path& runsFolder)
{
    std::vector<Row> rows;
    for (StoredRun& run : listRuns(runsFolder)) {
        const bool isSweep = run.plan.kind == RunKind::Sweep;
        const auto folder = isSweep ? run.folder / "best" : run.folder;
        const auto model = ml::readModelDescription(folder / "model");
        if (!model || rows.size() >= kMostRuns) {
            continue;
        }
        Row row;
        row.metrics = model->metrics;
        row.bestEpoch = ml::valueOr(model->training, "best_epoch", 0);
        row.history = readHistory(folder);
        row.run = std::move(run);
        rows.push_back(std::move(row));
    }
    return rows;
}

void RunComparison::reload()
{
    if (m_runsFolder.empty() || !isVisible()) {
        return;
    }
    m_task.start([folder = m_runsFolder](std::stop_token) { return readRows(folder); },
                 [this](std::vector<Row> rows) {
                     m_rows = std::move(rows);
                     retranslate();
                 });
}

void RunComparison::showRows()
{
    const QSignalBlocker blocker(m_table);
    m_table->setSortingEnabled(false);
    m_table->setRowCount(static_cast<int>(m_rows.size()));
    for (int i = 0; i < m_table->rowCount(); ++i) {
        const Row& row = m_rows[static_cast<std::size_t>(i)];
        auto* name = new QTableWidgetItem(fromUtf8(row.run.plan.name));
        name->setData(Qt::UserRole, i);
        const auto started = static_cast<double>(row.run.startedAt);
        const QString date = QLocale().toString(QDateTime::fromSecsSinceEpoch(row.run.startedAt),
                                                QLocale::ShortFormat);
        QTableWidgetItem* cells[] = {
            name,
            new NumberItem(started, date),
            new QTableWidgetItem(localised(row.run.plan.recipe.title)),
            new NumberItem(row.bestEpoch, QString::number(row.bestEpoch)),
            numberCell(numberOf(row.metrics, "validation", "accuracy")),
            numberCell(numberOf(row.metrics, "validation", "macro_auc")),
            numberCell(numberOf(row.metrics, "test", "accuracy")),
            numberCell(numberOf(row.metrics, "test", "macro_auc")),
            numberCell(numberOf(row.metrics, "validation", "ece")),
        };
        int column = 0;
        for (QTableWidgetItem* cell : cells) {
            m_table->setItem(i, column++, cell);
        }
    }
    m_table->setSortingEnabled(true);
    updateCurves();
}

void RunComparison::updateCurves()
{
    m_plot->removeCurves();
    for (const std::size_t index : chosenRuns(*m_table, m_rows.size())) {
        const Row& row = m_rows.at(index);
        addRunCurve(*m_plot, index, fromUtf8(row.run.plan.name), row.history,
                    static_cast<RunCurve>(std::max(0, m_curve->currentIndex())));
    }
}

void RunComparison::retranslate()
{
    m_text->setText(
        m_rows.empty() && !m_task.isRunning()
            ? tr("There is no finished run yet.")
            : tr("Choose runs to lay their curves over each other. Compare on validation "
                 "images; the test images are for the end."));
    m_curveLabel->setText(tr("Curve"));
    m_curve->setAccessibleName(tr("Curve"));
    m_curve->setItemText(static_cast<int>(RunCurve::Loss), tr("validation loss"));
    m_curve->setItemText(static_cast<int>(RunCurve::Accuracy), tr("validation accuracy"));
    m_curve->setItemText(static_cast<int>(RunCurve::Auc), tr("validation AUC"));
    m_table->setAccessibleName(tr("Finished runs"));
    QStringList headers{tr("Run"),
                        tr("Started"),
                        tr("Recipe"),
                        tr("Best epoch"),
                        tr("Accuracy, validation"),
                        tr("AUC, validation"),
                        tr("Accuracy, test"),
                        tr("AUC, test"),
                        tr("ECE, validation")};
    for (QString& header : headers) {
        header.replace(QStringLiteral(", "),
                       QStringLiteral(",\n")); // nine columns need narrow ones
    }
    m_table->setHorizontalHeaderLabels(headers);
    for (const auto& [column, term] :
         {std::pair(3, Term::BestEpoch), std::pair(4, Term::Accuracy), std::pair(5, Term::Auc),
          std::pair(6, Term::TestSplit), std::pair(7, Term::TestSplit),
          std::pair(8, Term::CalibrationError)}) {
        m_table->horizontalHeaderItem(column)->setToolTip(explainTerm(term));
    }
    m_plot->setTexts(tr("Curves of the runs"), tr("epoch"), {});
    showRows();
}

void RunComparison::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    reload();
}

void RunComparison::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace nefes::ui
