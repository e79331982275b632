// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/measurement.h"

#include "core/base/assert.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace nefes {

namespace {

constexpr std::array<std::pair<MeasurementKind, std::string_view>, 10> kNames{{
    {MeasurementKind::Length, "length"},
    {MeasurementKind::Angle, "angle"},
    {MeasurementKind::CobbAngle, "cobb_angle"},
    {MeasurementKind::Rectangle, "rectangle"},
    {MeasurementKind::Ellipse, "ellipse"},
    {MeasurementKind::CardiothoracicRatio, "cardiothoracic_ratio"},
    {MeasurementKind::Freehand, "freehand"},
    {MeasurementKind::Probe, "probe"},
    {MeasurementKind::Text, "text"},
    {MeasurementKind::Arrow, "arrow"},
}};

/// Degrees between two directions, 0–180.
double angleBetween(double ax, double ay, double bx, double by)
{
    if ((ax == 0.0 && ay == 0.0) || (bx == 0.0 && by == 0.0)) {
        return 0.0;
    }
    const double cross = ax * by - ay * bx;
    const double dot = ax * bx + ay * by;
    return std::abs(std::atan2(cross, dot)) * 180.0 / std::numbers::pi;
}

struct Box {
    double left, top, right, bottom;
};

Box boxOf(const Measurement& region)
{
    const auto [left, right] = std::ranges::minmax(region.points, {}, &PointPx::x);
    const auto [top, bottom] = std::ranges::minmax(region.points, {}, &PointPx::y);
    return {left.x, top.y, right.x, bottom.y};
}

/// A stretch of a row, from left up to but not including right.
struct Stretch {
    double left, right;
};

/// Where the horizontal line at y lies inside the region.
std::vector<Stretch> stretchesAt(const Measurement& region, const Box& box, double y)
{
    if (region.kind == MeasurementKind::Rectangle) {
        return {{box.left, box.right}};
    }
    if (region.kind == MeasurementKind::Ellipse) {
        const double down = (y - (box.top + box.bottom) / 2.0) / ((box.bottom - box.top) / 2.0);
        const double reach = (box.right - box.left) / 2.0 * std::sqrt(1.0 - down * down);
        const double middle = (box.left + box.right) / 2.0;
        return {{middle - reach, std::nextafter(middle + reach, box.right + 1.0)}};
    }
    // Inside is what an odd number of edges lies to the left of.
    std::vector<double> crossings;
    for (std::size_t i = 0; i < region.points.size(); ++i) {
        const PointPx a = region.points[i];
        const PointPx b = region.points[(i + 1) % region.points.size()];
        if ((a.y <= y) != (b.y <= y)) {
            crossings.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
        }
    }
    std::ranges::sort(crossings);
    std::vector<Stretch> stretches;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
        stretches.push_back({crossings[i], crossings[i + 1]});
    }
    return stretches;
}

/// Area inside the closed line by the shoelace formula, in the unit of the size.
double polygonArea(const std::vector<PointPx>& points, PixelSize size)
{
    double twice = 0.0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const PointPx a = points[i];
        const PointPx b = points[(i + 1) % points.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2.0 * size.across * size.down;
}

/// Widths of heart and thorax. Danzer (Am J Med Sci 157:513, 1919) defines both as transverse
/// diameters: how far a line climbs must not count. Across the patient is the axis of the image
/// that the line of the thorax follows, so that a film that is stored lying on its side is measured
/// like any other.
std::pair<double, double> transverseWidths(const std::vector<PointPx>& points, PixelSize size)
{
    const auto across = [&](std::size_t first) {
        return std::abs(points[first + 1].x - points[first].x) * size.across;
    };
    const auto down = [&](std::size_t first) {
        return std::abs(points[first + 1].y - points[first].y) * size.down;
    };
    return across(2) >= down(2) ? std::pair(across(0), across(2)) : std::pair(down(0), down(2));
}

double valueAt(const DecodedImage& image, int x, int y)
{
    if (image.data().photometric == Photometric::Rgb) {
        return 0.299 * image.storedAt(x, y, 0) + 0.587 * image.storedAt(x, y, 1) +
               0.114 * image.storedAt(x, y, 2);
    }
    return image.data().modality.apply(image.storedAt(x, y));
}

RegionStatistics summarise(std::vector<double> values)
{
    RegionStatistics result;
    result.count = values.size();
    if (values.empty()) {
        return result;
    }
    const auto count = static_cast<double>(values.size());
    double sum = 0.0;
    for (const double value : values) {
        sum += value;
    }
    result.mean = sum / count;
    double squares = 0.0;
    for (const double value : values) {
        squares += (value - result.mean) * (value - result.mean);
    }
    result.standardDeviation = values.size() > 1 ? std::sqrt(squares / (count - 1.0)) : 0.0;
    const auto [smallest, largest] = std::ranges::minmax_element(values);
    result.min = *smallest;
    result.max = *largest;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    result.median = values.size() % 2 == 1
                        ? *middle
                        : (*std::ranges::max_element(values.begin(), middle) + *middle) / 2.0;
    return result;
}

} // namespace

std::string_view measurementKindName(MeasurementKind kind)
{
    return std::ranges::find(kNames, kind, &decltype(kNames)::value_type::first)->second;
}

std::optional<MeasurementKind> measurementKindFromName(std::string_view name)
{
    const auto* found = std::ranges::find(kNames, name, &decltype(kNames)::value_type::second);
    return found == kNames.end() ? std::nullopt : std::optional(found->first);
}

