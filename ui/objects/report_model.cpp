// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/objects/report_model.h"

#include "ui/text/format.h"

#include <QFont>

#include <utility>

namespace nefes::ui {

namespace {

QString nameOf(const ReportItem& item)
{
    // Person names keep their stored form in the report's values alone.
    return item.name.empty() ? fromUtf8(item.valueType) : fromUtf8(item.name);
}

QString valueOf(const ReportItem& item)
{
    return item.valueType == "PNAME" ? patientNameText(item.value) : fromUtf8(item.value);
}

void addRow(ReportRows& rows, const ReportItem& item, std::size_t parent, int position)
{
    const std::size_t index = rows.rows.size();
    rows.rows.push_back({.item = &item, .parent = parent, .position = position, .children = {}});
    if (parent != ReportRows::kNone) {
        rows.rows[parent].children.push_back(index);
    }
    int child = 0;
    for (const ReportItem& inner : item.children) {
        addRow(rows, inner, index, child++);
    }
}

void addLines(QString& text, const ReportItem& item, int depth)
{
    text += QString(qsizetype{2} * depth, QLatin1Char(' ')) + nameOf(item);
    if (!item.value.empty()) {
        text += QStringLiteral(": ") + valueOf(item);
    }
    text += QLatin1Char('\n');
    for (const ReportItem& inner : item.children) {
        addLines(text, inner, depth + 1);
    }
}

} // namespace

ReportRows makeReportRows(std::shared_ptr<const StructuredReport> report)
{
    ReportRows rows;
    rows.report = std::move(report);
    addRow(rows, rows.report->root, ReportRows::kNone, 0);
    return rows;
}

QString reportPlainText(const StructuredReport& report)
{
    QString text;
    addLines(text, report.root, 0);
    return text;
}

void ReportModel::setRows(ReportRows rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const ReportRows::Row& ReportModel::row(const QModelIndex& index) const
{
    return m_rows.rows[static_cast<std::size_t>(index.internalId())];
}

QModelIndex ReportModel::index(int rowNumber, int column, const QModelIndex& parent) const
{
    if (rowNumber < 0 || rowNumber >= rowCount(parent) || column < 0 || column > 1) {
        return {};
    }
    const std::size_t found =
        parent.isValid() ? row(parent).children[static_cast<std::size_t>(rowNumber)] : 0;
    return createIndex(rowNumber, column, static_cast<quintptr>(found));
}

QModelIndex ReportModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || row(child).parent == ReportRows::kNone) {
        return {};
    }
    const std::size_t above = row(child).parent;
    return createIndex(m_rows.rows[above].position, 0, static_cast<quintptr>(above));
}

int ReportModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return m_rows.rows.empty() ? 0 : 1;
    }
    return parent.column() > 0 ? 0 : static_cast<int>(row(parent).children.size());
}

int ReportModel::columnCount(const QModelIndex& /*parent*/) const
{
    return 2;
}

QVariant ReportModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const ReportItem& item = *row(index).item;
    if (role == Qt::DisplayRole) {
        return index.column() == 0 ? nameOf(item) : valueOf(item);
    }
    if (role == Qt::FontRole && index.column() == 0 && !item.children.empty()) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    return {};
}

} // namespace nefes::ui
