// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/image_warning_text.h"

#include "ui/text/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace nefes::ui {

QString imageWarningText(const std::string& warning)
{
    using Entry = std::pair<std::string_view, const char*>;
    constexpr std::array<Entry, 10> kTexts{{
        {"a pixel spacing that is not positive was left out",
         QT_TRANSLATE_NOOP("ImageWarnings", "Unusable pixel spacing: lengths are in pixels")},
        {"a window without a usable width or centre was left out",
         QT_TRANSLATE_NOOP("ImageWarnings", "An unusable window was left out")},
        {"an empty VOI LUT was left out",
         QT_TRANSLATE_NOOP("ImageWarnings", "An empty VOI LUT was left out")},
        {"an overlay of the wrong size was left out",
         QT_TRANSLATE_NOOP("ImageWarnings", "An overlay of the wrong size was left out")},
        {"an empty modality LUT was left out",
         QT_TRANSLATE_NOOP("ImageWarnings", "An empty modality LUT was left out")},
        {"a rescale slope or intercept of no use was left out",
         QT_TRANSLATE_NOOP("ImageWarnings", "An unusable rescale slope or intercept was left out")},
        {"the pixel data ends early; the rest is black",
         QT_TRANSLATE_NOOP("ImageWarnings", "The pixel data ends early; the rest is black")},
        {"the pixel data ends early; the rest is gray",
         QT_TRANSLATE_NOOP("ImageWarnings", "The pixel data ends early; the rest is gray")},
        {"the palette cannot be read; shown as gray",
         QT_TRANSLATE_NOOP("ImageWarnings", "The palette cannot be read; shown as gray")},
        {"the stream has ",
         QT_TRANSLATE_NOOP("ImageWarnings", "Header and compressed image do not agree")},
    }};
    const auto* found = std::ranges::find_if(
        kTexts, [&warning](const Entry& entry) { return warning.starts_with(entry.first); });
    return found == kTexts.end() ? fromUtf8(warning)
                                 : QCoreApplication::translate("ImageWarnings", found->second);
}

} // namespace nefes::ui
