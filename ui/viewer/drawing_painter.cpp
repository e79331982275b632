// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/drawing_painter.h"

#include "ui/theme/image_colors.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QPolygonF>

#include <algorithm>

namespace nefes::ui {

namespace {

constexpr double kHandleRadius = 3.5;
constexpr double kTextGap = 8.0;

QPointF toPoint(PointPx p)
{
    return {p.x, p.y};
}

/// The lines of a drawing in image coordinates.
QPainterPath outline(const Measurement& drawing)
{
    QPainterPath path;
    const std::vector<PointPx>& points = drawing.points;
    if (points.size() < 2) {
        return path;
    }
    const QRectF box = QRectF(toPoint(points[0]), toPoint(points[1])).normalized();
    switch (drawing.kind) {
    case MeasurementKind::Rectangle:
        path.addRect(box);
        break;
    case MeasurementKind::Ellipse:
        path.addEllipse(box);
        break;
    case MeasurementKind::CobbAngle:
    case MeasurementKind::CardiothoracicRatio:
        for (std::size_t i = 0; i + 1 < points.size(); i += 2) {
            path.moveTo(toPoint(points[i]));
            path.lineTo(toPoint(points[i + 1]));
        }
        break;
    case MeasurementKind::Freehand:
        for (const PointPx point : points) {
            path.elementCount() == 0 ? path.moveTo(toPoint(point)) : path.lineTo(toPoint(point));
        }
        path.closeSubpath();
        break;
    case MeasurementKind::Probe:
    case MeasurementKind::Text:
        break;
    case MeasurementKind::Length:
    case MeasurementKind::Angle:
    case MeasurementKind::Arrow:
        path.moveTo(toPoint(points[0]));
        for (std::size_t i = 1; i < points.size(); ++i) {
            path.lineTo(toPoint(points[i]));
        }
        break;
    }
    return path;
}

constexpr double kArrowLength = 12.0;
constexpr double kArrowHalfWidth = 4.5;

/// The head of an arrow that points at `tip`.
QPolygonF arrowHead(QPointF tip, QPointF tail)
{
    const QLineF shaft(tip, tail);
    if (shaft.length() < 1.0) {
        return {};
    }
    const QPointF along = (tail - tip) / shaft.length();
    const QPointF across(-along.y(), along.x());
    return QPolygonF({tip, tip + along * kArrowLength + across * kArrowHalfWidth,
                      tip + along * kArrowLength - across * kArrowHalfWidth});
}

/// A cross with a gap, so that the pixel itself is seen.
void paintCross(QPainter& painter, QPointF middle)
{
    for (const QPointF way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
        painter.drawLine(middle + way * 3.0, middle + way * 9.0);
    }
}

/// Beside the corner, moved so far that all of it lies inside the area.
void paintLines(QPainter& painter, QPointF corner, const QStringList& lines, const QRectF& area,
                const QPalette& palette)
{
    const QFontMetricsF metrics(painter.font());
    double width = 0.0;
    for (const QString& line : lines) {
        width = std::max(width, metrics.horizontalAdvance(line));
    }
    QRectF box(corner.x() + kTextGap, corner.y() - metrics.ascent(), width + 8.0,
               metrics.lineSpacing() * static_cast<double>(lines.size()) + 2.0);
    if (area.contains(corner)) { // what is dragged out of the view takes its words along
        box.moveLeft(std::max(area.left(), std::min(box.left(), area.right() - box.width())));
        box.moveTop(std::max(area.top(), std::min(box.top(), area.bottom() - box.height())));
    }
    QColor ground = viewportColor(palette);
    ground.setAlpha(170);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 3.0, 3.0);
    painter.setPen(imageTextColor(palette));
    double baseline = box.top() + metrics.ascent();
    for (const QString& line : lines) {
        painter.drawText(QPointF(box.left() + 4.0, baseline), line);
        baseline += metrics.lineSpacing();
    }
}

} // namespace

void paintDrawing(QPainter& painter, const Measurement& drawing, const QTransform& toScreen,
                  const QStringList& lines, DrawingLook look, const QRectF& area,
                  const QPalette& palette)
{
    if (drawing.points.empty()) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const QPainterPath path = toScreen.map(outline(drawing));
    const bool isSelected = look == DrawingLook::Selected;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(viewportColor(palette), isSelected ? 4.0 : 3.0));
    painter.drawPath(path);
    painter.setPen(QPen(imageAccentColor(palette), isSelected ? 2.0 : 1.5,
                        look == DrawingLook::Unfinished ? Qt::DashLine : Qt::SolidLine));
    painter.drawPath(path);
    const QPointF first = toScreen.map(toPoint(drawing.points.front()));
    if (drawing.kind == MeasurementKind::Probe) {
        painter.setPen(QPen(viewportColor(palette), 3.5));
        paintCross(painter, first);
        painter.setPen(QPen(isSelected ? imageTextColor(palette) : imageAccentColor(palette), 1.5));
        paintCross(painter, first);
    }
    painter.setPen(QPen(viewportColor(palette), 1.0));
    painter.setBrush(isSelected ? imageTextColor(palette) : imageAccentColor(palette));
    if (drawing.kind == MeasurementKind::Arrow && drawing.points.size() == 2) {
        painter.drawPolygon(arrowHead(first, toScreen.map(toPoint(drawing.points[1]))));
    }
    // The many points of a freehand line, the middle of a probe and the tip of an arrow would be
    // hidden by handles.
    const bool hasHandles = isSelected ? drawing.kind != MeasurementKind::Probe
                                       : drawing.kind != MeasurementKind::Freehand &&
                                             drawing.kind != MeasurementKind::Probe &&
                                             drawing.kind != MeasurementKind::Text &&
                                             drawing.kind != MeasurementKind::Arrow;
    QPointF rightmost = first;
    for (const PointPx point : drawing.points) {
        const QPointF handle = toScreen.map(toPoint(point));
        if (hasHandles) {
            painter.drawEllipse(handle, kHandleRadius, kHandleRadius);
        }
        if (handle.x() > rightmost.x()) {
            rightmost = handle;
        }
    }
    if (!lines.isEmpty()) {
        const bool isLabel = drawing.kind == MeasurementKind::Arrow && drawing.points.size() == 2;
        paintLines(painter, isLabel ? toScreen.map(toPoint(drawing.points[1])) : rightmost, lines,
                   area, palette);
    }
}

} // namespace nefes::ui
