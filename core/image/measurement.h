// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"
#include "core/image/geometry.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nefes {

enum class MeasurementKind {
    Length,    ///< 2 points
    Angle,     ///< 3 points, the corner second
    CobbAngle, ///< 4 points: two lines
    Rectangle, ///< 2 opposite corners
    Ellipse,   ///< 2 opposite corners of its box
    /// 4 points: the outermost points of the heart, then those of the inner thorax. What counts is
    /// how far apart they lie across the patient, at whatever height
    CardiothoracicRatio,
    Freehand, ///< 3 points or more: the corners of a closed line
    Probe,    ///< 1 point
    Text,     ///< 1 point: the upper left corner of its text
    Arrow,    ///< 2 points: the tip, then the tail
};

/// "length", "angle", "cobb_angle", "rectangle", "ellipse", "cardiothoracic_ratio", "freehand",
/// "probe", "text", "arrow".
[[nodiscard]] std::string_view measurementKindName(MeasurementKind kind);
[[nodiscard]] std::optional<MeasurementKind> measurementKindFromName(std::string_view name);

/// A drawing in image coordinates.
struct Measurement {
    MeasurementKind kind = MeasurementKind::Length;
    std::vector<PointPx> points;
    std::string text{}; ///< of Text and Arrow; UTF-8
};

/// Points of a finished measurement; of Freehand the fewest.
[[nodiscard]] std::size_t pointCount(MeasurementKind kind);
/// Whether the drawing has the points that its kind needs.
[[nodiscard]] bool isFinished(const Measurement& measurement);

/// Size of a pixel in the unit of lengths: millimetres with a spacing, else the width of a pixel.
struct PixelSize {
    double across = 1.0;
    double down = 1.0;
};
/// With a calibration by hand, that one.
[[nodiscard]] PixelSize pixelSize(const DecodedImage& image,
                                  const std::optional<PixelSpacing>& calibration = std::nullopt);
/// The spacing under which the line has this length; rows and columns keep their proportion.
/// Nothing when the line or the length is not positive.
[[nodiscard]] std::optional<PixelSpacing> calibrate(const DecodedImage& image, PointPx a, PointPx b,
                                                    double lengthMm);

[[nodiscard]] double distance(PointPx a, PointPx b, PixelSize size);
/// 0–180 degrees at `corner`; 0 when a leg has no length.
[[nodiscard]] double cornerAngle(PointPx a, PointPx corner, PointPx b, PixelSize size);
/// 0–90 degrees between the lines a–b and c–d; 0 when one has no length.
[[nodiscard]] double lineAngle(PointPx a, PointPx b, PointPx c, PointPx d, PixelSize size);

/// Modality values of the pixels whose centres lie inside; the standard deviation is that of the
/// sample (n − 1), 0 for one pixel. Colour images give luma (ITU-R BT.601).
struct RegionStatistics {
    std::size_t count = 0; ///< pixels inside; the other fields are 0 when there is none
    double mean = 0.0, standardDeviation = 0.0, min = 0.0, max = 0.0, median = 0.0;
};
[[nodiscard]] RegionStatistics regionStatistics(const DecodedImage& image,
                                                const Measurement& region);

/// What a finished measurement says. Lengths and areas in the unit of pixelSize(). The length of a
/// cardiothoracic ratio is the width of the heart.
struct MeasuredValues {
    std::optional<double> length, angleDegrees, area, ratio;
    std::optional<double> thorax; ///< its width, of a cardiothoracic ratio
    std::optional<double> value;  ///< modality value under a probe
    std::optional<RegionStatistics> statistics;
};
/// REQUIRES: isFinished(measurement).
[[nodiscard]] MeasuredValues measure(const DecodedImage& image, const Measurement& measurement,
                                     const std::optional<PixelSpacing>& calibration = std::nullopt);

} // namespace nefes
