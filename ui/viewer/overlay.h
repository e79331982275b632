// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"
#include "core/image/geometry.h"

#include "ui/settings/window_settings.h"
#include "ui/viewer/view_state.h"

#include <QRectF>
#include <QString>
#include <QStringList>

#include <optional>

class QPainter;
class QPalette;

namespace nefes::ui {

/// Where an image stands in its series, both counted from 1, and in which file.
struct SeriesPosition {
    int number = 1;
    int count = 1;
    QString fileName = {}; ///< without its folder; may name the patient
};

/// The lines written in the corners of the canvas, in the current language.
struct CornerTexts {
    QStringList topLeft, topRight, bottomLeft, bottomRight;
    bool beginsWithFile = false; ///< topLeft, in place of the patient's name
    QStringList warnings;        ///< below topLeft, in the warning colour
    QStringList marks;           ///< below topRight, in the accent colour
};
/// Without patient data below OverlayLevel::All; empty for None. An image that does not say whose
/// it is has the name of its file where the patient's would stand.
[[nodiscard]] CornerTexts cornerTexts(const DecodedImage& image, const ViewState& view,
                                      const SeriesPosition& position, OverlayLevel level);

/// A bar of a round length; nothing without a known spacing.
struct ScaleBar {
    double lengthPx = 0.0; ///< device pixels
    QString label;         ///< "50 mm", "50 mm (detector)"
};
[[nodiscard]] std::optional<ScaleBar> scaleBar(const DecodedImage& image, const ViewState& view,
                                               double widestPx,
                                               const std::optional<PixelSpacing>& calibration = {});

/// Unit of lengths with what it rests on: "mm", "mm (detector)", "px".
[[nodiscard]] QString lengthUnitText(const std::optional<PixelSpacing>& spacing);

/// What is drawn over the picture, `area` in the painter's units.
struct OverlayContent {
    CornerTexts corners;
    EdgeLetters letters;
    std::optional<ScaleBar> bar; ///< length in the painter's units
    QString notice;              ///< in the middle above the scale bar, in the warning colour
};
void paintOverlay(QPainter& painter, const QRectF& area, const OverlayContent& content,
                  const QPalette& palette);

} // namespace nefes::ui
