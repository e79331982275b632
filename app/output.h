// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <string>

namespace nefes::app {

/// One JSON object as a line on standard output, at once. Bytes that are not UTF-8 become U+FFFD.
void printLine(const nlohmann::ordered_json& object);

/// "nefes: SUBJECT: code: detail" on standard error.
void printError(const std::string& subject, const Error& error);

/// The result, with the file that was written in front of an error's detail.
[[nodiscard]] Result<void> naming(const std::string& file, Result<void> result);

/// {"code": …, "message": …} of the contract.
[[nodiscard]] nlohmann::ordered_json errorToJson(const Error& error);

/// kExitUsage where the command line, a recipe, a network or a model is wrong, kExitInterrupted
/// when cancelled, else kExitSomeFailed.
[[nodiscard]] int exitStatusOf(const Error& error);

} // namespace nefes::app
