// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/evaluation_service.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QLabel;
class QTableWidget;

namespace nefes::ui {

/// Confusion matrix (count and share of the row; a cell shows its images), the report by class and
/// what holds for all classes together. UI thread.
class ConfusionView final : public QWidget
{
    Q_OBJECT

public:
    explicit ConfusionView(QWidget* parent = nullptr);
    void setJudged(JudgedSetPtr judged);

Q_SIGNALS:
    /// Indices of labels.
    void cellChosen(int truth, int predicted);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillMatrix();
    void fillReport();
    void retranslate();

    JudgedSetPtr m_judged;
    QLabel* m_summary;
    QLabel* m_matrixTitle;
    QTableWidget* m_matrix;
    QLabel* m_reportTitle;
    QTableWidget* m_report;
};

/// A confusion matrix: count and share of the row in each cell, shaded, and the table as high as
/// its rows. `counts` has a row for each true class, a column for each predicted one.
/// `opensImages`: a click on a cell does so, and its words say it.
void fillConfusion(QTableWidget& table, const QStringList& names,
                   const std::vector<std::vector<int>>& counts, bool opensImages);
/// As high as its rows, with no scroll bar of its own.
void fitToRows(QTableWidget& table);

/// "0.91 (0.87–0.95)" from a metric of the contracts and its interval; "–" where not defined. Where
/// the interval has no width, Wilson's, or none where the number of images is not known.
[[nodiscard]] QString metricText(const nlohmann::json& metrics, const char* name);

} // namespace nefes::ui
