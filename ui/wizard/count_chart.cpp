// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/count_chart.h"

#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace nefes::ui {

namespace {

constexpr int kGap = 12;
constexpr int kBarHeight = 6;
constexpr int kUsualColumn = 76, kSmallestColumn = 44;
constexpr int kLargestClass = 150;

} // namespace

CountChart::CountChart(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
}

void CountChart::setCounts(QStringList classes, QStringList columns,
                           std::vector<std::vector<int>> counts)
{
    m_classes = std::move(classes);
    m_columns = std::move(columns);
    m_counts = std::move(counts);
    m_largest = 1;
    for (const auto& row : m_counts) {
        for (const int count : row) {
            m_largest = std::max(m_largest, count);
        }
    }
    setAccessibleDescription(text());
    updateGeometry();
    update();
}

QString CountChart::text() const
{
    QStringList rows;
    for (std::size_t row = 0; row < m_counts.size(); ++row) {
        QStringList cells;
        for (std::size_t column = 0; column < m_counts[row].size(); ++column) {
            cells << QStringLiteral("%1 %2").arg(m_columns[static_cast<int>(column)],
                                                 locale().toString(m_counts[row][column]));
        }
        rows << QStringLiteral("%1: %2").arg(m_classes[static_cast<int>(row)],
                                             cells.join(QStringLiteral(", ")));
    }
    return rows.join(QStringLiteral("; "));
}

int CountChart::classWidth() const
{
    int width = 0;
    for (const QString& name : m_classes) {
        width = std::max(width, fontMetrics().horizontalAdvance(name));
    }
    // Widths are rounded: without a little room the widest name would be elided.
    return std::min(width + 4, kLargestClass);
}

int CountChart::rowHeight() const
{
    return fontMetrics().lineSpacing() + kBarHeight + 10;
}

QSize CountChart::sizeHint() const
{
    return sizeFor(kUsualColumn);
}

QSize CountChart::minimumSizeHint() const
{
    return sizeFor(kSmallestColumn);
}

QSize CountChart::sizeFor(int column) const
{
    const int rows = static_cast<int>(m_counts.size());
    return {classWidth() + static_cast<int>(m_columns.size()) * (column + kGap) + kGap,
            fontMetrics().lineSpacing() + 6 + rows * rowHeight()};
}

void CountChart::paintEvent(QPaintEvent*)
{
    if (m_columns.isEmpty()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int left = classWidth() + kGap;
    const int columns = static_cast<int>(m_columns.size());
    const double step = static_cast<double>(width() - left) / columns;
    const int cell = std::max(8, static_cast<int>(step) - kGap);
    const QFontMetrics metrics = fontMetrics();
    painter.setPen(secondaryColor(palette()));
    for (int column = 0; column < columns; ++column) {
        const QRect place(left + static_cast<int>(step * column), 0, cell, metrics.lineSpacing());
        painter.drawText(place, Qt::AlignLeft,
                         metrics.elidedText(m_columns[column], Qt::ElideMiddle, cell));
    }
    int top = metrics.lineSpacing() + 6;
    for (std::size_t row = 0; row < m_counts.size(); ++row) {
        painter.setPen(palette().color(QPalette::Active, QPalette::Text));
        painter.drawText(
            QRect(0, top, left - kGap, metrics.lineSpacing()), Qt::AlignLeft,
            metrics.elidedText(m_classes[static_cast<int>(row)], Qt::ElideMiddle, left - kGap));
        for (int column = 0; column < columns; ++column) {
            const int count = m_counts[row][static_cast<std::size_t>(column)];
            const int x = left + static_cast<int>(step * column);
            painter.setPen(count == 0 ? secondaryColor(palette())
                                      : palette().color(QPalette::Active, QPalette::Text));
            painter.drawText(QRect(x, top, cell, metrics.lineSpacing()), Qt::AlignLeft,
                             locale().toString(count));
            const QRectF bar(x, top + metrics.lineSpacing() + 1, cell, kBarHeight);
            painter.setPen(Qt::NoPen);
            painter.setBrush(lineColor(palette()));
            painter.drawRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
            if (count > 0) {
                QRectF filled = bar;
                filled.setWidth(std::max<double>(kBarHeight, bar.width() * count / m_largest));
                painter.setBrush(accentColor(palette()));
                painter.drawRoundedRect(filled, kBarHeight / 2.0, kBarHeight / 2.0);
            }
        }
        top += rowHeight();
    }
}

} // namespace nefes::ui
