// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/measurement.h"

#include <QRectF>
#include <QStringList>
#include <QTransform>

class QPainter;
class QPalette;

namespace nefes::ui {

/// Which part of a drawing's life is painted.
enum class DrawingLook { Plain, Selected, Unfinished };

/// Paints a drawing and its values; `toScreen` maps image coordinates to the painter's. A drawing
/// that is not finished may lack points. The values of a drawing inside `area` stay inside it.
void paintDrawing(QPainter& painter, const Measurement& drawing, const QTransform& toScreen,
                  const QStringList& lines, DrawingLook look, const QRectF& area,
                  const QPalette& palette);

} // namespace nefes::ui
