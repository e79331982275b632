// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/drawing_painter.h"

#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

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
    case MeasurementKind::Length:
    case MeasurementKind::Angle:
        path.moveTo(toPoint(points[0]));
        for (std::size_t i = 1; i < points.size(); ++i) {
            path.lineTo(toPoint(points[i]));
        }
        break;
    }
    return path;
}

void paintLines(QPainter& painter, QPointF corner, const QStringList& lines,
                const QPalette& palette)
{
    const QFontMetricsF metrics(painter.font());
    double width = 0.0;
    for (const QString& line : lines) {
        width = std::max(width, metrics.horizontalAdvance(line));
    }
    const QRectF box(corner.x() + kTextGap, corner.y() - metrics.ascent(), width + 8.0,
                     metrics.lineSpacing() * static_cast<double>(lines.size()) + 2.0);
    QColor ground = viewportColor(palette);
    ground.setAlpha(170);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 3.0, 3.0);
    painter.setPen(imageTextColor(palette));
    double baseline = corner.y();
    for (const QString& line : lines) {
        painter.drawText(QPointF(box.left() + 4.0, baseline), line);
        baseline += metrics.lineSpacing();
    }
}

} // namespace

void paintDrawing(QPainter& painter, const Measurement& drawing, const QTransform& toScreen,
                  const QStringList& lines, DrawingLook look, const QPalette& palette)
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
    painter.setPen(QPen(accentColor(palette), isSelected ? 2.0 : 1.5,
                        look == DrawingLook::Unfinished ? Qt::DashLine : Qt::SolidLine));
    painter.drawPath(path);
    painter.setPen(QPen(viewportColor(palette), 1.0));
    painter.setBrush(isSelected ? imageTextColor(palette) : accentColor(palette));
    QPointF rightmost = toScreen.map(toPoint(drawing.points.front()));
    for (const PointPx point : drawing.points) {
        const QPointF handle = toScreen.map(toPoint(point));
        painter.drawEllipse(handle, kHandleRadius, kHandleRadius);
        if (handle.x() > rightmost.x()) {
            rightmost = handle;
        }
    }
    if (!lines.isEmpty()) {
        paintLines(painter, rightmost, lines, palette);
    }
}

} // namespace nefes::ui
