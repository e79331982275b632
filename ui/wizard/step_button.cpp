// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/step_button.h"

#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>

namespace nefes::ui {

namespace {

constexpr int kMargin = 8;
constexpr int kCircle = 24;
constexpr int kHeight = 40;

} // namespace

StepButton::StepButton(int number, QWidget* parent)
    : QAbstractButton(parent)
    , m_number(number)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void StepButton::setDone(bool done)
{
    if (m_isDone != done) {
        m_isDone = done;
        update();
    }
}

QSize StepButton::sizeHint() const
{
    QFont bold = font(); // as the step in front has it: no other width then
    bold.setBold(true);
    const int text = QFontMetrics(bold).horizontalAdvance(this->text()) + 1;
    return {3 * kMargin + kCircle + text, kHeight};
}

void StepButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = accentColor(palette());
    const QColor text =
        isEnabled() ? palette().color(QPalette::Active, QPalette::Text) : secondaryColor(palette());
    if (isChecked() || (underMouse() && isEnabled())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::Active, QPalette::Button));
        painter.drawRoundedRect(rect(), 5, 5);
    }
    if (hasFocus()) {
        painter.setPen(accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
    const QRectF circle(kMargin, (height() - kCircle) / 2.0, kCircle, kCircle);
    const bool isFilled = isChecked();
    painter.setPen(QPen(isFilled || m_isDone ? accent : controlColor(palette()), 1.5));
    painter.setBrush(isFilled ? QBrush(accent) : QBrush(Qt::NoBrush));
    painter.drawEllipse(circle);
    const QColor onAccent = palette().color(QPalette::Active, QPalette::HighlightedText);
    if (m_isDone && !isFilled) {
        const QPointF middle = circle.center();
        painter.setPen(QPen(accent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF(
            {middle + QPointF(-5, 0.5), middle + QPointF(-1.5, 4), middle + QPointF(5, -4)}));
    } else {
        painter.setPen(isFilled ? onAccent : text);
        painter.drawText(circle, Qt::AlignCenter, locale().toString(m_number));
    }
    painter.setPen(text);
    QFont bold = font();
    bold.setBold(isChecked());
    painter.setFont(bold);
    const QRectF place(2 * kMargin + kCircle, 0, width() - 3 * kMargin - kCircle, height());
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(bold).elidedText(this->text(), Qt::ElideRight,
                                                   static_cast<int>(place.width())));
}

} // namespace nefes::ui
