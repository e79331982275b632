// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/canvas.h"
#include "ui/viewer/view_state.h"

#include <QCoreApplication>
#include <QMouseEvent>

#include <vector>

namespace nefes::test {

/// Where a point of the image lies on the canvas, to the fraction of a pixel.
inline QPointF onCanvas(ui::Canvas& canvas, PointPx point)
{
    const PointPx screen =
        ui::imageToScreen(canvas.view(), *canvas.image(), canvas.deviceSize()).map(point);
    return {screen.x, screen.y};
}

inline void sendMouse(QWidget& widget, QEvent::Type type, QPointF position,
                      Qt::MouseButton button = Qt::LeftButton)
{
    const bool isMove = type == QEvent::MouseMove;
    QMouseEvent event(type, position, widget.mapToGlobal(position), isMove ? Qt::NoButton : button,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : button, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

inline void clickImage(ui::Canvas& canvas, PointPx point)
{
    sendMouse(canvas, QEvent::MouseButtonPress, onCanvas(canvas, point));
    sendMouse(canvas, QEvent::MouseButtonRelease, onCanvas(canvas, point));
}

/// Presses at the first point, passes the others and releases at the last.
inline void dragImage(ui::Canvas& canvas, const std::vector<PointPx>& points)
{
    sendMouse(canvas, QEvent::MouseButtonPress, onCanvas(canvas, points.front()));
    for (const PointPx point : points) {
        sendMouse(canvas, QEvent::MouseMove, onCanvas(canvas, point));
    }
    sendMouse(canvas, QEvent::MouseButtonRelease, onCanvas(canvas, points.back()));
}

} // namespace nefes::test
