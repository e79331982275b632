// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/display_filter.h"

#include <utility>

namespace nefes::ui {

ImagePtr filteredImage(const DecodedImage& image, const DisplaySettings& display,
                       const DisplayFilters& filters, const PlaneOperations& operations)
{
    if (image.isColor()) {
        return nullptr;
    }
    GrayPlane plane = renderGray(image, display);
    if (filters.equalises) {
        plane = operations.clahe(plane, ClaheSettings{});
    }
    if (filters.sharpens) {
        plane = operations.sharpen(plane, SharpenSettings{});
    }
    ImageData data;
    data.stored = {.width = plane.width,
                   .height = plane.height,
                   .samplesPerPixel = 1,
                   .samples = std::move(plane.values)};
    data.bitsStored = 8;
    data.format = "filtered";
    return DecodedImage::create(std::move(data)).value_or(nullptr);
}

DisplayFilterRunner::DisplayFilterRunner(Canvas& canvas,
                                         std::shared_ptr<const PlaneOperations> operations,
                                         QThreadPool& pool)
    : QObject(&canvas)
    , m_canvas(canvas)
    , m_operations(std::move(operations))
    , m_task(pool, this)
{
    connect(&m_canvas, &Canvas::viewChanged, this, &DisplayFilterRunner::follow);
}

void DisplayFilterRunner::follow()
{
    const ViewState& view = m_canvas.view();
    const ImagePtr& image = m_canvas.image();
    if (!image || !view.filters.isAny() || !m_operations) {
        m_task.cancel();
        m_request.reset();
        if (m_canvas.hasFiltered()) {
            m_canvas.setFiltered(nullptr);
        }
        Q_EMIT finished();
        return;
    }
    const bool isSame = m_request && m_request->image == image &&
                        m_request->filters == view.filters &&
                        isSameDisplay(m_request->display, view.display);
    if (isSame) {
        return;
    }
    // While the window is dragged every step is wanted, but one after the other: what is being
    // made is shown before the next is begun.
    if (m_task.isRunning() && m_request && m_request->image == image &&
        m_request->filters == view.filters) {
        m_isStale = true;
        return;
    }
    start();
}

void DisplayFilterRunner::start()
{
    m_isStale = false;
    m_request = Request{.image = m_canvas.image(),
                        .display = m_canvas.view().display,
                        .filters = m_canvas.view().filters};
    m_task.start(
        [request = *m_request, operations = m_operations](std::stop_token) {
            return filteredImage(*request.image, request.display, request.filters, *operations);
        },
        [this](const ImagePtr& filtered) {
            m_canvas.setFiltered(filtered);
            if (m_isStale) {
                start();
            } else {
                Q_EMIT finished();
            }
        });
}

} // namespace nefes::ui
