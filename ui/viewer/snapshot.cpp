// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/snapshot.h"

#include <algorithm>

namespace nefes::ui {

QImage snapshot(const DecodedImage& image, const DisplaySettings& display, QSize bounds,
                const SnapshotHeatmap& heatmap)
{
    const QSizeF natural(image.width(), image.height() * image.data().pixelAspect);
    const QSize size =
        natural.scaled(QSizeF(bounds), Qt::KeepAspectRatio).toSize().expandedTo(QSize(1, 1));
    const Viewport viewport{
        .width = size.width(),
        .height = size.height(),
        .screenToImage = {.a = static_cast<double>(image.width()) / size.width(),
                          .e = static_cast<double>(image.height()) / size.height()}};
    Picture picture = render(image, display, viewport);
    if (heatmap.grid) {
        blendHeatmap(picture, viewport, *heatmap.grid, image.width(), image.height(),
                     heatmap.style);
    }
    return QImage(reinterpret_cast<const uchar*>(picture.pixels.data()), picture.width,
                  picture.height, qsizetype{4} * picture.width, QImage::Format_RGB32)
        .copy();
}

} // namespace nefes::ui
