// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/sweep_view.h"

#include "core/base/files.h"

#include "ml/json_object.h"
#include "ml/sweep.h"

#include "ui/plots/line_plot.h"
#include "ui/plots/plot_export.h"
#include "ui/text/format.h"
#include "ui/wizard/folding_columns.h"
#include "ui/wizard/glossary.h"
#include "ui/wizard/number_item.h"
#include "ui/wizard/recipe_fields.h"
#include "ui/wizard/run_curves.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace nefes::ui {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int kAxes = 3;
constexpr std::uint64_t kMaxTableBytes = 16U << 20U;
constexpr int kMostRuns = 1000;
constexpr int kLeastTable = 120; ///< pixels, a few rows
enum Column { Setting, Status, Metric, BestEpoch, Seconds };

/// Dotted paths of all fields with one value.
void collectFields(const json& object, const QString& path, QStringList& fields,
                   QStringList& wholeFields)
{
    for (const auto& [key, value] : object.items()) {
        const QString here =
            path.isEmpty() ? fromUtf8(key) : path + QLatin1Char('.') + fromUtf8(key);
        if (value.is_object()) {
            collectFields(value, here, fields, wholeFields);
        } else if (value.is_number() || value.is_boolean() || value.is_string()) {
            fields.append(here);
            if (value.is_number_integer()) {
                wholeFields.append(here);
            }
        }
    }
}

/// As the form of step 2 calls it; what has no place there goes by its path.
QString fieldText(const QString& path)
{
    const auto& fields = recipeFields();
    const auto found = std::ranges::find_if(
        fields, [&path](const RecipeField& field) { return path == QLatin1String(field.path); });
    return found == fields.end() ? path : fieldLabel(*found);
}

/// A value of the contract in the way of the current language.
QString valueText(const QString& value)
{
    bool isNumber = false;
    static_cast<void>(value.toDouble(&isNumber));
    return isNumber ? QString(value).replace(QLatin1Char('.'), QLocale().decimalPoint()) : value;
}

QString settingText(const json& run)
{
    QStringList parts;
    for (const json& one : ml::valueOr(run, "setting", json::array())) {
        if (one.is_string()) {
            const QString text = fromUtf8(one.get<std::string>());
            const qsizetype equals = text.indexOf(QLatin1Char('='));
            parts.append(QStringLiteral("%1 %2").arg(fieldText(text.left(equals)),
                                                     valueText(text.mid(equals + 1))));
        }
    }
    return parts.join(QStringLiteral(", "));
}

QString exampleValues()
{
    return valueText(QStringLiteral("0.001")) + QStringLiteral("; ") +
           valueText(QStringLiteral("0.0003"));
}

/// What people write, as the contract has it: a point in numbers and commas between values. They
/// may put semicolons or blanks between them, and where numbers have a comma it is one.
QString contractValues(const QString& written, bool isWhole)
{
    static const QRegularExpression list(QStringLiteral("[\\[{\"]"));
    if (written.contains(list)) {
        return written.simplified().remove(QLatin1Char(' '));
    }
    static const QRegularExpression between(QStringLiteral("[;\\s]+"));
    static const QRegularExpression decimal(QStringLiteral("^-?\\d*,\\d+([eE][+-]?\\d+)?$"));
    // "16,32" are two batch sizes.
    const bool hasDecimalComma = !isWhole && QLocale().decimalPoint() == QLatin1String(",");
    QString tidy = written.trimmed();
    tidy.replace(QRegularExpression(QStringLiteral(",\\s+")), QStringLiteral(";"));
    QStringList values = tidy.split(between);
    for (QString& value : values) {
        if (hasDecimalComma && value.contains(decimal)) {
            value.replace(QLatin1Char(','), QLatin1Char('.'));
        }
    }
    return values.join(QLatin1Char(','));
}

} // namespace

