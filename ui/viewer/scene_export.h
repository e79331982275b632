// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/scene.h"

#include <QImage>
#include <QMarginsF>
#include <QPageSize>
#include <QPalette>
#include <QRectF>
#include <QSize>
#include <QString>

class QLocale;

namespace nefes::ui {

/// What of a viewport goes into a picture.
struct ExportChoice {
    /// The whole image at its own size (a very small one with a heatmap is enlarged), else what is
    /// seen.
    bool isWhole = false;
    bool hasTexts = true;
    bool hasPatient = false; ///< with texts only
    bool hasDrawings = true;
    bool hasHeatmap = false; ///< comes with the words that it is no diagnosis
};

/// Of what is seen: its size in device pixels, of which `ratio` make one unit of the texts.
struct SeenSize {
    QSize device;
    double ratio = 1.0;
};

/// The picture that is exported, copied or printed. Turn, mirroring and window are those that are
/// seen. Pure: any thread.
[[nodiscard]] QImage exportPicture(Scene scene, const ExportChoice& choice, const SeenSize& seen,
                                   const QPalette& palette);

/// What stands around a printed picture.
struct PageTexts {
    QString header;
    QString footer;
};
/// One page: header, the picture as large as fits, footer. `page` in the painter's units, of which
/// `unitsPerMm` make a millimetre.
void paintPage(QPainter& painter, const QRectF& page, double unitsPerMm, const QImage& picture,
               const PageTexts& texts);

/// Letter where people use it, else A4.
[[nodiscard]] QPageSize::PageSizeId paperOf(const QLocale& locale);

} // namespace nefes::ui
