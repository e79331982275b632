// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/archive.h"

#include "core/base/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace nefes::study {
namespace {

namespace fs = std::filesystem;

using ZipHandle = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using EntryHandle = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

constexpr std::string_view kFolderStart = "archive-";

/// The entry's place below the folder; nothing when its name leads elsewhere.
std::optional<fs::path> placeOf(const fs::path& folder, std::string_view name)
{
    if (name.find('\0') != std::string_view::npos || name.find('\\') != std::string_view::npos) {
        return std::nullopt;
    }
    const fs::path relative = pathFromUtf8(name).lexically_normal();
    if (relative.empty() || relative.is_absolute() || *relative.begin() == "..") {
        return std::nullopt;
    }
    return folder / relative;
}

/// Links, devices and the like, by the Unix mode in the external attributes.
bool isSpecial(zip_t* archive, zip_uint64_t index)
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) != 0 ||
        system != ZIP_OPSYS_UNIX) {
        return false;
    }
    const mode_t type = (attributes >> 16U) & S_IFMT;
    return type != 0 && type != S_IFREG && type != S_IFDIR;
}

/// In words what libzip says of an archive that it cannot open.
std::string openingError(int code)
{
#ifdef ZIP_ER_TRUNCATED_ZIP // since libzip 1.11
    const bool isCut = code == ZIP_ER_TRUNCATED_ZIP;
#else
    const bool isCut = false;
#endif
    if (isCut || code == ZIP_ER_NOZIP) {
        return "not a ZIP archive, or its end is missing";
    }
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    std::string text = zip_error_strerror(&error);
    zip_error_fini(&error);
    return text;
}

/// Copies one entry; `budget` is what may still be written in all.
Result<void> unpackEntry(zip_t* archive, zip_uint64_t index, const fs::path& target,
                         std::uint64_t& budget, const std::stop_token& stop)
{
    const EntryHandle entry(zip_fopen_index(archive, index, 0), &zip_fclose);
    if (!entry) {
        return fail(ErrorCode::ArchiveDamaged, zip_strerror(archive));
    }
    std::error_code error;
    fs::create_directories(target.parent_path(), error);
    if (error) {
        return fail(writeErrorCode(error.value()), "cannot make a folder for an unpacked file");
    }
    std::ofstream file(target, std::ios::binary);
    const auto failure = [] {
        return fail(writeErrorCode(errno), "cannot write an unpacked file");
    };
    std::vector<char> buffer(std::size_t{1} << 17);
    while (true) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "unpacking was cancelled");
        }
        const zip_int64_t got = zip_fread(entry.get(), buffer.data(), buffer.size());
        if (got < 0) {
            return fail(ErrorCode::ArchiveDamaged,
                        zip_error_strerror(zip_file_get_error(entry.get())));
        }
        if (got == 0) {
            break;
        }
        if (static_cast<std::uint64_t>(got) > budget) {
            budget = 0;
            return fail(ErrorCode::ArchiveTooLarge, "unpacks to more than the limit");
        }
        budget -= static_cast<std::uint64_t>(got);
        file.write(buffer.data(), got);
        if (!file) {
            return failure();
        }
    }
    // What the stream still holds is written only now; a full disk may show itself only here.
    file.close();
    if (!file) {
        return failure();
    }
    return {};
}

Result<void> unpackAll(zip_t* archive, const fs::path& folder, ArchiveLimits& left,
                       const Progress& progress, const std::stop_token& stop)
{
    const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(archive, 0));
    if (count > left.entries) {
        return fail(ErrorCode::ArchiveTooLarge, fmt::format("{} entries", count));
    }
    left.entries -= count;
    for (zip_uint64_t index = 0; index < count; ++index) {
        const char* raw = zip_get_name(archive, index, ZIP_FL_ENC_GUESS);
        const std::string_view name = raw != nullptr ? raw : "";
        const std::optional<fs::path> target = placeOf(folder, name);
        if (!target) {
            return fail(ErrorCode::ArchiveUnsafePath, "an entry's name leads out of the archive");
        }
        if (!name.ends_with('/') && !isSpecial(archive, index)) {
            NEFES_CHECK(unpackEntry(archive, index, *target, left.totalBytes, stop));
        }
        report(progress, index + 1, count);
    }
    return {};
}

/// The folder itself is what is locked: a file for that would be scanned with the images.
int openFolder(const fs::path& folder)
{
    return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

} // namespace

bool looksLikeZip(std::span<const std::byte> start)
{
    // APPNOTE 4.3.7 and 4.3.16: local file header, or the end record of an empty archive.
    constexpr std::array<std::byte, 2> magic = {std::byte{'P'}, std::byte{'K'}};
    return start.size() >= 4 && start[0] == magic[0] && start[1] == magic[1] &&
           ((start[2] == std::byte{3} && start[3] == std::byte{4}) ||
            (start[2] == std::byte{5} && start[3] == std::byte{6}));
}

Result<std::shared_ptr<const UnpackedArchive>>
UnpackedArchive::open(const fs::path& file, const fs::path& temporary, const ArchiveLimits& limits,
                      const Progress& progress, std::stop_token stop)
{
    ArchiveLimits left = limits;
    return openWithin(left, file, temporary, progress, std::move(stop));
}

Result<std::shared_ptr<const UnpackedArchive>>
UnpackedArchive::openWithin(ArchiveLimits& left, const fs::path& file, const fs::path& temporary,
                            const Progress& progress, std::stop_token stop)
{
    int code = 0;
    const ZipHandle archive(zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code),
                            &zip_discard);
    if (!archive) {
        return fail(code == ZIP_ER_NOENT ? ErrorCode::FileNotFound : ErrorCode::ArchiveDamaged,
                    openingError(code));
    }
    std::error_code error;
    fs::create_directories(temporary, error);
    std::shared_ptr<const UnpackedArchive> unpacked;
    do {
        std::string name = (temporary / (std::string(kFolderStart) + "XXXXXX")).string();
        if (::mkdtemp(name.data()) == nullptr) {
            return fail(ErrorCode::WriteFailed, std::generic_category().message(errno));
        }
        // Owns the folder from here on: a failure below removes it again.
        unpacked.reset(new UnpackedArchive(name));
        // Before it was locked it looked abandoned.
    } while (!fs::exists(unpacked->folder(), error));
    NEFES_CHECK(unpackAll(archive.get(), unpacked->folder(), left, progress, stop));
    return unpacked;
}

UnpackedArchive::UnpackedArchive(fs::path folder)
    : m_folder(std::move(folder))
    , m_lock(openFolder(m_folder))
{
    ::flock(m_lock, LOCK_SH);
}

UnpackedArchive::~UnpackedArchive()
{
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
    if (m_lock >= 0) {
        ::close(m_lock);
    }
}

void removeAbandonedArchives(const fs::path& temporary)
{
    std::vector<fs::path> folders;
    std::error_code error;
    for (fs::directory_iterator it(temporary, error), end; !error && it != end;
         it.increment(error)) {
        if (it->path().filename().string().starts_with(kFolderStart)) {
            folders.push_back(it->path());
        }
    }
    for (const fs::path& folder : folders) {
        const int lock = openFolder(folder);
        if (lock < 0) {
            continue;
        }
        if (::flock(lock, LOCK_EX | LOCK_NB) == 0) {
            std::error_code ignored;
            fs::remove_all(folder, ignored);
        }
        ::close(lock);
    }
}

} // namespace nefes::study