SweepView::SweepView(QThreadPool& pool, std::function<void(const QString&)> told, QWidget* parent)
    : QWidget(parent)
    , m_task(pool, this)
    , m_intro(new QLabel(this))
    , m_fieldLabel(new QLabel(this))
    , m_valuesLabel(new QLabel(this))
    , m_metricLabel(new QLabel(this))
    , m_metric(new QComboBox(this))
    , m_epochsLabel(new QLabel(this))
    , m_epochs(new QSpinBox(this))
    , m_imagesLabel(new QLabel(this))
    , m_images(new QSpinBox(this))
    , m_count(new QLabel(this))
    , m_start(new QPushButton(this))
    , m_table(new QTableWidget(0, 5, this))
    , m_plot(new LinePlot(this))
{
    m_intro->setWordWrap(true);
    m_intro->setProperty("role", QStringLiteral("secondary"));
    m_table->setObjectName(QStringLiteral("sweepTable"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSectionResizeMode(Setting, QHeaderView::Stretch);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] { updateCurves(); });
    m_plot->setObjectName(QStringLiteral("sweepPlot"));
    m_plot->setDecimals(0, 3);
    enablePlotExport(*m_plot, QStringLiteral("grid-search"), pool, std::move(told));
    buildForm();
    retranslate();
}

void SweepView::buildForm()
{
    auto* axes = new QWidget(this);
    auto* form = new QGridLayout(axes);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(6);
    form->addWidget(m_fieldLabel, 0, 0);
    form->addWidget(m_valuesLabel, 0, 1);
    for (int i = 0; i < kAxes; ++i) {
        Axis axis{new QComboBox(this), new QLineEdit(this)};
        axis.field->setObjectName(QStringLiteral("gridField%1").arg(i + 1));
        axis.field->setMinimumContentsLength(18);
        axis.values->setObjectName(QStringLiteral("gridValues%1").arg(i + 1));
        connect(axis.values, &QLineEdit::textChanged, this, [this] { updateCount(); });
        connect(axis.field, &QComboBox::currentIndexChanged, this, [this] { updateCount(); });
        form->addWidget(axis.field, i + 1, 0);
        form->addWidget(axis.values, i + 1, 1);
        m_axes.push_back(axis);
    }
    m_metric->setObjectName(QStringLiteral("gridMetric"));
    for (const char* id : {"validation.auc", "validation.accuracy", "validation.loss"}) {
        m_metric->addItem(QString(), QLatin1String(id));
    }
    m_epochs->setObjectName(QStringLiteral("gridEpochs"));
    m_epochs->setRange(0, 1000);
    m_images->setObjectName(QStringLiteral("gridImages"));
    m_images->setRange(0, 1'000'000);
    m_images->setSingleStep(100);
    connect(m_epochs, &QSpinBox::valueChanged, this, [this] { updateCount(); });
    m_start->setObjectName(QStringLiteral("gridStart"));
    connect(m_start, &QPushButton::clicked, this, &SweepView::startClicked);
    form->setColumnStretch(1, 1);
    auto* search = new QWidget(this);
    auto* searchForm = new QGridLayout(search);
    searchForm->setContentsMargins(0, 0, 0, 0);
    searchForm->setHorizontalSpacing(8);
    searchForm->setVerticalSpacing(6);
    searchForm->addWidget(m_metricLabel, 0, 0);
    searchForm->addWidget(m_metric, 0, 1);
    searchForm->addWidget(m_epochsLabel, 1, 0);
    searchForm->addWidget(m_epochs, 1, 1);
    searchForm->addWidget(m_imagesLabel, 2, 0);
    searchForm->addWidget(m_images, 2, 1);
    searchForm->setColumnStretch(1, 1);
    m_metricLabel->setBuddy(m_metric);
    m_epochsLabel->setBuddy(m_epochs);
    m_imagesLabel->setBuddy(m_images);
    m_count->setProperty("role", QStringLiteral("secondary"));
    m_count->setWordWrap(true);
    auto* start = new QHBoxLayout;
    start->addWidget(m_count, 1);
    start->addWidget(m_start);
    auto* layout = scrolledLayout(*this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_intro);
    layout->addWidget(new FoldingColumns(axes, 0, search, 0, this));
    layout->addLayout(start);
    m_table->setMinimumHeight(kLeastTable);
    layout->addWidget(m_table, 2);
    layout->addWidget(m_plot, 3);
}

