// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/measurement.h"

#include "ui/measure/drawing_file.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace nefes::ui {

/// The measurements on the image that is shown, with their values.
class MeasurementPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit MeasurementPanel(QWidget* parent = nullptr);
    /// Null: no image.
    void setDrawings(ImagePtr image, Drawings drawings);
    void setSelected(std::optional<std::size_t> index);

Q_SIGNALS:
    void selected(std::size_t index);
    void deleteClicked();
    void exportClicked();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fill();

    ImagePtr m_image;
    Drawings m_drawings;
    QLabel* m_empty;
    QTreeWidget* m_list;
    QPushButton* m_delete;
    QPushButton* m_copy;
    QPushButton* m_export;
};

} // namespace nefes::ui
