// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/measurement.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <span>
#include <string>

namespace nefes::ui {

/// "Length", "Cobb angle", … in the current language.
[[nodiscard]] QString measurementKindText(MeasurementKind kind);
/// What a finished measurement says, line by line, with the unit and what it rests on.
[[nodiscard]] QStringList measurementLines(const DecodedImage& image,
                                           const Measurement& measurement,
                                           const std::optional<PixelSpacing>& calibration = {});

/// A table for other programs: comma-separated, decimal points, one line a measurement, whatever
/// the language.
[[nodiscard]] std::string measurementCsv(const DecodedImage& image,
                                         std::span<const Measurement> measurements,
                                         const std::optional<PixelSpacing>& calibration = {});

} // namespace nefes::ui
