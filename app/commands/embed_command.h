// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_context.h"

#include <CLI/CLI.hpp>

namespace nefes::app {

/// `nefes dataset embed --model ID|DIR --data DIR… --output DIR`, below the dataset command.
void addEmbedCommand(CLI::App& dataset, const CommandContext& context, int& exitStatus);

} // namespace nefes::app
