// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_context.h"

#include <CLI/CLI.hpp>

namespace nefes::app {

/// `nefes draw-phantom FILE.dcm`: writes the sample study again. Not part of the contract.
void addPhantomCommand(CLI::App& app, int& exitStatus);

} // namespace nefes::app
