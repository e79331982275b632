// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <string>
#include <system_error>

namespace nefes {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestFile = std::size_t{1024} * 1024;
constexpr std::size_t kRotatedFiles = 2; ///< beside the one that is written
constexpr int kMostPrograms = 4;         ///< that write logs of their own at the same time

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

/// Its sinks decide on the level: the terminal is quieter than the file.
struct Log {
    std::shared_ptr<spdlog::sinks::sink> terminal =
        std::make_shared<spdlog::sinks::stderr_sink_mt>();
    std::shared_ptr<spdlog::sinks::sink> file; ///< null until logToFolder()
    spdlog::logger logger{"nefes", terminal};

    Log()
    {
        logger.set_pattern("%n: %l: %v");
        terminal->set_level(spdlog::level::warn);
        logger.set_level(spdlog::level::warn);
    }
};

Log& theLog()
{
    static Log instance;
    return instance;
}

/// One message, one line.
std::string oneLine(std::string_view text)
{
    std::string line(text);
    std::ranges::replace_if(
        line, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return line;
}

/// The file is ours as long as the descriptor of its lock is open, which is until the end.
bool lockFile(const fs::path& lock)
{
    const int descriptor = ::open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
        return true;
    }
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    return false;
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
    Log& target = theLog();
    target.terminal->set_level(toSpdlog(level));
    // The file keeps its level, except where somebody looks for a mistake.
    if (target.file && level == LogLevel::Debug) {
        target.file->set_level(spdlog::level::debug);
    }
    const auto lowest =
        target.file ? std::min(toSpdlog(level), target.file->level()) : toSpdlog(level);
    target.logger.set_level(lowest);
}

Result<fs::path> logToFolder(const fs::path& folder)
{
    Log& target = theLog();
    std::error_code error;
    if (fs::create_directories(folder, error)) {
        fs::permissions(folder, fs::perms::owner_all, error);
    }
    for (int number = 1; number <= kMostPrograms; ++number) {
        const std::string name = number == 1 ? "nefes" : fmt::format("nefes-{}", number);
        if (!lockFile(folder / ("." + name + ".lock"))) {
            continue;
        }
        fs::path file = folder / (name + ".log");
        try {
            target.file = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
                file.string(), kLargestFile, kRotatedFiles);
        } catch (const spdlog::spdlog_ex& exception) {
            return fail(ErrorCode::WriteFailed, exception.what());
        }
        target.file->set_formatter(std::make_unique<spdlog::pattern_formatter>(
            "%Y-%m-%dT%H:%M:%S.%eZ %P %l: %v", spdlog::pattern_time_type::utc));
        const bool isDebugging = target.terminal->level() <= spdlog::level::debug;
        target.file->set_level(isDebugging ? spdlog::level::debug : spdlog::level::info);
        target.logger.sinks() = {target.terminal, target.file};
        target.logger.set_level(std::min(target.terminal->level(), target.file->level()));
        target.logger.flush_on(spdlog::level::info);
        return file;
    }
    return fail(ErrorCode::WriteFailed, "no log file can be opened in the state folder");
}

void log(LogLevel level, std::string_view message)
{
    theLog().logger.log(toSpdlog(level), "{}", oneLine(message));
}

std::string_view leadingFunction(std::string_view text)
{
    const auto isPart = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               c == '_' || c == ':' || c == '~';
    };
    const auto end = std::ranges::find_if_not(text, isPart);
    std::string_view name = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    while (name.ends_with(':')) {
        name.remove_suffix(1);
    }
    return name.find("::") == std::string_view::npos ? std::string_view() : name;
}

void logForeign(LogLevel level, std::string_view origin, std::string_view text)
{
    Log& target = theLog();
    const auto write = [&](const std::shared_ptr<spdlog::sinks::sink>& sink,
                           const std::string& message) {
        const spdlog::details::log_msg entry("nefes", toSpdlog(level), message);
        if (sink && sink->should_log(entry.level)) {
            sink->log(entry);
            sink->flush();
        }
    };
    write(target.terminal, oneLine(text));
    const std::string_view function = leadingFunction(text);
    write(target.file, function.empty()
                           ? fmt::format("{}: a message (standard error has its words)", origin)
                           : fmt::format("{}: {}", origin, function));
}

} // namespace nefes
