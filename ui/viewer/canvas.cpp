// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/canvas.h"

#include "core/image/overlay_planes.h"

#include "ui/text/measurement_text.h"
#include "ui/theme/theme.h"
#include "ui/viewer/drawing_painter.h"

#include <QApplication>
#include <QCursor>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

#include <cmath>
#include <utility>

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
    case Tool::Freehand:
        return MeasurementKind::Freehand;
    case Tool::Probe:
        return MeasurementKind::Probe;
    case Tool::Text:
        return MeasurementKind::Text;
    case Tool::Arrow:
        return MeasurementKind::Arrow;
    case Tool::Calibrate:
        return MeasurementKind::Length;
    default:
        return std::nullopt;
    }
}

Canvas::Canvas(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(120, 100);
    setTool(Tool::Window);
}

void Canvas::setImage(ImagePtr image, const SeriesPosition& position, std::optional<ViewState> view)
{
    const bool keepsView = image && m_image && !view && image->width() == m_image->width() &&
                           image->height() == m_image->height();
    m_image = std::move(image);
    m_scene.filtered.reset();
    m_scene.position = position;
    m_scene.calibration.reset();
    m_scene.drawings.clear();
    m_scene.isKeyImage = false;
    m_scene.presentation.reset();
    m_heatmap.reset();
    delete std::exchange(m_textEntry, nullptr);
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
    const bool isRetoned = m_view.turn == view.turn && m_view.zoom == view.zoom &&
                           m_view.center.x == view.center.x && m_view.center.y == view.center.y &&
                           m_view.isFitted == view.isFitted && m_view.filters == view.filters;
    m_view = view;
    if (m_image && m_view.isFitted) {
        fitView(m_view, *m_image, deviceSize());
    }
    refresh(isRetoned ? Stale::Tone : Stale::Samples);
    Q_EMIT viewChanged();
}

void Canvas::editView(const ViewState& view)
{
    const ViewState before = m_view;
    setView(view);
    Q_EMIT viewEdited(before);
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
    m_scene.overlays = level;
    update();
}

void Canvas::setDrawings(std::vector<Measurement> drawings,
                         const std::optional<PixelSpacing>& calibration)
{
    m_drawings = std::move(drawings);
    m_scene.calibration = calibration;
    m_scene.drawings.clear();
    for (const Measurement& drawing : m_drawings) {
        m_scene.drawings.push_back(sceneDrawing(drawing, DrawingLook::Plain));
    }
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
    if (m_textEntry != nullptr) {
        m_textEntry->deleteLater();
        m_textEntry = nullptr;
        setFocus();
        return true;
    }
    return m_measure.cancel();
}

void Canvas::askForText(const Measurement& drawing, std::function<void(const QString&)> done)
{
    if (!m_image || drawing.points.empty()) {
        return;
    }
    delete std::exchange(m_textEntry, new QLineEdit(this));
    m_textEntry->setObjectName(QStringLiteral("textEntry"));
    m_textEntry->setAccessibleName(tr("Text on the image"));
    m_textEntry->setPlaceholderText(tr("Text, then Enter"));
    m_textEntry->setText(QString::fromStdString(drawing.text));
    const PointPx place = imageToScreen(m_view, *m_image, deviceSize()).map(drawing.points.back());
    constexpr int kWidth = 180;
    const QSize size(kWidth, m_textEntry->sizeHint().height());
    const int x = static_cast<int>(place.x / devicePixelRatioF());
    const int y = static_cast<int>(place.y / devicePixelRatioF());
    m_textEntry->setGeometry(std::clamp(x, 0, std::max(0, width() - size.width())),
                             std::clamp(y, 0, std::max(0, height() - size.height())), size.width(),
                             size.height());
    m_textEntry->show();
    m_textEntry->setFocus();
    m_textEntry->selectAll();
    connect(m_textEntry, &QLineEdit::editingFinished, this,
            [this, entry = m_textEntry, done = std::move(done)] {
                if (m_textEntry != entry) {
                    return; // given up, or a second signal of the same entry
                }
                m_textEntry = nullptr;
                const QString text = entry->text();
                entry->deleteLater();
                setFocus();
                done(text);
            });
}

void Canvas::setHeatmap(std::shared_ptr<const FloatGrid> grid)
{
    m_heatmap = std::move(grid);
    refresh(Stale::Tone);
}

void Canvas::setHeatmapStyle(const HeatmapStyle& style)
{
    m_scene.heatmapStyle = style;
    refresh(Stale::Tone);
}

