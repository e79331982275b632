// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/preset_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace nefes::ui {

QString presetText(std::string_view id)
{
    constexpr std::array<std::pair<std::string_view, const char*>, 11> kNames{{
        {"lung", QT_TRANSLATE_NOOP("Presets", "Lung")},
        {"bone", QT_TRANSLATE_NOOP("Presets", "Bone")},
        {"soft_tissue", QT_TRANSLATE_NOOP("Presets", "Soft tissue")},
        {"mediastinum", QT_TRANSLATE_NOOP("Presets", "Mediastinum")},
        {"lines_tubes", QT_TRANSLATE_NOOP("Presets", "Lines and tubes")},
        {"ct_lung", QT_TRANSLATE_NOOP("Presets", "Lung")},
        {"ct_mediastinum", QT_TRANSLATE_NOOP("Presets", "Mediastinum")},
        {"ct_bone", QT_TRANSLATE_NOOP("Presets", "Bone")},
        {"ct_brain", QT_TRANSLATE_NOOP("Presets", "Brain")},
        {"ct_abdomen", QT_TRANSLATE_NOOP("Presets", "Abdomen")},
        {"ct_liver", QT_TRANSLATE_NOOP("Presets", "Liver")},
    }};
    const auto* found =
        std::ranges::find(kNames, id, &std::pair<std::string_view, const char*>::first);
    return found == kNames.end() ? QString::fromStdString(std::string(id))
                                 : QCoreApplication::translate("Presets", found->second);
}

} // namespace nefes::ui
