// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/scene.h"

#include "ui/text/object_text.h"
#include "ui/theme/theme.h"
#include "ui/viewer/presentation_painter.h"
#include "ui/viewer/screen_picture.h"

#include <QCoreApplication>
#include <QPainter>
#include <QTransform>

namespace nefes::ui {

namespace {

/// The translation context of the texts over an image.
struct SceneText {
    Q_DECLARE_TR_FUNCTIONS(SceneText)
};

} // namespace

QString estimateText()
{
    return SceneText::tr("AI estimate, not a diagnosis");
}

const DecodedImage& shownImage(const Scene& scene)
{
    return scene.filtered && scene.view.filters.isAny() ? *scene.filtered : *scene.image;
}

DisplaySettings shownDisplay(const Scene& scene)
{
    if (&shownImage(scene) == scene.image.get()) {
        return scene.view.display;
    }
    // Window and inversion are in the filtered values already.
    return {.voi = VoiWindow{.center = 128.0,
                             .width = 256.0,
                             .function = VoiFunction::Linear,
                             .explanation = {}},
            .inverted = false,
            .colorMap = scene.view.display.colorMap};
}

Viewport sceneViewport(const Scene& scene, QSize device)
{
    return {.width = device.width(),
            .height = device.height(),
            .screenToImage = imageToScreen(scene.view, *scene.image, device).inverted()};
}

QImage renderScene(const Scene& scene, QSize device)
{
    ScreenPicture picture;
    picture.sample(scene, device);
    picture.tone(scene, scene.heatmap.get());
    return picture.whole();
}

void paintOver(QPainter& painter, const Scene& scene, QSize device, double ratio,
               const QPalette& palette)
{
    const QRectF area(QPointF(0, 0), QSizeF(device) / ratio);
    const Affine map = imageToScreen(scene.view, *scene.image, device);
    const QTransform toScreen(map.a / ratio, map.d / ratio, map.b / ratio, map.e / ratio,
                              map.c / ratio, map.f / ratio);
    if (scene.presentation && scene.showsGraphics) {
        paintPresentation(painter, *scene.presentation, *scene.image, toScreen, area, palette);
    }
    for (const SceneDrawing& drawing : scene.drawings) {
        paintDrawing(painter, drawing.drawing, toScreen, drawing.lines, drawing.look, area,
                     palette);
    }
    OverlayContent content;
    content.corners = cornerTexts(*scene.image, scene.view, scene.position, scene.overlays);
    if (!scene.showsPatient) {
        content.corners.topLeft.clear(); // also the name of a file, which may be the patient's
    }
    if (scene.overlays != OverlayLevel::None) {
        content.letters = edgeLetters(scene.image->data().orientation, map);
        content.bar = scaleBar(*scene.image, scene.view, device.width() * 0.2, scene.calibration);
        if (content.bar) {
            content.bar->lengthPx /= ratio;
        }
    }
    if (scene.presentation) {
        content.corners.marks.append(
            SceneText::tr("Presentation state: %1").arg(presentationText(*scene.presentation)));
    }
    if (scene.isKeyImage) {
        content.corners.marks.append(SceneText::tr("★ Key image"));
    }
    if (!scene.linkNote.isEmpty() && scene.overlays != OverlayLevel::None) {
        content.corners.marks.append(scene.linkNote);
    }
    if (scene.heatmap) {
        content.notice = estimateText();
    }
    paintOverlay(painter, area, content, palette);
}

} // namespace nefes::ui
