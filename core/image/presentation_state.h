// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"
#include "core/image/geometry.h"

#include <array>
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

/// Whether a reference list names a frame: an empty list names none.
[[nodiscard]] bool names(const std::vector<ImageReference>& references,
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
    AnnotationUnits anchorUnits = AnnotationUnits::ImagePx;
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

/// Displayed Area module (PS3.3 C.10.4): the part of the image that is shown, in image coordinates.
struct DisplayedArea {
    std::vector<ImageReference> references;
    PointPx topLeft, bottomRight; ///< outer corners, top left above and left of the other
    bool isTrueSize = false;      ///< Presentation Size Mode TRUE SIZE
};

/// Display Shutter module (PS3.3 C.7.6.11): what lies outside any of its shapes is dark.
struct DisplayShutter {
    struct Circle {
        PointPx center;
        double radiusPx = 0.0; ///< in columns
    };
    std::optional<std::array<PointPx, 2>> rectangle; ///< top left, bottom right
    std::optional<Circle> circle;
    std::vector<PointPx> polygon;

    [[nodiscard]] bool isEmpty() const { return !rectangle && !circle && polygon.size() < 3; }
};

/// A grayscale softcopy presentation state (PS3.3 A.33.1) as values.
struct PresentationState {
    std::string label, description, creatorName;
    std::vector<ImageReference> images;        ///< all images it is for
    std::optional<ModalityTransform> modality; ///< in the place of the images' own
    std::vector<PresentationVoi> voi;
    std::vector<AnnotationLayer> layers;
    std::vector<DisplayedArea> areas;
    DisplayShutter shutter;
    std::string createdDate, createdTime; ///< YYYY-MM-DD, HH:MM:SS
    int rotationDegrees = 0;              ///< clockwise: 0, 90, 180, 270
    bool isFlipped = false;               ///< left to right, after the rotation
    /// Presentation LUT Shape INVERSE: of the values after the VOI transform, whatever the image's
    /// own Photometric Interpretation says (PS3.3 C.11.6).
    bool isInverted = false;
};

/// What of a state is for one frame; null where it says nothing of it.
[[nodiscard]] const PresentationVoi* voiOf(const PresentationState& state,
                                           const std::string& sopInstanceUid, int frame);
[[nodiscard]] const DisplayedArea* areaOf(const PresentationState& state,
                                          const std::string& sopInstanceUid, int frame);

} // namespace nefes
