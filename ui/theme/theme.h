// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

#include <vector>

class QApplication;
class QWidget;

namespace nefes::ui {

enum class ThemeId { Dark, Light };

/// "dark", "light"; what is not known is Dark.
[[nodiscard]] QString themeName(ThemeId id);
[[nodiscard]] ThemeId themeFromName(const QString& name);

/// The colours of a theme, read from resources/palettes/themes.json: the only place where a colour
/// is written.
struct Theme {
    ThemeId id = ThemeId::Dark;
    QColor viewport, window, panel, raised, line, control, text, secondary, accent, onAccent;
    QColor warning, error, imageText;
    QColor study0, study1, study2; ///< frames of studies side by side
    std::vector<QColor> plot;      ///< curves, classes and runs, in their order
};

[[nodiscard]] Theme loadTheme(ThemeId id);

/// Scale 1 is 13 px text.
[[nodiscard]] QString styleSheet(const Theme& theme, double scale);
[[nodiscard]] QPalette themePalette(const Theme& theme);
void applyTheme(QApplication& application, const Theme& theme, double scale);
/// Once a property has changed that the style sheet asks for.
void repolish(QWidget& widget);

/// Roles that QPalette has no name for, kept in ones that nothing else of ours uses. Widgets that
/// paint themselves ask their palette, so a new theme reaches them by itself.
[[nodiscard]] QColor warningColor(const QPalette& palette);
[[nodiscard]] QColor errorColor(const QPalette& palette);
[[nodiscard]] QColor accentColor(const QPalette& palette);
[[nodiscard]] QColor secondaryColor(const QPalette& palette);
[[nodiscard]] QColor lineColor(const QPalette& palette);
[[nodiscard]] QColor controlColor(const QPalette& palette);
[[nodiscard]] QColor viewportColor(const QPalette& palette);
[[nodiscard]] QColor imageTextColor(const QPalette& palette);

} // namespace nefes::ui
