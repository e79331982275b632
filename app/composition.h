// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_context.h"
#include "ui/services.h"

namespace nefes::app {

/// Every reader, folder and operation of the program, put together.
[[nodiscard]] CommandContext makeContext();

/// What the window is handed.
[[nodiscard]] ui::Services makeServices(const CommandContext& context);

} // namespace nefes::app
