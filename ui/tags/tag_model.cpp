// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tags/tag_model.h"

#include "ui/text/format.h"

#include <QLocale>

#include <utility>

namespace nefes::ui {

void TagModel::setRows(TagRows rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void TagModel::retranslate()
{
    // Rows of every level: dataChanged() would have to name each parent.
    Q_EMIT layoutAboutToBeChanged();
    Q_EMIT layoutChanged();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

const TagRows::Row& TagModel::row(const QModelIndex& index) const
{
    return m_rows.rows[static_cast<std::size_t>(index.internalId())];
}

const TagNode* TagModel::node(const QModelIndex& index) const
{
    return index.isValid() ? row(index).node : nullptr;
}

QModelIndex TagModel::index(int rowNumber, int column, const QModelIndex& parent) const
{
    const auto& siblings = parent.isValid() ? row(parent).children : m_rows.roots;
    if (rowNumber < 0 || static_cast<std::size_t>(rowNumber) >= siblings.size() || column < 0 ||
        column >= ColumnCount) {
        return {};
    }
    return createIndex(rowNumber, column,
                       static_cast<quintptr>(siblings[static_cast<std::size_t>(rowNumber)]));
}

QModelIndex TagModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || row(child).parent == TagRows::kNone) {
        return {};
    }
    const std::size_t above = row(child).parent;
    return createIndex(m_rows.rows[above].position, 0, static_cast<quintptr>(above));
}

int TagModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0) {
        return 0;
    }
    return static_cast<int>(parent.isValid() ? row(parent).children.size() : m_rows.roots.size());
}

int TagModel::columnCount(const QModelIndex& /*parent*/) const
{
    return ColumnCount;
}

QString TagModel::valueText(const TagNode& node)
{
    if (node.vr == "SQ") {
        return tr("%n item(s)", nullptr, static_cast<int>(node.children.size()));
    }
    QString value = fromUtf8(node.value).simplified();
    if (!node.isCut) {
        return value;
    }
    const QString size = QLocale().formattedDataSize(static_cast<qint64>(node.byteCount));
    return value.isEmpty() ? size
                           : tr("%1… (%2)", "start of a value and its size").arg(value, size);
}

QVariant TagModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const TagNode& node = *row(index).node;
    const bool isItem = node.tag == kItemTag;
    if (role == Qt::ToolTipRole) {
        return isItem ? QVariant()
                      : QVariant(QStringLiteral("%1 %2 %3\n%4")
                                     .arg(tagText(node.tag), fromUtf8(node.vr), fromUtf8(node.name),
                                          valueText(node)));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case TagColumn:
        return isItem ? tr("Item %1").arg(row(index).number) : tagText(node.tag);
    case NameColumn: {
        const bool isPrivate = (node.tag >> 16U) % 2 == 1;
        return node.name.empty() && isPrivate ? tr("Private element") : fromUtf8(node.name);
    }
    default:
        return isItem ? QString() : valueText(node);
    }
}

QVariant TagModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case TagColumn:
        return tr("Tag");
    case NameColumn:
        return tr("Name");
    default:
        return tr("Value");
    }
}

} // namespace nefes::ui
