// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/scene_export.h"

#include <QFont>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace nefes::ui {

namespace {

constexpr int kTextPixels = 12;
/// The smaller side of a whole image is as many units of its texts wide as a viewport would be.
constexpr double kWholeUnits = 640.0;
constexpr int kFewestHeatmapPixels = 240; ///< across

} // namespace

QImage exportPicture(Scene scene, const ExportChoice& choice, const SeenSize& seen,
                     const QPalette& palette)
{
    QSize size = seen.device;
    double ratio = seen.ratio;
    if (choice.isWhole) {
        const bool isTurned = scene.view.turn.a == 0;
        size = QSize(
            scene.image->width(),
            static_cast<int>(std::lround(scene.image->height() * scene.image->data().pixelAspect)));
        if (isTurned) {
            size.transpose();
        }
        size = size.expandedTo(QSize(1, 1));
        // The words that a heatmap needs must fit.
        const int scale =
            choice.hasHeatmap ? (kFewestHeatmapPixels + size.width() - 1) / size.width() : 1;
        size *= scale;
        scene.view.zoom = scale;
        scene.view.center = {scene.image->width() / 2.0, scene.image->height() / 2.0};
        ratio = std::max(1.0, std::min(size.width(), size.height()) / kWholeUnits);
    }
    if (!choice.hasHeatmap) {
        scene.heatmap.reset();
    }
    if (!choice.hasDrawings) {
        scene.drawings.clear();
    }
    if (!choice.hasTexts) {
        scene.overlays = OverlayLevel::None;
        scene.isKeyImage = false;
    }
    scene.showsPatient = choice.hasPatient;
    QImage picture = renderScene(scene, size);
    picture.setDevicePixelRatio(ratio);
    QPainter painter(&picture);
    QFont font = painter.font();
    font.setPixelSize(kTextPixels);
    painter.setFont(font);
    paintOver(painter, scene, size, ratio, palette);
    painter.end();
    picture.setDevicePixelRatio(1.0);
    return picture;
}

void paintPage(QPainter& painter, const QRectF& page, double unitsPerMm, const QImage& picture,
               const PageTexts& texts)
{
    constexpr double kTextMm = 3.4;
    constexpr double kGapMm = 3.0;
    QFont font = painter.font();
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(kTextMm * unitsPerMm))));
    painter.setFont(font);
    const int wrap = Qt::TextWordWrap | Qt::AlignLeft;
    const QRectF header =
        painter.boundingRect(page, wrap | static_cast<int>(Qt::AlignTop), texts.header);
    const QRectF footer =
        painter.boundingRect(page, wrap | static_cast<int>(Qt::AlignBottom), texts.footer);
    painter.setPen(Qt::black); // on paper, in every theme
    painter.drawText(page, wrap | static_cast<int>(Qt::AlignTop), texts.header);
    painter.drawText(page, wrap | static_cast<int>(Qt::AlignBottom), texts.footer);
    const double gap = kGapMm * unitsPerMm;
    const double top = page.top() + (texts.header.isEmpty() ? 0.0 : header.height() + gap);
    const double bottom = page.bottom() - (texts.footer.isEmpty() ? 0.0 : footer.height() + gap);
    const QRectF room(page.left(), top, page.width(), std::max(1.0, bottom - top));
    const QSizeF size = QSizeF(picture.size()).scaled(room.size(), Qt::KeepAspectRatio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(QPointF(room.center().x() - size.width() / 2.0, room.top()), size),
                      picture);
}

QPageSize::PageSizeId paperOf(const QLocale& locale)
{
    // CLDR: countries with Letter are those with US measures, and Canada, Mexico and a few more.
    switch (locale.territory()) {
    case QLocale::UnitedStates:
    case QLocale::Canada:
    case QLocale::Mexico:
    case QLocale::Philippines:
    case QLocale::Colombia:
    case QLocale::Chile:
    case QLocale::Venezuela:
        return QPageSize::Letter;
    default:
        return QPageSize::A4;
    }
}

} // namespace nefes::ui
