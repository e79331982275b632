// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/viewport_cell.h"

#include <QWidget>

#include <vector>

class QGridLayout;

namespace nefes::ui {

/// Rows and columns of viewports.
struct GridLayout {
    int rows = 1;
    int columns = 1;
    [[nodiscard]] int count() const { return rows * columns; }
    friend bool operator==(const GridLayout&, const GridLayout&) = default;
};

/// The viewports in rows and columns; one of them is selected. Cells are made when a layout first
/// needs them and stay.
class ViewportGrid final : public QWidget
{
    Q_OBJECT

public:
    explicit ViewportGrid(QWidget* parent = nullptr);

    void setGridLayout(const GridLayout& layout);
    [[nodiscard]] const GridLayout& gridLayout() const { return m_layout; }
    /// Only the cells that the layout has room for.
    [[nodiscard]] int visibleCount() const { return m_layout.count(); }
    [[nodiscard]] ViewportCell& cell(int index)
    {
        return *m_cells[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] int selected() const { return m_selected; }
    void select(int index);
    /// Shows the selected cell alone, or all again.
    void setMaximised(bool maximised);
    [[nodiscard]] bool isMaximised() const { return m_isMaximised; }

Q_SIGNALS:
    void cellAdded(int index);
    void selectedChanged(int index);
    void maximisedChanged(bool maximised);

private:
    void arrange();

    QGridLayout* m_grid;
    GridLayout m_layout;
    std::vector<ViewportCell*> m_cells;
    int m_selected = 0;
    bool m_isMaximised = false;
};

} // namespace nefes::ui
