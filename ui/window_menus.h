// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/action_registry.h"

#include <QMenu>

class QMainWindow;
class QToolBar;

namespace nefes::ui {

/// The menu bar and the tool bar, made from the table of actions.
class WindowMenus
{
public:
    WindowMenus(QMainWindow& window, const ActionRegistry& actions);

    [[nodiscard]] QMenu& recent() { return *m_recent; }
    /// The presentation states of the image, filled by the window.
    [[nodiscard]] QMenu& presentations() { return *m_presentations; }
    /// What a right click on the image opens.
    [[nodiscard]] QMenu& context() { return *m_context; }
    /// Follows the layout with its picture on the tool bar.
    void setLayoutIcon(const QIcon& icon);
    void retranslate();
    /// The tools of the viewer go away with it.
    void setToolBarVisible(bool visible);

private:
    void fillFile(const ActionRegistry& actions);
    void fillView(const ActionRegistry& actions);
    void fillImage(const ActionRegistry& actions);
    void fillToolBar(const ActionRegistry& actions);
    void addDropDown(QMenu& menu);

    QMenu* m_file;
    QMenu* m_recent;
    QMenu* m_view;
    QMenu* m_image;
    QMenu* m_presets;
    QMenu* m_colors;
    QMenu* m_layouts;
    QMenu* m_presentations;
    QMenu* m_measure;
    QMenu* m_analysis;
    QMenu* m_training;
    QMenu* m_language;
    QMenu* m_help;
    QMenu* m_context;
    QToolBar* m_toolBar;
};

} // namespace nefes::ui
