// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/view_state.h"

#include <algorithm>
#include <cmath>

namespace nefes::ui {

namespace {

/// A drag of so many pixels makes the window e times as wide, or moves it by its own width.
constexpr double kDragPixels = 300.0;

ViewState::Turn product(const ViewState::Turn& second, const ViewState::Turn& first)
{
    return {.a = second.a * first.a + second.b * first.d,
            .b = second.a * first.b + second.b * first.e,
            .d = second.d * first.a + second.e * first.d,
            .e = second.d * first.b + second.e * first.e};
}

/// REQUIRES: both are LUTs of the same kind.
bool isSameLut(const VoiSelection& a, const VoiSelection& b)
{
    const auto* index = std::get_if<VoiLutIndex>(&a);
    return index != nullptr ? *index == std::get<VoiLutIndex>(b)
                            : std::get<SharedVoiLut>(a) == std::get<SharedVoiLut>(b);
}

} // namespace

ViewState initialView(const DecodedImage& image)
{
    ViewState view;
    view.center = {image.width() / 2.0, image.height() / 2.0};
    view.display.voi = defaultVoi(image);
    return view;
}

void fitView(ViewState& view, const DecodedImage& image, QSize canvas)
{
    const double aspect = image.data().pixelAspect;
    double width = image.width();
    double height = image.height() * aspect;
    if (view.turn.a == 0) {
        std::swap(width, height);
    }
    view.zoom = std::clamp(
        std::min(std::max(canvas.width(), 1) / width, std::max(canvas.height(), 1) / height),
        kSmallestZoom, kLargestZoom);
    view.center = {image.width() / 2.0, image.height() / 2.0};
    view.isFitted = true;
}

Affine imageToScreen(const ViewState& view, const DecodedImage& image, QSize canvas)
{
    const double across = view.zoom;
    const double down = view.zoom * image.data().pixelAspect;
    Affine map{.a = view.turn.a * across,
               .b = view.turn.b * down,
               .d = view.turn.d * across,
               .e = view.turn.e * down};
    map.c = canvas.width() / 2.0 - map.a * view.center.x - map.b * view.center.y;
    map.f = canvas.height() / 2.0 - map.d * view.center.x - map.e * view.center.y;
    return map;
}

void rotateRight(ViewState& view)
{
    view.turn = product({.a = 0, .b = -1, .d = 1, .e = 0}, view.turn);
}

void rotateLeft(ViewState& view)
{
    view.turn = product({.a = 0, .b = 1, .d = -1, .e = 0}, view.turn);
}

void flipHorizontally(ViewState& view)
{
    view.turn = product({.a = -1, .b = 0, .d = 0, .e = 1}, view.turn);
}

void flipVertically(ViewState& view)
{
    view.turn = product({.a = 1, .b = 0, .d = 0, .e = -1}, view.turn);
}

bool isMirrored(const ViewState::Turn& turn)
{
    return turn.a * turn.e - turn.b * turn.d < 0;
}

int rotationDegrees(const ViewState::Turn& turn)
{
    // turn = rotation × mirror; the mirror changes the sign of the first column only.
    const int sign = isMirrored(turn) ? -1 : 1;
    const int cosine = turn.a * sign;
    const int sine = turn.d * sign;
    if (cosine == 1) {
        return 0;
    }
    if (cosine == -1) {
        return 180;
    }
    return sine == 1 ? 90 : 270;
}

void zoomAt(ViewState& view, const DecodedImage& image, QSize canvas, PointPx screen, double factor)
{
    const PointPx fixed = imageToScreen(view, image, canvas).inverted().map(screen);
    view.zoom = std::clamp(view.zoom * factor, kSmallestZoom, kLargestZoom);
    view.isFitted = false;
    const PointPx moved = imageToScreen(view, image, canvas).map(fixed);
    panBy(view, image, canvas, {screen.x - moved.x, screen.y - moved.y});
}

void panBy(ViewState& view, const DecodedImage& image, QSize canvas, PointPx screenDelta)
{
    const Affine toImage = imageToScreen(view, image, canvas).inverted();
    const PointPx middle{canvas.width() / 2.0 - screenDelta.x,
                         canvas.height() / 2.0 - screenDelta.y};
    const PointPx wanted = toImage.map(middle);
    // Some of the image always stays on the screen.
    view.center = {std::clamp(wanted.x, 0.0, static_cast<double>(image.width())),
                   std::clamp(wanted.y, 0.0, static_cast<double>(image.height()))};
    view.isFitted = false;
}

bool isSameDisplay(const DisplaySettings& a, const DisplaySettings& b)
{
    const auto* window = std::get_if<VoiWindow>(&a.voi);
    const auto* other = std::get_if<VoiWindow>(&b.voi);
    const bool isSameVoi = window != nullptr && other != nullptr
                               ? window->center == other->center && window->width == other->width &&
                                     window->function == other->function
                               : window == nullptr && other == nullptr &&
                                     a.voi.index() == b.voi.index() && isSameLut(a.voi, b.voi);
    return isSameVoi && a.modality == b.modality && a.inverted == b.inverted &&
           a.colorMap == b.colorMap;
}

VoiWindow currentWindow(const DisplaySettings& display, const DecodedImage& image)
{
    if (const auto* window = std::get_if<VoiWindow>(&display.voi)) {
        return *window;
    }
    const LookupTable* table = selectedLut(display.voi, image);
    if (table == nullptr) {
        return fullWindow(image);
    }
    const auto count = static_cast<double>(table->entries.size());
    return {.center = table->firstMapped + count / 2.0,
            .width = std::max(count, 1.0),
            .function = VoiFunction::Linear,
            .explanation = {}};
}

void dragWindow(ViewState& view, const DecodedImage& image, double right, double up)
{
    VoiWindow window = currentWindow(view.display, image);
    const ModalityTransform& modality = image.data().modality;
    const auto [low, high] = std::minmax(
        {modality.apply(image.storedRange().min), modality.apply(image.storedRange().max)});
    const double range = std::max(high - low, 1.0);
    const double narrowest = window.function == VoiFunction::Linear ? 1.0 : range * 1e-6;
    const double oldWidth = std::max(window.width, narrowest);
    window.width = std::clamp(oldWidth * std::exp(right / kDragPixels), narrowest, range * 16.0);
    window.center = std::clamp(window.center - up / kDragPixels * oldWidth, low - range * 4.0,
                               high + range * 4.0);
    window.explanation.clear();
    view.display.voi = window;
}

} // namespace nefes::ui
