// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/image_warning.h"

namespace nefes {

std::string_view warningLine(ImageWarning warning)
{
    switch (warning) {
    case ImageWarning::EndsEarlyBlack:
        return "the pixel data ends early; the rest is black";
    case ImageWarning::EndsEarlyGray:
        return "the pixel data ends early; the rest is gray";
    case ImageWarning::StreamSize:
        return "the compressed stream has another size than the header says";
    case ImageWarning::StreamSamples:
        return "the compressed stream has another number of samples a pixel than the header says";
    case ImageWarning::PaletteUnreadable:
        return "the palette cannot be read; shown as gray";
    case ImageWarning::WindowUnusable:
        return "a window without a usable width or centre was left out";
    case ImageWarning::VoiLutEmpty:
        return "an empty VOI LUT was left out";
    case ImageWarning::ModalityLutEmpty:
        return "an empty modality LUT was left out";
    case ImageWarning::RescaleUnusable:
        return "a rescale slope or intercept of no use was left out";
    case ImageWarning::OverlaySize:
        return "an overlay of the wrong size was left out";
    case ImageWarning::SpacingUnusable:
        return "a pixel spacing that is not positive was left out";
    }
    return {};
}

} // namespace nefes
