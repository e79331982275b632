// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/measurement.h"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace nefes::ui {

/// Turns the movements of a pointer into measurements: by click and click or by dragging, and by
/// dragging the handles of those that are there; without a kind also by dragging them as a whole.
/// Knows neither widget nor zoom: all points are in image coordinates, and `tolerance` is how near
/// is near, in image pixels.
class MeasureTool
{
public:
    /// A drawing that the pointer has changed.
    struct Edit {
        std::size_t index = 0;
        Measurement drawing;
    };
    /// What a press or release has finished; both empty when nothing.
    struct Outcome {
        std::optional<Measurement> added;
        std::optional<Edit> edited;
    };

    /// What a press on free ground begins; nothing: only editing.
    void setKind(std::optional<MeasurementKind> kind);
    [[nodiscard]] std::optional<MeasurementKind> kind() const { return m_kind; }

    /// Whether a press here would be for the tool.
    [[nodiscard]] bool wants(PointPx point, const std::vector<Measurement>& drawings,
                             double tolerance) const;
    Outcome press(PointPx point, const std::vector<Measurement>& drawings, double tolerance);
    void move(PointPx point);
    Outcome release(PointPx point, double tolerance);
    /// Gives up what is not finished; false when there was nothing.
    bool cancel();

    [[nodiscard]] std::optional<std::size_t> selected() const { return m_selected; }
    void select(std::optional<std::size_t> index) { m_selected = index; }
    /// The points so far, the one under the pointer included; empty when nothing is being drawn.
    [[nodiscard]] Measurement pending() const;
    [[nodiscard]] const std::optional<Edit>& edit() const { return m_edit; }

private:
    [[nodiscard]] bool isPlacing() const { return !m_points.empty(); }
    [[nodiscard]] bool awaitsSecondLine() const;
    Outcome place(PointPx point, double tolerance);
    Outcome finishStroke();

    std::optional<MeasurementKind> m_kind;
    std::optional<std::size_t> m_selected;
    std::vector<PointPx> m_points; ///< fixed ones of the drawing that is being made
    std::optional<PointPx> m_floating;
    double m_strokeStep = 0.0; ///< points of a freehand line lie at least so far apart
    std::optional<Edit> m_edit;
    std::optional<std::size_t> m_handle; ///< the point of m_edit that follows the pointer, or all
    PointPx m_grabbed;                   ///< where the pointer was
    bool m_hasEdited = false;
};

} // namespace nefes::ui
