// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/histogram_view.h"

#include "ui/theme/image_colors.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace nefes::ui {

namespace {

constexpr double kMargin = 6.0;
constexpr double kGripPixels = 6.0;
constexpr double kKeyStep = 0.01; ///< of the range of values

} // namespace

HistogramView::HistogramView(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("histogramView"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Histogram with the window"));
}

void HistogramView::setHistogram(Histogram histogram)
{
    m_histogram = std::move(histogram);
    update();
}

void HistogramView::setWindow(const std::optional<VoiWindow>& window)
{
    m_window = window;
    update();
}

QSize HistogramView::sizeHint() const
{
    return {240, 140};
}

double HistogramView::span() const
{
    return std::max(m_histogram.high - m_histogram.low, 1e-9);
}

double HistogramView::positionOf(double value) const
{
    return kMargin + (value - m_histogram.low) / span() * (width() - 2.0 * kMargin);
}

double HistogramView::valueAt(double position) const
{
    return m_histogram.low + (position - kMargin) / (width() - 2.0 * kMargin) * span();
}

void HistogramView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(lineColor(palette()));
    painter.setBrush(viewportColor(palette()));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    if (m_histogram.counts.empty()) {
        return;
    }
    const double bottom = height() - kMargin;
    const double tallest = bottom - kMargin;
    // A logarithmic scale: the background of a radiograph would hide all else.
    const double most =
        std::log1p(static_cast<double>(*std::ranges::max_element(m_histogram.counts)));
    QPainterPath shape;
    shape.moveTo(kMargin, bottom);
    const double step = (width() - 2.0 * kMargin) / static_cast<double>(m_histogram.counts.size());
    for (std::size_t bin = 0; bin < m_histogram.counts.size(); ++bin) {
        const double y =
            bottom - std::log1p(static_cast<double>(m_histogram.counts[bin])) / most * tallest;
        shape.lineTo(kMargin + step * static_cast<double>(bin), y);
        shape.lineTo(kMargin + step * static_cast<double>(bin + 1), y);
    }
    shape.lineTo(width() - kMargin, bottom);
    painter.setPen(Qt::NoPen);
    painter.setBrush(controlColor(palette()));
    painter.drawPath(shape);
    if (!m_window) {
        return;
    }
    const double low = positionOf(m_window->center - m_window->width / 2.0);
    const double high = positionOf(m_window->center + m_window->width / 2.0);
    painter.setClipRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    QColor fill = imageAccentColor(palette());
    fill.setAlpha(45);
    painter.fillRect(QRectF(QPointF(low, kMargin), QPointF(high, bottom)), fill);
    QPainterPath ramp;
    ramp.moveTo(-1.0, bottom);
    ramp.lineTo(low, bottom);
    ramp.lineTo(high, kMargin);
    ramp.lineTo(width() + 1.0, kMargin);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(imageAccentColor(palette()), hasFocus() ? 2.5 : 1.5));
    painter.drawPath(ramp);
}

void HistogramView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_window || m_histogram.counts.empty()) {
        return;
    }
    const double x = event->position().x();
    const double low = positionOf(m_window->center - m_window->width / 2.0);
    const double high = positionOf(m_window->center + m_window->width / 2.0);
    if (std::abs(x - low) <= kGripPixels) {
        m_grip = Grip::Low;
    } else if (std::abs(x - high) <= kGripPixels) {
        m_grip = Grip::High;
    } else {
        m_grip = Grip::Middle;
    }
    m_grabbedValue = valueAt(x);
}

void HistogramView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_grip == Grip::None || !m_window) {
        return;
    }
    const double value = valueAt(event->position().x());
    const double low = m_window->center - m_window->width / 2.0;
    const double high = m_window->center + m_window->width / 2.0;
    if (m_grip == Grip::Middle) {
        const double by = value - m_grabbedValue;
        m_grabbedValue = value;
        change(low + by, high + by);
    } else {
        change(m_grip == Grip::Low ? value : low, m_grip == Grip::High ? value : high);
    }
}

void HistogramView::mouseReleaseEvent(QMouseEvent*)
{
    m_grip = Grip::None;
}

void HistogramView::keyPressEvent(QKeyEvent* event)
{
    const double step = span() * kKeyStep;
    const bool isWidth = (event->modifiers() & Qt::ShiftModifier) != 0;
    double by = 0.0;
    if (event->key() == Qt::Key_Left) {
        by = -step;
    } else if (event->key() == Qt::Key_Right) {
        by = step;
    }
    if (by == 0.0 || !m_window) {
        QWidget::keyPressEvent(event);
        return;
    }
    const double half = m_window->width / 2.0;
    change(m_window->center - half + (isWidth ? -by : by), m_window->center + half + by);
}

void HistogramView::change(double low, double high)
{
    if (high > low) {
        Q_EMIT windowDragged((low + high) / 2.0, high - low);
    }
}

void HistogramView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Histogram with the window"));
    }
}

} // namespace nefes::ui
