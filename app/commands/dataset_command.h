// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_context.h"

#include <CLI/CLI.hpp>

namespace nefes::app {

/// `nefes dataset summary|pack|split|merge|embed …`
void addDatasetCommand(CLI::App& app, const CommandContext& context, int& exitStatus);

} // namespace nefes::app
