// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/window_settings.h"

#include "core/base/files.h"

#include "ui/text/format.h"
#include "ui/text/language_switch.h"

#include <QFileInfo>
#include <QKeySequence>
#include <QSettings>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <system_error>

namespace nefes::ui {

namespace {

// The keys of the file, each spelt once.
constexpr auto kLanguage = "window/language";
constexpr auto kTheme = "window/theme";
constexpr auto kScale = "window/scale";
constexpr auto kGeometry = "window/geometry";
constexpr auto kLayout = "window/layout";
constexpr auto kRecentPaths = "window/recent_paths";
constexpr auto kOpenPaths = "window/open_paths";
constexpr auto kReopens = "window/reopens_studies";
constexpr auto kGridRows = "viewer/grid_rows";
constexpr auto kGridColumns = "viewer/grid_columns";
constexpr auto kLinksScroll = "viewer/links_scroll";
constexpr auto kLinksZoom = "viewer/links_zoom";
constexpr auto kLinksWindow = "viewer/links_window";
constexpr auto kHangsByItself = "viewer/hangs_by_itself";
constexpr auto kUserPresets = "window_presets";
constexpr auto kScreens = "screens";
constexpr auto kModel = "analysis/model";
constexpr auto kOverlays = "viewer/overlays";
constexpr auto kByItself = "analysis/by_itself";
constexpr auto kHeatmapAtStart = "heatmap/at_start";
constexpr auto kBlindFirst = "analysis/blind_first";
constexpr auto kDevice = "analysis/device";
constexpr auto kKeys = "keys";
constexpr auto kOpacity = "heatmap/opacity";
constexpr auto kCutoff = "heatmap/cutoff";
constexpr auto kColorMap = "heatmap/color_map";

QString settingsPath(const std::filesystem::path& file)
{
    return fromUtf8(toUtf8(file));
}

const char* deviceName(ml::DeviceChoice device)
{
    switch (device) {
    case ml::DeviceChoice::Auto:
        return "auto";
    case ml::DeviceChoice::Cpu:
        return "cpu";
    case ml::DeviceChoice::Cuda:
        return "cuda";
    }
    return "";
}

/// Why nothing can be written there, which QSettings does not say.
ErrorCode writeFailure(const std::filesystem::path& folder)
{
    constexpr std::uintmax_t kLeastRoom = 65536;
    std::error_code ignored;
    const bool isFull = QFileInfo(settingsPath(folder)).isWritable() &&
                        std::filesystem::space(folder, ignored).available < kLeastRoom;
    return isFull ? ErrorCode::DiskFull : ErrorCode::WriteFailed;
}

/// Actions that are gone and keys that are none stay out.
ShortcutSettings readShortcuts(QSettings& stored)
{
    ShortcutSettings shortcuts;
    stored.beginGroup(kKeys);
    for (const QString& action : stored.childKeys()) {
        QStringList keys = stored.value(action).toStringList();
        keys.removeIf([](const QString& key) {
            return QKeySequence::fromString(key, QKeySequence::PortableText).isEmpty();
        });
        shortcuts.insert(action, keys);
    }
    stored.endGroup();
    return shortcuts;
}

void writeShortcuts(QSettings& stored, const ShortcutSettings& shortcuts)
{
    stored.remove(kKeys);
    stored.beginGroup(kKeys);
    for (auto entry = shortcuts.begin(); entry != shortcuts.end(); ++entry) {
        stored.setValue(entry.key(), entry.value());
    }
    stored.endGroup();
}

double clampedFraction(double value, double fallback)
{
    return std::isfinite(value) ? std::clamp(value, 0.0, 1.0) : fallback;
}

bool isUsable(const UserPreset& preset)
{
    return !preset.name.trimmed().isEmpty() && std::isfinite(preset.center) &&
           std::isfinite(preset.width) && preset.width > 0.0;
}

void loadLists(QSettings& stored, WindowSettings& settings)
{
    const int presets = stored.beginReadArray(kUserPresets);
    for (int index = 0; index < presets; ++index) {
        stored.setArrayIndex(index);
        settings.userPresets.push_back({.name = stored.value("name").toString(),
                                        .center = stored.value("center").toDouble(),
                                        .width = stored.value("width").toDouble(),
                                        .isRelative = stored.value("relative").toBool(),
                                        .isForCt = stored.value("ct").toBool()});
    }
    stored.endArray();
    const int screens = stored.beginReadArray(kScreens);
    for (int index = 0; index < screens; ++index) {
        stored.setArrayIndex(index);
        settings.screenPixelsPerMm[stored.value("name").toString()] =
            stored.value("pixels_per_mm").toDouble();
    }
    stored.endArray();
}

void saveLists(QSettings& stored, const WindowSettings& settings)
{
    stored.remove(kUserPresets);
    stored.beginWriteArray(kUserPresets);
    int index = 0;
    for (const UserPreset& preset : settings.userPresets) {
        stored.setArrayIndex(index++);
        stored.setValue("name", preset.name);
        stored.setValue("center", preset.center);
        stored.setValue("width", preset.width);
        stored.setValue("relative", preset.isRelative);
        stored.setValue("ct", preset.isForCt);
    }
    stored.endArray();
    stored.remove(kScreens);
    stored.beginWriteArray(kScreens);
    index = 0;
    for (const auto& [name, pixels] : settings.screenPixelsPerMm) {
        stored.setArrayIndex(index++);
        stored.setValue("name", name);
        stored.setValue("pixels_per_mm", pixels);
    }
    stored.endArray();
}

} // namespace

void WindowSettings::clamp()
{
    gridRows = std::clamp(gridRows, 1, 3);
    gridColumns = std::clamp(gridColumns, 1, 3);
    std::erase_if(userPresets, [](const UserPreset& preset) { return !isUsable(preset); });
    if (userPresets.size() > kUserPresetCount) {
        userPresets.resize(kUserPresetCount);
    }
    std::erase_if(screenPixelsPerMm, [](const auto& screen) {
        return !(screen.second >= 1.0 && screen.second <= 100.0);
    });
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
    QSettings stored(settingsPath(file), QSettings::IniFormat);
    settings.language = languageFromCode(stored.value(kLanguage).toString());
    settings.theme = themeFromName(stored.value(kTheme).toString());
    settings.scale = stored.value(kScale, settings.scale).toDouble();
    const int level = stored.value(kOverlays, 0).toInt();
    settings.overlays = static_cast<OverlayLevel>(std::clamp(level, 0, 2));
    settings.model = stored.value(kModel).toString();
    settings.analysesByItself = stored.value(kByItself, settings.analysesByItself).toBool();
    settings.heatmapAtStart = stored.value(kHeatmapAtStart, settings.heatmapAtStart).toBool();
    settings.blindFirst = stored.value(kBlindFirst, settings.blindFirst).toBool();
    settings.device = ml::deviceChoiceFromName(stored.value(kDevice).toString().toStdString());
    settings.shortcuts = readShortcuts(stored);
    settings.heatmap.opacity = stored.value(kOpacity, settings.heatmap.opacity).toDouble();
    settings.heatmap.cutoff = stored.value(kCutoff, settings.heatmap.cutoff).toDouble();
    const std::string map = stored.value(kColorMap).toString().toStdString();
    settings.heatmap.colorMap = colorMapFromId(map).value_or(settings.heatmap.colorMap);
    settings.recentPaths = stored.value(kRecentPaths).toStringList();
    settings.openPaths = stored.value(kOpenPaths).toStringList();
    settings.reopensStudies = stored.value(kReopens, settings.reopensStudies).toBool();
    settings.geometry = stored.value(kGeometry).toByteArray();
    settings.layout = stored.value(kLayout).toByteArray();
    settings.gridRows = stored.value(kGridRows, settings.gridRows).toInt();
    settings.gridColumns = stored.value(kGridColumns, settings.gridColumns).toInt();
    settings.linksScroll = stored.value(kLinksScroll, settings.linksScroll).toBool();
    settings.linksZoom = stored.value(kLinksZoom, settings.linksZoom).toBool();
    settings.linksWindow = stored.value(kLinksWindow, settings.linksWindow).toBool();
    settings.hangsByItself = stored.value(kHangsByItself, settings.hangsByItself).toBool();
    loadLists(stored, settings);
    settings.clamp();
    return settings;
}

Result<void> saveWindowSettings(const WindowSettings& settings, const std::filesystem::path& file)
{
    if (file.empty()) {
        return {};
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
    stored.setValue(kHeatmapAtStart, settings.heatmapAtStart);
    stored.setValue(kBlindFirst, settings.blindFirst);
    if (settings.device) {
        stored.setValue(kDevice, QLatin1String(deviceName(*settings.device)));
    }
    writeShortcuts(stored, settings.shortcuts);
    stored.setValue(kOpacity, settings.heatmap.opacity);
    stored.setValue(kCutoff, settings.heatmap.cutoff);
    stored.setValue(kColorMap, fromUtf8(std::string(colorMapId(settings.heatmap.colorMap))));
    stored.setValue(kGridRows, settings.gridRows);
    stored.setValue(kGridColumns, settings.gridColumns);
    stored.setValue(kLinksScroll, settings.linksScroll);
    stored.setValue(kLinksZoom, settings.linksZoom);
    stored.setValue(kLinksWindow, settings.linksWindow);
    stored.setValue(kHangsByItself, settings.hangsByItself);
    saveLists(stored, settings);
    stored.setValue(kRecentPaths, settings.recentPaths);
    stored.setValue(kOpenPaths, settings.openPaths);
    stored.setValue(kReopens, settings.reopensStudies);
    stored.setValue(kGeometry, settings.geometry);
    stored.setValue(kLayout, settings.layout);
    stored.sync();
    // A format error is one of the old file, which was replaced.
    if (stored.status() == QSettings::AccessError) {
        return fail(writeFailure(file.parent_path()), "QSettings: access error");
    }
    return {};
}

} // namespace nefes::ui
