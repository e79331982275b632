// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace nefes::ui {

/// What went wrong and what to do about it, in the current language.
[[nodiscard]] QString errorText(ErrorCode code);

} // namespace nefes::ui
