// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/background.h"
#include "ui/wizard/run_folder.h"

#include <QWidget>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <functional>
#include <vector>

class QComboBox;
class QLabel;
class QTableWidget;

namespace nefes::ui {

class LinePlot;

/// Finished runs side by side: metrics on validation and test images, and their curves over each
/// other. Reads the run folders on the pool. UI thread.
class RunComparison final : public QWidget
{
    Q_OBJECT

public:
    RunComparison(std::filesystem::path runsFolder, QThreadPool& pool,
                  std::function<void(const QString&)> told, QWidget* parent = nullptr);
    void reload();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Row {
        StoredRun run;
        nlohmann::json metrics; ///< of the model package
        std::vector<ml::EpochDone> history;
        int bestEpoch = 0;
    };
    [[nodiscard]] static std::vector<Row> readRows(const std::filesystem::path& runsFolder);
    void showRows();
    void updateCurves();
    void retranslate();

    std::filesystem::path m_runsFolder;
    LatestTask m_task;
    QLabel* m_text;
    QLabel* m_curveLabel;
    QComboBox* m_curve;
    QTableWidget* m_table;
    LinePlot* m_plot;
    std::vector<Row> m_rows;
};

} // namespace nefes::ui
