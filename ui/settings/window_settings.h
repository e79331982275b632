// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/render.h"

#include "ui/services.h"
#include "ui/settings/shortcut_settings.h"
#include "ui/theme/theme.h"

#include <QByteArray>
#include <QStringList>

#include <filesystem>
#include <map>
#include <optional>
#include <vector>

namespace nefes::ui {

/// How much is written over the image.
enum class OverlayLevel { All, Minimal, None };

constexpr int kRecentFileCount = 10;

/// A window that the reader has named.
struct UserPreset {
    QString name;
    double center = 0.5; ///< modality value, or part of the image's 1–99 % range
    double width = 1.0;
    bool isRelative = true; ///< radiographs have no common scale
    bool isForCt = false;
};
constexpr std::size_t kUserPresetCount = 20;

/// What the window remembers between two starts.
struct WindowSettings {
    std::optional<Language> language; ///< none: never chosen
    ThemeId theme = ThemeId::Dark;
    double scale = 1.0; ///< size of text and controls, 0.75–2
    OverlayLevel overlays = OverlayLevel::All;
    bool analysesByItself = true;
    QString model;               ///< id of the model that judges; empty: the first installed
    bool heatmapAtStart = false; ///< over the image, without a key being pressed
    bool blindFirst = false;     ///< scores stay hidden until an impression is recorded
    std::optional<ml::DeviceChoice> device; ///< none: as the program was started
    ShortcutSettings shortcuts;
    /// Weak activations are hidden, so that most of the image keeps its gray values.
    HeatmapStyle heatmap{.cutoff = 0.2};
    QStringList recentPaths; ///< newest first, at most kRecentFileCount
    QStringList openPaths;   ///< where the studies came from that were open at the end
    bool reopensStudies = true;
    QByteArray geometry, layout;
    int gridRows = 1; ///< of viewports, 1–3
    int gridColumns = 1;
    bool linksScroll = false, linksZoom = false, linksWindow = false;
    bool hangsByItself = true; ///< radiographs with a prior are arranged when they are opened
    std::vector<UserPreset> userPresets;
    /// Device pixels a millimetre, as measured by hand, by the name of the screen.
    std::map<QString, double> screenPixelsPerMm;

    /// Brings what a damaged or edited file says into range.
    void clamp();
    void addRecentPath(const QString& path);
};

/// Defaults where the file is missing or says nothing.
[[nodiscard]] WindowSettings loadWindowSettings(const std::filesystem::path& file);
/// An empty path writes nothing. WriteFailed, DiskFull.
[[nodiscard]] Result<void> saveWindowSettings(const WindowSettings& settings,
                                              const std::filesystem::path& file);

} // namespace nefes::ui
