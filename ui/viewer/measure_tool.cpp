// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/measure_tool.h"

#include "core/base/known.h"

#include <algorithm>
#include <cmath>
#include <numbers>

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

double distanceToLine(PointPx p, PointPx a, PointPx b)
{
    const double length2 = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
    const double along =
        length2 > 0.0
            ? std::clamp(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length2, 0.0,
                         1.0)
            : 0.0;
    return std::hypot(p.x - (a.x + along * (b.x - a.x)), p.y - (a.y + along * (b.y - a.y)));
}

/// The lines of a drawing as pairs of points.
std::vector<std::pair<PointPx, PointPx>> linesOf(const Measurement& drawing)
{
    const std::vector<PointPx>& points = drawing.points;
    std::vector<std::pair<PointPx, PointPx>> lines;
    const auto close = [&lines](const std::vector<PointPx>& corners) {
        for (std::size_t i = 0; i < corners.size(); ++i) {
            lines.emplace_back(corners[i], corners[(i + 1) % corners.size()]);
        }
    };
    switch (drawing.kind) {
    case MeasurementKind::Rectangle:
        close({points[0], {points[1].x, points[0].y}, points[1], {points[0].x, points[1].y}});
        break;
    case MeasurementKind::Ellipse: {
        constexpr int kSides = 48;
        std::vector<PointPx> corners;
        for (int side = 0; side < kSides; ++side) {
            const double angle = 2.0 * std::numbers::pi * side / kSides;
            corners.push_back({(points[0].x + points[1].x) / 2.0 +
                                   (points[1].x - points[0].x) / 2.0 * std::cos(angle),
                               (points[0].y + points[1].y) / 2.0 +
                                   (points[1].y - points[0].y) / 2.0 * std::sin(angle)});
        }
        close(corners);
        break;
    }
    case MeasurementKind::Freehand:
        close(points);
        break;
    case MeasurementKind::CobbAngle:
    case MeasurementKind::CardiothoracicRatio:
        for (std::size_t i = 0; i + 1 < points.size(); i += 2) {
            lines.emplace_back(points[i], points[i + 1]);
        }
        break;
    default:
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            lines.emplace_back(points[i], points[i + 1]);
        }
        break;
    }
    return lines;
}

/// The topmost drawing of which a line lies under the pointer.
std::optional<std::size_t> lineAt(PointPx point, const std::vector<Measurement>& drawings,
                                  double tolerance)
{
    for (std::size_t drawing = drawings.size(); drawing-- > 0;) {
        for (const auto& [a, b] : linesOf(drawings[drawing])) {
            if (distanceToLine(point, a, b) <= tolerance) {
                return drawing;
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
    return m_kind || handleAt(point, drawings, tolerance) || lineAt(point, drawings, tolerance);
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
    const MeasurementKind kind = known(m_kind);
    if (m_points.size() < pointCount(kind)) {
        return {};
    }
    Outcome outcome{.added = Measurement{.kind = kind, .points = m_points}, .edited = {}};
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
        const auto line = m_kind ? std::nullopt : lineAt(point, drawings, tolerance);
        if (line) {
            m_selected = line;
            m_handle.reset();
            m_grabbed = point;
            m_edit = Edit{.index = *line, .drawing = drawings[*line]};
            m_hasEdited = false;
            return {};
        }
    }
    m_selected.reset();
    if (m_kind == MeasurementKind::Freehand) {
        m_points = {point};
        m_strokeStep = tolerance / 3.0;
        return {};
    }
    return m_kind ? place(point, tolerance) : Outcome{};
}

void MeasureTool::move(PointPx point)
{
    if (m_edit && m_handle) {
        m_edit->drawing.points[*m_handle] = point;
        m_hasEdited = true;
    } else if (m_edit) {
        for (PointPx& moved : m_edit->drawing.points) {
            moved = {moved.x + point.x - m_grabbed.x, moved.y + point.y - m_grabbed.y};
        }
        m_grabbed = point;
        m_hasEdited = true;
    } else if (isPlacing() && m_kind == MeasurementKind::Freehand) {
        if (!isNear(m_points.back(), point, m_strokeStep)) {
            m_points.push_back(point);
        }
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
    if (isPlacing() && m_kind == MeasurementKind::Freehand) {
        return finishStroke();
    }
    // A drag ends the line that its press began; a click leaves it to the next click.
    if (isPlacing() && m_floating) {
        return place(point, tolerance);
    }
    return {};
}

MeasureTool::Outcome MeasureTool::finishStroke()
{
    Outcome outcome;
    Measurement drawn{.kind = MeasurementKind::Freehand, .points = std::move(m_points)};
    cancel();
    if (isFinished(drawn)) {
        outcome.added = std::move(drawn);
    }
    return outcome;
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
