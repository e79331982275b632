// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/diagram_view.h"

#include <QPainter>
#include <QSvgRenderer>

namespace nefes::ui {

DiagramView::DiagramView(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void DiagramView::setSvg(QByteArray svg)
{
    if (m_svg == svg) {
        return;
    }
    m_svg = std::move(svg);
    m_size = m_svg.isEmpty() ? QSize() : QSvgRenderer(m_svg).defaultSize();
    m_shown = {};
    updateGeometry();
    update();
}

QImage DiagramView::image(double scale) const
{
    QImage result(m_size * scale, QImage::Format_RGB32);
    QPainter painter(&result);
    QSvgRenderer(m_svg).render(&painter, QRectF(result.rect()));
    return result;
}

int DiagramView::heightForWidth(int width) const
{
    return m_size.isEmpty() ? 0 : width * m_size.height() / m_size.width();
}

QSize DiagramView::sizeHint() const
{
    return {320, heightForWidth(320)};
}

void DiagramView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_shown = {};
}

void DiagramView::paintEvent(QPaintEvent*)
{
    if (m_size.isEmpty()) {
        return;
    }
    if (m_shown.isNull()) {
        m_shown = image(width() * devicePixelRatioF() / m_size.width());
    }
    QPainter painter(this);
    painter.drawImage(QRect(0, 0, width(), heightForWidth(width())), m_shown);
}

} // namespace nefes::ui