void Canvas::setHeatmapVisible(bool visible)
{
    m_isHeatmapVisible = visible;
    refresh(Stale::Tone);
}

void Canvas::setPresentation(std::shared_ptr<const PresentationState> presentation)
{
    m_scene.presentation = std::move(presentation);
    update();
}

void Canvas::setGraphicsVisible(bool visible)
{
    m_scene.showsGraphics = visible;
    refresh(Stale::Tone);
}

void Canvas::setKeyImage(bool isKey)
{
    m_scene.isKeyImage = isKey;
    update();
}

void Canvas::setMagnifier(bool visible)
{
    m_hasMagnifier = visible;
    if (visible && !m_pointer && underMouse()) {
        m_pointer = mapFromGlobal(QCursor::pos());
    }
    update();
}

void Canvas::setFiltered(ImagePtr filtered)
{
    m_scene.filtered = std::move(filtered);
    refresh(Stale::Samples);
}

Scene Canvas::scene() const
{
    Scene scene = m_scene;
    if (showsHeatmap()) {
        scene.heatmap = m_heatmap;
    }
    return scene;
}

QSize Canvas::deviceSize() const
{
    return (QSizeF(size()) * devicePixelRatioF()).toSize().expandedTo(QSize(1, 1));
}

Viewport Canvas::viewport() const
{
    return sceneViewport(m_scene, deviceSize());
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
        m_samples = sampleViewport(shownImage(m_scene), seen, Interpolation::Linear);
        m_stale = Stale::Tone;
    }
    if (m_stale == Stale::Tone) {
        const DisplaySettings display = shownDisplay(m_scene);
        m_picture = tone(m_samples, ToneTable(shownImage(m_scene), display), display.colorMap);
        if (m_scene.showsGraphics) {
            drawOverlayPlanes(m_picture, seen, m_image->data().overlays);
        }
        if (showsHeatmap()) {
            blendHeatmap(m_picture, seen, *m_heatmap, m_image->width(), m_image->height(),
                         m_scene.heatmapStyle);
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
    Scene scene = m_scene;
    if (showsHeatmap()) {
        scene.heatmap = m_heatmap;
    }
    if (m_measure.selected() && *m_measure.selected() < scene.drawings.size()) {
        scene.drawings[*m_measure.selected()].look = DrawingLook::Selected;
    }
    if (const auto& edit = m_measure.edit(); edit && edit->index < scene.drawings.size()) {
        scene.drawings[edit->index] = sceneDrawing(edit->drawing, DrawingLook::Selected);
    }
    if (const Measurement pending = m_measure.pending(); !pending.points.empty()) {
        scene.drawings.push_back(sceneDrawing(pending, DrawingLook::Unfinished));
    }
    paintOver(painter, scene, deviceSize(), devicePixelRatioF(), palette());
    if (m_hasMagnifier && m_pointer) {
        paintMagnifier(painter);
    }
}

SceneDrawing Canvas::sceneDrawing(const Measurement& drawing, DrawingLook look) const
{
    // While a region is drawn, its values would be counted at each step.
    const bool isDrawn = look == DrawingLook::Unfinished && drawing.points.size() > 4;
    return {.drawing = drawing,
            .lines = m_image && isFinished(drawing) && !isDrawn
                         ? measurementLines(*m_image, drawing, m_scene.calibration)
                         : QStringList(),
            .look = look};
}

void Canvas::paintMagnifier(QPainter& painter)
{
    constexpr double kLensRadius = 100.0; // logical pixels
    constexpr double kLensZoom = 2.5;
    const double ratio = devicePixelRatioF();
    const int side = static_cast<int>(2.0 * kLensRadius * ratio);
    const PointPx middle = toImage(*m_pointer);
    Scene lens = m_scene;
    lens.view.zoom *= kLensZoom;
    lens.view.center = middle;
    lens.heatmap = showsHeatmap() ? m_heatmap : nullptr;
    QImage picture = renderScene(lens, QSize(side, side));
    picture.setDevicePixelRatio(ratio);
    QPainterPath circle;
    circle.addEllipse(*m_pointer, kLensRadius, kLensRadius);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(circle);
    painter.drawImage(*m_pointer - QPointF(kLensRadius, kLensRadius), picture);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(accentColor(palette()), 2.0));
    painter.drawPath(circle);
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

void Canvas::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        for (SceneDrawing& drawing : m_scene.drawings) {
            drawing = sceneDrawing(drawing.drawing, drawing.look);
        }
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
