// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <optional>
#include <system_error>

namespace nefes {
namespace {

namespace fs = std::filesystem;

/// Of a mode: who may do what, without the kind of the file.
constexpr mode_t kPermissions = 07777;

std::string reason(int error)
{
    return std::generic_category().message(error);
}

ErrorCode readErrorCode(int error)
{
    return error == ENOENT || error == ENOTDIR ? ErrorCode::FileNotFound
                                               : ErrorCode::FileUnreadable;
}

/// Closes the descriptor at the end of its scope.
class Descriptor
{
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    ~Descriptor()
    {
        if (m_fd >= 0) {
            ::close(m_fd);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] int close()
    {
        const int result = ::close(m_fd);
        m_fd = -1;
        return result;
    }

private:
    int m_fd;
};

/// Size of a plain file that is open; folders, pipes and devices are refused.
Result<std::uint64_t> plainFileSize(int fd)
{
    struct stat status = {};
    if (::fstat(fd, &status) != 0) {
        return fail(ErrorCode::FileUnreadable, reason(errno));
    }
    if (!S_ISREG(status.st_mode)) {
        return fail(ErrorCode::FileUnreadable,
                    S_ISDIR(status.st_mode) ? "is a folder" : "is not a plain file");
    }
    if (status.st_size == 0) {
        return fail(ErrorCode::FileEmpty, "the file is empty");
    }
    return static_cast<std::uint64_t>(status.st_size);
}

Result<void> readInto(int fd, std::span<std::byte> target)
{
    std::size_t done = 0;
    while (done < target.size()) {
        const ssize_t got = ::read(fd, target.data() + done, target.size() - done);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return fail(ErrorCode::FileUnreadable, reason(errno));
        }
        if (got == 0) {
            return fail(ErrorCode::FileUnreadable, "the file became shorter while it was read");
        }
        done += static_cast<std::size_t>(got);
    }
    return {};
}

Result<void> writeParts(int fd, std::span<const std::span<const std::byte>> parts)
{
    for (const std::span<const std::byte> part : parts) {
        NEFES_CHECK(writeAll(fd, part));
    }
    return {};
}

/// Into a device or a pipe, which has no content that could be kept.
Result<void> writeStraight(const fs::path& file, std::span<const std::span<const std::byte>> parts)
{
    Descriptor fd(::open(file.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC));
    if (fd.get() < 0) {
        return fail(writeErrorCode(errno), reason(errno));
    }
    NEFES_CHECK(writeParts(fd.get(), parts));
    return fd.close() == 0 ? Result<void>{} : fail(writeErrorCode(errno), reason(errno));
}

/// The standard output or error where it leads to this file: a shell's ">> log" means the end of
/// the log, and what is printed next.
std::optional<int> standardStream(const struct stat& file)
{
    for (const int fd : {STDOUT_FILENO, STDERR_FILENO}) {
        struct stat own = {};
        if (::fstat(fd, &own) == 0 && own.st_dev == file.st_dev && own.st_ino == file.st_ino) {
            return fd;
        }
    }
    return std::nullopt;
}

/// A name in the same folder that no other call, thread or process uses.
fs::path temporaryName(const fs::path& target)
{
    static std::atomic<unsigned> counter{0};
    fs::path name = target;
    name += fmt::format(".{}-{}.part", ::getpid(), counter++);
    return name;
}

} // namespace

ErrorCode writeErrorCode(int error)
{
    return error == ENOSPC || error == EDQUOT ? ErrorCode::DiskFull : ErrorCode::WriteFailed;
}

Result<void> writeAll(int fd, std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t put = ::write(fd, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put < 0) {
            return fail(writeErrorCode(errno), reason(errno));
        }
        bytes = bytes.subspan(static_cast<std::size_t>(put));
    }
    return {};
}

Result<Bytes> readFile(const fs::path& file, std::uint64_t maxBytes)
{
    const Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (fd.get() < 0) {
        return fail(readErrorCode(errno), reason(errno));
    }
    NEFES_TRY(const std::uint64_t size, plainFileSize(fd.get()));
    if (size > maxBytes) {
        return fail(ErrorCode::FileTooLarge, fmt::format("{} bytes, limit {}", size, maxBytes));
    }
    Bytes bytes(size);
    NEFES_CHECK(readInto(fd.get(), bytes));
    return bytes;
}

Result<std::string> readTextFile(const fs::path& file, std::uint64_t maxBytes)
{
    NEFES_TRY(const Bytes bytes, readFile(file, maxBytes));
    std::string text(bytes.size(), '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        text[i] = static_cast<char>(bytes[i]);
    }
    return text;
}

Result<Bytes> readFileStart(const fs::path& file, std::size_t count)
{
    const Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (fd.get() < 0) {
        return fail(readErrorCode(errno), reason(errno));
    }
    NEFES_TRY(const std::uint64_t size, plainFileSize(fd.get()));
    Bytes bytes(static_cast<std::size_t>(std::min<std::uint64_t>(size, count)));
    NEFES_CHECK(readInto(fd.get(), bytes));
    return bytes;
}

