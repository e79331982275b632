// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/presentation_painter.h"

#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

#include <algorithm>
#include <cmath>
#include <vector>

namespace nefes::ui {

namespace {

constexpr double kCrossArm = 6.0;
constexpr double kTextGap = 4.0;

/// Leads from the two kinds of annotation coordinates to the screen.
class AnnotationMap
{
public:
    /// `shown` is the displayed area in image coordinates.
    AnnotationMap(const QTransform& imageToScreen, const QRectF& shown)
        : m_toScreen(imageToScreen)
        , m_shown(imageToScreen.mapRect(shown))
    {
    }

    /// PS3.3 C.10.5.1.1: fractions of the displayed area count from its corner as it is seen, after
    /// rotation and flip.
    [[nodiscard]] QPointF map(PointPx point, AnnotationUnits units) const
    {
        return units == AnnotationUnits::ImagePx
                   ? m_toScreen.map(QPointF(point.x, point.y))
                   : m_shown.topLeft() +
                         QPointF(point.x * m_shown.width(), point.y * m_shown.height());
    }

private:
    QTransform m_toScreen;
    QRectF m_shown;
};

/// A smooth line through the points (Catmull and Rom 1974), as Bézier pieces.
QPainterPath curveThrough(const std::vector<QPointF>& points)
{
    QPainterPath path(points.front());
    const bool isClosed = points.front() == points.back();
    const std::size_t last = points.size() - 1;
    for (std::size_t i = 0; i < last; ++i) {
        const QPointF before = i > 0 ? points[i - 1] : isClosed ? points[last - 1] : points[0];
        const QPointF after = i + 2 <= last ? points[i + 2] : isClosed ? points[1] : points[last];
        path.cubicTo(points[i] + (points[i + 1] - before) / 6.0,
                     points[i + 1] - (after - points[i]) / 6.0, points[i + 1]);
    }
    return path;
}

/// Axes from their ends, in order: one end of the major axis, the other, then those of the minor.
QPainterPath ellipseThrough(const std::vector<QPointF>& ends)
{
    const QPointF center = (ends[0] + ends[1]) / 2.0;
    const QPointF major = (ends[1] - ends[0]) / 2.0;
    const QPointF minor = (ends[3] - ends[2]) / 2.0;
    QPainterPath unit;
    unit.addEllipse(QPointF(0, 0), 1.0, 1.0);
    return QTransform(major.x(), major.y(), minor.x(), minor.y(), center.x(), center.y()).map(unit);
}

QPainterPath pathOf(const GraphicAnnotation& graphic, const AnnotationMap& map)
{
    std::vector<QPointF> points;
    points.reserve(graphic.points.size());
    for (const PointPx point : graphic.points) {
        points.push_back(map.map(point, graphic.units));
    }
    QPainterPath path;
    if (points.empty()) {
        return path;
    }
    switch (graphic.kind) {
    case GraphicKind::Point:
        path.moveTo(points[0] - QPointF(kCrossArm, 0));
        path.lineTo(points[0] + QPointF(kCrossArm, 0));
        path.moveTo(points[0] - QPointF(0, kCrossArm));
        path.lineTo(points[0] + QPointF(0, kCrossArm));
        break;
    case GraphicKind::Polyline:
        path.moveTo(points[0]);
        for (const QPointF point : points) {
            path.lineTo(point);
        }
        break;
    case GraphicKind::Interpolated:
        path = curveThrough(points);
        break;
    case GraphicKind::Circle:
        if (points.size() >= 2) {
            const QPointF across = points[1] - points[0];
            const double radius = std::hypot(across.x(), across.y());
            path.addEllipse(points[0], radius, radius);
        }
        break;
    case GraphicKind::Ellipse:
        if (points.size() >= 4) {
            path = ellipseThrough(points);
        }
        break;
    }
    return path;
}

/// With a dark rim, so that it is seen on any gray value.
void paintPath(QPainter& painter, const QPainterPath& path, bool isFilled, const QPalette& palette)
{
    const QColor color = accentColor(palette);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(viewportColor(palette), 3.0));
    painter.drawPath(path);
    painter.setPen(QPen(color, 1.5));
    if (isFilled) {
        painter.setBrush(color);
    }
    painter.drawPath(path);
}

void paintText(QPainter& painter, const TextAnnotation& text, const AnnotationMap& map,
               const QPalette& palette)
{
    const QString words = fromUtf8(text.text).trimmed();
    if (words.isEmpty() || (!text.topLeft && !text.anchor)) {
        return;
    }
    const QFontMetricsF metrics(painter.font());
    QRectF box = metrics.boundingRect(QRectF(0, 0, 4000, 4000), Qt::AlignLeft, words);
    if (text.topLeft && text.bottomRight) {
        // The words begin where the box is seen to begin, whatever way it is turned.
        const QRectF wanted =
            QRectF(map.map(*text.topLeft, text.units), map.map(*text.bottomRight, text.units))
                .normalized();
        box.moveTopLeft(wanted.topLeft());
    } else {
        const QPointF start =
            text.topLeft ? map.map(*text.topLeft, text.units)
                         : map.map(*text.anchor, text.anchorUnits) + QPointF(kTextGap, kTextGap);
        box.moveTopLeft(start);
    }
    if (text.anchor && text.topLeft) {
        const QPointF anchor = map.map(*text.anchor, text.anchorUnits);
        if (!box.contains(anchor)) {
            QPainterPath leader(anchor);
            leader.lineTo(std::clamp(anchor.x(), box.left(), box.right()),
                          std::clamp(anchor.y(), box.top(), box.bottom()));
            paintPath(painter, leader, false, palette);
        }
    }
    QColor ground = viewportColor(palette);
    ground.setAlpha(170);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box.adjusted(-kTextGap, -1, kTextGap, 1), 3.0, 3.0);
    painter.setPen(accentColor(palette));
    painter.drawText(box, Qt::AlignLeft | Qt::TextDontClip, words);
}

