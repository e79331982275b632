// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/library/library_service.h"

#include <QAbstractTableModel>

#include <cstddef>
#include <map>
#include <set>
#include <vector>

namespace nefes::ui {

/// The work list for a view: knows the order of all studies and reads the rows that are looked at,
/// a page at a time.
class LibraryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Read, Patient, Date, View, Score, ColumnCount };

    LibraryModel(LibraryService& service, QObject* parent);

    void setSearch(const QString& text);
    /// Asks for the order anew; the rows change when it is there.
    void sort(int column, Qt::SortOrder order) override;
    /// Scores of studies that nobody has read stay hidden.
    void setBlind(bool isBlind);
    void refresh();
    void retranslate();

    [[nodiscard]] study::StudyId study(int row) const;
    /// The row as far as it was read; null while it is on its way.
    [[nodiscard]] const study::LibraryStudy* row(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    /// Asks for a page of rows; a view paints within a const function.
    void pageWanted(int page) const;

private:
    void takeOrder(const std::vector<study::StudyId>& studies);
    void takeRows(std::size_t firstRow, const std::vector<study::LibraryStudy>& rows);
    void readPage(int page);
    void showThumbnail(study::StudyId study);
    [[nodiscard]] QString text(const study::LibraryStudy& study, int column) const;
    /// Whether there is a score that may be seen.
    [[nodiscard]] bool showsScore(const study::LibraryStudy& study) const;

    LibraryService& m_service;
    study::LibraryQuery m_query;
    bool m_isBlind = false;
    std::vector<study::StudyId> m_order;
    std::map<study::StudyId, study::LibraryStudy> m_rows;
    std::set<int> m_pages; ///< that were asked for
};

} // namespace nefes::ui
