// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/overlay_planes.h"

#include "core/base/numeric.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace nefes {
namespace {

std::size_t indexOf(int x, int y, int width)
{
    return narrow<std::size_t>(y) * narrow<std::size_t>(width) + narrow<std::size_t>(x);
}

class PlaneDrawer
{
public:
    PlaneDrawer(Picture& picture, const Viewport& viewport, std::uint32_t color)
        : m_picture(picture)
        , m_toImage(viewport.screenToImage)
        , m_color(color)
    {
    }

    /// Output pixels are at most as large as bits: each looks for its bit.
    void enlarge(const OverlayPlane& plane)
    {
        for (int y = 0; y < m_picture.height; ++y) {
            for (int x = 0; x < m_picture.width; ++x) {
                const PointPx at = m_toImage.map({x + 0.5, y + 0.5});
                const double column = std::floor(at.x) - plane.left;
                const double row = std::floor(at.y) - plane.top;
                if (column >= 0 && column < plane.width && row >= 0 && row < plane.height &&
                    plane.bits[indexOf(static_cast<int>(column), static_cast<int>(row),
                                       plane.width)] != 0) {
                    put(x, y);
                }
            }
        }
    }

    /// Bits are smaller than output pixels: each is drawn where it falls.
    void reduce(const OverlayPlane& plane)
    {
        const Affine toScreen = m_toImage.inverted();
        for (int row = 0; row < plane.height; ++row) {
            const auto* bits = plane.bits.data() + indexOf(0, row, plane.width);
            for (int column = 0; column < plane.width; ++column) {
                if (bits[column] != 0) {
                    const PointPx at =
                        toScreen.map({plane.left + column + 0.5, plane.top + row + 0.5});
                    if (at.x >= 0 && at.x < m_picture.width && at.y >= 0 &&
                        at.y < m_picture.height) {
                        put(static_cast<int>(at.x), static_cast<int>(at.y));
                    }
                }
            }
        }
    }

private:
    void put(int x, int y)
    {
        std::uint32_t& pixel = m_picture.pixels[indexOf(x, y, m_picture.width)];
        if (pixel >> 24U != 0) { // not beside the image
            pixel = m_color;
        }
    }

    Picture& m_picture;
    Affine m_toImage;
    std::uint32_t m_color;
};

} // namespace

void drawOverlayPlanes(Picture& picture, const Viewport& viewport,
                       const std::vector<OverlayPlane>& planes, std::uint32_t color)
{
    if (viewport.screenToImage.determinant() == 0.0) {
        return;
    }
    PlaneDrawer drawer(picture, viewport, color);
    const Affine& map = viewport.screenToImage;
    const double across = std::hypot(map.a, map.d);
    const double down = std::hypot(map.b, map.e);
    for (const OverlayPlane& plane : planes) {
        if (across > 1.0 || down > 1.0) {
            drawer.reduce(plane);
        }
        if (across <= 1.0 || down <= 1.0) {
            drawer.enlarge(plane);
        }
    }
}

} // namespace nefes
