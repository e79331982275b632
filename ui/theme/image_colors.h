// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace nefes::ui {

/// The accent as it is drawn over images, which are dark in every theme.
[[nodiscard]] QColor imageAccentColor(const QPalette& palette);

} // namespace nefes::ui
