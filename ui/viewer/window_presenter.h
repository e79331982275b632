// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/background.h"
#include "ui/panels/window_panel.h"
#include "ui/viewer/canvas.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace nefes::ui {

/// Keeps the panel of gray values and the current canvas in step; counts the histogram in the
/// background.
class WindowPresenter final : public QObject
{
    Q_OBJECT

public:
    WindowPresenter(WindowPanel& panel, QThreadPool& pool);

    void setCanvas(Canvas& canvas);
    [[nodiscard]] bool isBusy() const { return m_task.isRunning(); }

Q_SIGNALS:
    void finished();

private:
    void follow();
    void countValues();
    void change(const std::function<void(DisplaySettings&)>& act);

    WindowPanel& m_panel;
    QPointer<Canvas> m_canvas;
    ImagePtr m_counted; ///< whose histogram is shown or on its way
    LatestTask m_task;
};

} // namespace nefes::ui
