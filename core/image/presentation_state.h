// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"
#include "core/image/geometry.h"

#include <optional>
#include <string>
#include <vector>

namespace nefes {

/// Frames of an image that something is for; no frames: all of them.
struct ImageReference {
    std::string sopInstanceUid;
    std::vector<int> frames; ///< from 0
};

/// Whether a reference list covers a frame: an empty list covers every image of the state.
[[nodiscard]] bool covers(const std::vector<ImageReference>& references,
                          const std::string& sopInstanceUid, int frame);

enum class AnnotationUnits { ImagePx, DisplayedArea }; ///< the second: fractions 0–1

enum class GraphicKind { Point, Polyline, Interpolated, Circle, Ellipse };

/// PS3.3 C.10.5. Image coordinates as core/image/geometry.h has them.
struct GraphicAnnotation {
    GraphicKind kind = GraphicKind::Point;
    AnnotationUnits units = AnnotationUnits::ImagePx;
    std::vector<PointPx> points; ///< circle: centre, then one on it; ellipse: ends of the axes
    bool isFilled = false;
};

struct TextAnnotation {
    std::string text;
    AnnotationUnits units = AnnotationUnits::ImagePx;
    std::optional<PointPx> topLeft, bottomRight; ///< of the bounding box
    std::optional<PointPx> anchor;
};

struct AnnotationLayer {
    std::string name;
    std::vector<ImageReference> references;
    std::vector<GraphicAnnotation> graphics;
    std::vector<TextAnnotation> texts;
};

/// Softcopy VOI LUT module (PS3.3 C.11.8): one of the two.
struct PresentationVoi {
    std::vector<ImageReference> references;
    std::optional<VoiWindow> window;
    std::optional<LookupTable> lut;
};

/// A grayscale softcopy presentation state (PS3.3 A.33.1) as values.
struct PresentationState {
    std::string label, description, creatorName;
    std::vector<ImageReference> images; ///< all images it is for
    std::vector<PresentationVoi> voi;
    std::vector<AnnotationLayer> layers;
    int rotationDegrees = 0; ///< clockwise: 0, 90, 180, 270
    bool isFlipped = false;  ///< left to right, after the rotation
    bool isInverted = false; ///< Presentation LUT Shape INVERSE
};

} // namespace nefes
