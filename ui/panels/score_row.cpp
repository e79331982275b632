// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/score_row.h"

#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace nefes::ui {

namespace {

constexpr int kBarHeight = 6;
constexpr int kGap = 4;
constexpr int kTickOverhang = 3;

QFont smallFont(const QFont& font)
{
    QFont small = font;
    small.setPixelSize(std::max(9, QFontInfo(font).pixelSize() * 11 / 13));
    return small;
}

} // namespace

ScoreRow::ScoreRow(const QString& name, const ml::Score& score, QWidget* parent)
    : QWidget(parent)
    , m_name(name)
    , m_score(score)
{
    setObjectName(QStringLiteral("score_") + fromUtf8(score.label));
    setAccessibleName(text());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QString ScoreRow::decisionLine() const
{
    if (!m_score.decision) {
        return {};
    }
    if (!m_score.threshold) {
        return decisionText(*m_score.decision);
    }
    return tr("%1 (threshold %2)", "decision")
        .arg(decisionText(*m_score.decision), percentText(*m_score.threshold));
}

QString ScoreRow::text() const
{
    const QString head =
        tr("%1: %2", "finding and probability").arg(m_name, probabilityText(m_score.probability));
    const QString decision = decisionLine();
    return decision.isEmpty() ? head : tr("%1, %2", "score and decision").arg(head, decision);
}

QSize ScoreRow::sizeHint() const
{
    const int lines = m_score.decision ? 1 : 0;
    return {160, fontMetrics().lineSpacing() + kGap + kBarHeight + 2 * kTickOverhang +
                     lines * QFontMetrics(smallFont(font())).lineSpacing()};
}

void ScoreRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isAbove = m_score.decision == ml::Decision::Above;
    QFont name = font();
    name.setBold(isAbove);
    painter.setFont(name);
    painter.setPen(palette().color(QPalette::Text));
    const QFontMetrics metrics(name);
    const QString number = probabilityText(m_score.probability);
    const int numberWidth = metrics.horizontalAdvance(number);
    const QRect head(0, 0, width(), metrics.lineSpacing());
    painter.drawText(head, Qt::AlignRight, number);
    painter.drawText(head.adjusted(0, 0, -numberWidth - 8, 0), Qt::AlignLeft,
                     metrics.elidedText(m_name, Qt::ElideRight, width() - numberWidth - 8));

    const QRectF bar(0, head.bottom() + kGap, width(), kBarHeight);
    const double radius = kBarHeight / 2.0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(lineColor(palette()));
    painter.drawRoundedRect(bar, radius, radius);
    QRectF filled = bar;
    filled.setWidth(std::max(bar.width() * std::clamp(m_score.probability, 0.0, 1.0),
                             static_cast<double>(kBarHeight)));
    painter.setBrush(isAbove ? accentColor(palette()) : controlColor(palette()));
    painter.drawRoundedRect(filled, radius, radius);
    if (m_score.threshold) {
        const double x = std::clamp(bar.width() * *m_score.threshold, 1.0, bar.width() - 1.0);
        painter.setPen(QPen(palette().color(QPalette::Text), 2.0));
        painter.drawLine(QPointF(x, bar.top() - kTickOverhang),
                         QPointF(x, bar.bottom() + kTickOverhang));
    }
    const QString decision = decisionLine();
    if (!decision.isEmpty()) {
        painter.setFont(smallFont(font()));
        painter.setPen(secondaryColor(palette()));
        const double top = bar.bottom() + kTickOverhang;
        painter.drawText(QRectF(0, top, width(), height() - top), Qt::AlignLeft | Qt::AlignTop,
                         decision);
    }
}

} // namespace nefes::ui
