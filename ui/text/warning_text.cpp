// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/warning_text.h"

#include <QCoreApplication>

namespace nefes::ui {

namespace {

/// The translation context of these sentences.
struct WarningText {
    Q_DECLARE_TR_FUNCTIONS(WarningText)
};

} // namespace

QString warningText(ImageWarning warning)
{
    switch (warning) {
    case ImageWarning::EndsEarlyBlack:
        return WarningText::tr("The file ends early: what is missing is black");
    case ImageWarning::EndsEarlyGray:
        return WarningText::tr("The file ends early: what is missing is gray");
    case ImageWarning::StreamSize:
        return WarningText::tr("The image has another size than the file says");
    case ImageWarning::StreamSamples:
        return WarningText::tr("The image has other colours than the file says");
    case ImageWarning::PaletteUnreadable:
        return WarningText::tr("The palette cannot be read: shown in gray");
    case ImageWarning::WindowUnusable:
        return WarningText::tr("A window of the file is of no use");
    case ImageWarning::VoiLutEmpty:
        return WarningText::tr("A VOI LUT of the file is empty");
    case ImageWarning::ModalityLutEmpty:
        return WarningText::tr("The modality LUT of the file is empty");
    case ImageWarning::RescaleUnusable:
        return WarningText::tr("The rescale values of the file are of no use: stored values shown");
    case ImageWarning::OverlaySize:
        return WarningText::tr("An overlay of the file has the wrong size");
    case ImageWarning::SpacingUnusable:
        return WarningText::tr("The pixel spacing of the file is of no use: lengths in pixels");
    }
    return {};
}

} // namespace nefes::ui
