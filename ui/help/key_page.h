// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace nefes::ui {

class ActionRegistry;

/// All actions with their keys, and what the mouse does, as HTML in the current language.
[[nodiscard]] QString keyPage(const ActionRegistry& actions);

} // namespace nefes::ui
