// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/measure/drawing_book.h"
#include "ui/panels/measurement_panel.h"
#include "ui/viewer/canvas.h"

#include <QObject>

namespace nefes::ui {

/// Keeps the drawings, the canvas and the list of measurements in step.
class DrawingPresenter final : public QObject
{
    Q_OBJECT

public:
    DrawingPresenter(DrawingBook& book, Canvas& canvas, MeasurementPanel& panel);

    /// Null: no image; `path` is that of its file.
    void setImage(const ImagePtr& image, const std::filesystem::path& path);
    void removeSelected();

private:
    void follow();

    DrawingBook& m_book;
    Canvas& m_canvas;
    MeasurementPanel& m_panel;
    ImagePtr m_image;
};

} // namespace nefes::ui
