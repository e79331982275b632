// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image_warning.h"

#include <QString>

namespace nefes::ui {

/// What the reader had to leave out, in the current language.
[[nodiscard]] QString warningText(ImageWarning warning);

} // namespace nefes::ui
