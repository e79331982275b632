// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tags/tag_rows.h"

#include <QAbstractItemModel>

namespace nefes::ui {

/// The rows of a tag tree for a view: tag, name, value.
class TagModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { TagColumn, NameColumn, ValueColumn, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    void setRows(TagRows rows);
    /// Null for an invalid index.
    [[nodiscard]] const TagNode* node(const QModelIndex& index) const;
    /// Texts once more, in another language.
    void retranslate();

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] const TagRows::Row& row(const QModelIndex& index) const;
    [[nodiscard]] static QString valueText(const TagNode& node);

    TagRows m_rows;
};

} // namespace nefes::ui
