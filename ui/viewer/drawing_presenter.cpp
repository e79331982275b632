// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/drawing_presenter.h"

#include "ui/text/measurement_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>

namespace nefes::ui {

namespace {

constexpr double kPasteOffsetPx = 10.0; ///< screen pixels

QString drawingMimeType()
{
    return QStringLiteral("application/x-nefes-drawings+json");
}

} // namespace

DrawingPresenter::DrawingPresenter(DrawingBook& book, Canvas& first, MeasurementPanel& panel)
    : m_book(book)
    , m_canvas(&first)
    , m_panel(panel)
{
    connect(&m_book, &DrawingBook::changed, this, &DrawingPresenter::follow);
    connect(&m_panel, &MeasurementPanel::selected, this,
            [this](std::size_t index) { m_canvas->selectDrawing(index); });
    connect(&m_panel, &MeasurementPanel::deleteClicked, this, &DrawingPresenter::removeSelected);
}

void DrawingPresenter::addCanvas(Canvas& canvas)
{
    m_keys[&canvas] = {};
    Canvas* const from = &canvas;
    connect(from, &Canvas::drawingAdded, this, [this, from](const Measurement& drawing) {
        setCurrent(*from);
        const bool hasText =
            drawing.kind == MeasurementKind::Text || drawing.kind == MeasurementKind::Arrow;
        if (hasText) {
            askForText(drawing, std::nullopt);
        } else {
            add(drawing);
        }
    });
    connect(from, &Canvas::calibrationDrawn, this, &DrawingPresenter::calibrationDrawn);
    connect(from, &Canvas::drawingChanged, this,
            [this, from](std::size_t index, const Measurement& drawing) {
                setCurrent(*from);
                m_book.change(index, drawing);
            });
    connect(from, &Canvas::drawingSelected, this, [this, from] {
        if (from == m_canvas) {
            m_panel.setSelected(m_canvas->selectedDrawing());
        }
    });
    connect(from, &Canvas::textEditRequested, this, [this, from] {
        setCurrent(*from);
        editText();
    });
}

void DrawingPresenter::setImage(Canvas& canvas, const ImagePtr& image,
                                const std::filesystem::path& path)
{
    std::string& key = m_keys[&canvas];
    key = image ? drawingKey(*image, path) : std::string();
    m_book.open(key);
    const Drawings& drawings = m_book.drawings(key);
    canvas.setDrawings(drawings.measurements, drawings.calibration);
    if (&canvas == m_canvas) {
        m_book.setImage(key);
        follow();
    }
}

void DrawingPresenter::setCurrent(Canvas& canvas)
{
    if (&canvas == m_canvas) {
        return;
    }
    m_canvas->selectDrawing(std::nullopt);
    m_canvas = &canvas;
    m_book.setImage(m_keys[m_canvas]);
    follow();
}

void DrawingPresenter::add(const Measurement& drawing)
{
    m_book.add(drawing);
    m_canvas->selectDrawing(m_book.drawings().measurements.size() - 1);
    m_panel.setSelected(m_canvas->selectedDrawing());
}

void DrawingPresenter::removeSelected()
{
    if (const auto index = m_canvas->selectedDrawing()) {
        m_canvas->selectDrawing(std::nullopt);
        m_book.remove(*index);
    }
}

bool DrawingPresenter::copySelected() const
{
    const auto index = m_canvas->selectedDrawing();
    const ImagePtr& image = m_canvas->image();
    if (!index || !image) {
        return false;
    }
    const Drawings& drawings = m_book.drawings();
    const Measurement& drawing = drawings.measurements[*index];
    auto* data = new QMimeData;
    const Drawings one{.measurements = {drawing}, .calibration = {}};
    data->setData(drawingMimeType(), QByteArray::fromStdString(drawingsToJson(one)));
    data->setText(measurementLines(*image, drawing, drawings.calibration).join(QLatin1Char('\n')));
    QGuiApplication::clipboard()->setMimeData(data);
    return true;
}

void DrawingPresenter::paste()
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (data == nullptr || !data->hasFormat(drawingMimeType()) || !m_canvas->image()) {
        return;
    }
    const Result<Drawings> pasted = drawingsFromJson(data->data(drawingMimeType()).toStdString());
    if (!pasted) {
        return;
    }
    const double offset = kPasteOffsetPx / m_canvas->view().zoom;
    for (Measurement drawing : pasted->measurements) {
        const auto isThere = [&drawing](const Measurement& other) {
            return other.kind == drawing.kind &&
                   std::ranges::equal(other.points, drawing.points, [](PointPx a, PointPx b) {
                       return a.x == b.x && a.y == b.y;
                   });
        };
        // Of one place more than there are drawings one is free; coordinates that are so large that
        // the offset changes nothing have no other place.
        const std::size_t places = m_book.drawings().measurements.size();
        for (std::size_t i = 0;
             i < places && std::ranges::any_of(m_book.drawings().measurements, isThere); ++i) {
            for (PointPx& point : drawing.points) {
                point = {point.x + offset, point.y + offset};
            }
        }
        add(drawing);
    }
}

std::optional<Measurement> DrawingPresenter::selectedLength() const
{
    const auto index = m_canvas->selectedDrawing();
    if (!index) {
        return std::nullopt;
    }
    const Measurement& drawing = m_book.drawings().measurements[*index];
    return drawing.kind == MeasurementKind::Length ? std::optional(drawing) : std::nullopt;
}

void DrawingPresenter::editText()
{
    const auto index = m_canvas->selectedDrawing();
    if (!index) {
        return;
    }
    const Measurement& drawing = m_book.drawings().measurements[*index];
    if (drawing.kind == MeasurementKind::Text || drawing.kind == MeasurementKind::Arrow) {
        askForText(drawing, index);
    }
}

void DrawingPresenter::askForText(const Measurement& drawing, std::optional<std::size_t> index)
{
    m_canvas->askForText(drawing, [this, drawing, index](const QString& text) {
        Measurement written = drawing;
        written.text = text.trimmed().toStdString();
        // An arrow says something without words, a text does not.
        const bool isEmpty = written.text.empty() && written.kind == MeasurementKind::Text;
        if (index && isEmpty) {
            m_book.remove(*index);
        } else if (index) {
            m_book.change(*index, written);
        } else if (!isEmpty) {
            add(written);
        }
    });
}

void DrawingPresenter::follow()
{
    for (const auto& [canvas, key] : m_keys) {
        const Drawings& drawings = m_book.drawings(key);
        canvas->setDrawings(drawings.measurements, drawings.calibration);
    }
    m_panel.setDrawings(m_canvas->image(), m_book.drawings());
    m_panel.setSelected(m_canvas->selectedDrawing());
}

} // namespace nefes::ui
