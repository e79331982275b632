// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_context.h"

#include <CLI/CLI.hpp>

namespace nefes::app {

/// `nefes lungs train --data DIR --output FILE` and `nefes lungs find PATH… --output DIR`.
void addLungsCommand(CLI::App& app, const CommandContext& context, int& exitStatus);

} // namespace nefes::app
