// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include "ui/bridge/background.h"
#include "ui/object_services.h"
#include "ui/tags/tag_rows.h"

#include <QWidget>

#include <filesystem>
#include <memory>
#include <optional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTreeView;

namespace nefes::ui {

class TagModel;

/// Every element of the DICOM file that is shown, with a search field. Reads the file on a worker
/// thread, not before the panel is visible.
class TagPanel final : public QWidget
{
    Q_OBJECT

public:
    TagPanel(ObjectServices services, QThreadPool& pool, QWidget* parent = nullptr);

    /// An empty path: nothing is shown.
    void setFile(const std::filesystem::path& file);
    [[nodiscard]] bool isBusy() const { return m_readTask.isRunning() || m_searchTask.isRunning(); }

Q_SIGNALS:
    /// isBusy() has become false.
    void idle();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void load();
    void search();
    void take(TagRows rows);
    void showState();
    void retranslate();
    void copy(bool isWholeRow);

    ObjectServices m_services;
    std::filesystem::path m_file, m_loaded; ///< wanted; whose tree is there or on its way
    std::shared_ptr<const TagTree> m_tree;
    std::size_t m_matches = 0;
    std::optional<Error> m_error;
    LatestTask m_readTask, m_searchTask;
    QLineEdit* m_search;
    QLabel* m_notice; ///< stands where the tree would be
    QTreeView* m_view;
    QPlainTextEdit* m_detail; ///< the chosen row in full
    QLabel* m_count;
    QPushButton* m_copyValue;
    QPushButton* m_copyRow;
    TagModel* m_model;
};

} // namespace nefes::ui
