// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/viewport_grid.h"

#include <QGridLayout>

#include <algorithm>

namespace nefes::ui {

namespace {

constexpr int kMostSides = 3;

} // namespace

ViewportGrid::ViewportGrid(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("viewportGrid"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(1);
    setGridLayout({});
}

void ViewportGrid::setGridLayout(const GridLayout& layout)
{
    m_layout = {.rows = std::clamp(layout.rows, 1, kMostSides),
                .columns = std::clamp(layout.columns, 1, kMostSides)};
    while (static_cast<int>(m_cells.size()) < m_layout.count()) {
        const auto index = static_cast<int>(m_cells.size());
        auto* cell = new ViewportCell(index + 1, this);
        m_cells.push_back(cell);
        connect(cell, &ViewportCell::activated, this, [this, index] { select(index); });
        connect(cell, &ViewportCell::maximiseRequested, this, [this, index] {
            select(index);
            setMaximised(!m_isMaximised);
        });
        Q_EMIT cellAdded(index);
    }
    const bool wasMaximised = m_isMaximised;
    m_isMaximised = false;
    arrange();
    if (wasMaximised) {
        Q_EMIT maximisedChanged(false);
    }
    if (m_selected >= m_layout.count()) {
        select(0);
    }
}

void ViewportGrid::arrange()
{
    for (int row = 0; row < kMostSides; ++row) {
        m_grid->setRowStretch(row, !m_isMaximised && row < m_layout.rows ? 1 : 0);
        m_grid->setColumnStretch(row, !m_isMaximised && row < m_layout.columns ? 1 : 0);
    }
    const bool isFramed = m_layout.count() > 1;
    for (int index = 0; index < static_cast<int>(m_cells.size()); ++index) {
        ViewportCell& shown = cell(index);
        m_grid->removeWidget(&shown);
        const bool isVisible = index < m_layout.count() && (!m_isMaximised || index == m_selected);
        shown.setVisible(isVisible);
        shown.setFramed(isFramed);
        shown.setSelected(index == m_selected);
        if (isVisible) {
            m_grid->addWidget(&shown, m_isMaximised ? 0 : index / m_layout.columns,
                              m_isMaximised ? 0 : index % m_layout.columns);
        }
    }
}

void ViewportGrid::select(int index)
{
    if (index == m_selected || index < 0 || index >= m_layout.count()) {
        return;
    }
    m_selected = index;
    if (m_isMaximised) {
        arrange();
    } else {
        for (int other = 0; other < m_layout.count(); ++other) {
            cell(other).setSelected(other == index);
        }
    }
    Q_EMIT selectedChanged(index);
}

void ViewportGrid::setMaximised(bool maximised)
{
    if (maximised != m_isMaximised && (m_layout.count() > 1 || !maximised)) {
        m_isMaximised = maximised;
        arrange();
        Q_EMIT maximisedChanged(maximised);
    }
}

} // namespace nefes::ui
