// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    LeaveTool,
    ZoomFit,
    ZoomOneToOne,
    ZoomIn,
    ZoomOut,
    RotateRight,
    RotateLeft,
    FlipHorizontal,
    FlipVertical,
    Invert,
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
    ExportMeasurements,
    CycleOverlays,
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
    ShowTags,
    FullScreen,
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
    LanguageEnglish,
    LanguageTurkish,
    ShortcutSheet,
    About,
};

/// The part of the program an action belongs to: its heading on the shortcut sheet.
enum class ActionGroup { File, View, Image, Measure, Analysis, Language, Help };

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
    /// Texts and tool tips in the current language; a tool tip names the shortcut.
    void retranslate();

private:
    std::map<ActionId, QAction*> m_actions;
};

} // namespace nefes::ui
