// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

#include <vector>

namespace nefes::ui {

/// Counts by class (rows) and something else (columns): a number and a bar in each cell, the bars
/// of all cells to one scale.
class CountChart final : public QWidget
{
    Q_OBJECT

public:
    explicit CountChart(QWidget* parent = nullptr);
    /// One row of `counts` a class, one count a column. Texts are shown as they are.
    void setCounts(QStringList classes, QStringList columns, std::vector<std::vector<int>> counts);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// "normal: training 70, validation 15", …: what a screen reader says.
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QSize sizeFor(int column) const;
    [[nodiscard]] int classWidth() const;
    [[nodiscard]] int rowHeight() const;

    QStringList m_classes, m_columns;
    std::vector<std::vector<int>> m_counts;
    int m_largest = 1;
};

} // namespace nefes::ui
