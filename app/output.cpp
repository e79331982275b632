// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output.h"

#include "app/command_context.h"

#include <fmt/format.h>

#include <cstdio>

namespace nefes::app {

void printLine(const nlohmann::ordered_json& object)
{
    fmt::print("{}\n",
               object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
    std::fflush(stdout);
}

void printError(const std::string& subject, const Error& error)
{
    fmt::print(stderr, "nefes: {}: {}: {}\n", subject, errorCodeName(error.code), error.detail);
}

Result<void> naming(const std::string& file, Result<void> result)
{
    if (!result) {
        return fail(result.error().code, fmt::format("{}: {}", file, result.error().detail));
    }
    return result;
}

nlohmann::ordered_json errorToJson(const Error& error)
{
    return {{"code", errorCodeName(error.code)}, {"message", error.detail}};
}

int exitStatusOf(const Error& error)
{
    switch (error.code) {
    case ErrorCode::ModuleMissing:
    case ErrorCode::ModuleIncompatible:
    case ErrorCode::ModelNotFound:
    case ErrorCode::ModelDamaged:
    case ErrorCode::ModelDigestMismatch:
    case ErrorCode::ModelShapeMismatch:
    case ErrorCode::ModelFormatUnsupported:
    case ErrorCode::DeviceUnavailable:
    case ErrorCode::RecipeInvalid:
    case ErrorCode::NetworkInvalid:
    case ErrorCode::InvalidArgument:
        return kExitUsage;
    case ErrorCode::Cancelled:
        return kExitInterrupted;
    default:
        return kExitSomeFailed;
    }
}

} // namespace nefes::app
