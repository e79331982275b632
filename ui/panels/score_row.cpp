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
    if (m_score.band) {
        setToolTip(tr("How far the probability goes when the image is shifted, zoomed, brightened "
                      "or darkened a little. A wide band says that the score hangs on details "
                      "that mean nothing."));
    }
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

int ScoreRow::decimals() const
{
    // "25 %, below threshold (25 %)" would contradict itself.
    constexpr int kMost = 3;
    int decimals = 0;
    while (decimals < kMost && m_score.threshold && m_score.probability != *m_score.threshold &&
           percentText(m_score.probability, decimals) ==
               percentText(*m_score.threshold, decimals)) {
        ++decimals;
    }
    return decimals;
}

QString ScoreRow::numberLine() const
{
    return decimals() == 0 ? probabilityText(m_score.probability)
                           : percentText(m_score.probability, decimals());
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
        .arg(decisionText(*m_score.decision), percentText(*m_score.threshold, decimals()));
}

QString ScoreRow::bandText() const
{
    if (!m_score.band) {
        return {};
    }
    const QString low = probabilityText(m_score.band->first);
    const QString high = probabilityText(m_score.band->second);
    return low == high ? tr("steady at %1", "probability that small changes leave alone").arg(low)
                       : tr("%1 to %2", "band of a probability").arg(low, high);
}

QString ScoreRow::text() const
{
    const QString head = tr("%1: %2", "finding and probability").arg(m_name, numberLine());
    const QString decision = decisionLine();
    const QString score =
        decision.isEmpty() ? head : tr("%1, %2", "score and decision").arg(head, decision);
    return m_score.band ? tr("%1; under small changes %2", "score, band").arg(score, bandText())
                        : score;
}

QSize ScoreRow::sizeHint() const
{
    // The second line is always there: the band comes later, and nothing jumps.
    return {160, fontMetrics().lineSpacing() + kGap + kBarHeight + 2 * kTickOverhang +
                     QFontMetrics(smallFont(font())).lineSpacing()};
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
    const QString number = numberLine();
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
    if (m_score.band) {
        const auto place = [&bar](double probability) {
            return bar.left() + bar.width() * std::clamp(probability, 0.0, 1.0);
        };
        const double low = place(m_score.band->first);
        const double width = std::max(place(m_score.band->second) - low, 3.0);
        QColor color = palette().color(QPalette::Text);
        color.setAlphaF(0.45F);
        painter.setBrush(color);
        painter.drawRoundedRect(QRectF(std::min(low, bar.right() - width),
                                       bar.top() + kBarHeight / 4.0, width, kBarHeight / 2.0),
                                1.0, 1.0);
    }
    if (m_score.threshold) {
        const double x = std::clamp(bar.width() * *m_score.threshold, 1.0, bar.width() - 1.0);
        painter.setPen(QPen(palette().color(QPalette::Text), 2.0));
        painter.drawLine(QPointF(x, bar.top() - kTickOverhang),
                         QPointF(x, bar.bottom() + kTickOverhang));
    }
    painter.setFont(smallFont(font()));
    painter.setPen(secondaryColor(palette()));
    const QFontMetrics small(painter.font());
    const QString band = bandText();
    const int bandWidth = band.isEmpty() ? 0 : small.horizontalAdvance(band) + 8;
    const double top = bar.bottom() + kTickOverhang;
    const QRectF line(0, top, width(), height() - top);
    painter.drawText(line, Qt::AlignRight | Qt::AlignTop, band);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignTop,
                     small.elidedText(decisionLine(), Qt::ElideRight, width() - bandWidth));
}

} // namespace nefes::ui
