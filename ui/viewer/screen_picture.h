// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"
#include "core/image/render.h"

#include <QImage>
#include <QRect>
#include <QSize>

#include <cstddef>
#include <cstdint>
#include <vector>

class QPainter;

namespace nefes::ui {

struct Scene;

/// The part of a viewport that an image covers: sampled once for a zoom or a pan, toned at
/// each step of a window drag. Screen and export use it, so that both have the same
/// pixels. Any thread, one call at a time.
class ScreenPicture
{
public:
    /// Brings the image to the screen grid; tone() is due after it.
    void sample(const Scene& scene, QSize device);
    /// Gray values or colours of what was sampled; `heatmap` may be null.
    void tone(const Scene& scene, const FloatGrid* heatmap);

    /// Size of the viewport that was sampled, in device pixels; empty before that.
    [[nodiscard]] QSize device() const { return m_device; }
    /// Where the image lies in it. Empty: it is outside.
    [[nodiscard]] QRect rect() const { return m_rect; }
    /// Paints rect() alone, with `ratio` device pixels to a unit of the painter.
    void paint(QPainter& painter, double ratio) const;
    /// The whole viewport, black around the image.
    [[nodiscard]] QImage whole() const;

private:
    void makeLookup(const ToneTable& table, ColorMap map);
    /// Pixels of rect() from row `first` on, as 0xffRRGGBB.
    void writeRows(int first, int count, std::uint32_t* target, std::ptrdiff_t stride) const;

    QSize m_device;
    QRect m_rect;
    Viewport m_viewport; ///< of m_rect
    ScreenSamples m_samples;
    /// 8- or 16-bit gray with a color for each bit pattern: rows are toned as they are painted, in
    /// pieces that stay in the cache of the processor. The same values as nefes::tone() gives.
    bool m_usesLookup = false;
    bool m_canUseLookup = false;  ///< the samples are gray and cover the whole of m_rect
    std::uint16_t m_smallest = 0; ///< of the bit patterns that occur; no others are looked up
    std::uint16_t m_largest = 0;
    std::vector<std::uint32_t> m_lookup;
    Picture m_picture; ///< of everything else; empty when m_usesLookup
};

} // namespace nefes::ui
