// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/window_presenter.h"

namespace nefes::ui {

namespace {

constexpr std::size_t kBins = 256;

} // namespace

WindowPresenter::WindowPresenter(WindowPanel& panel, QThreadPool& pool)
    : m_panel(panel)
    , m_task(pool, this)
{
    connect(&m_panel, &WindowPanel::windowEntered, this, [this](double center, double width) {
        change([&](DisplaySettings& display) {
            VoiWindow window = currentWindow(display, *m_canvas->image());
            // PS3.3 C.11.2.1.2.1: a LINEAR window is at least 1 wide.
            if (window.function == VoiFunction::Linear && width < 1.0) {
                window.function = VoiFunction::LinearExact;
            }
            window.center = center;
            window.width = width;
            window.explanation.clear();
            display.voi = window;
        });
    });
    connect(&m_panel, &WindowPanel::shown, this, [this] {
        if (m_canvas) {
            follow();
        }
    });
    connect(&m_panel, &WindowPanel::colorMapChosen, this, [this](ColorMap map) {
        change([map](DisplaySettings& display) { display.colorMap = map; });
    });
}

void WindowPresenter::change(const std::function<void(DisplaySettings&)>& act)
{
    if (m_canvas && m_canvas->image()) {
        ViewState view = m_canvas->view();
        act(view.display);
        m_canvas->editView(view);
    }
}

void WindowPresenter::setCanvas(Canvas& canvas)
{
    if (m_canvas != &canvas) {
        if (m_canvas) {
            m_canvas->disconnect(this);
        }
        m_canvas = &canvas;
        connect(&canvas, &Canvas::viewChanged, this, &WindowPresenter::follow);
    }
    follow();
}

void WindowPresenter::follow()
{
    const ImagePtr& image = m_canvas->image();
    if (!image) {
        m_task.cancel();
        m_counted.reset();
        m_panel.setHistogram({});
        m_panel.setWindow(std::nullopt, ColorMap::Gray);
        return;
    }
    const DisplaySettings& display = m_canvas->view().display;
    m_panel.setWindow(currentWindow(display, *image), display.colorMap);
    if (image != m_counted && m_panel.isVisible()) {
        countValues();
    }
}

void WindowPresenter::countValues()
{
    m_counted = m_canvas->image();
    m_panel.setHistogram({});
    m_task.start([image = m_counted](std::stop_token) { return histogram(*image, kBins); },
                 [this](const Histogram& counted) {
                     m_panel.setHistogram(counted);
                     Q_EMIT finished();
                 },
                 -1);
}

} // namespace nefes::ui
