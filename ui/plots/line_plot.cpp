// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/line_plot.h"

#include "ui/plots/plot_colors.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QChart>
#include <QLineSeries>
#include <QLocale>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace nefes::ui {

namespace {

constexpr double kLineWidth = 1.8;
constexpr float kFaint = 0.28F;
constexpr double kPointSize = 5.0;
constexpr double kRingRadius = 5.0;
constexpr std::size_t kMostWithPoints = 80; ///< more points hide the line
constexpr double kTickHeight = 26.0;        ///< what a label of the y axis needs
constexpr int kFewestTicks = 2, kMostTicks = 5;

double powerOfTen(double exponent)
{
    return std::pow(10.0, exponent);
}

/// How many multiples of the step lie in a range.
int ticksIn(double low, double high, double step)
{
    return static_cast<int>(std::floor(high / step) - std::ceil(low / step)) + 1;
}

/// "0.001", "0.0032": two digits, all zeros before them.
QString powerText(double exponent)
{
    const double value = powerOfTen(exponent);
    const bool isWhole = std::abs(exponent - std::round(exponent)) < 1e-6;
    const int decimals = static_cast<int>(-std::floor(exponent + 1e-6)) + (isWhole ? 0 : 1);
    return QLocale().toString(value, 'f', std::clamp(decimals, 0, 12));
}

} // namespace

struct LinePlot::Curve {
    CurveStyle style;
    QString name;
    CurveData data;
    QLineSeries* line = nullptr;
    bool isVisible = true;
};

LinePlot::LinePlot(QWidget* parent)
    : PlotWidget(parent)
{
}

LinePlot::~LinePlot() = default;

int LinePlot::addCurve(const CurveStyle& style)
{
    auto curve = std::make_unique<Curve>();
    curve->style = style;
    curve->line = new QLineSeries(&chart());
    chart().addSeries(curve->line);
    curve->line->attachAxis(&xAxis());
    curve->line->attachAxis(&yAxis());
    m_curves.push_back(std::move(curve));
    applyColors();
    return static_cast<int>(m_curves.size()) - 1;
}

void LinePlot::setCurveName(int curve, const QString& name)
{
    m_curves.at(static_cast<std::size_t>(curve))->name = name;
    updateLegend();
}

void LinePlot::setCurveVisible(int curve, bool isVisible)
{
    m_curves.at(static_cast<std::size_t>(curve))->isVisible = isVisible;
    updateLegend();
    scheduleRefresh();
}

void LinePlot::append(int curve, QPointF point)
{
    m_curves.at(static_cast<std::size_t>(curve))->data.append(point);
    scheduleRefresh();
}

void LinePlot::setData(int curve, CurveData data)
{
    m_curves.at(static_cast<std::size_t>(curve))->data = std::move(data);
    scheduleRefresh();
}

const CurveData& LinePlot::data(int curve) const
{
    return m_curves.at(static_cast<std::size_t>(curve))->data;
}

int LinePlot::shownPoints(int curve) const
{
    return static_cast<int>(m_curves.at(static_cast<std::size_t>(curve))->line->count());
}

void LinePlot::clearData()
{
    for (const auto& curve : m_curves) {
        curve->data.clear();
    }
    m_mark.reset();
    m_ring.reset();
    resetZoom();
}

void LinePlot::removeCurves()
{
    for (const auto& curve : m_curves) {
        chart().removeSeries(curve->line);
        curve->line->deleteLater();
    }
    m_curves.clear();
    updateLegend();
    resetZoom();
}

void LinePlot::setYRange(std::optional<double> low, std::optional<double> high)
{
    m_yLow = low;
    m_yHigh = high;
    scheduleRefresh();
}

void LinePlot::setXRange(std::optional<double> low, std::optional<double> high)
{
    m_xLow = low;
    m_xHigh = high;
    scheduleRefresh();
}

void LinePlot::setLogarithmicX(bool isLogarithmic)
{
    m_isLogarithmicX = isLogarithmic;
    applyColors();
    scheduleRefresh();
}

void LinePlot::setDecimals(int x, int y)
{
    m_xDecimals = x;
    m_yDecimals = y;
}

