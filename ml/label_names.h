// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/recipe.h"

#include <string>

namespace nefes::ml {

/// What people read for a label id: known findings by their names in both languages, anything else
/// with spaces for underscores and a capital letter in front.
[[nodiscard]] LocalisedText labelName(const std::string& id);

} // namespace nefes::ml
