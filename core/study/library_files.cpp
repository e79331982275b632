// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "core/study/library_files_p.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <ctime>
#include <fstream>
#include <string>
#include <system_error>

namespace nefes::study {

namespace fs = std::filesystem;

namespace {

/// To its last byte: a copy that fails does not say which of the two files it was.
bool isReadable(const fs::path& file)
{
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored)) {
        return false;
    }
    std::ifstream stream(file, std::ios::binary);
    std::array<char, 65536> buffer{};
    while (stream.read(buffer.data(), buffer.size())) {
    }
    return stream.eof() && !stream.bad();
}

} // namespace

bool isBelow(const fs::path& path, const fs::path& folder)
{
    if (folder.empty()) {
        return false;
    }
    const fs::path relative = path.lexically_relative(folder);
    return !relative.empty() && *relative.begin() != "..";
}

fs::path plainPath(const fs::path& path)
{
    std::error_code error;
    const fs::path absolute = fs::absolute(path, error);
    return (error ? path : absolute).lexically_normal();
}

Result<void> copyFile(const fs::path& from, const fs::path& to)
{
    std::error_code error;
    fs::create_directories(to.parent_path(), error);
    fs::path part = to;
    part += kPartSuffix;
    fs::copy_file(from, part, fs::copy_options::overwrite_existing, error);
    if (error) {
        std::error_code ignored;
        fs::remove(part, ignored);
        if (isReadable(from)) {
            return fail(writeErrorCode(error.value()), error.message());
        }
        return fail(fs::exists(from, ignored) ? ErrorCode::FileUnreadable : ErrorCode::FileNotFound,
                    error.message());
    }
    const int descriptor = ::open(part.c_str(), O_RDONLY | O_CLOEXEC);
    const bool isOnDisk = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int number = errno;
    if (descriptor >= 0) {
        ::close(descriptor);
    }
    if (!isOnDisk || ::rename(part.c_str(), to.c_str()) != 0) {
        const int reason = isOnDisk ? errno : number;
        fs::remove(part, error);
        return fail(writeErrorCode(reason), std::generic_category().message(reason));
    }
    return {};
}

Result<fs::path> moveAside(const fs::path& file)
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::string stamp(32, '\0');
    stamp.resize(std::strftime(stamp.data(), stamp.size(), "%Y%m%d-%H%M%S", &parts));
    fs::path aside;
    std::error_code error;
    for (int number = 1; aside.empty() || fs::exists(aside, error); ++number) {
        aside = file.parent_path() / fmt::format("library-damaged-{}-{}.sqlite", stamp, number);
    }
    fs::rename(file, aside, error);
    if (error) {
        return fail(writeErrorCode(error.value()), error.message());
    }
    for (const char* suffix : {"-wal", "-shm"}) {
        fs::path from = file;
        fs::path to = aside;
        fs::rename(from += suffix, to += suffix, error);
    }
    return aside;
}

} // namespace nefes::study
