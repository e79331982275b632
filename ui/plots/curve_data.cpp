// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curve_data.h"

#include <algorithm>
#include <cmath>

namespace nefes::ui {

namespace {

using Iterator = std::vector<QPointF>::const_iterator;

bool isLeftOf(const QPointF& point, double x)
{
    return point.x() < x;
}

/// First, lowest, highest and last of a slice in their order.
void appendOutline(QList<QPointF>& out, Iterator begin, Iterator end)
{
    const auto byY = [](const QPointF& a, const QPointF& b) {
        return a.y() < b.y();
    };
    const auto [lowest, highest] = std::minmax_element(begin, end, byY);
    Iterator order[] = {begin, std::min(lowest, highest), std::max(lowest, highest), end - 1};
    Iterator* const last = std::unique(std::begin(order), std::end(order));
    for (Iterator* one = order; one != last; ++one) {
        out.append(**one);
    }
}

} // namespace

void CurveData::append(QPointF point)
{
    if (std::isfinite(point.y())) {
        m_points.push_back(point);
    }
}

QList<QPointF> CurveData::thinned(double low, double high, std::size_t limit) const
{
    auto begin = std::lower_bound(m_points.begin(), m_points.end(), low, &isLeftOf);
    auto end = std::upper_bound(begin, m_points.end(), high,
                                [](double x, const QPointF& point) { return x < point.x(); });
    begin -= begin == m_points.begin() ? 0 : 1;
    end += end == m_points.end() ? 0 : 1;
    const auto count = static_cast<std::size_t>(end - begin);
    if (count <= limit) {
        return {begin, end};
    }
    // Four points a slice, and the two beyond the edges are in the first and last slice.
    const std::size_t slices = limit / 4;
    QList<QPointF> result;
    result.reserve(static_cast<qsizetype>(limit));
    for (std::size_t slice = 0; slice < slices; ++slice) {
        const auto first = begin + static_cast<std::ptrdiff_t>(count * slice / slices);
        const auto last = begin + static_cast<std::ptrdiff_t>(count * (slice + 1) / slices);
        appendOutline(result, first, last);
    }
    return result;
}

std::optional<QPointF> CurveData::nearest(double x) const
{
    if (m_points.empty()) {
        return std::nullopt;
    }
    const auto right = std::lower_bound(m_points.begin(), m_points.end(), x, &isLeftOf);
    if (right == m_points.begin()) {
        return *right;
    }
    const QPointF left = *(right - 1);
    return right == m_points.end() || x - left.x() <= right->x() - x ? left : *right;
}

double MovingAverage::next(double value)
{
    if (!std::isfinite(value)) {
        return value;
    }
    m_sum = m_weight * m_sum + (1.0 - m_weight) * value;
    m_share *= m_weight;
    return m_sum / (1.0 - m_share);
}

double niceStep(double length, int count)
{
    if (!(length > 0.0) || !std::isfinite(length)) {
        return 1.0;
    }
    const double rough = length / count;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough * (1.0 - 1e-9)) {
            return factor * power;
        }
    }
    return 10.0 * power;
}

} // namespace nefes::ui
