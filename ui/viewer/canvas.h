// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"
#include "core/image/measurement.h"
#include "core/image/render.h"

#include "ui/settings/window_settings.h"
#include "ui/viewer/measure_tool.h"
#include "ui/viewer/overlay.h"
#include "ui/viewer/view_state.h"

#include <QImage>
#include <QPointF>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace nefes::ui {

/// What a left-drag does.
enum class Tool {
    Window,
    Pan,
    Zoom,
    Scroll,
    Length,
    Angle,
    CobbAngle,
    Rectangle,
    Ellipse,
    CardiothoracicRatio,
};

/// The measurement that a tool draws; nothing for the tools that change the view.
[[nodiscard]] std::optional<MeasurementKind> measurementOf(Tool tool);

/// Shows one image through the display pipeline and turns mouse movements into changes of its view.
/// Knows neither files nor models.
class Canvas final : public QWidget
{
    Q_OBJECT

public:
    explicit Canvas(QWidget* parent = nullptr);

    /// Null shows nothing. The view is kept for an image of the same size, so that scrolling
    /// through a series does not lose it, unless `view` is given.
    void setImage(ImagePtr image, const SeriesPosition& position, std::optional<ViewState> view);
    [[nodiscard]] const ImagePtr& image() const { return m_image; }
    [[nodiscard]] const ViewState& view() const { return m_view; }
    void setView(const ViewState& view);

    void setTool(Tool tool);
    void setOverlayLevel(OverlayLevel level);
    void setDrawings(std::vector<Measurement> drawings);
    [[nodiscard]] std::optional<std::size_t> selectedDrawing() const;
    void selectDrawing(std::optional<std::size_t> index);
    /// Gives up the drawing that is not finished; false when there is none.
    bool cancelDrawing();
    /// Null: no heatmap known for this image.
    void setHeatmap(std::shared_ptr<const FloatGrid> grid);
    void setHeatmapStyle(const HeatmapStyle& style);
    void setHeatmapVisible(bool visible);
    /// Whether the heatmap is painted now.
    [[nodiscard]] bool showsHeatmap() const { return m_isHeatmapVisible && m_heatmap; }

    /// Size in device pixels: the coordinates of ViewState.
    [[nodiscard]] QSize deviceSize() const;
    /// The picture without overlays, as painted last.
    [[nodiscard]] QImage picture();

Q_SIGNALS:
    void viewChanged();
    /// Image coordinates under the pointer; nothing outside the image.
    void pointerMoved(std::optional<nefes::PointPx> point);
    /// Images to go forward (positive) or back.
    void scrollRequested(int steps);
    void menuRequested(QPoint globalPosition);
    void drawingAdded(const nefes::Measurement& drawing);
    void drawingChanged(std::size_t index, const nefes::Measurement& drawing);
    void drawingSelected();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Stale { Nothing, Tone, Samples };

    void refresh(Stale stale);
    void renderPicture();
    void reportPointer(QPointF position);
    [[nodiscard]] PointPx toImage(QPointF position) const;
    [[nodiscard]] double grabDistance() const;
    void report(const MeasureTool::Outcome& outcome);
    void paintDrawings(QPainter& painter);
    void paintTexts(QPainter& painter);
    void updateCursor(QPointF position);
    void drag(Qt::MouseButton button, QPointF delta, bool isFast);
    void scrollBy(double steps);
    [[nodiscard]] Viewport viewport() const;
    [[nodiscard]] PointPx toDevice(QPointF position) const;

    ImagePtr m_image;
    SeriesPosition m_position;
    ViewState m_view;
    Tool m_tool = Tool::Window;
    OverlayLevel m_overlayLevel = OverlayLevel::All;
    std::shared_ptr<const FloatGrid> m_heatmap;
    HeatmapStyle m_heatmapStyle;
    bool m_isHeatmapVisible = false;

    Stale m_stale = Stale::Samples;
    ScreenSamples m_samples; ///< made anew when the geometry changes, toned when the window does
    Picture m_picture;

    std::vector<Measurement> m_drawings;
    MeasureTool m_measure;
    bool m_isMeasuring = false; ///< the button that is down is for m_measure

    Qt::MouseButton m_dragButton = Qt::NoButton;
    QPointF m_pressPosition, m_lastPosition;
    bool m_hasDragged = false;
    double m_pendingSteps = 0.0;
};

} // namespace nefes::ui
