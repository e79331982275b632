// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/linking.h"

#include <algorithm>

namespace nefes::ui {

ViewState followZoom(const SeenImage& followed, const SeenImage& before, const ViewState& after)
{
    ViewState view = followed.view;
    view.isFitted = after.isFitted;
    if (after.isFitted) {
        return view;
    }
    view.zoom = std::clamp(view.zoom * after.zoom / before.view.zoom, kSmallestZoom, kLargestZoom);
    // Part of the leader's image, then as seen on the screen, then in the follower's image.
    const double across = (after.center.x - before.view.center.x) / before.image.width();
    const double down = (after.center.y - before.view.center.y) / before.image.height();
    const double right = after.turn.a * across + after.turn.b * down;
    const double below = after.turn.d * across + after.turn.e * down;
    const double width = followed.image.width();
    const double height = followed.image.height();
    view.center.x =
        std::clamp(view.center.x + (view.turn.a * right + view.turn.d * below) * width, 0.0, width);
    view.center.y = std::clamp(view.center.y + (view.turn.b * right + view.turn.e * below) * height,
                               0.0, height);
    return view;
}

DisplaySettings followWindow(const SeenImage& followed, const SeenImage& leader,
                             const ValueRanges& ranges)
{
    DisplaySettings display = followed.view.display;
    display.inverted = leader.view.display.inverted;
    display.colorMap = leader.view.display.colorMap;
    if (!std::holds_alternative<VoiWindow>(leader.view.display.voi)) {
        // A table has no counterpart but the other file's own.
        display.voi = defaultVoi(followed.image);
        return display;
    }
    VoiWindow window = std::get<VoiWindow>(leader.view.display.voi);
    const ImageData& own = followed.image.data();
    const ImageData& other = leader.image.data();
    if (own.text.modality != "CT" || other.text.modality != "CT") {
        const double scale = ranges.own.width / std::max(ranges.leader.width, 1e-9);
        double place = (window.center - ranges.leader.center) * scale;
        if (own.inverted != other.inverted) {
            place = -place;
        }
        window.center = ranges.own.center + place;
        window.width *= scale;
        window.function =
            ranges.own.function == VoiFunction::Linear ? window.function : ranges.own.function;
        if (window.function == VoiFunction::Linear) {
            window.width = std::max(window.width, 1.0);
        }
    }
    window.explanation.clear();
    display.voi = window;
    return display;
}

} // namespace nefes::ui