void paintShutter(QPainter& painter, const DisplayShutter& shutter, const DecodedImage& image,
                  const QTransform& toScreen, const QRectF& area, const QPalette& palette)
{
    QPainterPath open; // in image coordinates: what lies inside every shape
    open.addRect(QRectF(0, 0, image.width(), image.height()));
    if (shutter.rectangle) {
        QPainterPath shape;
        const auto& [first, last] = *shutter.rectangle;
        shape.addRect(QRectF(QPointF(first.x, first.y), QPointF(last.x, last.y)).normalized());
        open = open.intersected(shape);
    }
    if (shutter.circle) {
        QPainterPath shape;
        const double radius = shutter.circle->radiusPx;
        shape.addEllipse(QPointF(shutter.circle->center.x, shutter.circle->center.y), radius,
                         radius / image.data().pixelAspect);
        open = open.intersected(shape);
    }
    if (shutter.polygon.size() >= 3) {
        QPainterPath shape(QPointF(shutter.polygon[0].x, shutter.polygon[0].y));
        for (const PointPx vertex : shutter.polygon) {
            shape.lineTo(vertex.x, vertex.y);
        }
        shape.closeSubpath();
        open = open.intersected(shape);
    }
    QPainterPath dark;
    dark.addRect(area);
    painter.fillPath(dark.subtracted(toScreen.map(open)), viewportColor(palette));
}

} // namespace

void paintPresentation(QPainter& painter, const PresentationState& state, const DecodedImage& image,
                       const QTransform& toScreen, const QRectF& area, const QPalette& palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!state.shutter.isEmpty()) {
        paintShutter(painter, state.shutter, image, toScreen, area, palette);
    }
    const std::string& uid = image.data().text.sopInstanceUid;
    const int frame = image.data().frame;
    QRectF shown(0, 0, image.width(), image.height());
    if (const DisplayedArea* displayed = areaOf(state, uid, frame)) {
        shown = QRectF(QPointF(displayed->topLeft.x, displayed->topLeft.y),
                       QPointF(displayed->bottomRight.x, displayed->bottomRight.y));
    }
    const AnnotationMap map(toScreen, shown);
    for (const AnnotationLayer& layer : state.layers) {
        if (!covers(layer.references, uid, frame)) {
            continue;
        }
        for (const GraphicAnnotation& graphic : layer.graphics) {
            paintPath(painter, pathOf(graphic, map), graphic.isFilled, palette);
        }
        for (const TextAnnotation& text : layer.texts) {
            paintText(painter, text, map, palette);
        }
    }
    painter.restore();
}

} // namespace nefes::ui
