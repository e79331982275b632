// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/session.h"

#include <QImage>
#include <QWidget>

#include <filesystem>
#include <functional>
#include <map>
#include <optional>

class QLabel;
class QLineEdit;
class QModelIndex;
class QSortFilterProxyModel;
class QStandardItem;
class QStandardItemModel;
class QTreeView;

namespace nefes::ui {

/// Patients, their studies and series, with a small picture each and a search field.
class StudyBrowser final : public QWidget
{
    Q_OBJECT

public:
    explicit StudyBrowser(QWidget* parent = nullptr);

    void setPatients(const std::vector<study::Patient>& patients);
    void setCurrent(const std::optional<SeriesAddress>& address);
    /// The small picture of a series, by the first file of it.
    void setThumbnail(const std::filesystem::path& firstFile, const QImage& thumbnail);

Q_SIGNALS:
    void seriesChosen(const nefes::ui::SeriesAddress& address);
    /// A picture of this file is wanted.
    void thumbnailWanted(const std::filesystem::path& firstFile);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void retranslate();
    void choose(const QModelIndex& index);
    [[nodiscard]] QStandardItem* makeSeriesItem(const study::Series& series,
                                                const SeriesAddress& address);

    std::vector<study::Patient> m_patients;
    std::optional<SeriesAddress> m_current;
    std::map<std::filesystem::path, QImage> m_thumbnails; ///< null while on its way
    std::map<std::filesystem::path, QStandardItem*> m_seriesItems;
    QLineEdit* m_search;
    QTreeView* m_tree;
    QLabel* m_empty; ///< stands over the tree while there is nothing in it
    QStandardItemModel* m_model;
    QSortFilterProxyModel* m_filter;
};

} // namespace nefes::ui
