// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace nefes {

/// What a reader had to leave out or make up so that an image could be shown. A closed list:
/// ui/text has a sentence for each.
enum class ImageWarning {
    EndsEarlyBlack,    ///< what is missing of the pixel data is black
    EndsEarlyGray,     ///< … is gray
    StreamSize,        ///< the compressed stream has another size than the header says
    StreamSamples,     ///< … another number of samples a pixel
    PaletteUnreadable, ///< shown as gray
    WindowUnusable,
    VoiLutEmpty,
    ModalityLutEmpty,
    RescaleUnusable,
    OverlaySize,
    SpacingUnusable,
};

/// One English line for scripts (`nefes inspect`).
[[nodiscard]] std::string_view warningLine(ImageWarning warning);

} // namespace nefes
