// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

namespace nefes::app {

void addCaptionsCommand(CLI::App& app, int& exitStatus);

} // namespace nefes::app