fs::path throughLinks(fs::path file)
{
    constexpr int kMostLinks = 40; // Linux follows no more either
    for (int i = 0; i < kMostLinks; ++i) {
        std::error_code error;
        const fs::path target = fs::read_symlink(file, error);
        if (error) {
            break;
        }
        file = file.parent_path() / target; // the target alone where it is absolute
    }
    return file;
}

Result<void> writeFileAtomically(const fs::path& file,
                                 std::span<const std::span<const std::byte>> parts)
{
    struct stat before = {};
    const bool replaces = ::stat(file.c_str(), &before) == 0;
    if (replaces && !S_ISREG(before.st_mode) && !S_ISDIR(before.st_mode)) {
        return writeStraight(file, parts);
    }
    if (const auto stream = replaces ? standardStream(before) : std::nullopt) {
        return writeParts(*stream, parts);
    }
    const fs::path target = throughLinks(file);
    const fs::path temporary = temporaryName(target);
    Descriptor fd(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
    if (fd.get() < 0) {
        return fail(writeErrorCode(errno), reason(errno));
    }
    const auto discard = [&temporary](tl::unexpected<Error> error) {
        ::unlink(temporary.c_str());
        return error;
    };
    if (replaces) {
        // A file system without modes, such as a stick's, is no reason to lose the content.
        static_cast<void>(::fchmod(fd.get(), before.st_mode & kPermissions) == 0);
    }
    if (auto written = writeParts(fd.get(), parts); !written) {
        return discard(tl::unexpected(std::move(written).error()));
    }
    if (::fsync(fd.get()) != 0 || fd.close() != 0) {
        return discard(fail(writeErrorCode(errno), reason(errno)));
    }
    if (::rename(temporary.c_str(), target.c_str()) != 0) {
        return discard(fail(writeErrorCode(errno), reason(errno)));
    }
    return {};
}

Result<void> writeFileAtomically(const fs::path& file, std::span<const std::byte> bytes)
{
    return writeFileAtomically(file, std::span(&bytes, 1));
}

Result<void> writeFileAtomically(const fs::path& file, std::string_view text)
{
    return writeFileAtomically(file, std::as_bytes(std::span(text.data(), text.size())));
}

Result<void> appendToFile(const fs::path& file, std::span<const std::byte> bytes)
{
    Descriptor fd(::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644));
    struct stat before = {};
    if (fd.get() < 0 || ::fstat(fd.get(), &before) != 0) {
        return fail(writeErrorCode(errno), reason(errno));
    }
    auto written = writeAll(fd.get(), bytes);
    if (!written) {
        // Where even this fails there is nothing left to do about it, and the error is the first
        // one.
        static_cast<void>(::ftruncate(fd.get(), before.st_size) == 0);
        return written;
    }
    return fd.close() == 0 ? Result<void>{} : fail(writeErrorCode(errno), reason(errno));
}

Result<void> writeFolderAtomically(const fs::path& folder,
                                   const std::function<Result<void>(const fs::path&)>& fill)
{
    // A path that ends in a separator has an empty file name.
    const fs::path target = throughLinks(folder.has_filename() ? folder : folder.parent_path());
    const fs::path temporary = temporaryName(target);
    std::error_code error;
    fs::create_directories(temporary, error);
    if (error) {
        return fail(writeErrorCode(error.value()), error.message());
    }
    std::error_code ignored;
    if (auto filled = fill(temporary); !filled) {
        fs::remove_all(temporary, ignored);
        return filled;
    }
    const fs::path old = temporaryName(target);
    const bool replaces = fs::exists(target, ignored);
    if (replaces) {
        fs::rename(target, old, error);
    }
    if (!error) {
        fs::rename(temporary, target, error);
        if (error && replaces) {
            fs::rename(old, target, ignored);
        }
    }
    if (error) {
        fs::remove_all(temporary, ignored);
        return fail(writeErrorCode(error.value()), error.message());
    }
    if (replaces) {
        fs::remove_all(old, ignored);
    }
    return {};
}

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const fs::path& file)
{
    const Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (fd.get() < 0) {
        return fail(readErrorCode(errno), reason(errno));
    }
    NEFES_TRY(const std::uint64_t size, plainFileSize(fd.get()));
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, fd.get(), 0);
    if (address == MAP_FAILED) {
        return fail(ErrorCode::FileUnreadable, reason(errno));
    }
    const std::span bytes(static_cast<const std::byte*>(address), size);
    return std::shared_ptr<const MappedFile>(new MappedFile(bytes));
}

MappedFile::~MappedFile()
{
    ::munmap(const_cast<std::byte*>(m_bytes.data()), m_bytes.size());
}

fs::path pathFromUtf8(std::string_view text)
{
    return fs::path(std::u8string(text.begin(), text.end()));
}

std::string toUtf8(const fs::path& path)
{
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

} // namespace nefes