void SweepView::setRecipe(const ml::TrainingRecipe& recipe)
{
    QStringList fields;
    m_wholeFields.clear();
    collectFields(ml::recipeToJson(recipe), {}, fields, m_wholeFields);
    fields.removeAll(QStringLiteral("id"));
    if (fields == m_fields) {
        return; // a slider of step 2 changes values many times a second, seldom the fields
    }
    m_fields = fields;
    for (std::size_t i = 0; i < m_axes.size(); ++i) {
        QComboBox& box = *m_axes[i].field;
        const QString before = box.currentData().toString();
        box.clear();
        for (const QString& field : fields) {
            box.addItem(fieldText(field), field);
            box.setItemData(box.count() - 1, field, Qt::ToolTipRole);
        }
        const QString start[] = {QStringLiteral("optimizer.learning_rate"),
                                 QStringLiteral("batch_size"), QStringLiteral("seed")};
        const qsizetype kept = fields.indexOf(before.isEmpty() ? start[i] : before);
        box.setCurrentIndex(static_cast<int>(std::max<qsizetype>(0, kept)));
    }
    updateCount();
}

std::vector<std::string> SweepView::grid() const
{
    std::vector<std::string> axes;
    for (const Axis& axis : m_axes) {
        const QString field = axis.field->currentData().toString();
        const QString values = contractValues(axis.values->text(), m_wholeFields.contains(field));
        if (!values.isEmpty()) {
            axes.push_back(QStringLiteral("%1=%2").arg(field, values).toStdString());
        }
    }
    return axes;
}

void SweepView::fill(RunPlan& plan) const
{
    plan.kind = RunKind::Sweep;
    plan.grid = grid();
    plan.metric = m_metric->currentData().toString().toStdString();
    plan.searchEpochs = m_epochs->value();
    plan.searchImages = m_images->value();
}

void SweepView::updateCount()
{
    int runs = 1;
    bool isRight = true;
    for (const std::string& text : grid()) {
        const auto axis = ml::parseGridAxis(text);
        isRight = isRight && axis && std::ranges::find(axis->values, "") == axis->values.end();
        runs *= axis ? static_cast<int>(std::min<std::size_t>(axis->values.size(), kMostRuns)) : 1;
        runs = std::min(runs, kMostRuns);
    }
    const bool isAsked = !grid().empty();
    m_count->setText(
        !isAsked ? tr("Write values into at least one line.")
        : !isRight
            ? tr("A value is missing: write them with semicolons between, %1").arg(exampleValues())
            : tr("%n run(s), then the best setting is trained in full.", nullptr, runs));
    m_start->setEnabled(isAsked && isRight && m_start->property("allowed").toBool());
}

void SweepView::setStartEnabled(bool isEnabled)
{
    m_start->setProperty("allowed", isEnabled);
    updateCount();
}

void SweepView::showFolder(const fs::path& folder)
{
    m_task.start([folder](std::stop_token) { return readTable(folder); },
                 [this](std::vector<Row> rows) { showRows(std::move(rows)); });
}

std::vector<SweepView::Row> SweepView::readTable(const fs::path& folder)
{
    std::vector<Row> rows;
    const auto text = readTextFile(folder / "sweep.json", kMaxTableBytes);
    const json table = text ? json::parse(*text, nullptr, false) : json();
    for (const json& run : ml::valueOr(table, "runs", json::array())) {
        Row row;
        row.setting = settingText(run);
        row.status = fromUtf8(ml::valueOr(run, "status", ""));
        const double metric = ml::valueOr(run, "metric", std::nan(""));
        row.hasMetric = std::isfinite(metric);
        row.metric = row.hasMetric ? metric : 0.0;
        row.seconds = ml::valueOr(run, "seconds", 0.0);
        row.bestEpoch = ml::valueOr(run, "best_epoch", 0);
        row.history = readHistory(folder / pathFromUtf8(ml::valueOr(run, "folder", "")));
        rows.push_back(std::move(row));
    }
    return rows;
}

