// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/canvas.h"

#include "ui/text/measurement_text.h"
#include "ui/theme/theme.h"
#include "ui/viewer/drawing_painter.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
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

std::optional<MeasurementKind> measurementOf(Tool tool)
{
    switch (tool) {
    case Tool::Length:
        return MeasurementKind::Length;
    case Tool::Angle:
        return MeasurementKind::Angle;
    case Tool::CobbAngle:
        return MeasurementKind::CobbAngle;
    case Tool::Rectangle:
        return MeasurementKind::Rectangle;
    case Tool::Ellipse:
        return MeasurementKind::Ellipse;
    case Tool::CardiothoracicRatio:
        return MeasurementKind::CardiothoracicRatio;
    default:
        return std::nullopt;
    }
}

Canvas::Canvas(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("canvas"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(160, 120);
    setTool(Tool::Window);
    setAccessibleName(tr("Image"));
}

void Canvas::setImage(ImagePtr image, const SeriesPosition& position, std::optional<ViewState> view)
{
    const bool keepsView = image && m_image && !view && image->width() == m_image->width() &&
                           image->height() == m_image->height();
    m_image = std::move(image);
    m_position = position;
    m_heatmap.reset();
    m_measure.cancel();
    m_measure.select(std::nullopt);
    m_drawings.clear();
    m_isMeasuring = false;
    if (m_image && !keepsView) {
        m_view = view.value_or(initialView(*m_image));
    }
    if (m_image && m_view.isFitted) {
        fitView(m_view, *m_image, deviceSize());
    }
    refresh(Stale::Samples);
    Q_EMIT viewChanged();
}

void Canvas::setView(const ViewState& view)
{
    m_view = view;
    if (m_image && m_view.isFitted) {
        fitView(m_view, *m_image, deviceSize());
    }
    refresh(Stale::Samples);
    Q_EMIT viewChanged();
}

void Canvas::setTool(Tool tool)
{
    m_tool = tool;
    m_measure.setKind(measurementOf(tool));
    setCursor(cursorOf(tool));
    update();
}

void Canvas::setOverlayLevel(OverlayLevel level)
{
    m_overlayLevel = level;
    update();
}

void Canvas::setDrawings(std::vector<Measurement> drawings)
{
    m_drawings = std::move(drawings);
    if (m_measure.selected().value_or(0) >= m_drawings.size()) {
        m_measure.select(std::nullopt);
    }
    update();
}

std::optional<std::size_t> Canvas::selectedDrawing() const
{
    return m_measure.selected();
}

void Canvas::selectDrawing(std::optional<std::size_t> index)
{
    m_measure.select(index);
    update();
}

bool Canvas::cancelDrawing()
{
    update();
    return m_measure.cancel();
}

void Canvas::setHeatmap(std::shared_ptr<const FloatGrid> grid)
{
    m_heatmap = std::move(grid);
    refresh(Stale::Tone);
}

void Canvas::setHeatmapStyle(const HeatmapStyle& style)
{
    m_heatmapStyle = style;
    refresh(Stale::Tone);
}

void Canvas::setHeatmapVisible(bool visible)
{
    m_isHeatmapVisible = visible;
    refresh(Stale::Tone);
}

QSize Canvas::deviceSize() const
{
    return (QSizeF(size()) * devicePixelRatioF()).toSize().expandedTo(QSize(1, 1));
}

Viewport Canvas::viewport() const
{
    const QSize size = deviceSize();
    return {.width = size.width(),
            .height = size.height(),
            .screenToImage = imageToScreen(m_view, *m_image, size).inverted()};
}

PointPx Canvas::toDevice(QPointF position) const
{
    return {position.x() * devicePixelRatioF(), position.y() * devicePixelRatioF()};
}

void Canvas::refresh(Stale stale)
{
    m_stale = std::max(m_stale, stale);
    update();
}

void Canvas::renderPicture()
{
    const Viewport seen = viewport();
    if (m_stale == Stale::Samples || m_samples.width != seen.width ||
        m_samples.height != seen.height) {
        m_samples = sampleViewport(*m_image, seen, Interpolation::Linear);
        m_stale = Stale::Tone;
    }
    if (m_stale == Stale::Tone) {
        m_picture = tone(m_samples, ToneTable(*m_image, m_view.display), m_view.display.colorMap);
        if (showsHeatmap()) {
            blendHeatmap(m_picture, seen, *m_heatmap, m_image->width(), m_image->height(),
                         m_heatmapStyle);
        }
        m_stale = Stale::Nothing;
    }
}

QImage Canvas::picture()
{
    if (!m_image) {
        return {};
    }
    renderPicture();
    return QImage(reinterpret_cast<const uchar*>(m_picture.pixels.data()), m_picture.width,
                  m_picture.height, m_picture.width * 4, QImage::Format_RGB32);
}

void Canvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), viewportColor(palette()));
    if (!m_image) {
        return;
    }
    QImage shown = picture();
    shown.setDevicePixelRatio(devicePixelRatioF());
    painter.drawImage(QPointF(0, 0), shown);
    QFont small = font();
    small.setPixelSize(std::max(9, fontInfo().pixelSize() * 12 / 13));
    painter.setFont(small);
    paintDrawings(painter);
    if (m_overlayLevel != OverlayLevel::None) {
        paintTexts(painter);
    }
}

