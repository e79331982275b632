// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace nefes::ui {

constexpr int kPlotColors = 8;

/// A colour of the theme for the curve, class or run of that number, counted from 0 and repeating:
/// teal (training), amber (validation), then six more that colour-blind readers can tell apart.
[[nodiscard]] QColor plotColor(const QPalette& palette, int number);

constexpr int kTrainingColor = 0, kValidationColor = 1;

} // namespace nefes::ui
