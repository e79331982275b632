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
    , m_measure(window.menuBar()->addMenu(QString()))
    , m_analysis(window.menuBar()->addMenu(QString()))
    , m_language(window.menuBar()->addMenu(QString()))
    , m_help(window.menuBar()->addMenu(QString()))
    , m_context(new QMenu(&window))
    , m_toolBar(window.addToolBar(QString()))
{
    m_recent->setObjectName(QStringLiteral("recentMenu"));
    m_context->setObjectName(QStringLiteral("imageContextMenu"));
    fillFile(actions);
    fillView(actions);
    fillImage(actions);
    add(*m_measure, actions,
        {ToolLength, ToolAngle, ToolCobb, ToolRectangle, ToolEllipse, ToolRatio});
    m_measure->addSeparator();
    add(*m_measure, actions, {UndoDrawing, RedoDrawing, DeleteDrawing});
    m_measure->addSeparator();
    add(*m_measure, actions, {ShowMeasurements, ExportMeasurements});
    add(*m_analysis, actions, {HeatmapToggle, NextFinding, HeatmapMoreOpaque, HeatmapLessOpaque});
    m_analysis->addSeparator();
    add(*m_analysis, actions, {AnalyseAgain, AnalyseByItself, ModelCard});
    add(*m_language, actions, {LanguageEnglish, LanguageTurkish});
    add(*m_help, actions, {ShortcutSheet, About});
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
    add(*m_file, actions, {ExportView, CopyView});
    m_file->addSeparator();
    add(*m_file, actions, {CloseAll, Quit});
}

void WindowMenus::fillView(const ActionRegistry& actions)
{
    add(*m_view, actions,
        {ShowStudies, ShowLibrary, ShowAnalysis, ShowTags, CycleOverlays, FullScreen});
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
    for (QMenu* menu : {m_image, m_context}) {
        add(*menu, actions, {ToolWindow, ToolPan, ToolZoom, ToolScroll});
        menu->addSeparator();
        add(*menu, actions, {ZoomFit, ZoomOneToOne});
        if (menu == m_image) {
            add(*menu, actions, {ZoomIn, ZoomOut});
        }
        menu->addSeparator();
        menu->addMenu(m_presets);
        add(*menu, actions, {Invert});
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
    add(*m_toolBar, actions, {ToolWindow, ToolPan, ToolZoom, ToolScroll});
    m_toolBar->addSeparator();
    add(*m_toolBar, actions, {ToolLength, ToolAngle, ToolCobb, ToolEllipse, ToolRatio});
    m_toolBar->addSeparator();
    m_presets->setIcon(themedIcon(QStringLiteral("presets")));
    m_toolBar->addAction(m_presets->menuAction());
    if (auto* button =
            qobject_cast<QToolButton*>(m_toolBar->widgetForAction(m_presets->menuAction()))) {
        button->setPopupMode(QToolButton::InstantPopup);
    }
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
    add(*m_toolBar, actions, {ShowAnalysis});
}

void WindowMenus::retranslate()
{
    m_file->setTitle(Menus::tr("&File"));
    m_recent->setTitle(Menus::tr("Open recent"));
    m_view->setTitle(Menus::tr("&View"));
    m_image->setTitle(Menus::tr("&Image"));
    m_presets->setTitle(Menus::tr("Window presets"));
    m_presets->menuAction()->setToolTip(Menus::tr("Window presets (0 to 9)"));
    m_measure->setTitle(Menus::tr("&Measure"));
    m_analysis->setTitle(Menus::tr("&Analysis"));
    m_language->setTitle(Menus::tr("&Language"));
    m_help->setTitle(Menus::tr("&Help"));
    m_toolBar->setWindowTitle(Menus::tr("Tools"));
}

} // namespace nefes::ui
