// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

namespace nefes {
namespace {

spdlog::level::level_enum toSpdlog(LogLevel level)
{
    switch (level) {
    case LogLevel::Error:
        return spdlog::level::err;
    case LogLevel::Warning:
        return spdlog::level::warn;
    case LogLevel::Info:
        return spdlog::level::info;
    case LogLevel::Debug:
        return spdlog::level::debug;
    }
    return spdlog::level::err;
}

spdlog::logger& logger()
{
    static const auto instance = [] {
        auto created = std::make_shared<spdlog::logger>(
            "nefes", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        created->set_pattern("%n: %l: %v");
        created->set_level(spdlog::level::warn);
        return created;
    }();
    return *instance;
}

} // namespace

std::optional<LogLevel> logLevelFromName(std::string_view name)
{
    if (name == "error") {
        return LogLevel::Error;
    }
    if (name == "warning") {
        return LogLevel::Warning;
    }
    if (name == "info") {
        return LogLevel::Info;
    }
    if (name == "debug") {
        return LogLevel::Debug;
    }
    return std::nullopt;
}

void setLogLevel(LogLevel level)
{
    logger().set_level(toSpdlog(level));
}

void log(LogLevel level, std::string_view message)
{
    logger().log(toSpdlog(level), "{}", message);
}

} // namespace nefes
