// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/measure/drawing_book.h"
#include "ui/panels/measurement_panel.h"
#include "ui/viewer/canvas.h"

#include <QObject>

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace nefes::ui {

/// Keeps the drawings, the canvases that show them and the list of measurements in step. The list,
/// undo and delete are about the current canvas.
class DrawingPresenter final : public QObject
{
    Q_OBJECT

public:
    /// `first` is the current canvas at the start.
    DrawingPresenter(DrawingBook& book, Canvas& first, MeasurementPanel& panel);

    void addCanvas(Canvas& canvas);
    /// Null: no image; `path` is that of its file.
    void setImage(Canvas& canvas, const ImagePtr& image, const std::filesystem::path& path);
    void setCurrent(Canvas& canvas);

    void removeSelected();
    /// False when none is selected.
    bool copySelected() const;
    /// Adds what copySelected() put on the clipboard; a little aside when it is there already.
    void paste();
    /// The selected length; nothing when another kind or none is selected.
    [[nodiscard]] std::optional<Measurement> selectedLength() const;
    /// Lets the reader write the text of the selected text or arrow.
    void editText();

Q_SIGNALS:
    /// A line of known length was drawn with Tool::Calibrate.
    void calibrationDrawn(const nefes::Measurement& line);

private:
    void add(const Measurement& drawing);
    void follow();
    void askForText(const Measurement& drawing, std::optional<std::size_t> index);

    DrawingBook& m_book;
    Canvas* m_canvas; ///< the current one
    MeasurementPanel& m_panel;
    std::map<Canvas*, std::string> m_keys; ///< what each canvas shows
};

} // namespace nefes::ui
