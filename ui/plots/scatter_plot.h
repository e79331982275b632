// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_widget.h"

#include <QColor>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <vector>

namespace nefes::ui {

/// One dot of a map.
struct ScatterPoint {
    QPointF place;
    int group = 0; ///< index into the group names: colour and shape
    QString text;  ///< shown under the pointer
};

/// A map of points in groups; axes without meaning, so without numbers.
class ScatterPlot final : public PlotWidget
{
    Q_OBJECT

public:
    explicit ScatterPlot(QWidget* parent = nullptr);
    void setPoints(std::vector<ScatterPoint> points, const QStringList& groups);
    [[nodiscard]] const std::vector<ScatterPoint>& points() const { return m_points; }

Q_SIGNALS:
    void pointClicked(int index);

protected:
    [[nodiscard]] Extent wholeX() const override;
    void refresh() override;
    void applyColors() override;
    [[nodiscard]] QString readout(QPointF value, QPointF place) override;
    void pressed(QPointF value, QPointF place) override;
    void paintMarks(QPainter& painter) override;
    [[nodiscard]] QByteArray csv() const override;

private:
    /// The point within reach of a position, or −1.
    [[nodiscard]] int pointAt(QPointF place) const;

    std::vector<ScatterPoint> m_points;
    QStringList m_groups;
    std::vector<QColor> m_colors;
    int m_hovered = -1;
};

} // namespace nefes::ui
