// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scatter_plot.h"

#include "ui/plots/plot_colors.h"

#include <QLineF>
#include <QPainter>
#include <QPolygonF>
#include <QValueAxis>

#include <algorithm>

namespace nefes::ui {

namespace {

constexpr double kRadius = 3.5;
constexpr double kReach = 8.0;
constexpr int kShapes = 4;
constexpr double kAir = 0.04;

/// Groups differ in shape as well as in colour.
void drawShape(QPainter& painter, QPointF middle, int shape, double radius)
{
    const double r = radius;
    switch (shape % kShapes) {
    case 0:
        painter.drawEllipse(middle, r, r);
        break;
    case 1:
        painter.drawRect(QRectF(middle.x() - r * 0.9, middle.y() - r * 0.9, 1.8 * r, 1.8 * r));
        break;
    case 2:
        painter.drawPolygon(QPolygonF{middle + QPointF(0, -1.2 * r), middle + QPointF(1.1 * r, r),
                                      middle + QPointF(-1.1 * r, r)});
        break;
    default:
        painter.drawPolygon(QPolygonF{middle + QPointF(0, -1.3 * r), middle + QPointF(1.3 * r, 0),
                                      middle + QPointF(0, 1.3 * r), middle + QPointF(-1.3 * r, 0)});
    }
}

const QString& shapeSign(int shape)
{
    static const QStringList kSigns{QStringLiteral("●"), QStringLiteral("■"), QStringLiteral("▲"),
                                    QStringLiteral("◆")};
    return kSigns.at(shape % kShapes);
}

} // namespace

ScatterPlot::ScatterPlot(QWidget* parent)
    : PlotWidget(parent)
{
    for (QValueAxis* axis : {&xAxis(), &yAxis()}) {
        axis->setLabelsVisible(false);
    }
}

void ScatterPlot::setPoints(std::vector<ScatterPoint> points, const QStringList& groups)
{
    m_points = std::move(points);
    m_groups = groups;
    m_hovered = -1;
    applyColors();
    resetZoom();
}

PlotWidget::Extent ScatterPlot::wholeX() const
{
    if (m_points.empty()) {
        return {};
    }
    const auto byX = [](const ScatterPoint& a, const ScatterPoint& b) {
        return a.place.x() < b.place.x();
    };
    const auto [low, high] = std::minmax_element(m_points.begin(), m_points.end(), byX);
    const double air = std::max((high->place.x() - low->place.x()) * kAir, 1e-9);
    return {low->place.x() - air, high->place.x() + air};
}

void ScatterPlot::refresh()
{
    double low = 1e300;
    double high = -1e300;
    for (const ScatterPoint& point : m_points) {
        low = std::min(low, point.place.y());
        high = std::max(high, point.place.y());
    }
    const double air = std::max((high - low) * kAir, 1e-9);
    setExtent(yAxis(), m_points.empty() ? Extent{} : Extent{low - air, high + air}, 5);
}

void ScatterPlot::applyColors()
{
    m_colors.clear();
    std::vector<LegendEntry> entries;
    for (int group = 0; group < m_groups.size(); ++group) {
        m_colors.push_back(plotColor(palette(), group));
        entries.push_back({m_groups.at(group), shapeSign(group), m_colors.back()});
    }
    setLegend(entries);
}

int ScatterPlot::pointAt(QPointF where) const
{
    int nearest = -1;
    double reach = kReach;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const double distance = QLineF(place(m_points[i].place), where).length();
        if (distance < reach) {
            reach = distance;
            nearest = static_cast<int>(i);
        }
    }
    return nearest;
}

QString ScatterPlot::readout(QPointF /*value*/, QPointF where)
{
    m_hovered = where.x() < 0.0 ? -1 : pointAt(where);
    return m_hovered < 0 ? QString() : m_points[static_cast<std::size_t>(m_hovered)].text;
}

void ScatterPlot::pressed(QPointF /*value*/, QPointF where)
{
    if (const int index = pointAt(where); index >= 0) {
        Q_EMIT pointClicked(index);
    }
}

void ScatterPlot::paintMarks(QPainter& painter)
{
    painter.setClipRect(plotArea());
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const ScatterPoint& point = m_points[i];
        const bool isHovered = static_cast<int>(i) == m_hovered;
        QColor color = m_colors.at(static_cast<std::size_t>(point.group));
        color.setAlphaF(isHovered ? 1.0F : 0.75F);
        painter.setBrush(color);
        painter.setPen(isHovered ? QPen(palette().color(QPalette::Text), 1.5) : QPen(Qt::NoPen));
        drawShape(painter, place(point.place), point.group, isHovered ? 1.6 * kRadius : kRadius);
    }
}

QByteArray ScatterPlot::csv() const
{
    QByteArray text("group,x,y,text\n");
    for (const ScatterPoint& point : m_points) {
        QByteArray group = m_groups.value(point.group).toUtf8();
        QByteArray words = point.text.toUtf8();
        text += '"' + group.replace('"', "\"\"") + "\"," +
                QByteArray::number(point.place.x(), 'g', 10) + ',' +
                QByteArray::number(point.place.y(), 'g', 10) + ",\"" + words.replace('"', "\"\"") +
                "\"\n";
    }
    return text;
}

} // namespace nefes::ui
