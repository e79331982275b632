// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_context.h"

#include <CLI/CLI.hpp>

namespace nefes::app {

/// `nefes doctor`, and `nefes probe-display`, which it starts to try the display.
void addDoctorCommand(CLI::App& app, const CommandContext& context, int& exitStatus);

} // namespace nefes::app
