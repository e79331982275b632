// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/folds_view.h"

#include "ml/label_names.h"

#include "ui/text/format.h"
#include "ui/wizard/confusion_view.h"
#include "ui/wizard/folding_columns.h"
#include "ui/wizard/glossary.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace nefes::ui {

namespace {

using nlohmann::json;

constexpr int kUsualFolds = 5, kMostFolds = 20;
constexpr int kPartsWidth = 548, kClassLetters = 56;

QString shareText(const json& value)
{
    return value.is_number() ? numberText(value.get<double>(), 3) : QStringLiteral("–");
}

QTableWidgetItem* cell(const QString& text)
{
    auto* item = new QTableWidgetItem(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

void prepare(QTableWidget& table)
{
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table.setShowGrid(false);
    table.horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

/// Mean and spread of the values of the parts: the spread tells how much of one result is chance.
struct Spread {
    double mean = 0.0, deviation = 0.0;
};

template <class Values, class Value>
Spread spreadOf(const Values& values, Value value)
{
    Spread spread;
    double count = 0.0;
    for (const auto& one : values) {
        if (const std::optional<double> number = value(one)) {
            spread.mean += *number;
            ++count;
        }
    }
    if (count == 0.0) {
        return {std::nan(""), std::nan("")};
    }
    spread.mean /= count;
    for (const auto& one : values) {
        if (const std::optional<double> number = value(one)) {
            spread.deviation += (*number - spread.mean) * (*number - spread.mean);
        }
    }
    spread.deviation = count > 1.0 ? std::sqrt(spread.deviation / (count - 1.0)) : std::nan("");
    return spread;
}

QString spreadText(const Spread& spread)
{
    if (!std::isfinite(spread.mean)) {
        return QStringLiteral("–");
    }
    return std::isfinite(spread.deviation)
               ? QStringLiteral("%1 ± %2").arg(numberText(spread.mean, 3),
                                               numberText(spread.deviation, 3))
               : numberText(spread.mean, 3);
}

} // namespace

FoldsView::FoldsView(QThreadPool& pool, QWidget* parent)
    : QWidget(parent)
    , m_task(pool, this)
    , m_intro(new QLabel(this))
    , m_countLabel(new QLabel(this))
    , m_count(new QSpinBox(this))
    , m_remark(new QLabel(this))
    , m_start(new QPushButton(this))
    , m_summary(new QLabel(this))
    , m_results(new QWidget(this))
    , m_table(new QTableWidget(0, 5, this))
    , m_confusionTitle(new QLabel(this))
    , m_confusion(new QTableWidget(this))
    , m_classes(new QTableWidget(0, 4, this))
    , m_next(new QLabel(this))
    , m_train(new QPushButton(this))
{
    for (QLabel* label : {m_intro, m_remark, m_next}) {
        label->setWordWrap(true);
        label->setProperty("role", QStringLiteral("secondary"));
    }
    m_count->setObjectName(QStringLiteral("foldCount"));
    m_count->setRange(2, kMostFolds);
    m_count->setValue(kUsualFolds);
    m_countLabel->setBuddy(m_count);
    m_start->setObjectName(QStringLiteral("foldStart"));
    m_summary->setObjectName(QStringLiteral("foldSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::RichText);
    m_table->setObjectName(QStringLiteral("foldTable"));
    m_classes->setObjectName(QStringLiteral("foldClasses"));
    m_confusion->setObjectName(QStringLiteral("foldConfusion"));
    m_confusionTitle->setProperty("role", QStringLiteral("section"));
    m_confusionTitle->setWordWrap(true);
    m_train->setObjectName(QStringLiteral("foldTrain"));
    m_train->setProperty("primary", true);
    for (QTableWidget* table : {m_table, m_classes, m_confusion}) {
        prepare(*table);
    }
    m_table->verticalHeader()->hide();
    m_classes->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_classes->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_confusion->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_confusion->setSelectionMode(QAbstractItemView::NoSelection);
    connect(m_start, &QPushButton::clicked, this, &FoldsView::startClicked);
    connect(m_train, &QPushButton::clicked, this, [this] { Q_EMIT trainClicked(m_run); });
    connect(m_count, &QSpinBox::valueChanged, this, [this] { retranslate(); });
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_countLabel);
    row->addWidget(m_count);
    row->addWidget(m_start);
    row->addWidget(m_remark, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_intro);
    layout->addLayout(row);
    layout->addWidget(m_summary);
    m_scroll = new ColumnScroll(m_results, this);
    layout->addWidget(m_scroll, 1);
    layout->addStretch(0);
    buildResults();
    retranslate();
}

void FoldsView::buildResults()
{
    auto* classes = new QWidget(m_results);
    auto* right = new QVBoxLayout(classes);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(8);
    right->addWidget(m_confusionTitle);
    right->addWidget(m_confusion);
    right->addWidget(m_classes);
    right->addStretch(1);
    auto* parts = new QWidget(m_results);
    auto* left = new QVBoxLayout(parts);
    left->setContentsMargins(0, 0, 0, 0);
    left->addWidget(m_table);
    left->addStretch(1);
    auto* next = new QHBoxLayout;
    next->setSpacing(12);
    next->addWidget(m_next, 1);
    next->addWidget(m_train, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(m_results);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(12);
    layout->addWidget(new FoldingColumns(parts, kPartsWidth, classes, kClassLetters, m_results));
    layout->addLayout(next);
    layout->addStretch(1);
}

void FoldsView::fill(RunPlan& plan) const
{
    plan.kind = RunKind::Folds;
    plan.folds = m_count->value();
}

void FoldsView::setReady(bool isReady)
{
    m_start->setEnabled(isReady);
}

void FoldsView::showRun(const StoredRun& run)
{
    m_run = run;
    m_task.start([run](std::stop_token) { return readFoldResults(run); },
                 [this](FoldResults result) {
                     m_result = std::move(result);
                     showTable();
                 });
}

QString FoldsView::summaryText() const
{
    if (m_result.folds.empty()) {
        return {};
    }
    const int done = static_cast<int>(m_result.folds.size());
    const int images = m_result.images();
    if (images == 0) {
        return {};
    }
    const int right = m_result.right();
    const auto [low, high] = wilsonInterval(right, images);
    const Spread spread = spreadOf(
        m_result.folds, [](const FoldResult& fold) { return std::optional(fold.accuracy); });
    QString text = tr("<b>Accuracy over all images: %1</b> (95% interval %2–%3; %4 of %5 right); "
                      "mean of the parts %6.")
                       .arg(shareText(m_result.summary.value("accuracy", json())),
                            numberText(low, 2), numberText(high, 2))
                       .arg(right)
                       .arg(images)
                       .arg(spreadText(spread));
    if (done < m_result.planned) {
        text += QLatin1Char(' ') + tr("%1 of %2 parts are done.").arg(done).arg(m_result.planned);
    }
    return text;
}

void FoldsView::showTable()
{
    const std::vector<FoldResult>& folds = m_result.folds;
    const bool hasFolds = !folds.empty();
    m_summary->setText(summaryText());
    m_summary->setVisible(hasFolds);
    m_scroll->setVisible(hasFolds);
    if (!hasFolds) {
        return;
    }
    const int count = static_cast<int>(folds.size());
    m_table->setRowCount(count + 2);
    for (int row = 0; row < count; ++row) {
        const FoldResult& fold = folds[static_cast<std::size_t>(row)];
        m_table->setItem(row, 0, new QTableWidgetItem(tr("part %1").arg(row + 1)));
        m_table->setItem(row, 1, cell(QString::number(fold.images)));
        m_table->setItem(row, 2, cell(numberText(fold.accuracy, 3)));
        m_table->setItem(row, 3, cell(fold.auc ? numberText(*fold.auc, 3) : QStringLiteral("–")));
        m_table->setItem(row, 4, cell(QString::number(fold.bestEpoch)));
    }
    const auto accuracy =
        spreadOf(folds, [](const FoldResult& fold) { return std::optional(fold.accuracy); });
    const auto auc = spreadOf(folds, [](const FoldResult& fold) { return fold.auc; });
    const QString means[] = {tr("mean ± SD", "standard deviation"), QString(), spreadText(accuracy),
                             spreadText(auc), QString()};
    const QString all[] = {tr("all images"), QString::number(m_result.summary.value("images", 0)),
                           shareText(m_result.summary.value("accuracy", json())), QString(),
                           QString()};
    for (int column = 0; column < m_table->columnCount(); ++column) {
        for (const auto& [row, text] :
             {std::pair(count, means[column]), std::pair(count + 1, all[column])}) {
            auto* item = column == 0 ? new QTableWidgetItem(text) : cell(text);
            QFont font = m_table->font();
            font.setBold(true);
            item->setFont(font);
            m_table->setItem(row, column, item);
        }
    }
    fitToRows(*m_table);
    showClasses();
    // What is not finished may still change; a training now would have to wait.
    const bool isDone = count == m_result.planned;
    m_next->setVisible(isDone);
    m_train->setVisible(isDone);
}

void FoldsView::showClasses()
{
    const json& confusion = m_result.summary.at("confusion");
    QStringList names;
    for (const std::string& label : confusion.at("labels").get<std::vector<std::string>>()) {
        names.append(localised(ml::labelName(label)));
    }
    fillConfusion(*m_confusion, names, confusion.at("matrix").get<std::vector<std::vector<int>>>(),
                  false);
    const json classes = m_result.summary.value("classes", json::array());
    m_classes->setRowCount(static_cast<int>(classes.size()));
    int row = 0;
    for (const json& one : classes) {
        m_classes->setItem(row, 0,
                           new QTableWidgetItem(localised(ml::labelName(one.value("label", "")))));
        m_classes->setItem(row, 1, cell(QString::number(one.value("support", 0))));
        m_classes->setItem(row, 2, cell(shareText(one.value("recall", json()))));
        m_classes->setItem(row, 3, cell(shareText(one.value("precision", json()))));
        ++row;
    }
    fitToRows(*m_classes);
}

void FoldsView::retranslate()
{
    m_intro->setText(tr("The images are dealt out to parts. Each part in turn is the validation "
                        "split of a training on all others, so that every image is judged once by "
                        "a network that has never seen it. With few images this figure is steadier "
                        "than that of one split. Test images stay out."));
    m_intro->setToolTip(explainTerm(Term::CrossValidation));
    m_countLabel->setText(tr("Parts"));
    m_countLabel->setToolTip(explainTerm(Term::CrossValidation));
    m_count->setAccessibleName(tr("Parts of the cross-validation"));
    m_count->setToolTip(explainTerm(Term::CrossValidation));
    m_start->setText(tr("Cross-validate"));
    m_confusionTitle->setText(
        tr("Confusion matrix of all parts: rows are the truth, columns what the network said"));
    m_confusionTitle->setToolTip(explainTerm(Term::ConfusionMatrix));
    m_confusion->setAccessibleName(tr("Confusion matrix of all parts"));
    m_summary->setToolTip(explainTerm(Term::Accuracy) + QLatin1Char('\n') +
                          explainTerm(Term::ConfidenceInterval));
    m_next->setText(tr("These networks are not for publishing: each has left out a part. The model "
                       "to publish comes of one more training with the same recipe and images; its "
                       "card will state the figures above."));
    m_train->setText(tr("Train the model to publish"));
    m_remark->setText(tr("%n training(s), which take about so many times as long as one.", nullptr,
                         m_count->value()));
    m_table->setAccessibleName(tr("Parts and what they came to"));
    m_table->setHorizontalHeaderLabels(
        {tr("Part"), tr("Images"), tr("Accuracy"), tr("Mean AUC"), tr("Best epoch")});
    m_classes->setAccessibleName(tr("Classes over all parts"));
    m_classes->setHorizontalHeaderLabels(
        {tr("Class"), tr("Images"), tr("Recall (sensitivity)"), tr("Precision (PPV)")});
    for (const auto& [table, column, term] :
         {std::tuple(m_table, 2, Term::Accuracy), std::tuple(m_table, 3, Term::Auc),
          std::tuple(m_table, 4, Term::BestEpoch), std::tuple(m_classes, 2, Term::Sensitivity),
          std::tuple(m_classes, 3, Term::Precision)}) {
        table->horizontalHeaderItem(column)->setToolTip(explainTerm(term));
    }
    showTable();
}

void FoldsView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace nefes::ui
