// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nefes::app {

/// Whether an environment variable has a value.
[[nodiscard]] bool isSet(const char* variable);

/// Whether a window can be shown, or the platform to show it on was named.
[[nodiscard]] bool hasDisplay();

} // namespace nefes::app
