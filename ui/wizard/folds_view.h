// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/cross_validation.h"

#include "ui/bridge/background.h"
#include "ui/wizard/run_folder.h"

#include <QWidget>

#include <filesystem>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace nefes::ui {

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

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Fold {
        int images = 0, bestEpoch = 0;
        double accuracy = 0.0;
        std::optional<double> auc;
    };
    struct Outcome {
        std::vector<Fold> folds; ///< those that are done
        int planned = 0;
        nlohmann::json summary; ///< ml::FoldSummary
    };
    [[nodiscard]] static Outcome read(const StoredRun& run);
    void showTable();
    void retranslate();
    [[nodiscard]] QString summaryText() const;

    LatestTask m_task;
    Outcome m_result;
    QString m_runName;
    QLabel* m_intro;
    QLabel* m_countLabel;
    QSpinBox* m_count;
    QLabel* m_remark;
    QPushButton* m_start;
    QLabel* m_summary;
    QTableWidget* m_table;
    QTableWidget* m_classes;
};

} // namespace nefes::ui
