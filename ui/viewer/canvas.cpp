// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/canvas.h"

#include "core/base/known.h"

#include "ui/text/measurement_text.h"
#include "ui/theme/image_colors.h"
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

void Canvas::setImage(ImagePtr image, const SeriesPosition& position,
                      const std::optional<ViewState>& view)
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

void Canvas::setLinkNote(const QString& note)
{
    if (note != m_scene.linkNote) {
        m_scene.linkNote = note;
        update();
    }
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
    scene.linkNote.clear();
    if (showsHeatmap()) {
        scene.heatmap = m_heatmap;
    }
    return scene;
}

QSize Canvas::deviceSize() const
{
    return (QSizeF(size()) * devicePixelRatioF()).toSize().expandedTo(QSize(1, 1));
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
    if (m_stale == Stale::Samples || m_picture.device() != deviceSize()) {
        m_picture.sample(m_scene, deviceSize());
        m_stale = Stale::Tone;
    }
    if (m_stale == Stale::Tone) {
        m_picture.tone(m_scene, showsHeatmap() ? m_heatmap.get() : nullptr);
        m_stale = Stale::Nothing;
    }
}

QImage Canvas::picture()
{
    if (!m_image) {
        return {};
    }
    renderPicture();
    return m_picture.whole();
}

void Canvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!m_image) {
        painter.fillRect(rect(), viewportColor(palette()));
        return;
    }
    paintPicture(painter);
    QFont small = font();
    small.setPixelSize(std::max(9, fontInfo().pixelSize() * 12 / 13));
    painter.setFont(small);
    Scene scene = m_scene;
    if (showsHeatmap()) {
        scene.heatmap = m_heatmap;
    }
    if (const auto selected = m_measure.selected(); selected && *selected < scene.drawings.size()) {
        scene.drawings[*selected].look = DrawingLook::Selected;
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

void Canvas::paintPicture(QPainter& painter)
{
    renderPicture();
    const double ratio = devicePixelRatioF();
    const QRectF covered(QPointF(m_picture.rect().topLeft()) / ratio,
                         QSizeF(m_picture.rect().size()) / ratio);
    // What the image hides is not filled first.
    const QRect inner(QPoint(static_cast<int>(std::ceil(covered.left())),
                             static_cast<int>(std::ceil(covered.top()))),
                      QPoint(static_cast<int>(std::floor(covered.right())) - 1,
                             static_cast<int>(std::floor(covered.bottom())) - 1));
    for (const QRect& around : QRegion(rect()).subtracted(inner)) {
        painter.fillRect(around, viewportColor(palette()));
    }
    m_picture.paint(painter, ratio);
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
    const QPointF pointer = known(m_pointer);
    const PointPx middle = toImage(pointer);
    Scene lens = m_scene;
    lens.view.zoom *= kLensZoom;
    lens.view.center = middle;
    lens.heatmap = showsHeatmap() ? m_heatmap : nullptr;
    QImage picture = renderScene(lens, QSize(side, side));
    picture.setDevicePixelRatio(ratio);
    QPainterPath circle;
    circle.addEllipse(pointer, kLensRadius, kLensRadius);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(circle);
    painter.drawImage(pointer - QPointF(kLensRadius, kLensRadius), picture);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(imageAccentColor(palette()), 2.0));
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

} // namespace nefes::ui
