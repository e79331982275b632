// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>

namespace nefes::study {

/// What an archive may hold at most. A bomb claims little and unpacks to more: bytes are counted as
/// they are written, not as the archive says.
struct ArchiveLimits {
    std::uint64_t entries = 200'000;
    std::uint64_t totalBytes = std::uint64_t{16} << 30;
};

/// Whether bytes (the first of a file) are those of a ZIP archive.
[[nodiscard]] bool looksLikeZip(std::span<const std::byte> start);

/// A ZIP unpacked into a folder of its own, which is removed with the last owner and locked until
/// then. Immutable.
class UnpackedArchive
{
public:
    /// ArchiveDamaged (also: encrypted), ArchiveTooLarge, ArchiveUnsafePath (a name that leads out
    /// of the folder), Cancelled, DiskFull, WriteFailed. Links and other special entries are left
    /// out. The folder is made below `temporary`.
    [[nodiscard]] static Result<std::shared_ptr<const UnpackedArchive>>
    open(const std::filesystem::path& file, const std::filesystem::path& temporary,
         const ArchiveLimits& limits, const Progress& progress, std::stop_token stop);
    /// The same; what is unpacked is taken from `left`, of an archive that fails too.
    [[nodiscard]] static Result<std::shared_ptr<const UnpackedArchive>>
    openWithin(ArchiveLimits& left, const std::filesystem::path& file,
               const std::filesystem::path& temporary, const Progress& progress,
               std::stop_token stop);
    ~UnpackedArchive();
    UnpackedArchive(const UnpackedArchive&) = delete;
    UnpackedArchive& operator=(const UnpackedArchive&) = delete;

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

private:
    explicit UnpackedArchive(std::filesystem::path folder);
    std::filesystem::path m_folder;
    int m_lock = -1;
};

/// Removes the folders of archives below `temporary` whose owner has gone without it: by a crash, a
/// kill, a logout. Takes as long as the files are many.
void removeAbandonedArchives(const std::filesystem::path& temporary);

} // namespace nefes::study
