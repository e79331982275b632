// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_colors.h"

#include "ui/theme/theme.h"

namespace nefes::ui {

QColor plotColor(const QPalette& palette, int number)
{
    // The palette has no role for them; its ground tells which theme it belongs to.
    const bool isLight = palette.color(QPalette::Active, QPalette::Base).lightness() > 127;
    const Theme theme = loadTheme(isLight ? ThemeId::Light : ThemeId::Dark);
    return theme.plot[static_cast<std::size_t>(number % kPlotColors)];
}

} // namespace nefes::ui
