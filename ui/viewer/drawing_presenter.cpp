// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/drawing_presenter.h"

namespace nefes::ui {

DrawingPresenter::DrawingPresenter(DrawingBook& book, Canvas& canvas, MeasurementPanel& panel)
    : m_book(book)
    , m_canvas(canvas)
    , m_panel(panel)
{
    connect(&m_book, &DrawingBook::changed, this, &DrawingPresenter::follow);
    connect(&m_canvas, &Canvas::drawingAdded, this, [this](const Measurement& drawing) {
        m_book.add(drawing);
        m_canvas.selectDrawing(m_book.drawings().size() - 1);
        m_panel.setSelected(m_canvas.selectedDrawing());
    });
    connect(&m_canvas, &Canvas::drawingChanged, &m_book, &DrawingBook::change);
    connect(&m_canvas, &Canvas::drawingSelected, this,
            [this] { m_panel.setSelected(m_canvas.selectedDrawing()); });
    connect(&m_panel, &MeasurementPanel::selected, this,
            [this](std::size_t index) { m_canvas.selectDrawing(index); });
    connect(&m_panel, &MeasurementPanel::deleteClicked, this, &DrawingPresenter::removeSelected);
}

void DrawingPresenter::setImage(const ImagePtr& image, const std::filesystem::path& path)
{
    m_image = image;
    m_book.setImage(image ? drawingKey(*image, path) : std::string());
    follow();
}

void DrawingPresenter::removeSelected()
{
    if (const auto index = m_canvas.selectedDrawing()) {
        m_canvas.selectDrawing(std::nullopt);
        m_book.remove(*index);
    }
}

void DrawingPresenter::follow()
{
    m_canvas.setDrawings(m_book.drawings());
    m_panel.setDrawings(m_image, m_book.drawings());
    m_panel.setSelected(m_canvas.selectedDrawing());
}

} // namespace nefes::ui
