// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"
#include "core/image/measurement.h"
#include "core/image/presentation_state.h"
#include "core/image/render.h"

#include "ui/viewer/drawing_painter.h"
#include "ui/viewer/overlay.h"
#include "ui/viewer/view_state.h"

#include <QFont>
#include <QImage>
#include <QPalette>
#include <QSize>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace nefes::ui {

/// A drawing with what it says.
struct SceneDrawing {
    Measurement drawing;
    QStringList lines;
    DrawingLook look = DrawingLook::Plain;
};

/// All that is seen in a viewport. A value: it is painted on the screen, into an exported picture
/// and on paper by the same functions.
struct Scene {
    ImagePtr image;
    ImagePtr filtered; ///< what the display filters made of it, 8 bits; null: none
    ViewState view;
    SeriesPosition position;
    OverlayLevel overlays = OverlayLevel::All;
    bool showsPatient = true; ///< false leaves out what names the patient
    std::optional<PixelSpacing> calibration;
    std::vector<SceneDrawing> drawings;
    std::shared_ptr<const FloatGrid> heatmap; ///< null: none is shown
    HeatmapStyle heatmapStyle;
    bool isKeyImage = false;
    std::shared_ptr<const PresentationState> presentation; ///< null: none
    bool showsGraphics = true; ///< overlay planes, graphics of the presentation state
};

/// The image that is sampled, and how its values are toned.
[[nodiscard]] const DecodedImage& shownImage(const Scene& scene);
[[nodiscard]] DisplaySettings shownDisplay(const Scene& scene);
[[nodiscard]] Viewport sceneViewport(const Scene& scene, QSize device);

/// Image and heatmap without anything over them. Pure: any thread.
[[nodiscard]] QImage renderScene(const Scene& scene, QSize device);
/// Drawings, texts and marks. `device` is in device pixels, of which `ratio` make one unit of the
/// painter. Any thread that may paint on what the painter paints on.
void paintOver(QPainter& painter, const Scene& scene, QSize device, double ratio,
               const QPalette& palette);

/// The words that stand wherever a heatmap is seen.
[[nodiscard]] QString estimateText();

} // namespace nefes::ui
