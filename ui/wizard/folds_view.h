// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/background.h"
#include "ui/wizard/fold_results.h"
#include "ui/wizard/run_folder.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace nefes::ui {

class ColumnScroll;

/// Cross-validation: how many parts, and the table of what each of them and all images together
/// have come to. UI thread.
class FoldsView final : public QWidget
{
    Q_OBJECT

public:
    explicit FoldsView(QThreadPool& pool, QWidget* parent = nullptr);

    void fill(RunPlan& plan) const;
    void setReady(bool isReady);
    /// Reads what is there of a cross-validation; again after each part.
    void showRun(const StoredRun& run);

Q_SIGNALS:
    void startClicked();
    /// A training with the recipe and the folders of this cross-validation.
    void trainClicked(const nefes::ui::StoredRun& run);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildResults();
    void showTable();
    void showClasses();
    void retranslate();
    [[nodiscard]] QString summaryText() const;

    LatestTask m_task;
    FoldResults m_result;
    StoredRun m_run;
    QLabel* m_intro;
    QLabel* m_countLabel;
    QSpinBox* m_count;
    QLabel* m_remark;
    QPushButton* m_start;
    QLabel* m_summary;
    QWidget* m_results;
    ColumnScroll* m_scroll = nullptr; ///< of m_results
    QTableWidget* m_table;
    QLabel* m_confusionTitle;
    QTableWidget* m_confusion;
    QTableWidget* m_classes;
    QLabel* m_next;
    QPushButton* m_train;
};

} // namespace nefes::ui
