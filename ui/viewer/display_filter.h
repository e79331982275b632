// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/plane_operations.h"

#include "ui/bridge/background.h"
#include "ui/viewer/canvas.h"

#include <QObject>

#include <memory>
#include <optional>

namespace nefes::ui {

/// The image through its window and then through the filters, as an 8-bit image of the same size;
/// null for colour images, which have no single plane. Pure: any thread.
[[nodiscard]] ImagePtr filteredImage(const DecodedImage& image, const DisplaySettings& display,
                                     const DisplayFilters& filters,
                                     const PlaneOperations& operations);

/// Keeps the filtered image of a canvas up to date, in the background. A child of the canvas.
class DisplayFilterRunner final : public QObject
{
    Q_OBJECT

public:
    DisplayFilterRunner(Canvas& canvas, std::shared_ptr<const PlaneOperations> operations,
                        QThreadPool& pool);
    [[nodiscard]] bool isBusy() const { return m_task.isRunning(); }

Q_SIGNALS:
    void finished();

private:
    struct Request {
        ImagePtr image;
        DisplaySettings display;
        DisplayFilters filters;
    };
    void follow();
    void start();

    Canvas& m_canvas;
    std::shared_ptr<const PlaneOperations> m_operations;
    LatestTask m_task;
    std::optional<Request> m_request; ///< what is shown, or being made
    bool m_isStale = false;           ///< the view has changed while it was being made
};

} // namespace nefes::ui
