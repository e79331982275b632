// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"
#include "core/image/presentation_state.h"

#include <QRectF>
#include <QTransform>

class QPainter;
class QPalette;

namespace nefes::ui {

/// Draws shutter, graphics and texts of a presentation state over the image that it names. `area`
/// is the picture in the painter's units, `toScreen` leads there from image coordinates.
void paintPresentation(QPainter& painter, const PresentationState& state, const DecodedImage& image,
                       const QTransform& toScreen, const QRectF& area, const QPalette& palette);

} // namespace nefes::ui
