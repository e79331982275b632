// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"
#include "core/image/measurement.h"
#include "core/image/render.h"

#include "ui/settings/window_settings.h"
#include "ui/viewer/measure_tool.h"
#include "ui/viewer/overlay.h"
#include "ui/viewer/scene.h"
#include "ui/viewer/screen_picture.h"
#include "ui/viewer/view_state.h"

#include <QImage>
#include <QPointF>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QLineEdit;

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
    Freehand,
    Probe,
    Text,
    Arrow,
    Calibrate, ///< draws a line of known length
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
    void setImage(ImagePtr image, const SeriesPosition& position,
                  const std::optional<ViewState>& view);
    [[nodiscard]] const ImagePtr& image() const { return m_image; }
    [[nodiscard]] const ViewState& view() const { return m_view; }
    void setView(const ViewState& view);
    /// As setView(), for a change that the reader made: viewEdited() tells the others.
    void editView(const ViewState& view);

    void setTool(Tool tool);
    [[nodiscard]] Tool tool() const { return m_tool; }
    void setOverlayLevel(OverlayLevel level);
    void setDrawings(std::vector<Measurement> drawings,
                     const std::optional<PixelSpacing>& calibration = std::nullopt);
    [[nodiscard]] const std::optional<PixelSpacing>& calibration() const
    {
        return m_scene.calibration;
    }
    /// Lets the reader write where the drawing has its words; Esc gives up.
    void askForText(const Measurement& drawing, std::function<void(const QString&)> done);
    [[nodiscard]] std::optional<std::size_t> selectedDrawing() const;
    void selectDrawing(std::optional<std::size_t> index);
    /// Gives up the drawing or text that is not finished; false when there is none.
    bool cancelDrawing();
    /// Null: no heatmap known for this image.
    void setHeatmap(std::shared_ptr<const FloatGrid> grid);
    void setHeatmapStyle(const HeatmapStyle& style);
    void setHeatmapVisible(bool visible);
    /// Whether the heatmap is painted now.
    [[nodiscard]] bool showsHeatmap() const { return m_isHeatmapVisible && m_heatmap; }
    [[nodiscard]] const std::shared_ptr<const FloatGrid>& heatmap() const { return m_heatmap; }
    /// Null: none. Draws it; its view is set by whoever chose it.
    void setPresentation(std::shared_ptr<const PresentationState> presentation);
    /// Overlay planes and the graphics of the presentation state.
    void setGraphicsVisible(bool visible);
    void setKeyImage(bool isKey);
    [[nodiscard]] bool isKeyImage() const { return m_scene.isKeyImage; }
    /// Words on how the viewport is led by another one; empty: it is not.
    void setLinkNote(const QString& note);
    [[nodiscard]] const QString& linkNote() const { return m_scene.linkNote; }
    /// A lens that follows the pointer.
    void setMagnifier(bool visible);
    /// What the view's display filters made of the image; null while they have not.
    void setFiltered(ImagePtr filtered);
    [[nodiscard]] bool hasFiltered() const { return m_scene.filtered != nullptr; }
    /// What is seen now, as a value that can be painted elsewhere.
    [[nodiscard]] Scene scene() const;

    /// Size in device pixels: the coordinates of ViewState.
    [[nodiscard]] QSize deviceSize() const;
    /// The picture without overlays, as it is painted; black where the image is not.
    [[nodiscard]] QImage picture();

Q_SIGNALS:
    void viewChanged();
    /// The reader has changed the view from `before` to what it is now.
    void viewEdited(const nefes::ui::ViewState& before);
    /// A mouse button went down here.
    void pressed();
    void maximiseRequested();
    /// Image coordinates under the pointer; nothing outside the image.
    void pointerMoved(std::optional<nefes::PointPx> point);
    /// Images to go forward (positive) or back.
    void scrollRequested(int steps);
    void menuRequested(QPoint globalPosition);
    void drawingAdded(const nefes::Measurement& drawing);
    void drawingChanged(std::size_t index, const nefes::Measurement& drawing);
    void drawingSelected();
    /// A line of Tool::Calibrate; it is no drawing yet.
    void calibrationDrawn(const nefes::Measurement& line);
    /// The selected text or arrow was clicked twice.
    void textEditRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Stale { Nothing, Tone, Samples };

    void refresh(Stale stale);
    void renderPicture();
    void paintPicture(QPainter& painter);
    void reportPointer(QPointF position);
    [[nodiscard]] PointPx toImage(QPointF position) const;
    [[nodiscard]] double grabDistance() const;
    void report(const MeasureTool::Outcome& outcome);
    [[nodiscard]] SceneDrawing sceneDrawing(const Measurement& drawing, DrawingLook look) const;
    void paintMagnifier(QPainter& painter);
    void updateCursor(QPointF position);
    void drag(Qt::MouseButton button, QPointF delta, bool isFast);
    void scrollBy(double steps);
    [[nodiscard]] PointPx toDevice(QPointF position) const;

    Scene m_scene; ///< its drawings are those that are finished, its heatmap stays null
    ImagePtr& m_image = m_scene.image;
    ViewState& m_view = m_scene.view;
    Tool m_tool = Tool::Window;
    std::shared_ptr<const FloatGrid> m_heatmap;
    bool m_isHeatmapVisible = false;
    bool m_hasMagnifier = false;
    std::optional<QPointF> m_pointer; ///< where the magnifier is
    QLineEdit* m_textEntry = nullptr;

    Stale m_stale = Stale::Samples;
    ScreenPicture m_picture; ///< sampled when the geometry changes, toned when the window does

    std::vector<Measurement> m_drawings;
    MeasureTool m_measure;
    bool m_isMeasuring = false; ///< the button that is down is for m_measure

    Qt::MouseButton m_dragButton = Qt::NoButton;
    QPointF m_pressPosition, m_lastPosition;
    bool m_hasDragged = false;
    double m_pendingSteps = 0.0;
};

} // namespace nefes::ui
