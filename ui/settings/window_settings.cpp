// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/window_settings.h"

#include "core/base/files.h"

#include "ui/text/format.h"
#include "ui/text/language_switch.h"

#include <QSettings>

#include <algorithm>
#include <cmath>

namespace nefes::ui {

namespace {

// The keys of the file, each spelt once.
constexpr auto kLanguage = "window/language";
constexpr auto kTheme = "window/theme";
constexpr auto kScale = "window/scale";
constexpr auto kGeometry = "window/geometry";
constexpr auto kLayout = "window/layout";
constexpr auto kRecentPaths = "window/recent_paths";
constexpr auto kModel = "analysis/model";
constexpr auto kOverlays = "viewer/overlays";
constexpr auto kByItself = "analysis/by_itself";
constexpr auto kOpacity = "heatmap/opacity";
constexpr auto kCutoff = "heatmap/cutoff";
constexpr auto kColorMap = "heatmap/color_map";

QString settingsPath(const std::filesystem::path& file)
{
    return fromUtf8(toUtf8(file));
}

double clampedFraction(double value, double fallback)
{
    return std::isfinite(value) ? std::clamp(value, 0.0, 1.0) : fallback;
}

} // namespace

void WindowSettings::clamp()
{
    const HeatmapStyle defaults = WindowSettings().heatmap;
    scale = std::isfinite(scale) ? std::clamp(scale, 0.75, 2.0) : 1.0;
    heatmap.opacity = clampedFraction(heatmap.opacity, defaults.opacity);
    heatmap.cutoff = clampedFraction(heatmap.cutoff, defaults.cutoff);
    if (heatmap.colorMap == ColorMap::Gray) {
        heatmap.colorMap = defaults.colorMap;
    }
    recentPaths.removeDuplicates();
    recentPaths = recentPaths.mid(0, kRecentFileCount);
}

void WindowSettings::addRecentPath(const QString& path)
{
    recentPaths.removeAll(path);
    recentPaths.prepend(path);
    recentPaths = recentPaths.mid(0, kRecentFileCount);
}

WindowSettings loadWindowSettings(const std::filesystem::path& file)
{
    WindowSettings settings;
    if (file.empty()) {
        return settings;
    }
    const QSettings stored(settingsPath(file), QSettings::IniFormat);
    settings.language = languageFromCode(stored.value(kLanguage).toString());
    settings.theme = themeFromName(stored.value(kTheme).toString());
    settings.scale = stored.value(kScale, settings.scale).toDouble();
    const int level = stored.value(kOverlays, 0).toInt();
    settings.overlays = static_cast<OverlayLevel>(std::clamp(level, 0, 2));
    settings.model = stored.value(kModel).toString();
    settings.analysesByItself = stored.value(kByItself, settings.analysesByItself).toBool();
    settings.heatmap.opacity = stored.value(kOpacity, settings.heatmap.opacity).toDouble();
    settings.heatmap.cutoff = stored.value(kCutoff, settings.heatmap.cutoff).toDouble();
    const std::string map = stored.value(kColorMap).toString().toStdString();
    settings.heatmap.colorMap = colorMapFromId(map).value_or(settings.heatmap.colorMap);
    settings.recentPaths = stored.value(kRecentPaths).toStringList();
    settings.geometry = stored.value(kGeometry).toByteArray();
    settings.layout = stored.value(kLayout).toByteArray();
    settings.clamp();
    return settings;
}

bool saveWindowSettings(const WindowSettings& settings, const std::filesystem::path& file)
{
    if (file.empty()) {
        return true;
    }
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    // QSettings writes through QSaveFile: the old file or the new one, nothing in between.
    QSettings stored(settingsPath(file), QSettings::IniFormat);
    if (settings.language) {
        stored.setValue(kLanguage, languageCode(*settings.language));
    }
    stored.setValue(kTheme, themeName(settings.theme));
    stored.setValue(kScale, settings.scale);
    stored.setValue(kOverlays, static_cast<int>(settings.overlays));
    stored.setValue(kModel, settings.model);
    stored.setValue(kByItself, settings.analysesByItself);
    stored.setValue(kOpacity, settings.heatmap.opacity);
    stored.setValue(kCutoff, settings.heatmap.cutoff);
    stored.setValue(kColorMap, fromUtf8(std::string(colorMapId(settings.heatmap.colorMap))));
    stored.setValue(kRecentPaths, settings.recentPaths);
    stored.setValue(kGeometry, settings.geometry);
    stored.setValue(kLayout, settings.layout);
    stored.sync();
    return stored.status() == QSettings::NoError;
}

} // namespace nefes::ui
