// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"
#include "core/image/histogram.h"

#include <QWidget>

#include <optional>

namespace nefes::ui {

/// The modality values of an image with the window drawn over them. The window is moved by dragging
/// in its middle, made wider or narrower by dragging an edge, or by the arrow keys.
class HistogramView final : public QWidget
{
    Q_OBJECT

public:
    explicit HistogramView(QWidget* parent = nullptr);

    void setHistogram(Histogram histogram);
    /// Nothing for colour images and LUTs, which have no window to draw.
    void setWindow(const std::optional<VoiWindow>& window);
    [[nodiscard]] const Histogram& histogram() const { return m_histogram; }

    [[nodiscard]] QSize sizeHint() const override;
    /// Where a value lies, in widget coordinates.
    [[nodiscard]] double positionOf(double value) const;

Q_SIGNALS:
    void windowDragged(double center, double width);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Grip { None, Middle, Low, High };

    [[nodiscard]] double valueAt(double position) const;
    [[nodiscard]] double span() const;
    void change(double low, double high);

    Histogram m_histogram;
    std::optional<VoiWindow> m_window;
    Grip m_grip = Grip::None;
    double m_grabbedValue = 0.0;
};

} // namespace nefes::ui
