// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>

namespace nefes {

/// A point in image coordinates: x to the right, y down, (0, 0) is the outer corner of the first
/// pixel, so that its centre is (0.5, 0.5).
struct PointPx {
    double x = 0.0;
    double y = 0.0;
};

/// x' = a x + b y + c, y' = d x + e y + f.
struct Affine {
    double a = 1.0, b = 0.0, c = 0.0;
    double d = 0.0, e = 1.0, f = 0.0;

    [[nodiscard]] PointPx map(PointPx p) const
    {
        return {a * p.x + b * p.y + c, d * p.x + e * p.y + f};
    }
    [[nodiscard]] double determinant() const { return a * e - b * d; }
    /// REQUIRES: determinant() is not zero.
    [[nodiscard]] Affine inverted() const;
};

/// What a length in millimetres rests on.
enum class SpacingOrigin {
    Patient,    ///< Pixel Spacing (0028,0030), in the patient or calibrated by the maker
    Detector,   ///< Imager Pixel Spacing (0018,1164): distances at the detector, magnified
    Magnified,  ///< Imager Pixel Spacing divided by the Estimated Radiographic Magnification Factor
    Calibrated, ///< by hand, from a known length
};

/// Millimetres between the centres of neighbouring rows and columns; both positive and finite.
struct PixelSpacing {
    double rowMm = 1.0;    ///< vertical distance
    double columnMm = 1.0; ///< horizontal distance
    SpacingOrigin origin = SpacingOrigin::Patient;
};

/// Patient directions that the image axes point to, in DICOM letters (L R A P H F, also combined:
/// "LF"). Empty when the file does not say.
struct Orientation {
    std::string right;  ///< direction of increasing columns (PS3.3 C.7.6.1.1.1, first value)
    std::string bottom; ///< direction of increasing rows (second value)
};

/// The opposite direction: L ↔ R, A ↔ P, H ↔ F, letter by letter. Other letters stay out.
[[nodiscard]] std::string oppositeDirection(const std::string& letters);

/// Letters at the edges of the screen.
struct EdgeLetters {
    std::string left, right, top, bottom;
};
/// Letters for an image shown through `imageToScreen`; empty strings when unknown, or when the
/// rotation is not a multiple of 90°.
[[nodiscard]] EdgeLetters edgeLetters(const Orientation& orientation, const Affine& imageToScreen);

/// Letters of an axis from direction cosines in the patient system (x to the left, y to the back,
/// z to the head), largest component first, components below a tenth left out.
[[nodiscard]] std::string directionLetters(const std::array<double, 3>& cosines);

} // namespace nefes
