// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/library/library_model.h"
#include "ui/library/library_service.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace nefes::ui {

/// The work list of the library: search, sort, open, mark as read, remove.
class LibraryPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit LibraryPanel(LibraryService& service, QWidget* parent = nullptr);

    void setBlind(bool isBlind) { m_model->setBlind(isBlind); }

Q_SIGNALS:
    /// The reader wants to add a folder.
    void importClicked();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void sortBy(int column);
    void openSelected();
    void toggleRead();
    void askToRemove();
    void showMenu(QPoint position);
    void showState();
    void retranslate();
    [[nodiscard]] std::vector<study::StudyId> selected() const;
    [[nodiscard]] bool isAllRead() const; ///< of the selected studies

    LibraryService& m_service;
    LibraryModel* m_model;
    QLineEdit* m_search;
    QLabel* m_notice; ///< stands where the list would be
    QTreeView* m_view;
    QLabel* m_repaired;
    QLabel* m_count;
    QPushButton* m_open;
    QPushButton* m_read;
    QPushButton* m_import;
    int m_sortColumn = LibraryModel::Date;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace nefes::ui
