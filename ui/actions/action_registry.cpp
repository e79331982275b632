// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/action_registry.h"

#include "ui/text/key_text.h"
#include "ui/theme/icon.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QWidget>

#include <array>

namespace nefes::ui {

namespace {

using enum ActionId;

constexpr bool kCheckable = true;
constexpr bool kPlain = false;

// clang-format off
constexpr std::array kEntries{
    ActionEntry{OpenFiles, ActionGroup::File, "openFiles", QT_TRANSLATE_NOOP("Actions", "Open files…"), "open", "Ctrl+O", kPlain},
    ActionEntry{OpenFolder, ActionGroup::File, "openFolder", QT_TRANSLATE_NOOP("Actions", "Open folder…"), "folder", "Ctrl+Shift+O", kPlain},
    ActionEntry{OpenSample, ActionGroup::File, "openSample", QT_TRANSLATE_NOOP("Actions", "Open the sample"), "", "", kPlain},
    ActionEntry{CloseAll, ActionGroup::File, "closeAll", QT_TRANSLATE_NOOP("Actions", "Close all studies"), "", "Ctrl+W", kPlain},
    ActionEntry{AddToLibrary, ActionGroup::File, "addToLibrary", QT_TRANSLATE_NOOP("Actions", "Link this study in the library"), "", "", kPlain},
    ActionEntry{CopyToLibrary, ActionGroup::File, "copyToLibrary", QT_TRANSLATE_NOOP("Actions", "Copy this study into the library"), "", "", kPlain},
    ActionEntry{ImportFolder, ActionGroup::File, "importFolder", QT_TRANSLATE_NOOP("Actions", "Copy a folder into the library…"), "", "Ctrl+I", kPlain},
    ActionEntry{ExportView, ActionGroup::File, "exportView", QT_TRANSLATE_NOOP("Actions", "Export the view…"), "", "Ctrl+S", kPlain},
    ActionEntry{CopyView, ActionGroup::File, "copyView", QT_TRANSLATE_NOOP("Actions", "Copy the view, or the selected measurement"), "", "Ctrl+C", kPlain},
    ActionEntry{PrintView, ActionGroup::File, "printView", QT_TRANSLATE_NOOP("Actions", "Print…"), "print", "Ctrl+P", kPlain},
    ActionEntry{ShowSettings, ActionGroup::File, "showSettings", QT_TRANSLATE_NOOP("Actions", "Settings…"), "", "Ctrl+,", kPlain},
    ActionEntry{Quit, ActionGroup::File, "quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "", "Ctrl+Q", kPlain},

    ActionEntry{ToolWindow, ActionGroup::Image, "toolWindow", QT_TRANSLATE_NOOP("Actions", "Window/level"), "window_level", "W", kCheckable},
    ActionEntry{ToolPan, ActionGroup::Image, "toolPan", QT_TRANSLATE_NOOP("Actions", "Pan"), "pan", "P", kCheckable},
    ActionEntry{ToolZoom, ActionGroup::Image, "toolZoom", QT_TRANSLATE_NOOP("Actions", "Zoom"), "zoom", "Z", kCheckable},
    ActionEntry{ToolScroll, ActionGroup::Image, "toolScroll", QT_TRANSLATE_NOOP("Actions", "Scroll"), "scroll", "S", kCheckable},
    ActionEntry{LeaveTool, ActionGroup::Image, "leaveTool", QT_TRANSLATE_NOOP("Actions", "Leave the tool"), "", "Esc", kPlain},
    ActionEntry{ZoomFit, ActionGroup::Image, "zoomFit", QT_TRANSLATE_NOOP("Actions", "Fit to window"), "fit", "F", kPlain},
    ActionEntry{ZoomOneToOne, ActionGroup::Image, "zoomOneToOne", QT_TRANSLATE_NOOP("Actions", "One to one"), "one_to_one", "Ctrl+1", kPlain},
    ActionEntry{TrueSize, ActionGroup::Image, "trueSize", QT_TRANSLATE_NOOP("Actions", "True size"), "true_size", "Ctrl+2", kPlain},
    ActionEntry{CalibrateMonitor, ActionGroup::Image, "calibrateMonitor", QT_TRANSLATE_NOOP("Actions", "Measure the monitor for true size…"), "", "", kPlain},
    ActionEntry{ZoomIn, ActionGroup::Image, "zoomIn", QT_TRANSLATE_NOOP("Actions", "Zoom in"), "", "Ctrl++ Ctrl+=", kPlain},
    ActionEntry{ZoomOut, ActionGroup::Image, "zoomOut", QT_TRANSLATE_NOOP("Actions", "Zoom out"), "", "Ctrl+-", kPlain},
    ActionEntry{RotateRight, ActionGroup::Image, "rotateRight", QT_TRANSLATE_NOOP("Actions", "Rotate right"), "rotate_right", "R", kPlain},
    ActionEntry{RotateLeft, ActionGroup::Image, "rotateLeft", QT_TRANSLATE_NOOP("Actions", "Rotate left"), "rotate_left", "Shift+R", kPlain},
    ActionEntry{FlipHorizontal, ActionGroup::Image, "flipHorizontal", QT_TRANSLATE_NOOP("Actions", "Flip horizontally"), "flip_horizontal", "H", kPlain},
    ActionEntry{FlipVertical, ActionGroup::Image, "flipVertical", QT_TRANSLATE_NOOP("Actions", "Flip vertically"), "flip_vertical", "V", kPlain},
    ActionEntry{Invert, ActionGroup::Image, "invert", QT_TRANSLATE_NOOP("Actions", "Invert gray values"), "invert", "I", kCheckable},
    ActionEntry{Sharpen, ActionGroup::Image, "sharpen", QT_TRANSLATE_NOOP("Actions", "Sharpen"), "sharpen", "", kCheckable},
    ActionEntry{Equalise, ActionGroup::Image, "equalise", QT_TRANSLATE_NOOP("Actions", "Equalise local contrast (CLAHE)"), "equalise", "", kCheckable},
    ActionEntry{ColorGray, ActionGroup::Image, "colorGray", QT_TRANSLATE_NOOP("Actions", "Gray"), "", "", kCheckable},
    ActionEntry{ColorCividis, ActionGroup::Image, "colorCividis", QT_TRANSLATE_NOOP("Actions", "Cividis"), "", "", kCheckable},
    ActionEntry{ColorInferno, ActionGroup::Image, "colorInferno", QT_TRANSLATE_NOOP("Actions", "Inferno"), "", "", kCheckable},
    ActionEntry{ColorJet, ActionGroup::Image, "colorJet", QT_TRANSLATE_NOOP("Actions", "Jet"), "", "", kCheckable},
    ActionEntry{Magnifier, ActionGroup::Image, "magnifier", QT_TRANSLATE_NOOP("Actions", "Magnifier"), "magnifier", "M", kCheckable},
    ActionEntry{KeyImage, ActionGroup::Image, "keyImage", QT_TRANSLATE_NOOP("Actions", "Key image"), "key_image", "K", kCheckable},
    ActionEntry{NextKeyImage, ActionGroup::Image, "nextKeyImage", QT_TRANSLATE_NOOP("Actions", "Next key image"), "", "Shift+K", kPlain},
    ActionEntry{Cine, ActionGroup::Image, "cine", QT_TRANSLATE_NOOP("Actions", "Play the series"), "play", "C", kCheckable},
    ActionEntry{ResetView, ActionGroup::Image, "resetView", QT_TRANSLATE_NOOP("Actions", "Reset the view"), "reset", "Ctrl+R", kPlain},
    ActionEntry{PresetDefault, ActionGroup::Image, "presetDefault", QT_TRANSLATE_NOOP("Actions", "Window: file default"), "", "0", kPlain},
    ActionEntry{Preset1, ActionGroup::Image, "preset1", QT_TRANSLATE_NOOP("Actions", "Window preset 1"), "", "1", kPlain},
    ActionEntry{Preset2, ActionGroup::Image, "preset2", QT_TRANSLATE_NOOP("Actions", "Window preset 2"), "", "2", kPlain},
    ActionEntry{Preset3, ActionGroup::Image, "preset3", QT_TRANSLATE_NOOP("Actions", "Window preset 3"), "", "3", kPlain},
    ActionEntry{Preset4, ActionGroup::Image, "preset4", QT_TRANSLATE_NOOP("Actions", "Window preset 4"), "", "4", kPlain},
    ActionEntry{Preset5, ActionGroup::Image, "preset5", QT_TRANSLATE_NOOP("Actions", "Window preset 5"), "", "5", kPlain},
    ActionEntry{Preset6, ActionGroup::Image, "preset6", QT_TRANSLATE_NOOP("Actions", "Window preset 6"), "", "6", kPlain},
    ActionEntry{Preset7, ActionGroup::Image, "preset7", QT_TRANSLATE_NOOP("Actions", "Window preset 7"), "", "7", kPlain},
    ActionEntry{Preset8, ActionGroup::Image, "preset8", QT_TRANSLATE_NOOP("Actions", "Window preset 8"), "", "8", kPlain},
    ActionEntry{Preset9, ActionGroup::Image, "preset9", QT_TRANSLATE_NOOP("Actions", "Window preset 9"), "", "9", kPlain},

    ActionEntry{ToolLength, ActionGroup::Measure, "toolLength", QT_TRANSLATE_NOOP("Actions", "Length"), "length", "L", kCheckable},
    ActionEntry{ToolAngle, ActionGroup::Measure, "toolAngle", QT_TRANSLATE_NOOP("Actions", "Angle"), "angle", "A", kCheckable},
    ActionEntry{ToolCobb, ActionGroup::Measure, "toolCobb", QT_TRANSLATE_NOOP("Actions", "Cobb angle"), "cobb", "B", kCheckable},
    ActionEntry{ToolRectangle, ActionGroup::Measure, "toolRectangle", QT_TRANSLATE_NOOP("Actions", "Rectangle"), "rectangle", "Shift+E", kCheckable},
    ActionEntry{ToolEllipse, ActionGroup::Measure, "toolEllipse", QT_TRANSLATE_NOOP("Actions", "Ellipse"), "ellipse", "E", kCheckable},
    ActionEntry{ToolRatio, ActionGroup::Measure, "toolRatio", QT_TRANSLATE_NOOP("Actions", "Cardiothoracic ratio: heart, then thorax"), "ratio", "T", kCheckable},
    ActionEntry{ToolFreehand, ActionGroup::Measure, "toolFreehand", QT_TRANSLATE_NOOP("Actions", "Freehand region"), "freehand", "D", kCheckable},
    ActionEntry{ToolProbe, ActionGroup::Measure, "toolProbe", QT_TRANSLATE_NOOP("Actions", "Point value"), "probe", "Q", kCheckable},
    ActionEntry{ToolText, ActionGroup::Measure, "toolText", QT_TRANSLATE_NOOP("Actions", "Text"), "text", "Shift+T", kCheckable},
    ActionEntry{ToolArrow, ActionGroup::Measure, "toolArrow", QT_TRANSLATE_NOOP("Actions", "Arrow"), "arrow", "Shift+A", kCheckable},
    ActionEntry{Calibrate, ActionGroup::Measure, "calibrate", QT_TRANSLATE_NOOP("Actions", "Calibrate by a known length…"), "calibrate", "", kCheckable},
    ActionEntry{UndoDrawing, ActionGroup::Measure, "undoDrawing", QT_TRANSLATE_NOOP("Actions", "Undo"), "", "Ctrl+Z", kPlain},
    ActionEntry{RedoDrawing, ActionGroup::Measure, "redoDrawing", QT_TRANSLATE_NOOP("Actions", "Redo"), "", "Ctrl+Y Ctrl+Shift+Z", kPlain},
    ActionEntry{DeleteDrawing, ActionGroup::Measure, "deleteDrawing", QT_TRANSLATE_NOOP("Actions", "Delete the selected measurement"), "", "Del", kPlain},
    ActionEntry{PasteDrawing, ActionGroup::Measure, "pasteDrawing", QT_TRANSLATE_NOOP("Actions", "Paste measurements"), "", "Ctrl+V", kPlain},
    ActionEntry{ExportMeasurements, ActionGroup::Measure, "exportMeasurementsAction", QT_TRANSLATE_NOOP("Actions", "Export measurements…"), "", "", kPlain},

    ActionEntry{CycleOverlays, ActionGroup::View, "cycleOverlays", QT_TRANSLATE_NOOP("Actions", "Text on the image: all, little, none"), "overlays", "O", kPlain},
    ActionEntry{ShowGraphics, ActionGroup::View, "showGraphics", QT_TRANSLATE_NOOP("Actions", "Graphics of the file on the image"), "", "Shift+O", kCheckable},
    ActionEntry{PreviousImage, ActionGroup::View, "previousImage", QT_TRANSLATE_NOOP("Actions", "Previous image"), "", "Up", kPlain},
    ActionEntry{NextImage, ActionGroup::View, "nextImage", QT_TRANSLATE_NOOP("Actions", "Next image"), "", "Down", kPlain},
    ActionEntry{PreviousSeries, ActionGroup::View, "previousSeries", QT_TRANSLATE_NOOP("Actions", "Previous series"), "", "Left PgUp", kPlain},
    ActionEntry{NextSeries, ActionGroup::View, "nextSeries", QT_TRANSLATE_NOOP("Actions", "Next series"), "", "Right PgDown", kPlain},
    ActionEntry{PreviousStudy, ActionGroup::View, "previousStudy", QT_TRANSLATE_NOOP("Actions", "Previous study"), "", "Ctrl+Left", kPlain},
    ActionEntry{NextStudy, ActionGroup::View, "nextStudy", QT_TRANSLATE_NOOP("Actions", "Next study"), "", "Ctrl+Right", kPlain},
    ActionEntry{PreviousPatient, ActionGroup::View, "previousPatient", QT_TRANSLATE_NOOP("Actions", "Previous patient"), "", "Ctrl+Up", kPlain},
    ActionEntry{NextPatient, ActionGroup::View, "nextPatient", QT_TRANSLATE_NOOP("Actions", "Next patient"), "", "Ctrl+Down", kPlain},
    ActionEntry{ShowStudies, ActionGroup::View, "showStudies", QT_TRANSLATE_NOOP("Actions", "Study list"), "studies", "Ctrl+Shift+L", kCheckable},
    ActionEntry{ShowLibrary, ActionGroup::View, "showLibrary", QT_TRANSLATE_NOOP("Actions", "Library"), "", "Ctrl+L", kPlain},
    ActionEntry{ShowAnalysis, ActionGroup::View, "showAnalysis", QT_TRANSLATE_NOOP("Actions", "Analysis panel"), "analysis_panel", "Ctrl+Shift+A", kCheckable},
    ActionEntry{ShowMeasurements, ActionGroup::View, "showMeasurements", QT_TRANSLATE_NOOP("Actions", "Measurements"), "", "Ctrl+Shift+M", kPlain},
    ActionEntry{ShowWindowPanel, ActionGroup::View, "showWindowPanel", QT_TRANSLATE_NOOP("Actions", "Histogram and window"), "", "Ctrl+Shift+W", kPlain},
    ActionEntry{Layout1x1, ActionGroup::View, "layout1x1", QT_TRANSLATE_NOOP("Actions", "One viewport"), "layout_1x1", "Alt+1", kCheckable},
    ActionEntry{Layout1x2, ActionGroup::View, "layout1x2", QT_TRANSLATE_NOOP("Actions", "Two side by side"), "layout_1x2", "Alt+2", kCheckable},
    ActionEntry{Layout2x1, ActionGroup::View, "layout2x1", QT_TRANSLATE_NOOP("Actions", "Two, one above the other"), "layout_2x1", "Alt+3", kCheckable},
    ActionEntry{Layout2x2, ActionGroup::View, "layout2x2", QT_TRANSLATE_NOOP("Actions", "Two by two"), "layout_2x2", "Alt+4", kCheckable},
    ActionEntry{Layout3x3, ActionGroup::View, "layout3x3", QT_TRANSLATE_NOOP("Actions", "Three by three"), "layout_3x3", "Alt+5", kCheckable},
    ActionEntry{Maximise, ActionGroup::View, "maximise", QT_TRANSLATE_NOOP("Actions", "Maximise the viewport"), "", "Shift+Return", kCheckable},
    ActionEntry{LinkScroll, ActionGroup::View, "linkScroll", QT_TRANSLATE_NOOP("Actions", "Scroll together"), "", "", kCheckable},
    ActionEntry{LinkZoom, ActionGroup::View, "linkZoom", QT_TRANSLATE_NOOP("Actions", "Zoom and pan together"), "", "", kCheckable},
    ActionEntry{LinkWindow, ActionGroup::View, "linkWindow", QT_TRANSLATE_NOOP("Actions", "Window together"), "", "", kCheckable},
    ActionEntry{HangRadiographs, ActionGroup::View, "hangRadiographs", QT_TRANSLATE_NOOP("Actions", "Arrange radiographs: PA and lateral, current and prior"), "hang", "Shift+H", kPlain},
    ActionEntry{HangByItself, ActionGroup::View, "hangByItself", QT_TRANSLATE_NOOP("Actions", "Arrange by itself when there is a prior"), "", "", kCheckable},
    ActionEntry{ShowTags, ActionGroup::View, "showTags", QT_TRANSLATE_NOOP("Actions", "DICOM tags"), "", "Ctrl+Shift+D", kPlain},
    ActionEntry{FullScreen, ActionGroup::View, "fullScreen", QT_TRANSLATE_NOOP("Actions", "Full screen: images only"), "", "F11", kCheckable},
    ActionEntry{NextScreen, ActionGroup::View, "nextScreen", QT_TRANSLATE_NOOP("Actions", "To the next monitor"), "", "Shift+F11", kPlain},
    ActionEntry{ThemeDark, ActionGroup::View, "themeDark", QT_TRANSLATE_NOOP("Actions", "Dark theme"), "", "", kCheckable},
    ActionEntry{ThemeLight, ActionGroup::View, "themeLight", QT_TRANSLATE_NOOP("Actions", "Light theme"), "", "", kCheckable},

    ActionEntry{HeatmapToggle, ActionGroup::Analysis, "heatmapToggle", QT_TRANSLATE_NOOP("Actions", "Heatmap over the image"), "heatmap", "G", kCheckable},
    ActionEntry{HeatmapPeek, ActionGroup::Analysis, "heatmapPeek", QT_TRANSLATE_NOOP("Actions", "Hold to peek at the heatmap"), "", "X", kPlain},
    ActionEntry{HeatmapMoreOpaque, ActionGroup::Analysis, "heatmapMoreOpaque", QT_TRANSLATE_NOOP("Actions", "Heatmap stronger"), "", "]", kPlain},
    ActionEntry{HeatmapLessOpaque, ActionGroup::Analysis, "heatmapLessOpaque", QT_TRANSLATE_NOOP("Actions", "Heatmap weaker"), "", "[", kPlain},
    ActionEntry{NextFinding, ActionGroup::Analysis, "nextFinding", QT_TRANSLATE_NOOP("Actions", "Heatmap of the next finding"), "next_finding", "N", kPlain},
    ActionEntry{AnalyseAgain, ActionGroup::Analysis, "analyseAgain", QT_TRANSLATE_NOOP("Actions", "Analyse again"), "analyse", "F9", kPlain},
    ActionEntry{AnalyseByItself, ActionGroup::Analysis, "analyseByItself", QT_TRANSLATE_NOOP("Actions", "Analyse every image by itself"), "", "", kCheckable},
    ActionEntry{ModelCard, ActionGroup::Analysis, "modelCard", QT_TRANSLATE_NOOP("Actions", "About the model…"), "info", "", kPlain},

    ActionEntry{ShowTraining, ActionGroup::Training, "showTraining", QT_TRANSLATE_NOOP("Actions", "Training wizard"), "training", "F8", kCheckable},

    // Languages stand in their own language, so that everybody finds theirs.
    ActionEntry{LanguageEnglish, ActionGroup::Language, "languageEnglish", "English", "", "", kCheckable},
    ActionEntry{LanguageTurkish, ActionGroup::Language, "languageTurkish", "Türkçe", "", "", kCheckable},

    ActionEntry{ShortcutSheet, ActionGroup::Help, "shortcutSheet", QT_TRANSLATE_NOOP("Actions", "Help, keys and mouse"), "", "F1", kPlain},
    ActionEntry{OpenLogFolder, ActionGroup::Help, "openLogFolder", QT_TRANSLATE_NOOP("Actions", "Open the log folder"), "", "", kPlain},
    ActionEntry{About, ActionGroup::Help, "about", QT_TRANSLATE_NOOP("Actions", "About Nefes"), "", "", kPlain},
};
// clang-format on

} // namespace

ActionRegistry::ActionRegistry(QWidget* window, QWidget* viewer)
    : QObject(window)
{
    for (const ActionEntry& entry : kEntries) {
        auto* action = new QAction(this);
        action->setObjectName(QLatin1String(entry.objectName));
        action->setIcon(themedIcon(QLatin1String(entry.icon)));
        action->setCheckable(entry.isCheckable);
        const bool isMove = (entry.id >= PreviousImage && entry.id <= NextPatient) ||
                            entry.id == ActionId::Maximise;
        action->setShortcutContext(isMove ? Qt::WidgetWithChildrenShortcut : Qt::WindowShortcut);
        (isMove ? viewer : window)->addAction(action);
        m_actions.emplace(entry.id, action);
    }
    const auto exclusive = [this](std::initializer_list<ActionId> ids) {
        auto* group = new QActionGroup(this);
        for (const ActionId id : ids) {
            group->addAction(action(id));
        }
    };
    exclusive({ToolWindow, ToolPan, ToolZoom, ToolScroll, ToolLength, ToolAngle, ToolCobb,
               ToolRectangle, ToolEllipse, ToolRatio, ToolFreehand, ToolProbe, ToolText, ToolArrow,
               Calibrate});
    exclusive({Layout1x1, Layout1x2, Layout2x1, Layout2x2, Layout3x3});
    exclusive({ColorGray, ColorCividis, ColorInferno, ColorJet});
    exclusive({ThemeDark, ThemeLight});
    exclusive({LanguageEnglish, LanguageTurkish});
    setKeys({});
    retranslate();
}

void ActionRegistry::setKeys(const ShortcutSettings& settings)
{
    for (const ActionEntry& entry : kEntries) {
        QList<QKeySequence> keys;
        for (const QString& key : keysOf(settings, QLatin1String(entry.objectName))) {
            keys.append(QKeySequence::fromString(key, QKeySequence::PortableText));
        }
        if (entry.id == HeatmapPeek) {
            m_peekKey = keys.isEmpty() ? QKeySequence() : keys.front();
        } else {
            action(entry.id)->setShortcuts(keys);
        }
    }
}

QStringList ActionRegistry::keyTexts(ActionId id) const
{
    QStringList texts;
    const QList<QKeySequence> keys =
        id == HeatmapPeek ? QList<QKeySequence>{m_peekKey} : action(id)->shortcuts();
    for (const QKeySequence& key : keys) {
        if (!key.isEmpty()) {
            texts << keyText(key);
        }
    }
    return texts;
}

std::span<const ActionEntry> ActionRegistry::entries()
{
    return kEntries;
}

QString ActionRegistry::groupTitle(ActionGroup group)
{
    switch (group) {
    case ActionGroup::File:
        return tr("File");
    case ActionGroup::View:
        return tr("View");
    case ActionGroup::Image:
        return tr("Image");
    case ActionGroup::Measure:
        return tr("Measure");
    case ActionGroup::Analysis:
        return tr("Analysis");
    case ActionGroup::Training:
        return tr("Training");
    case ActionGroup::Language:
        return tr("Language");
    case ActionGroup::Help:
        return tr("Help");
    }
    return {};
}

int ActionRegistry::presetNumber(ActionId id)
{
    return id >= Preset1 && id <= Preset9 ? static_cast<int>(id) - static_cast<int>(Preset1) : -1;
}

void ActionRegistry::retranslate()
{
    for (const ActionEntry& entry : kEntries) {
        QAction* target = action(entry.id);
        const QString text = entry.group == ActionGroup::Language
                                 ? QString::fromUtf8(entry.text)
                                 : QCoreApplication::translate("Actions", entry.text);
        target->setText(text);
        const QString key = keyText(target->shortcut());
        QString plain = text;
        plain.remove(QStringLiteral("…"));
        target->setToolTip(key.isEmpty() ? plain
                                         : tr("%1 (%2)", "action and its key").arg(plain, key));
    }
}

} // namespace nefes::ui
