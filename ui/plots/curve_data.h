// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>

#include <cstddef>
#include <optional>
#include <vector>

namespace nefes::ui {

/// Points of a curve, x never descending: all of them are kept for export, few are shown.
class CurveData
{
public:
    /// A point whose y is not finite is left out.
    void append(QPointF point);
    void clear() { m_points.clear(); }
    [[nodiscard]] const std::vector<QPointF>& points() const { return m_points; }

    /// At most `limit` points that look like those of x in [low, high]: the first, lowest, highest
    /// and last of each slice, so that no peak is lost, and the point on either side of the range,
    /// so that the line reaches its edges. REQUIRES: limit ≥ 8.
    [[nodiscard]] QList<QPointF> thinned(double low, double high, std::size_t limit) const;
    /// The point nearest in x.
    [[nodiscard]] std::optional<QPointF> nearest(double x) const;

private:
    std::vector<QPointF> m_points;
};

/// Exponential moving average that is not drawn to 0 at its start (the correction of Kingma and Ba,
/// ICLR 2015).
class MovingAverage
{
public:
    /// `weight` of what was before, 0 ≤ weight < 1; 0 smooths nothing.
    explicit MovingAverage(double weight)
        : m_weight(weight)
    {
    }
    /// The average after one more value. Values that are not finite are passed on and forgotten.
    [[nodiscard]] double next(double value);

private:
    double m_weight;
    double m_sum = 0.0, m_share = 1.0;
};

/// A step of 1, 2 or 5 times a power of ten that divides the length into at most `count` parts.
[[nodiscard]] double niceStep(double length, int count);

} // namespace nefes::ui
