// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"
#include "core/image/display.h"
#include "core/image/geometry.h"

#include <QSize>

namespace nefes::ui {

/// What is done to the picture on its way to the screen; the image itself never changes.
struct DisplayFilters {
    bool sharpens = false;
    bool equalises = false; ///< CLAHE
    [[nodiscard]] bool isAny() const { return sharpens || equalises; }
    friend bool operator==(const DisplayFilters&, const DisplayFilters&) = default;
};

/// How one image is shown: position, size, turn and gray values. A value; pure functions change it.
/// Screen coordinates are device pixels of the canvas.
struct ViewState {
    /// Turn and mirroring on the screen: a matrix of 0, 1 and −1.
    struct Turn {
        int a = 1, b = 0;
        int d = 0, e = 1;
        friend bool operator==(const Turn&, const Turn&) = default;
    };

    Turn turn;
    bool isFitted = true; ///< the zoom follows the size of the canvas
    double zoom = 1.0;    ///< device pixels a pixel column
    PointPx center;       ///< image point at the middle of the canvas
    DisplaySettings display;
    DisplayFilters filters;
};

constexpr double kSmallestZoom = 0.01;
constexpr double kLargestZoom = 64.0;

/// The view at the start: fitted, not turned, with the file's own gray values.
[[nodiscard]] ViewState initialView(const DecodedImage& image);

/// Zoom and centre that fit the whole image into the canvas.
void fitView(ViewState& view, const DecodedImage& image, QSize canvas);

[[nodiscard]] Affine imageToScreen(const ViewState& view, const DecodedImage& image, QSize canvas);

/// Clockwise by 90°, as seen.
void rotateRight(ViewState& view);
void rotateLeft(ViewState& view);
/// Left and right, or top and bottom, change places as seen.
void flipHorizontally(ViewState& view);
void flipVertically(ViewState& view);
/// Clockwise turn in degrees, 0, 90, 180 or 270, once a mirroring is taken out (see isMirrored).
[[nodiscard]] int rotationDegrees(const ViewState::Turn& turn);
/// Whether the image is seen mirrored left to right before it is turned.
[[nodiscard]] bool isMirrored(const ViewState::Turn& turn);

/// Changes the zoom so that the image point under `screen` stays there.
void zoomAt(ViewState& view, const DecodedImage& image, QSize canvas, PointPx screen,
            double factor);
/// Moves the image with the pointer.
void panBy(ViewState& view, const DecodedImage& image, QSize canvas, PointPx screenDelta);

[[nodiscard]] bool isSameDisplay(const DisplaySettings& a, const DisplaySettings& b);
/// The window in force; for a VOI LUT, the range of values that it covers.
[[nodiscard]] VoiWindow currentWindow(const DisplaySettings& display, const DecodedImage& image);
/// Drag by `right` and `up` pixels: right is wider, up is brighter (a lower centre).
void dragWindow(ViewState& view, const DecodedImage& image, double right, double up);

} // namespace nefes::ui
