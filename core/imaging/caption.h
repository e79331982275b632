// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/render.h"

#include <filesystem>

namespace nefes::imaging {

/// A line of text that goes onto pictures which leave the program. It comes as a drawn line, so
/// that writing a picture needs no fonts. Immutable; any thread.
class Caption
{
public:
    /// From a PNG whose gray values are the coverage of the text, 255 inside the strokes.
    /// UnknownFormat, and the codes of reading a file.
    [[nodiscard]] static Result<Caption> read(const std::filesystem::path& file);

    /// Writes it in white on a darkened strip at the lower left edge: a fortieth of the picture's
    /// height, at least 20 pixels, and never wider than the picture.
    void drawOn(Picture& picture) const;

private:
    explicit Caption(GrayPlane coverage)
        : m_coverage(std::move(coverage))
    {
    }
    GrayPlane m_coverage;
};

} // namespace nefes::imaging