void LinePlot::setMark(std::optional<double> x, const QString& text)
{
    m_mark = x;
    m_markText = text;
    scheduleRefresh();
}

void LinePlot::setRing(std::optional<QPointF> point)
{
    m_ring = point;
    scheduleRefresh();
}

void LinePlot::setDiagonal(bool isShown)
{
    m_hasDiagonal = isShown;
    scheduleRefresh();
}

PlotWidget::Extent LinePlot::wholeX() const
{
    Extent extent{m_xLow.value_or(0.0), m_xHigh.value_or(0.0)};
    bool isFirst = !m_xLow && !m_xHigh;
    for (const auto& curve : m_curves) {
        const auto& points = curve->data.points();
        if (points.empty() || !curve->isVisible) {
            continue;
        }
        if (!m_xLow) {
            extent.low = isFirst ? points.front().x() : std::min(extent.low, points.front().x());
        }
        if (!m_xHigh) {
            extent.high = isFirst ? points.back().x() : std::max(extent.high, points.back().x());
        }
        isFirst = false;
    }
    if (!(extent.high > extent.low)) {
        extent.high = extent.low + 1.0;
    }
    return extent;
}

PlotWidget::Extent LinePlot::yExtent() const
{
    if (m_yLow && m_yHigh) {
        return {*m_yLow, *m_yHigh};
    }
    const auto [left, right] = shownX();
    double low = m_yLow.value_or(1e300);
    double high = m_yHigh.value_or(-1e300);
    for (const auto& curve : m_curves) {
        if (curve->style.isFaint || !curve->isVisible) {
            continue;
        }
        for (const QPointF& point : curve->line->points()) {
            if (point.x() >= left && point.x() <= right) {
                low = m_yLow ? low : std::min(low, point.y());
                high = m_yHigh ? high : std::max(high, point.y());
            }
        }
    }
    if (low > high) {
        return {m_yLow.value_or(0.0), m_yHigh.value_or(m_yLow.value_or(0.0) + 1.0)};
    }
    const double air = std::max((high - low) * 0.06, std::abs(high) * 1e-3 + 1e-12);
    return {m_yLow ? low : low - air, m_yHigh ? high : high + air};
}

void LinePlot::refresh()
{
    const auto [low, high] = shownX();
    for (const auto& curve : m_curves) {
        curve->line->setVisible(curve->isVisible);
        const QList<QPointF> points =
            curve->isVisible ? curve->data.thinned(low, high, kMaxShown) : QList<QPointF>();
        curve->line->replace(points);
        curve->line->setPointsVisible(curve->style.hasPoints &&
                                      points.size() <= static_cast<qsizetype>(kMostWithPoints));
    }
    // In a low window fewer labels: none is cut off and none stands on another. Two are needed to
    // tell a value between them.
    const Extent y = yExtent();
    int ticks =
        std::clamp(static_cast<int>(plotArea().height() / kTickHeight), kFewestTicks, kMostTicks);
    while (ticks < kMostTicks && ticksIn(y.low, y.high, niceStep(y.high - y.low, ticks)) < 2) {
        ++ticks;
    }
    setExtent(yAxis(), y, ticks);
}

void LinePlot::applyColors()
{
    if (m_isLogarithmicX) {
        // The axis knows no powers: it keeps the room, and paintPowers() writes into it.
        xAxis().setLabelsBrush(Qt::transparent);
    }
    for (const auto& curve : m_curves) {
        QColor color = plotColor(palette(), curve->style.color);
        curve->line->setColor(color);
        if (curve->style.isFaint) {
            color.setAlphaF(kFaint);
        }
        QPen pen(color, curve->style.isFaint ? 1.0 : kLineWidth);
        pen.setStyle(curve->style.isDashed ? Qt::DashLine : Qt::SolidLine);
        pen.setJoinStyle(Qt::RoundJoin);
        curve->line->setPen(pen);
        curve->line->setMarkerSize(kPointSize);
    }
    updateLegend();
}

