// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace nefes {

/// From now on a crash of this process (SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, std::terminate)
/// writes a report into the folder before the process ends as it would have ended: `program`
/// ("Nefes 1.0, Qt 6.4"), signal, thread, stack and nothing of what was open. The folder must
/// exist. A stack overflow is caught on the calling thread. Once a process, before other threads
/// start. Does nothing under a sanitizer, whose own reports say more.
void installCrashHandler(const std::filesystem::path& folder, std::string_view program);

/// Reports that nobody has dealt with, the newest first. Only the newest ones are kept: older files
/// are removed. Blocks on the disk.
[[nodiscard]] std::vector<std::filesystem::path>
findCrashReports(const std::filesystem::path& folder);

/// A report as people read and send it: C++ names instead of mangled ones, files of the program
/// without their folders.
[[nodiscard]] std::string readableCrashReport(std::string_view raw);

/// It stays on the disk and is not found any more.
void setCrashReportSeen(const std::filesystem::path& report);

} // namespace nefes
