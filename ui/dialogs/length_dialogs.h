// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace nefes::ui {

/// Asks how long a line is. Does not block. `done` gets millimetres, or nothing to take the
/// calibration away; it is not called when the reader gives up.
void askKnownLength(QWidget* parent, const QString& measured, bool isCalibrated,
                    const std::function<void(std::optional<double> lengthMm)>& done);

/// Asks to hold a bank card against the screen. Does not block. `done` gets device pixels a
/// millimetre.
void askScreenSize(QWidget* parent, double pixelsPerMm,
                   const std::function<void(double pixelsPerMm)>& done);

} // namespace nefes::ui
