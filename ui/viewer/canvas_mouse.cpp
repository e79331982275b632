// SPDX-License-Identifier: GPL-3.0-or-later
// What the mouse does on the canvas.
#include "ui/viewer/canvas.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace nefes::ui {

namespace {

constexpr double kZoomDragPixels = 200.0; ///< a drag of so many pixels zooms e times
constexpr double kScrollDragPixels = 12.0;
constexpr double kFastFactor = 4.0;
constexpr double kWheelStep = 120.0; ///< QWheelEvent: eighths of a degree a notch
constexpr double kZoomPerNotch = 1.2;
constexpr double kGrabPixels = 6.0; ///< a handle is grabbed within so many logical pixels

Qt::CursorShape cursorOf(Tool tool)
{
    switch (tool) {
    case Tool::Pan:
        return Qt::OpenHandCursor;
    case Tool::Zoom:
        return Qt::SizeAllCursor;
    case Tool::Scroll:
        return Qt::SizeVerCursor;
    default:
        return Qt::CrossCursor;
    }
}

} // namespace

void Canvas::setTool(Tool tool)
{
    m_tool = tool;
    m_measure.setKind(measurementOf(tool));
    setCursor(cursorOf(tool));
    update();
}

void Canvas::mousePressEvent(QMouseEvent* event)
{
    if (m_dragButton != Qt::NoButton) {
        return;
    }
    m_dragButton = event->button();
    m_pressPosition = event->position();
    m_lastPosition = m_pressPosition;
    m_hasDragged = false;
    event->accept();
    Q_EMIT pressed();
    if (m_image && m_dragButton == Qt::LeftButton) {
        const PointPx point = toImage(m_pressPosition);
        m_isMeasuring = m_measure.wants(point, m_drawings, grabDistance());
        const bool hadSelection = m_measure.selected().has_value();
        if (m_isMeasuring || hadSelection) {
            report(m_measure.press(point, m_drawings, grabDistance()));
            Q_EMIT drawingSelected();
        }
    }
}

void Canvas::report(const MeasureTool::Outcome& outcome)
{
    update();
    if (outcome.added && m_tool == Tool::Calibrate) {
        Q_EMIT calibrationDrawn(*outcome.added);
    } else if (outcome.added) {
        Q_EMIT drawingAdded(*outcome.added);
    }
    if (outcome.edited) {
        Q_EMIT drawingChanged(outcome.edited->index, outcome.edited->drawing);
    }
}

PointPx Canvas::toImage(QPointF position) const
{
    return imageToScreen(m_view, *m_image, deviceSize()).inverted().map(toDevice(position));
}

double Canvas::grabDistance() const
{
    return kGrabPixels * devicePixelRatioF() / m_view.zoom;
}

void Canvas::updateCursor(QPointF position)
{
    const bool isOverHandle = m_measure.pending().points.empty() &&
                              MeasureTool().wants(toImage(position), m_drawings, grabDistance());
    const Qt::CursorShape wanted = isOverHandle ? Qt::PointingHandCursor : cursorOf(m_tool);
    if (cursor().shape() != wanted) {
        setCursor(wanted);
    }
}

void Canvas::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF position = event->position();
    m_pointer = position;
    reportPointer(position);
    if (m_hasMagnifier) {
        update();
    }
    if (!m_image) {
        return;
    }
    if (m_isMeasuring || m_dragButton == Qt::NoButton) {
        m_measure.move(toImage(position));
        if (m_measure.edit() || !m_measure.pending().points.empty()) {
            update();
        }
        updateCursor(position);
        return;
    }
    const QPointF travelled = position - m_pressPosition;
    if (!m_hasDragged && travelled.manhattanLength() < QApplication::startDragDistance() / 2.0) {
        return;
    }
    m_hasDragged = true;
    drag(m_dragButton, position - m_lastPosition, (event->modifiers() & Qt::ControlModifier) != 0);
    m_lastPosition = position;
}

void Canvas::drag(Qt::MouseButton button, QPointF delta, bool isFast)
{
    Tool tool = m_tool;
    if (button == Qt::MiddleButton) {
        tool = Tool::Pan;
    } else if (button == Qt::RightButton) {
        tool = Tool::Zoom;
    }
    const double speed = isFast ? kFastFactor : 1.0;
    const ViewState before = m_view;
    switch (tool) {
    case Tool::Window:
        dragWindow(m_view, *m_image, delta.x() * speed, -delta.y() * speed);
        refresh(Stale::Tone);
        break;
    case Tool::Pan:
        panBy(m_view, *m_image, deviceSize(), toDevice(delta));
        refresh(Stale::Samples);
        break;
    case Tool::Zoom:
        zoomAt(m_view, *m_image, deviceSize(), toDevice(m_pressPosition),
               std::exp(-delta.y() / kZoomDragPixels));
        refresh(Stale::Samples);
        break;
    case Tool::Scroll:
        scrollBy(delta.y() / kScrollDragPixels);
        return;
    default:
        return; // measuring tools have had the press already
    }
    Q_EMIT viewChanged();
    Q_EMIT viewEdited(before);
}

void Canvas::scrollBy(double steps)
{
    m_pendingSteps += steps;
    const double whole = std::trunc(m_pendingSteps);
    m_pendingSteps -= whole;
    if (whole != 0.0) {
        Q_EMIT scrollRequested(static_cast<int>(whole));
    }
}

void Canvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != m_dragButton) {
        return;
    }
    m_dragButton = Qt::NoButton;
    if (m_isMeasuring) {
        m_isMeasuring = false;
        if (m_image) {
            report(m_measure.release(toImage(event->position()), grabDistance()));
        }
        return;
    }
    if (event->button() == Qt::RightButton && !m_hasDragged) {
        Q_EMIT menuRequested(event->globalPosition().toPoint());
    }
}

void Canvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    // The second click of a drawing is a point of it.
    const bool isForDrawing =
        m_image && m_measure.wants(toImage(event->position()), m_drawings, grabDistance());
    if (event->button() == Qt::LeftButton && !isForDrawing) {
        event->accept();
        Q_EMIT maximiseRequested();
        return;
    }
    mousePressEvent(event);
    const auto selected = selectedDrawing();
    const bool hasText = selected && *selected < m_drawings.size() &&
                         (m_drawings[*selected].kind == MeasurementKind::Text ||
                          m_drawings[*selected].kind == MeasurementKind::Arrow);
    if (hasText && m_measure.edit()) {
        Q_EMIT textEditRequested();
    }
}

void Canvas::wheelEvent(QWheelEvent* event)
{
    const double notches = event->angleDelta().y() / kWheelStep;
    event->accept();
    if (!m_image || notches == 0.0) {
        return;
    }
    if ((event->modifiers() & Qt::ControlModifier) != 0) {
        const ViewState before = m_view;
        zoomAt(m_view, *m_image, deviceSize(), toDevice(event->position()),
               std::pow(kZoomPerNotch, notches));
        refresh(Stale::Samples);
        Q_EMIT viewChanged();
        Q_EMIT viewEdited(before);
        return;
    }
    scrollBy(-notches);
}

void Canvas::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_pointer.reset();
    update();
    Q_EMIT pointerMoved(std::nullopt);
}

void Canvas::reportPointer(QPointF position)
{
    if (!m_image) {
        Q_EMIT pointerMoved(std::nullopt);
        return;
    }
    const PointPx point = toImage(position);
    const bool isInside = point.x >= 0.0 && point.y >= 0.0 && point.x < m_image->width() &&
                          point.y < m_image->height();
    Q_EMIT pointerMoved(isInside ? std::optional(point) : std::nullopt);
}

} // namespace nefes::ui
