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

constexpr std::array<std::pair<MeasurementKind, std::string_view>, 6> kNames{{
    {MeasurementKind::Length, "length"},
    {MeasurementKind::Angle, "angle"},
    {MeasurementKind::CobbAngle, "cobb_angle"},
    {MeasurementKind::Rectangle, "rectangle"},
    {MeasurementKind::Ellipse, "ellipse"},
    {MeasurementKind::CardiothoracicRatio, "cardiothoracic_ratio"},
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
    const PointPx a = region.points[0];
    const PointPx b = region.points[1];
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

bool isInside(const Box& box, MeasurementKind kind, double x, double y)
{
    if (kind == MeasurementKind::Rectangle) {
        return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
    }
    const double across = (x - (box.left + box.right) / 2.0) / ((box.right - box.left) / 2.0);
    const double down = (y - (box.top + box.bottom) / 2.0) / ((box.bottom - box.top) / 2.0);
    return across * across + down * down <= 1.0;
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
    std::ranges::sort(values);
    result.min = values.front();
    result.max = values.back();
    const std::size_t middle = values.size() / 2;
    result.median =
        values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2.0;
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
        return 3;
    case MeasurementKind::CobbAngle:
    case MeasurementKind::CardiothoracicRatio:
        return 4;
    case MeasurementKind::Length:
    case MeasurementKind::Rectangle:
    case MeasurementKind::Ellipse:
        break;
    }
    return 2;
}

PixelSize pixelSize(const DecodedImage& image)
{
    if (const auto& spacing = image.data().spacing) {
        return {.across = spacing->columnMm, .down = spacing->rowMm};
    }
    return {.across = 1.0, .down = image.data().pixelAspect};
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
    NEFES_ASSERT(region.points.size() == 2);
    const Box box = boxOf(region);
    const auto limit = [](double position, int size) {
        return static_cast<int>(std::clamp(position, 0.0, static_cast<double>(size)));
    };
    const int left = limit(std::floor(box.left), image.width());
    const int right = limit(std::ceil(box.right), image.width());
    const int top = limit(std::floor(box.top), image.height());
    const int bottom = limit(std::ceil(box.bottom), image.height());
    std::vector<double> values;
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
            if (isInside(box, region.kind, x + 0.5, y + 0.5)) {
                values.push_back(valueAt(image, x, y));
            }
        }
    }
    return summarise(std::move(values));
}

MeasuredValues measure(const DecodedImage& image, const Measurement& measurement)
{
    const std::vector<PointPx>& p = measurement.points;
    NEFES_ASSERT(p.size() == pointCount(measurement.kind));
    const PixelSize size = pixelSize(image);
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
        const double thorax = distance(p[2], p[3], size);
        result.length = distance(p[0], p[1], size);
        if (thorax > 0.0) {
            result.ratio = *result.length / thorax;
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
    }
    return result;
}

} // namespace nefes