void SweepView::showRows(std::vector<Row> rows)
{
    m_rows = std::move(rows);
    const QSignalBlocker blocker(m_table);
    m_table->setSortingEnabled(false);
    m_table->setRowCount(static_cast<int>(m_rows.size()));
    for (int i = 0; i < m_table->rowCount(); ++i) {
        const Row& row = m_rows[static_cast<std::size_t>(i)];
        auto* setting = new QTableWidgetItem(row.setting);
        setting->setData(Qt::UserRole, i);
        m_table->setItem(i, Setting, setting);
        const bool isDone = row.status == QLatin1String("done");
        m_table->setItem(i, Status, new QTableWidgetItem(isDone ? tr("done") : tr("failed")));
        m_table->setItem(i, Metric,
                         new NumberItem(row.metric, row.hasMetric ? numberText(row.metric, 4)
                                                                  : QStringLiteral("–")));
        m_table->setItem(i, BestEpoch,
                         new NumberItem(row.bestEpoch, QString::number(row.bestEpoch)));
        m_table->setItem(i, Seconds, new NumberItem(row.seconds, numberText(row.seconds, 1)));
    }
    m_table->setSortingEnabled(true);
    updateCurves();
}

void SweepView::updateCurves()
{
    m_plot->removeCurves();
    const int metric = m_metric->currentIndex();
    const RunCurve kind = metric == 2   ? RunCurve::Loss
                          : metric == 1 ? RunCurve::Accuracy
                                        : RunCurve::Auc;
    // The table comes best first; without a choice the best ones are shown.
    for (const std::size_t index : chosenRuns(*m_table, m_rows.size())) {
        addRunCurve(*m_plot, index, m_rows[index].setting, m_rows[index].history, kind);
    }
}

void SweepView::retranslate()
{
    m_intro->setText(tr("Trains every combination of the values on a part of the work, compares "
                        "them on the validation images, and trains the best one in full."));
    m_intro->setToolTip(explainTerm(Term::GridSearch));
    m_fieldLabel->setText(tr("Field of the recipe"));
    m_valuesLabel->setText(tr("Values to try, semicolons between"));
    for (std::size_t i = 0; i < m_axes.size(); ++i) {
        const int number = static_cast<int>(i) + 1;
        m_axes[i].field->setAccessibleName(tr("Field %1 of the grid").arg(number));
        m_axes[i].values->setAccessibleName(tr("Values of field %1").arg(number));
    }
    for (int i = 0; i < m_axes.front().field->count(); ++i) {
        for (const Axis& axis : m_axes) {
            axis.field->setItemText(i, fieldText(m_fields[i]));
        }
    }
    m_axes.front().values->setPlaceholderText(exampleValues());
    m_metricLabel->setText(tr("What decides"));
    m_metric->setItemText(0, tr("validation AUC"));
    m_metric->setItemText(1, tr("validation accuracy"));
    m_metric->setItemText(2, tr("validation loss"));
    m_epochsLabel->setText(tr("Epochs of the search"));
    m_epochs->setSpecialValueText(tr("all"));
    m_imagesLabel->setText(tr("Training images of the search"));
    m_images->setSpecialValueText(tr("all"));
    m_start->setText(tr("Search the grid"));
    m_table->setHorizontalHeaderLabels(
        {tr("Setting"), tr("State"), tr("Metric"), tr("Best epoch"), tr("Seconds")});
    m_table->setAccessibleName(tr("Runs of the grid search"));
    m_plot->setTexts(tr("Validation curves of the runs"), tr("epoch"), {});
    updateCount();
}

void SweepView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace nefes::ui
