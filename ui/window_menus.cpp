// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window_menus.h"

#include "ui/theme/icon.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

#include <initializer_list>

namespace nefes::ui {

namespace {

using enum ActionId;

/// The translation context of the menu titles.
struct Menus {
    Q_DECLARE_TR_FUNCTIONS(Menus)
};

void add(QWidget& target, const ActionRegistry& actions, std::initializer_list<ActionId> ids)
{
    for (const ActionId id : ids) {
        target.addAction(actions.action(id));
    }
}

} // namespace

WindowMenus::WindowMenus(QMainWindow& window, const ActionRegistry& actions)
    : m_file(window.menuBar()->addMenu(QString()))
    , m_recent(new QMenu(m_file))
    , m_view(window.menuBar()->addMenu(QString()))
    , m_image(window.menuBar()->addMenu(QString()))
    , m_presets(new QMenu(m_image))
    , m_colors(new QMenu(m_image))
    , m_layouts(new QMenu(m_view))
    , m_presentations(new QMenu(m_view))
    , m_measure(window.menuBar()->addMenu(QString()))
    , m_analysis(window.menuBar()->addMenu(QString()))
    , m_training(window.menuBar()->addMenu(QString()))
    , m_language(window.menuBar()->addMenu(QString()))
    , m_help(window.menuBar()->addMenu(QString()))
    , m_context(new QMenu(&window))
    , m_menuBar(window.menuBar())
    , m_toolBar(window.addToolBar(QString()))
{
    m_recent->setObjectName(QStringLiteral("recentMenu"));
    m_presentations->setObjectName(QStringLiteral("presentationMenu"));
    m_context->setObjectName(QStringLiteral("imageContextMenu"));
    fillFile(actions);
    fillView(actions);
    fillImage(actions);
    add(*m_measure, actions,
        {ToolLength, ToolAngle, ToolCobb, ToolRectangle, ToolEllipse, ToolFreehand, ToolProbe,
         ToolRatio});
    m_measure->addSeparator();
    add(*m_measure, actions, {ToolText, ToolArrow});
    m_measure->addSeparator();
    add(*m_measure, actions, {Calibrate});
    m_measure->addSeparator();
    add(*m_measure, actions, {UndoDrawing, RedoDrawing, PasteDrawing, DeleteDrawing});
    m_measure->addSeparator();
    add(*m_measure, actions, {ShowMeasurements, ExportMeasurements});
    add(*m_analysis, actions, {HeatmapToggle, NextFinding, HeatmapMoreOpaque, HeatmapLessOpaque});
    m_analysis->addSeparator();
    add(*m_analysis, actions, {AnalyseAgain, AnalyseByItself, ModelCard});
    add(*m_training, actions, {ShowTraining});
    add(*m_language, actions, {LanguageEnglish, LanguageTurkish});
    add(*m_help, actions, {ShortcutSheet, OpenLogFolder, About});
    fillToolBar(actions);
    retranslate();
}

void WindowMenus::fillFile(const ActionRegistry& actions)
{
    add(*m_file, actions, {OpenFiles, OpenFolder, OpenSample});
    m_file->addMenu(m_recent);
    m_file->addSeparator();
    add(*m_file, actions, {AddToLibrary, CopyToLibrary, ImportFolder});
    m_file->addSeparator();
    add(*m_file, actions, {ExportView, CopyView, PrintView});
    m_file->addSeparator();
    add(*m_file, actions, {CloseAll});
    m_file->addSeparator();
    add(*m_file, actions, {ShowSettings, Quit});
}

void WindowMenus::fillView(const ActionRegistry& actions)
{
    add(*m_layouts, actions, {Layout1x1, Layout1x2, Layout2x1, Layout2x2, Layout3x3});
    m_layouts->addSeparator();
    add(*m_layouts, actions, {Maximise, HangRadiographs, HangByItself});
    m_layouts->addSeparator();
    add(*m_layouts, actions, {LinkScroll, LinkZoom, LinkWindow});
    add(*m_view, actions,
        {ShowStudies, ShowLibrary, ShowAnalysis, ShowWindowPanel, ShowTags, CycleOverlays,
         ShowGraphics});
    m_view->addMenu(m_presentations);
    add(*m_view, actions, {FullScreen, NextScreen});
    m_view->addMenu(m_layouts);
    m_view->addSeparator();
    add(*m_view, actions,
        {PreviousImage, NextImage, PreviousSeries, NextSeries, PreviousStudy, NextStudy,
         PreviousPatient, NextPatient});
    m_view->addSeparator();
    add(*m_view, actions, {ThemeDark, ThemeLight});
}

void WindowMenus::fillImage(const ActionRegistry& actions)
{
    add(*m_presets, actions,
        {PresetDefault, Preset1, Preset2, Preset3, Preset4, Preset5, Preset6, Preset7, Preset8,
         Preset9});
    add(*m_colors, actions, {ColorGray, ColorCividis, ColorInferno, ColorJet});
    for (QMenu* menu : {m_image, m_context}) {
        add(*menu, actions, {ToolWindow, ToolPan, ToolZoom, ToolScroll});
        menu->addSeparator();
        add(*menu, actions, {ZoomFit, ZoomOneToOne, TrueSize});
        if (menu == m_image) {
            add(*menu, actions, {CalibrateMonitor, ZoomIn, ZoomOut});
        }
        menu->addSeparator();
        menu->addMenu(m_presets);
        menu->addMenu(m_colors);
        add(*menu, actions, {Invert, Sharpen, Equalise});
        menu->addSeparator();
        add(*menu, actions, {Magnifier, KeyImage});
        if (menu == m_image) {
            add(*menu, actions, {NextKeyImage, Cine});
        }
        menu->addSeparator();
        add(*menu, actions, {RotateRight, RotateLeft, FlipHorizontal, FlipVertical});
        menu->addSeparator();
        add(*menu, actions, {ResetView});
    }
    m_context->addSeparator();
    add(*m_context, actions, {HeatmapToggle});
}

void WindowMenus::fillToolBar(const ActionRegistry& actions)
{
    m_toolBar->setObjectName(QStringLiteral("toolBar"));
    m_toolBar->setMovable(false);
    m_toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    m_toolBar->setIconSize(QSize(20, 20));
    add(*m_toolBar, actions, {ShowStudies, OpenFiles, OpenFolder});
    m_toolBar->addSeparator();
    addDropDown(*m_layouts);
    add(*m_toolBar, actions, {ToolWindow, ToolPan, ToolZoom, ToolScroll, Magnifier});
    m_toolBar->addSeparator();
    add(*m_toolBar, actions, {ToolLength, ToolAngle, ToolCobb, ToolEllipse, ToolRatio, ToolArrow});
    m_toolBar->addSeparator();
    m_presets->setIcon(themedIcon(QStringLiteral("presets")));
    addDropDown(*m_presets);
    add(*m_toolBar, actions, {Invert});
    m_toolBar->addSeparator();
    add(*m_toolBar, actions, {ZoomFit, ZoomOneToOne});
    m_toolBar->addSeparator();
    add(*m_toolBar, actions, {RotateLeft, RotateRight, FlipHorizontal, FlipVertical, ResetView});
    m_toolBar->addSeparator();
    add(*m_toolBar, actions, {CycleOverlays});
    m_toolBar->addSeparator();
    add(*m_toolBar, actions, {HeatmapToggle, NextFinding, AnalyseAgain});
    auto* space = new QWidget(m_toolBar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(space);
    add(*m_toolBar, actions, {ShowTraining, ShowAnalysis});
}

void WindowMenus::setVisible(bool menuBar, bool toolBar)
{
    m_menuBar->setVisible(menuBar);
    m_toolBar->setVisible(toolBar);
}

void WindowMenus::addDropDown(QMenu& menu)
{
    m_toolBar->addAction(menu.menuAction());
    if (auto* button = qobject_cast<QToolButton*>(m_toolBar->widgetForAction(menu.menuAction()))) {
        button->setPopupMode(QToolButton::InstantPopup);
    }
}

void WindowMenus::setLayoutIcon(const QIcon& icon)
{
    m_layouts->setIcon(icon);
}

void WindowMenus::retranslate()
{
    m_layouts->setTitle(Menus::tr("Viewports"));
    m_presentations->setTitle(Menus::tr("Presentation state"));
    m_layouts->menuAction()->setToolTip(Menus::tr("Viewports: layout, links, priors"));
    m_colors->setTitle(Menus::tr("Colour map"));
    m_file->setTitle(Menus::tr("&File"));
    m_recent->setTitle(Menus::tr("Open recent"));
    m_view->setTitle(Menus::tr("&View"));
    m_image->setTitle(Menus::tr("&Image"));
    m_presets->setTitle(Menus::tr("Window presets"));
    m_presets->menuAction()->setToolTip(Menus::tr("Window presets (0 to 9)"));
    m_measure->setTitle(Menus::tr("&Measure"));
    m_analysis->setTitle(Menus::tr("&Analysis"));
    m_training->setTitle(Menus::tr("&Training"));
    m_language->setTitle(Menus::tr("&Language"));
    m_help->setTitle(Menus::tr("&Help"));
    m_toolBar->setWindowTitle(Menus::tr("Tools"));
}

} // namespace nefes::ui