void Canvas::paintDrawings(QPainter& painter)
{
    const Affine map = imageToScreen(m_view, *m_image, deviceSize());
    const double ratio = devicePixelRatioF();
    const QTransform toScreen(map.a / ratio, map.d / ratio, map.b / ratio, map.e / ratio,
                              map.c / ratio, map.f / ratio);
    const auto paint = [&](const Measurement& drawing, DrawingLook look) {
        const bool isFinished = drawing.points.size() == pointCount(drawing.kind);
        paintDrawing(painter, drawing, toScreen,
                     isFinished ? measurementLines(*m_image, drawing) : QStringList(), look,
                     palette());
    };
    for (std::size_t index = 0; index < m_drawings.size(); ++index) {
        const auto& edit = m_measure.edit();
        const bool isEdited = edit && edit->index == index;
        paint(isEdited ? edit->drawing : m_drawings[index],
              m_measure.selected() == index ? DrawingLook::Selected : DrawingLook::Plain);
    }
    paint(m_measure.pending(), DrawingLook::Unfinished);
}

void Canvas::paintTexts(QPainter& painter)
{
    OverlayContent content;
    content.corners = cornerTexts(*m_image, m_view, m_position, m_overlayLevel);
    content.letters =
        edgeLetters(m_image->data().orientation, imageToScreen(m_view, *m_image, deviceSize()));
    content.bar = scaleBar(*m_image, m_view, deviceSize().width() * 0.2);
    if (content.bar) {
        content.bar->lengthPx /= devicePixelRatioF();
    }
    paintOverlay(painter, rect(), content, palette());
}

void Canvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_image && m_view.isFitted) {
        fitView(m_view, *m_image, deviceSize());
        Q_EMIT viewChanged();
    }
    refresh(Stale::Samples);
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
    if (outcome.added) {
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
    const bool isOverHandle = MeasureTool().wants(toImage(position), m_drawings, grabDistance());
    const Qt::CursorShape wanted = isOverHandle ? Qt::PointingHandCursor : cursorOf(m_tool);
    if (cursor().shape() != wanted) {
        setCursor(wanted);
    }
}

void Canvas::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF position = event->position();
    reportPointer(position);
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

void Canvas::wheelEvent(QWheelEvent* event)
{
    const double notches = event->angleDelta().y() / kWheelStep;
    event->accept();
    if (!m_image || notches == 0.0) {
        return;
    }
    if ((event->modifiers() & Qt::ControlModifier) != 0) {
        zoomAt(m_view, *m_image, deviceSize(), toDevice(event->position()),
               std::pow(kZoomPerNotch, notches));
        refresh(Stale::Samples);
        Q_EMIT viewChanged();
        return;
    }
    scrollBy(-notches);
}

void Canvas::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    Q_EMIT pointerMoved(std::nullopt);
}

void Canvas::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Image"));
        update();
    }
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
