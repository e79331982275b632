// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_context.h"

#include <CLI/CLI.hpp>

namespace nefes::app {

/// `nefes draw-guide-pictures FOLDER`: the pictures of the guide, for developers.
void addGuideCommand(CLI::App& app, const CommandContext& context, int& exitStatus);

} // namespace nefes::app
