// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/training_event.h"

#include "ui/bridge/background.h"
#include "ui/wizard/run_folder.h"

#include <QString>
#include <QStringList>
#include <QWidget>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace nefes::ui {

class LinePlot;

/// Grid search: which fields with which values, the table of the runs so far, and their validation
/// curves laid over each other. Reads the engine's files on the pool. UI thread.
class SweepView final : public QWidget
{
    Q_OBJECT

public:
    SweepView(QThreadPool& pool, std::function<void(const QString&)> told,
              QWidget* parent = nullptr);

    /// The grid that is asked for; empty where a line is wrong (its problem is shown).
    [[nodiscard]] std::vector<std::string> grid() const;
    void fill(RunPlan& plan) const;
    /// Fields that a recipe has, for the boxes.
    void setRecipe(const ml::TrainingRecipe& recipe);
    /// Reads the table of a sweep's folder again.
    void showFolder(const std::filesystem::path& folder);
    void setStartEnabled(bool isEnabled);

Q_SIGNALS:
    void startClicked();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        QString setting, status;
        double metric = 0.0, seconds = 0.0;
        bool hasMetric = false;
        int bestEpoch = 0;
        std::vector<ml::EpochDone> history;
    };
    struct Axis {
        QComboBox* field;
        QLineEdit* values;
    };
    [[nodiscard]] static std::vector<Row> readTable(const std::filesystem::path& folder);
    void buildForm();
    void showRows(std::vector<Row> rows);
    void updateCurves();
    void updateCount();
    void retranslate();

    LatestTask m_task;
    std::vector<Axis> m_axes;
    QLabel* m_intro;
    QLabel* m_fieldLabel;
    QLabel* m_valuesLabel;
    QLabel* m_metricLabel;
    QComboBox* m_metric;
    QLabel* m_epochsLabel;
    QSpinBox* m_epochs;
    QLabel* m_imagesLabel;
    QSpinBox* m_images;
    QLabel* m_count;
    QPushButton* m_start;
    QTableWidget* m_table;
    LinePlot* m_plot;
    std::vector<Row> m_rows;
    QStringList m_fields;
    QStringList m_wholeFields; ///< those of them with whole numbers ///< of the recipe, as the
                               ///< boxes offer them
};

} // namespace nefes::ui
