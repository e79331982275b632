// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace nefes::ui {

/// A warning of ImageData::warnings in the current language; one that is not known as it is.
[[nodiscard]] QString imageWarningText(const std::string& warning);

} // namespace nefes::ui
