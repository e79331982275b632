// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nefes::app {

/// Parses the command line, runs what it names and returns the exit status.
[[nodiscard]] int runCommandLine(int argc, char** argv);

} // namespace nefes::app
