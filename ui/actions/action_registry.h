// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/shortcut_settings.h"

#include <QKeySequence>
#include <QObject>
#include <QString>

#include <map>
#include <span>
#include <vector>

class QAction;
class QWidget;

namespace nefes::ui {

/// Everything that can be done from a menu, the tool bar or a key.
enum class ActionId {
    OpenFiles,
    OpenFolder,
    OpenSample,
    CloseAll,
    AddToLibrary,
    CopyToLibrary,
    ImportFolder,
    ExportView,
    CopyView,
    PrintView,
    ShowSettings,
    Quit,
    ToolWindow,
    ToolPan,
    ToolZoom,
    ToolScroll,
    ToolLength,
    ToolAngle,
    ToolCobb,
    ToolRectangle,
    ToolEllipse,
    ToolRatio,
    ToolFreehand,
    ToolProbe,
    ToolText,
    ToolArrow,
    Calibrate,
    LeaveTool,
    ZoomFit,
    ZoomOneToOne,
    TrueSize,
    CalibrateMonitor,
    ZoomIn,
    ZoomOut,
    RotateRight,
    RotateLeft,
    FlipHorizontal,
    FlipVertical,
    Invert,
    Sharpen,
    Equalise,
    ColorGray,
    ColorCividis,
    ColorInferno,
    ColorJet,
    Magnifier,
    KeyImage,
    NextKeyImage,
    Cine,
    ResetView,
    PresetDefault,
    Preset1,
    Preset2,
    Preset3,
    Preset4,
    Preset5,
    Preset6,
    Preset7,
    Preset8,
    Preset9,
    UndoDrawing,
    RedoDrawing,
    DeleteDrawing,
    PasteDrawing,
    ExportMeasurements,
    CycleOverlays,
    ShowGraphics,
    PreviousImage,
    NextImage,
    PreviousSeries,
    NextSeries,
    PreviousStudy,
    NextStudy,
    PreviousPatient,
    NextPatient,
    ShowStudies,
    ShowLibrary,
    ShowAnalysis,
    ShowMeasurements,
    ShowWindowPanel,
    Layout1x1,
    Layout1x2,
    Layout2x1,
    Layout2x2,
    Layout3x3,
    Maximise,
    LinkScroll,
    LinkZoom,
    LinkWindow,
    HangRadiographs,
    HangByItself,
    ShowTags,
    FullScreen,
    NextScreen,
    ThemeDark,
    ThemeLight,
    HeatmapToggle,
    HeatmapPeek,
    HeatmapMoreOpaque,
    HeatmapLessOpaque,
    NextFinding,
    AnalyseAgain,
    AnalyseByItself,
    ModelCard,
    ShowTraining,
    LanguageEnglish,
    LanguageTurkish,
    ShortcutSheet,
    OpenLogFolder,
    About,
};

/// The part of the program an action belongs to: its heading on the shortcut sheet.
enum class ActionGroup { File, View, Image, Measure, Analysis, Training, Language, Help };

/// One line of the table of actions.
struct ActionEntry {
    ActionId id;
    ActionGroup group;
    const char* objectName;
    const char* text; ///< English, translated in the context "Actions"
    const char* icon; ///< name in resources/icons, may be empty
    const char* keys; ///< default shortcuts in portable form, separated by spaces; may be empty
    bool isCheckable;
};

/// Owns the QActions made from the table; menus, tool bar and shortcut sheet read it.
class ActionRegistry final : public QObject
{
    Q_OBJECT

public:
    /// The keys work while `window` or a child of it has the focus; those of moving between images
    /// only in `viewer`, so that arrows still work in lists and sliders.
    ActionRegistry(QWidget* window, QWidget* viewer);

    [[nodiscard]] static std::span<const ActionEntry> entries();
    [[nodiscard]] static QString groupTitle(ActionGroup group);
    /// The preset number of Preset1…Preset9, counted from 0; −1 for any other action.
    [[nodiscard]] static int presetNumber(ActionId id);

    [[nodiscard]] QAction* action(ActionId id) const { return m_actions.at(id); }
    /// Keys that the reader has chosen, in place of those of the table.
    void setKeys(const ShortcutSettings& settings);
    /// The keys in force, as the platform writes them.
    [[nodiscard]] QStringList keyTexts(ActionId id) const;
    /// The key that is held to peek at the heatmap; no shortcut can do that.
    [[nodiscard]] const QKeySequence& peekKey() const { return m_peekKey; }
    /// Texts and tool tips in the current language; a tool tip names the shortcut.
    void retranslate();

private:
    std::map<ActionId, QAction*> m_actions;
    QKeySequence m_peekKey;
};

} // namespace nefes::ui
