// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nefes {

using Bytes = std::vector<std::byte>;

/// The whole file. FileNotFound, FileUnreadable (a folder, no permission, not a plain file),
/// FileEmpty, FileTooLarge (more than maxBytes; nothing is read then).
[[nodiscard]] Result<Bytes> readFile(const std::filesystem::path& file, std::uint64_t maxBytes);

/// The same as text; nothing is checked of its encoding.
[[nodiscard]] Result<std::string> readTextFile(const std::filesystem::path& file,
                                               std::uint64_t maxBytes);

/// The first bytes of a file, at most `count`; an empty file gives FileEmpty.
[[nodiscard]] Result<Bytes> readFileStart(const std::filesystem::path& file, std::size_t count);

/// The file that a name leads to through links, which need not be there yet.
[[nodiscard]] std::filesystem::path throughLinks(std::filesystem::path file);

/// Writes to a temporary name beside `file`, flushes to disk and renames: afterwards the file is
/// either the old one or the new one, with the old one's mode. Of a link, what it points at is
/// replaced; into a device or a pipe the bytes go straight. WriteFailed, DiskFull.
[[nodiscard]] Result<void> writeFileAtomically(const std::filesystem::path& file,
                                               std::span<const std::byte> bytes);
[[nodiscard]] Result<void> writeFileAtomically(const std::filesystem::path& file,
                                               std::string_view text);
/// The parts one after the other, without a copy of them all in memory.
[[nodiscard]] Result<void> writeFileAtomically(const std::filesystem::path& file,
                                               std::span<const std::span<const std::byte>> parts);

/// Writes all the bytes to an open file, however many calls that takes. WriteFailed, DiskFull.
[[nodiscard]] Result<void> writeAll(int fd, std::span<const std::byte> bytes);

/// Adds the bytes to the end of a file, which is made where it is missing. Of bytes that do not all
/// fit nothing stays. For one writer at a time. WriteFailed, DiskFull.
[[nodiscard]] Result<void> appendToFile(const std::filesystem::path& file,
                                        std::span<const std::byte> bytes);

/// DiskFull or WriteFailed: what an errno says when something cannot be written.
[[nodiscard]] ErrorCode writeErrorCode(int error);

/// Calls `fill` with a temporary folder beside `folder`, then renames it to `folder`; an existing
/// folder, or the one that a link points at, is replaced. When `fill` fails, the temporary folder
/// is removed and nothing changes.
[[nodiscard]] Result<void>
writeFolderAtomically(const std::filesystem::path& folder,
                      const std::function<Result<void>(const std::filesystem::path&)>& fill);

/// A file mapped read-only into memory. Unmapped when the last owner goes.
class MappedFile
{
public:
    [[nodiscard]] static Result<std::shared_ptr<const MappedFile>>
    open(const std::filesystem::path& file);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    [[nodiscard]] std::span<const std::byte> bytes() const { return m_bytes; }

private:
    explicit MappedFile(std::span<const std::byte> bytes)
        : m_bytes(bytes)
    {
    }
    std::span<const std::byte> m_bytes;
};

/// Path from UTF-8 and back, whatever the locale.
[[nodiscard]] std::filesystem::path pathFromUtf8(std::string_view text);
[[nodiscard]] std::string toUtf8(const std::filesystem::path& path);

} // namespace nefes
