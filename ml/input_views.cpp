// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/input_views.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>

namespace nefes::ml {
namespace {

constexpr double kShift = 0.03;
constexpr double kZoom = 0.05;
constexpr double kLevel = 0.08;

class Sampler
{
public:
    Sampler(const GrayPlane& plane, OutsideFill fill)
        : m_plane(plane)
        , m_fill(fill)
    {
    }

    /// At a position where the centre of the first pixel is (0, 0).
    [[nodiscard]] double at(double x, double y) const
    {
        const double left = std::floor(x);
        const double top = std::floor(y);
        const int column = static_cast<int>(left);
        const int row = static_cast<int>(top);
        const double shareX = x - left;
        const double shareY = y - top;
        const double above = pixel(column, row) * (1.0 - shareX) + pixel(column + 1, row) * shareX;
        const double below =
            pixel(column, row + 1) * (1.0 - shareX) + pixel(column + 1, row + 1) * shareX;
        return above * (1.0 - shareY) + below * shareY;
    }

private:
    [[nodiscard]] double pixel(int column, int row) const
    {
        const bool isInside =
            column >= 0 && column < m_plane.width && row >= 0 && row < m_plane.height;
        if (!isInside && m_fill == OutsideFill::Black) {
            return 0.0;
        }
        const int x = std::clamp(column, 0, m_plane.width - 1);
        const int y = std::clamp(row, 0, m_plane.height - 1);
        return m_plane
            .values[static_cast<std::size_t>(y) * static_cast<std::size_t>(m_plane.width) +
                    static_cast<std::size_t>(x)];
    }

    const GrayPlane& m_plane;
    OutsideFill m_fill;
};

} // namespace

std::vector<InputChange> inputChanges(bool withMirroring)
{
    std::vector<InputChange> changes{{.shiftX = kShift, .shiftY = kShift},
                                     {.shiftX = -kShift, .shiftY = -kShift},
                                     {.zoom = 1.0 - kZoom},
                                     {.zoom = 1.0 + kZoom},
                                     {.brightness = 1.0 - kLevel},
                                     {.brightness = 1.0 + kLevel},
                                     {.contrast = 1.0 - kLevel},
                                     {.contrast = 1.0 + kLevel}};
    for (std::size_t i = 1; withMirroring && i < changes.size(); i += 2) {
        changes[i].isMirrored = true;
    }
    return changes;
}

GrayPlane changedPlane(const GrayPlane& plane, const InputChange& change, OutsideFill fill)
{
    const Sampler sampler(plane, fill);
    const double mean = std::accumulate(plane.values.begin(), plane.values.end(), 0.0) /
                        static_cast<double>(std::max<std::size_t>(plane.values.size(), 1));
    const double middleX = (plane.width - 1) / 2.0;
    const double middleY = (plane.height - 1) / 2.0;
    GrayPlane result{plane.width, plane.height, {}};
    result.values.reserve(plane.values.size());
    for (int row = 0; row < plane.height; ++row) {
        const double y = (row - middleY - change.shiftY * plane.height) / change.zoom + middleY;
        for (int column = 0; column < plane.width; ++column) {
            const double across = column - middleX - change.shiftX * plane.width;
            const double x = (change.isMirrored ? -across : across) / change.zoom + middleX;
            const double gray =
                ((sampler.at(x, y) - mean) * change.contrast + mean) * change.brightness;
            result.values.push_back(
                static_cast<std::uint8_t>(std::lround(std::clamp(gray, 0.0, 255.0))));
        }
    }
    return result;
}

} // namespace nefes::ml
