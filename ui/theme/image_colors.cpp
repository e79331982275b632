// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/image_colors.h"

#include "ui/theme/theme.h"

namespace nefes::ui {

QColor imageAccentColor(const QPalette& palette)
{
    constexpr float kDark = 0.4F;
    constexpr int kLighter = 180; // percent
    const QColor accent = accentColor(palette);
    return accent.lightnessF() < kDark ? accent.lighter(kLighter) : accent;
}

} // namespace nefes::ui
