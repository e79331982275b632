// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/measure_tool.h"

#include <cmath>

namespace nefes::ui {

namespace {

bool isNear(PointPx a, PointPx b, double tolerance)
{
    return std::hypot(a.x - b.x, a.y - b.y) <= tolerance;
}

struct Handle {
    std::size_t drawing = 0;
    std::size_t point = 0;
};

/// The topmost handle under the pointer: drawings made later lie above earlier ones.
std::optional<Handle> handleAt(PointPx point, const std::vector<Measurement>& drawings,
                               double tolerance)
{
    for (std::size_t drawing = drawings.size(); drawing-- > 0;) {
        const std::vector<PointPx>& points = drawings[drawing].points;
        for (std::size_t handle = 0; handle < points.size(); ++handle) {
            if (isNear(points[handle], point, tolerance)) {
                return Handle{.drawing = drawing, .point = handle};
            }
        }
    }
    return std::nullopt;
}

} // namespace

void MeasureTool::setKind(std::optional<MeasurementKind> kind)
{
    cancel();
    m_kind = kind;
}

bool MeasureTool::wants(PointPx point, const std::vector<Measurement>& drawings,
                        double tolerance) const
{
    return m_kind || handleAt(point, drawings, tolerance);
}

bool MeasureTool::awaitsSecondLine() const
{
    return m_points.size() == 2 && m_kind && pointCount(*m_kind) == 4;
}

MeasureTool::Outcome MeasureTool::place(PointPx point, double tolerance)
{
    const bool beginsLine = m_points.empty() || awaitsSecondLine();
    if (!beginsLine && isNear(m_points.back(), point, tolerance)) {
        return {};
    }
    m_points.push_back(point);
    m_floating = point;
    if (awaitsSecondLine()) {
        m_floating.reset();
    }
    if (m_points.size() < pointCount(*m_kind)) {
        return {};
    }
    Outcome outcome{.added = Measurement{.kind = *m_kind, .points = m_points}, .edited = {}};
    cancel();
    return outcome;
}

MeasureTool::Outcome MeasureTool::press(PointPx point, const std::vector<Measurement>& drawings,
                                        double tolerance)
{
    if (!isPlacing()) {
        if (const auto handle = handleAt(point, drawings, tolerance)) {
            m_selected = handle->drawing;
            m_handle = handle->point;
            m_edit = Edit{.index = handle->drawing, .drawing = drawings[handle->drawing]};
            m_hasEdited = false;
            return {};
        }
    }
    m_selected.reset();
    return m_kind ? place(point, tolerance) : Outcome{};
}

void MeasureTool::move(PointPx point)
{
    if (m_edit) {
        m_edit->drawing.points[m_handle] = point;
        m_hasEdited = true;
    } else if (isPlacing() && m_floating) {
        m_floating = point;
    }
}

MeasureTool::Outcome MeasureTool::release(PointPx point, double tolerance)
{
    if (m_edit) {
        Outcome outcome;
        if (m_hasEdited) {
            outcome.edited = std::move(m_edit);
        }
        m_edit.reset();
        return outcome;
    }
    // A drag ends the line that its press began; a click leaves it to the next click.
    if (isPlacing() && m_floating) {
        return place(point, tolerance);
    }
    return {};
}

bool MeasureTool::cancel()
{
    const bool wasBusy = isPlacing() || m_edit.has_value();
    m_points.clear();
    m_floating.reset();
    m_edit.reset();
    return wasBusy;
}

Measurement MeasureTool::pending() const
{
    Measurement drawing{.kind = m_kind.value_or(MeasurementKind::Length), .points = m_points};
    if (isPlacing() && m_floating) {
        drawing.points.push_back(*m_floating);
    }
    return drawing;
}

} // namespace nefes::ui
