// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output.h"

#include "ml/valid_utf8.h"

#include "app/command_context.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace nefes::app {

namespace {

/// `valid` is UTF-8.
void writeOut(std::string_view valid)
{
    if (std::fwrite(valid.data(), 1, valid.size(), stdout) != valid.size() ||
        std::fflush(stdout) != 0) {
        throw OutputError(std::generic_category().message(errno));
    }
}

} // namespace

void printOutputText(std::string_view text)
{
    writeOut(ml::validUtf8(text));
}

void printLine(const nlohmann::ordered_json& object)
{
    writeOut(object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n');
}

void checkOutput()
{
    if (std::fflush(stdout) != 0) {
        throw OutputError(std::generic_category().message(errno));
    }
    if (std::ferror(stdout) != 0) {
        throw OutputError("not everything could be written");
    }
}

void printMessageText(std::string_view text)
{
    const std::string valid = ml::validUtf8(text);
    static_cast<void>(std::fwrite(valid.data(), 1, valid.size(), stderr));
}

void printError(const std::string& subject, const Error& error)
{
    printMessage("nefes: {}: {}: {}\n", subject, errorCodeName(error.code), error.detail);
}

bool isWriteError(const Error& error)
{
    return error.code == ErrorCode::WriteFailed || error.code == ErrorCode::DiskFull;
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
