// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/view_state.h"

namespace nefes::ui {

/// What the other viewports do with the selected one.
struct Links {
    bool scroll = false;
    bool zoom = false; ///< and pan
    bool window = false;
    friend bool operator==(const Links&, const Links&) = default;
};

/// One viewport's view with its image.
struct SeenImage {
    const ViewState& view;
    const DecodedImage& image;
};

/// `view` after the other viewport went from `before` to `after`: zoomed by the same factor, moved
/// by the same part of the image as seen.
[[nodiscard]] ViewState followZoom(const SeenImage& followed, const SeenImage& before,
                                   const ViewState& after);

/// The same gray values: the same window where values have a common scale (a CT), else the window
/// at the same place in the image's own 1–99 % range, which `ranges` gives of the follower and of
/// the leader.
struct ValueRanges {
    VoiWindow own, leader;
};
[[nodiscard]] DisplaySettings followWindow(const SeenImage& followed, const SeenImage& leader,
                                           const ValueRanges& ranges);

} // namespace nefes::ui
