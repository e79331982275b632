// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/screen_picture.h"

#include "core/image/overlay_planes.h"

#include "ui/viewer/scene.h"

#include <QPainter>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace nefes::ui {

namespace {

/// Rounding of a transform must not lose a column that the image just covers.
constexpr double kTolerance = 1e-6;

/// The rows stay in the cache between toning and painting.
constexpr int kPiecePixels = 32 * 1024;

/// The pixels whose centres may lie inside the image.
QRect coveredRect(const Affine& imageToScreen, const DecodedImage& image, QSize device)
{
    const PointPx first = imageToScreen.map({0.0, 0.0});
    const PointPx last = imageToScreen.map(
        {static_cast<double>(image.width()), static_cast<double>(image.height())});
    const auto span = [](double a, double b, int size) {
        const double low = std::clamp(std::min(a, b) - 0.5 - kTolerance, 0.0, double(size));
        const double high = std::clamp(std::max(a, b) - 0.5 + kTolerance, -1.0, size - 1.0);
        return std::pair(static_cast<int>(std::ceil(low)), static_cast<int>(std::floor(high)));
    };
    const auto [left, right] = span(first.x, last.x, device.width());
    const auto [top, bottom] = span(first.y, last.y, device.height());
    return left > right || top > bottom ? QRect() : QRect(QPoint(left, top), QPoint(right, bottom));
}

} // namespace

void ScreenPicture::sample(const Scene& scene, QSize device)
{
    const Viewport seen = sceneViewport(scene, device);
    m_device = device;
    m_rect = coveredRect(seen.screenToImage.inverted(), *scene.image, device);
    const Affine& map = seen.screenToImage;
    m_viewport = {.width = m_rect.width(),
                  .height = m_rect.height(),
                  .screenToImage = {map.a, map.b,
                                    map.a * m_rect.left() + map.b * m_rect.top() + map.c, map.d,
                                    map.e, map.d * m_rect.left() + map.e * m_rect.top() + map.f}};
    m_canUseLookup = false;
    if (m_rect.isEmpty()) {
        m_samples = {};
        m_picture = {};
        return;
    }
    m_samples = sampleViewport(shownImage(scene), m_viewport, Interpolation::Linear);
    const std::vector<std::uint16_t>& patterns = m_samples.patterns;
    if (!patterns.empty() && std::ranges::find(m_samples.inside, 0) == m_samples.inside.end()) {
        const auto [smallest, largest] = std::ranges::minmax(patterns);
        m_canUseLookup = true;
        m_smallest = smallest;
        m_largest = largest;
    }
}

void ScreenPicture::makeLookup(const ToneTable& table, ColorMap map)
{
    const ColorTable& colors = colorTable(map);
    const std::vector<std::uint8_t>& entries = table.entries();
    m_lookup.resize(entries.size());
    for (std::size_t value = m_smallest; value <= m_largest; ++value) {
        const Color8 color = colors[entries[value]];
        m_lookup[value] = qRgb(color.red, color.green, color.blue);
    }
}

void ScreenPicture::tone(const Scene& scene, const FloatGrid* heatmap)
{
    if (m_rect.isEmpty()) {
        return;
    }
    const DisplaySettings display = shownDisplay(scene);
    const bool hasPlanes = scene.showsGraphics && !scene.image->data().overlays.empty();
    m_usesLookup = m_canUseLookup && heatmap == nullptr && !hasPlanes;
    if (m_usesLookup) {
        m_picture = {};
        makeLookup(ToneTable(shownImage(scene), display), display.colorMap);
        return;
    }
    m_picture = nefes::tone(m_samples, ToneTable(shownImage(scene), display), display.colorMap);
    if (hasPlanes) {
        drawOverlayPlanes(m_picture, m_viewport, scene.image->data().overlays);
    }
    if (heatmap != nullptr) {
        blendHeatmap(m_picture, m_viewport, *heatmap, scene.image->width(), scene.image->height(),
                     scene.heatmapStyle);
    }
}

void ScreenPicture::writeRows(int first, int count, std::uint32_t* target,
                              std::ptrdiff_t stride) const
{
    const std::ptrdiff_t width = m_rect.width();
    for (int row = first; row < first + count; ++row, target += stride) {
        if (!m_usesLookup) {
            std::copy_n(m_picture.pixels.begin() + row * width, width, target);
            continue;
        }
        const std::uint16_t* const values = m_samples.patterns.data() + row * width;
        const std::uint32_t* const lookup = m_lookup.data();
        std::ptrdiff_t x = 0;
        static_assert(std::endian::native == std::endian::little);
        // Two pixels a store: the loop is bound by them.
        for (; x + 2 <= width; x += 2) {
            const std::uint64_t pair =
                lookup[values[x]] | static_cast<std::uint64_t>(lookup[values[x + 1]]) << 32U;
            std::memcpy(target + x, &pair, sizeof pair);
        }
        for (; x < width; ++x) {
            target[x] = lookup[values[x]];
        }
    }
}

void ScreenPicture::paint(QPainter& painter, double ratio) const
{
    const auto draw = [&](const std::uint32_t* pixels, int first, int count) {
        QImage rows(reinterpret_cast<const uchar*>(pixels), m_rect.width(), count,
                    qsizetype{4} * m_rect.width(), QImage::Format_RGB32);
        rows.setDevicePixelRatio(ratio);
        painter.drawImage(QPointF(m_rect.left(), m_rect.top() + first) / ratio, rows);
    };
    if (m_rect.isEmpty()) {
        return;
    }
    if (!m_usesLookup) {
        draw(m_picture.pixels.data(), 0, m_rect.height());
        return;
    }
    const int rows = std::clamp(kPiecePixels / m_rect.width(), 1, m_rect.height());
    std::vector<std::uint32_t> piece(static_cast<std::size_t>(rows) *
                                     static_cast<std::size_t>(m_rect.width()));
    for (int first = 0; first < m_rect.height(); first += rows) {
        const int count = std::min(rows, m_rect.height() - first);
        writeRows(first, count, piece.data(), m_rect.width());
        draw(piece.data(), first, count);
    }
}

QImage ScreenPicture::whole() const
{
    QImage whole(m_device, QImage::Format_RGB32);
    whole.fill(Qt::black);
    if (!m_rect.isEmpty()) {
        auto* const pixels = reinterpret_cast<std::uint32_t*>(whole.bits());
        writeRows(0, m_rect.height(),
                  pixels + static_cast<std::ptrdiff_t>(m_rect.top()) * m_device.width() +
                      m_rect.left(),
                  m_device.width());
    }
    return whole;
}

} // namespace nefes::ui
