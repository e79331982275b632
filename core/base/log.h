// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace nefes {

enum class LogLevel { Error, Warning, Info, Debug };

/// "error", "warning", "info", "debug".
[[nodiscard]] std::optional<LogLevel> logLevelFromName(std::string_view name);

/// Messages above this level are dropped; Warning at start. Any thread.
void setLogLevel(LogLevel level);

/// One line on standard error. English; never patient data: neither names, ids nor file contents.
/// Any thread.
void log(LogLevel level, std::string_view message);

} // namespace nefes