std::size_t pointCount(MeasurementKind kind)
{
    switch (kind) {
    case MeasurementKind::Angle:
    case MeasurementKind::Freehand:
        return 3;
    case MeasurementKind::CobbAngle:
    case MeasurementKind::CardiothoracicRatio:
        return 4;
    case MeasurementKind::Probe:
    case MeasurementKind::Text:
        return 1;
    case MeasurementKind::Length:
    case MeasurementKind::Rectangle:
    case MeasurementKind::Ellipse:
    case MeasurementKind::Arrow:
        break;
    }
    return 2;
}

bool isFinished(const Measurement& measurement)
{
    const std::size_t needed = pointCount(measurement.kind);
    return measurement.kind == MeasurementKind::Freehand ? measurement.points.size() >= needed
                                                         : measurement.points.size() == needed;
}

PixelSize pixelSize(const DecodedImage& image, const std::optional<PixelSpacing>& calibration)
{
    if (const auto& spacing = calibration ? calibration : image.data().spacing) {
        return {.across = spacing->columnMm, .down = spacing->rowMm};
    }
    return {.across = 1.0, .down = image.data().pixelAspect};
}

std::optional<PixelSpacing> calibrate(const DecodedImage& image, PointPx a, PointPx b,
                                      double lengthMm)
{
    const PixelSize size = pixelSize(image);
    const double scale = lengthMm / distance(a, b, size);
    if (!std::isfinite(scale) || scale <= 0.0) {
        return std::nullopt;
    }
    return PixelSpacing{.rowMm = size.down * scale,
                        .columnMm = size.across * scale,
                        .origin = SpacingOrigin::Calibrated};
}

double distance(PointPx a, PointPx b, PixelSize size)
{
    return std::hypot((b.x - a.x) * size.across, (b.y - a.y) * size.down);
}

double cornerAngle(PointPx a, PointPx corner, PointPx b, PixelSize size)
{
    return angleBetween((a.x - corner.x) * size.across, (a.y - corner.y) * size.down,
                        (b.x - corner.x) * size.across, (b.y - corner.y) * size.down);
}

double lineAngle(PointPx a, PointPx b, PointPx c, PointPx d, PixelSize size)
{
    const double angle = angleBetween((b.x - a.x) * size.across, (b.y - a.y) * size.down,
                                      (d.x - c.x) * size.across, (d.y - c.y) * size.down);
    return std::min(angle, 180.0 - angle);
}

RegionStatistics regionStatistics(const DecodedImage& image, const Measurement& region)
{
    NEFES_ASSERT(isFinished(region));
    const Box box = boxOf(region);
    const auto limit = [](double position, int size) {
        return static_cast<int>(std::clamp(position, 0.0, static_cast<double>(size)));
    };
    // The first pixel whose centre does not lie before the position.
    const auto firstFrom = [](double position) {
        return std::ceil(position - 0.5);
    };
    const int top = limit(firstFrom(box.top), image.height());
    const int bottom = limit(firstFrom(box.bottom), image.height());
    std::vector<double> values;
    for (int y = top; y < bottom; ++y) {
        for (const Stretch& stretch : stretchesAt(region, box, y + 0.5)) {
            const int end = limit(firstFrom(stretch.right), image.width());
            for (int x = limit(firstFrom(stretch.left), image.width()); x < end; ++x) {
                values.push_back(valueAt(image, x, y));
            }
        }
    }
    return summarise(std::move(values));
}

MeasuredValues measure(const DecodedImage& image, const Measurement& measurement,
                       const std::optional<PixelSpacing>& calibration)
{
    const std::vector<PointPx>& p = measurement.points;
    NEFES_ASSERT(isFinished(measurement));
    const PixelSize size = pixelSize(image, calibration);
    MeasuredValues result;
    switch (measurement.kind) {
    case MeasurementKind::Length:
        result.length = distance(p[0], p[1], size);
        break;
    case MeasurementKind::Angle:
        result.angleDegrees = cornerAngle(p[0], p[1], p[2], size);
        break;
    case MeasurementKind::CobbAngle:
        result.angleDegrees = lineAngle(p[0], p[1], p[2], p[3], size);
        break;
    case MeasurementKind::CardiothoracicRatio: {
        const auto [heart, thorax] = transverseWidths(p, size);
        result.length = heart;
        result.thorax = thorax;
        if (thorax > 0.0) {
            result.ratio = heart / thorax;
        }
        break;
    }
    case MeasurementKind::Rectangle:
    case MeasurementKind::Ellipse: {
        const Box box = boxOf(measurement);
        const double boxArea =
            (box.right - box.left) * size.across * (box.bottom - box.top) * size.down;
        result.area = measurement.kind == MeasurementKind::Ellipse
                          ? boxArea * std::numbers::pi / 4.0
                          : boxArea;
        result.statistics = regionStatistics(image, measurement);
        break;
    }
    case MeasurementKind::Freehand:
        result.area = polygonArea(p, size);
        result.statistics = regionStatistics(image, measurement);
        break;
    case MeasurementKind::Probe:
        if (p[0].x >= 0.0 && p[0].y >= 0.0 && p[0].x < image.width() && p[0].y < image.height()) {
            result.value = valueAt(image, static_cast<int>(p[0].x), static_cast<int>(p[0].y));
        }
        break;
    case MeasurementKind::Text:
    case MeasurementKind::Arrow:
        break;
    }
    return result;
}

} // namespace nefes
