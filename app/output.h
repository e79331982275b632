// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace nefes::app {

/// Standard output cannot be written: there is nobody to work for. Caught in main(), which says so
/// and ends the program, and by TrainingProgress, which lets the run come to its end first.
class OutputError final : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Text on standard output, at once, as UTF-8. Throws OutputError.
void printOutputText(std::string_view text);
template <class... Arguments>
void printOutput(fmt::format_string<Arguments...> format, Arguments&&... arguments)
{
    printOutputText(fmt::format(format, std::forward<Arguments>(arguments)...));
}

/// One JSON object as a line on standard output. Throws OutputError.
void printLine(const nlohmann::ordered_json& object);

/// Throws OutputError where something that was printed has not arrived.
void checkOutput();

/// Text on standard error, as UTF-8. Where even that cannot be written there is nobody to tell.
void printMessageText(std::string_view text);
template <class... Arguments>
void printMessage(fmt::format_string<Arguments...> format, Arguments&&... arguments)
{
    printMessageText(fmt::format(format, std::forward<Arguments>(arguments)...));
}

/// "nefes: SUBJECT: code: detail" on standard error.
void printError(const std::string& subject, const Error& error);

/// Whether it is the output that could not be written.
[[nodiscard]] bool isWriteError(const Error& error);

/// The result, with the file that was written in front of an error's detail.
[[nodiscard]] Result<void> naming(const std::string& file, Result<void> result);

/// {"code": …, "message": …} of the contract.
[[nodiscard]] nlohmann::ordered_json errorToJson(const Error& error);

/// kExitUsage where the command line, a recipe, a network or a model is wrong, kExitInterrupted
/// when cancelled, else kExitSomeFailed.
[[nodiscard]] int exitStatusOf(const Error& error);

} // namespace nefes::app
