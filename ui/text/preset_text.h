// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/display.h"

#include <QString>

#include <string_view>

namespace nefes::ui {

/// The name of a window preset (WindowPreset::id) in the current language.
[[nodiscard]] QString presetText(std::string_view id);

} // namespace nefes::ui
