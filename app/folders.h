// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_context.h"

namespace nefes::app {

/// Resources are looked for in NEFES_RESOURCES, in ../share/nefes beside the program (build folder
/// and installation); the user's own folders follow the XDG Base Directory Specification 0.8.
[[nodiscard]] Folders findFolders();

/// $XDG_CONFIG_HOME/nefes/nefes.ini
[[nodiscard]] std::filesystem::path settingsFile();

/// The running program itself, which child processes start again.
[[nodiscard]] std::filesystem::path programFile();

} // namespace nefes::app
