// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

namespace nefes::app {

/// From now on Ctrl-C and SIGTERM request a stop; a second one ends the program at once with status
/// 130. Called once, before other threads start: they inherit the blocked signals.
[[nodiscard]] std::stop_token stopOnInterrupt();

} // namespace nefes::app
