// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_context.h"

#include <CLI/CLI.hpp>

namespace nefes::app {

/// `nefes sweep --recipe ID|FILE --grid KEY=V1,V2… --data DIR… --output DIR`
void addSweepCommand(CLI::App& app, const CommandContext& context, int& exitStatus);

} // namespace nefes::app
