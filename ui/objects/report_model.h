// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/structured_report.h"

#include <QAbstractItemModel>

#include <cstddef>
#include <memory>
#include <vector>

namespace nefes::ui {

/// A structured report as lines of "name" and "value". Made on a worker thread, then immutable.
struct ReportRows {
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    struct Row {
        const ReportItem* item = nullptr;
        std::size_t parent = kNone;
        int position = 0; ///< among the rows of the same parent
        std::vector<std::size_t> children;
    };
    std::shared_ptr<const StructuredReport> report; ///< owns the items
    std::vector<Row> rows;                          ///< the first one is the title
};

[[nodiscard]] ReportRows makeReportRows(std::shared_ptr<const StructuredReport> report);
/// The whole report as indented lines.
[[nodiscard]] QString reportPlainText(const StructuredReport& report);

class ReportModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    void setRows(ReportRows rows);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] const ReportRows::Row& row(const QModelIndex& index) const;

    ReportRows m_rows;
};

} // namespace nefes::ui