void LinePlot::updateLegend()
{
    std::vector<LegendEntry> entries;
    for (const auto& curve : m_curves) {
        if (!curve->style.isFaint && curve->isVisible && !curve->name.isEmpty()) {
            entries.push_back({curve->name,
                               curve->style.isDashed ? QStringLiteral("╍") : QStringLiteral("━"),
                               plotColor(palette(), curve->style.color)});
        }
    }
    setLegend(entries);
}

QString LinePlot::xText(double x) const
{
    return m_isLogarithmicX ? powerText(x) : numberText(x, m_xDecimals);
}

QString LinePlot::readout(QPointF value, QPointF place)
{
    m_hair.reset();
    if (place.x() < 0.0) {
        return {};
    }
    QStringList parts;
    for (const auto& curve : m_curves) {
        const auto point = curve->data.nearest(value.x());
        if (!point || curve->style.isFaint || !curve->isVisible) {
            continue;
        }
        if (!m_hair) {
            m_hair = point->x();
            parts.append(QStringLiteral("%1 %2").arg(xAxis().titleText(), xText(point->x())));
        }
        parts.append(QStringLiteral("%1 %2").arg(curve->name, numberText(point->y(), m_yDecimals)));
    }
    return parts.join(QStringLiteral("  ·  "));
}

void LinePlot::pressed(QPointF value, QPointF /*place*/)
{
    Q_EMIT clickedAt(value);
}

void LinePlot::paintPowers(QPainter& painter) const
{
    const QRectF area = plotArea();
    const double step = std::max(xAxis().tickInterval(), 1e-3);
    painter.setFont(xAxis().labelsFont());
    painter.setPen(secondaryColor(palette()));
    const QFontMetricsF metrics(painter.font());
    for (double tick = std::ceil(xAxis().min() / step - 1e-9) * step; tick <= xAxis().max() + 1e-9;
         tick += step) {
        const QString text = powerText(tick);
        const double middle = place({tick, 0.0}).x() - metrics.horizontalAdvance(text) / 2.0;
        painter.drawText(QPointF(middle, area.bottom() + metrics.height() + 2.0), text);
    }
}

void LinePlot::paintMarks(QPainter& painter)
{
    const QRectF area = plotArea();
    if (m_isLogarithmicX) {
        paintPowers(painter);
    }
    painter.setClipRect(area.adjusted(-kRingRadius, -kRingRadius, kRingRadius, kRingRadius));
    const QColor secondary = secondaryColor(palette());
    const auto vertical = [&](double x, Qt::PenStyle style) {
        painter.setPen(QPen(secondary, 1.0, style));
        const double left = place({x, 0.0}).x();
        painter.drawLine(QPointF(left, area.top()), QPointF(left, area.bottom()));
        return left;
    };
    if (m_hasDiagonal) {
        painter.setPen(QPen(secondary, 1.0, Qt::DotLine));
        painter.drawLine(place({0.0, 0.0}), place({1.0, 1.0}));
    }
    if (m_mark && *m_mark >= xAxis().min() && *m_mark <= xAxis().max()) {
        const double left = vertical(*m_mark, Qt::DashLine);
        painter.setFont(xAxis().labelsFont());
        const QFontMetricsF metrics(painter.font());
        const double width = metrics.horizontalAdvance(m_markText);
        const double x = left + 4.0 + width < area.right() ? left + 4.0 : left - 4.0 - width;
        painter.drawText(QPointF(x, area.top() + metrics.ascent() + 2.0), m_markText);
    }
    if (m_hair) {
        vertical(*m_hair, Qt::SolidLine);
    }
    if (m_ring) {
        painter.setPen(QPen(palette().color(QPalette::Text), 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(place(*m_ring), kRingRadius, kRingRadius);
    }
}

QByteArray LinePlot::csv() const
{
    QByteArray text("curve,x,y\n");
    for (const auto& curve : m_curves) {
        QByteArray name = curve->name.toUtf8();
        name.replace('"', "\"\"");
        for (const QPointF& point : curve->data.points()) {
            text +=
                '"' + name + "\"," +
                QByteArray::number(m_isLogarithmicX ? powerOfTen(point.x()) : point.x(), 'g', 10) +
                ',' + QByteArray::number(point.y(), 'g', 10) + '\n';
        }
    }
    return text;
}

} // namespace nefes::ui
