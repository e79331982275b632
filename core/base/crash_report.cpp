// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/crash_report.h"

#include "core/base/assert.h"
#include "core/base/files.h"

#include <cxxabi.h>
#include <elf.h>
#include <execinfo.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <link.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <exception>
#include <memory>
#include <regex>
#include <span>
#include <system_error>
#include <typeinfo>

namespace nefes {
namespace {

namespace fs = std::filesystem;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsSanitized = true;
#else
constexpr bool kIsSanitized = false;
#endif

constexpr std::array kSignals{SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};
constexpr int kMostFrames = 128;
constexpr unsigned kSecondsToWrite = 10; ///< a loader that holds its lock must not hang us
constexpr std::size_t kStackBytes = std::size_t{128} * 1024;
constexpr std::size_t kMostReports = 5;
constexpr std::string_view kPrefix = "crash-";
constexpr std::string_view kSuffix = ".txt";
constexpr std::string_view kSeenSuffix = ".seen.txt";

// What the handler reads is prepared before: it must neither allocate nor take a lock.
std::array<char, 4096> reportPath;
std::array<char, 512> reportHead;
std::array<void*, kMostFrames> frames;
std::atomic<pid_t> writingThread{0};
std::atomic<const char*> exceptionType{nullptr};
alignas(16) std::array<char, kStackBytes> handlerStack;

void put(int file, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written <= 0) {
            return;
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

void put(int file, const char* text)
{
    put(file, std::string_view(text));
}

/// With leading zeros up to `digits`.
void putNumber(int file, std::int64_t number, int digits = 1)
{
    std::array<char, 24> text{};
    std::size_t at = text.size();
    std::uint64_t rest = number < 0 ? 0 : static_cast<std::uint64_t>(number);
    for (; rest > 0 || digits > 0; rest /= 10, --digits) {
        text[--at] = static_cast<char>('0' + rest % 10);
    }
    put(file, std::string_view(text.data() + at, text.size() - at));
}

/// Date and time in UTC; gmtime() is not safe here. After Hinnant's civil_from_days.
void putTime(int file, std::time_t seconds)
{
    const std::int64_t days = seconds / 86400 + 719468;
    const std::int64_t era = days / 146097;
    const std::int64_t ofEra = days - era * 146097;
    const std::int64_t year = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146096) / 365;
    const std::int64_t ofYear = ofEra - (365 * year + year / 4 - year / 100);
    const std::int64_t shifted = (5 * ofYear + 2) / 153;
    const std::int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
    putNumber(file, year + era * 400 + (month <= 2 ? 1 : 0), 4);
    put(file, "-");
    putNumber(file, month, 2);
    put(file, "-");
    putNumber(file, ofYear - (153 * shifted + 2) / 5 + 1, 2);
    put(file, "T");
    putNumber(file, seconds % 86400 / 3600, 2);
    put(file, ":");
    putNumber(file, seconds % 3600 / 60, 2);
    put(file, ":");
    putNumber(file, seconds % 60, 2);
    put(file, "Z");
}

const char* signalName(int signal)
{
    switch (signal) {
    case SIGSEGV:
        return "SIGSEGV (memory that is not there)";
    case SIGBUS:
        return "SIGBUS (memory or a mapped file that is gone)";
    case SIGILL:
        return "SIGILL (an instruction that this processor does not know)";
    case SIGFPE:
        return "SIGFPE (arithmetic)";
    case SIGABRT:
        return "SIGABRT (the program gave up)";
    default:
        return "a signal";
    }
}

void writeReport(int signal)
{
    const int file =
        ::open(reportPath.data(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) {
        return;
    }
    put(file, reportHead.data());
    put(file, "time: ");
    putTime(file, std::time(nullptr));
    put(file, "\nsignal: ");
    put(file, signalName(signal));
    std::array<char, 17> thread{};
    if (::prctl(PR_GET_NAME, thread.data()) == 0) {
        put(file, ::gettid() == ::getpid() ? "\nthread: main" : "\nthread: ");
        put(file, ::gettid() == ::getpid() ? "" : thread.data());
    }
    if (const char* type = exceptionType.load()) {
        put(file, "\nuncaught exception: ");
        put(file, type);
    }
    if (const FailedAssertion failed = failedAssertion(); failed.expression != nullptr) {
        put(file, "\nassertion: ");
        put(file, failed.expression);
        put(file, " (");
        put(file, failed.file);
        put(file, ":");
        putNumber(file, failed.line);
        put(file, ")");
    }
    put(file, "\n\nstack:\n");
    const int count = ::backtrace(frames.data(), kMostFrames);
    ::backtrace_symbols_fd(frames.data(), count, file);
    put(file, "end of report\n");
    ::close(file);
}

void handleCrash(int signal)
{
    pid_t nobody = 0;
    const pid_t self = ::gettid();
    if (!writingThread.compare_exchange_strong(nobody, self)) {
        // Another thread writes its report, after which the process ends.
        while (writingThread.load() != self) {
            ::pause();
        }
        ::_exit(128 + signal); // the handler itself has crashed
    }
    ::signal(SIGALRM, SIG_DFL);
    ::alarm(kSecondsToWrite);
    writeReport(signal);
    // As if there were no handler: the parent sees the signal, and a core is written where wanted.
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

[[noreturn]] void handleTerminate()
{
    if (const std::type_info* type = abi::__cxa_current_exception_type()) {
        exceptionType = type->name(); // what() may name a file
    }
    std::abort();
}

/// The linker's name for exactly this build, for whoever looks the addresses up.
std::string buildId()
{
    std::string id;
    ::dl_iterate_phdr(
        [](dl_phdr_info* info, std::size_t, void* result) {
            for (const ElfW(Phdr) & header : std::span(info->dlpi_phdr, info->dlpi_phnum)) {
                if (header.p_type != PT_NOTE) {
                    continue;
                }
                // NOLINTNEXTLINE(performance-no-int-to-ptr): the loader tells addresses as numbers
                const auto* at = reinterpret_cast<const char*>(info->dlpi_addr + header.p_vaddr);
                const char* end = at + header.p_memsz;
                const auto padded = [](std::size_t size) {
                    return (size + 3) / 4 * 4;
                };
                while (at + sizeof(ElfW(Nhdr)) <= end) {
                    ElfW(Nhdr) note = {};
                    std::memcpy(&note, at, sizeof(note));
                    const char* name = at + sizeof(note);
                    const char* value = name + padded(note.n_namesz);
                    if (note.n_type == NT_GNU_BUILD_ID) {
                        for (const char byte : std::span(value, note.n_descsz)) {
                            *static_cast<std::string*>(result) +=
                                fmt::format("{:02x}", static_cast<unsigned char>(byte));
                        }
                        return 1;
                    }
                    at = value + padded(note.n_descsz);
                }
            }
            return 1; // the program itself comes first; its libraries have ids of their own
        },
        &id);
    return id;
}

template <std::size_t size>
void keep(std::array<char, size>& target, const std::string& text)
{
    const std::size_t length = std::min(text.size(), size - 1);
    std::copy_n(text.begin(), length, target.begin());
    target[length] = '\0';
}

bool isNewReport(const fs::path& file)
{
    const std::string name = toUtf8(file.filename());
    return name.starts_with(kPrefix) && name.ends_with(kSuffix) && !name.ends_with(kSeenSuffix);
}

std::string demangled(const std::string& name)
{
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> text(
        abi::__cxa_demangle(name.c_str(), nullptr, nullptr, &status), &std::free);
    return status == 0 && text ? std::string(text.get()) : name;
}

} // namespace

void installCrashHandler(const fs::path& folder, std::string_view program)
{
    if (kIsSanitized) {
        return;
    }
    const std::string path =
        (folder / fmt::format("{}{}-{}{}", kPrefix, std::time(nullptr), ::getpid(), kSuffix))
            .string();
    if (path.size() >= reportPath.size()) {
        return;
    }
    keep(reportPath, path);
    keep(reportHead, fmt::format("{}\nbuild: {}\n", program, buildId()));
    // The first call loads libgcc's unwinder, which a handler must not.
    ::backtrace(frames.data(), 1);
    stack_t stack = {};
    stack.ss_sp = handlerStack.data();
    stack.ss_size = handlerStack.size();
    ::sigaltstack(&stack, nullptr);
    struct sigaction action = {};
    action.sa_handler = &handleCrash;
    action.sa_flags = SA_ONSTACK;
    for (const int signal : kSignals) {
        ::sigaction(signal, &action, nullptr);
    }
    std::set_terminate(&handleTerminate);
}

std::vector<fs::path> findCrashReports(const fs::path& folder)
{
    std::vector<fs::path> all;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
        if (toUtf8(entry.path().filename()).starts_with(kPrefix) &&
            entry.path().extension() == kSuffix) {
            all.push_back(entry.path());
        }
    }
    // The name begins with the seconds of the start, which have the same number of digits until
    // the year 2286.
    std::ranges::sort(all, std::ranges::greater());
    while (all.size() > kMostReports) {
        fs::remove(all.back(), error);
        all.pop_back();
    }
    std::erase_if(all, [](const fs::path& file) { return !isNewReport(file); });
    return all;
}

std::string readableCrashReport(std::string_view raw)
{
    // "/folder/module(symbol+0x1f)[0x5581]" or "/folder/module(+0x1f)[0x5581]"
    static const std::regex kFrame(R"(^(?:.*/)?([^/(]+)\(([^+)]*)(\+0x[0-9a-f]+)?\) ?\[[^\]]*\]$)");
    static const std::regex kType(R"(^(uncaught exception: )(.*)$)");
    std::string text;
    while (!raw.empty()) {
        const std::size_t end = raw.find('\n');
        const std::string line(raw.substr(0, end));
        raw.remove_prefix(end == std::string_view::npos ? raw.size() : end + 1);
        std::smatch part;
        if (std::regex_match(line, part, kFrame)) {
            text +=
                fmt::format("  {} {}{}\n", part[1].str(), demangled(part[2].str()), part[3].str());
        } else if (std::regex_match(line, part, kType)) {
            text += part[1].str() + demangled(part[2].str()) + '\n';
        } else {
            text += line + '\n';
        }
    }
    return text;
}

void setCrashReportSeen(const fs::path& report)
{
    if (isNewReport(report)) {
        fs::path seen = report;
        seen.replace_extension(kSeenSuffix);
        std::error_code ignored;
        fs::rename(report, seen, ignored);
    }
}

} // namespace nefes
