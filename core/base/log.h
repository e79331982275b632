// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <optional>
#include <string_view>

namespace nefes {

enum class LogLevel { Error, Warning, Info, Debug };

/// "error", "warning", "info", "debug".
[[nodiscard]] std::optional<LogLevel> logLevelFromName(std::string_view name);

/// Messages above this level are not written to standard error; Warning at start. Any thread.
void setLogLevel(LogLevel level);

/// Writes from now on to nefes.log in the folder as well, which is made: messages up to Info, with
/// their time (UTC) and process. Three files of a megabyte at most; a second program that runs at
/// the same time takes nefes-2.log and so on. The file that was chosen, or WriteFailed. Before any
/// other thread logs.
[[nodiscard]] Result<std::filesystem::path> logToFolder(const std::filesystem::path& folder);

/// One line on standard error and in the file. English; never patient data, and nothing that a user
/// has named: neither names, ids, paths nor file contents. Any thread.
void log(LogLevel level, std::string_view message);

/// What a library says, which may hold the path of a file: all of it on standard error; the file
/// gets the origin and the function that the text begins with, if there is one. Any thread.
void logForeign(LogLevel level, std::string_view origin, std::string_view text);

/// "Class::function" of a text such as "Class::function: cannot open …"; else empty.
[[nodiscard]] std::string_view leadingFunction(std::string_view text);

} // namespace nefes
