// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/blind/impression_log.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

namespace nefes::ui {

Result<void> appendImpression(const std::filesystem::path& file, const ImpressionEntry& entry)
{
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    const bool isNew = !std::filesystem::exists(file, ignored);
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream(std::fopen(file.c_str(), "a"),
                                                                 &std::fclose);
    const auto failure = [] {
        return fail(errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::WriteFailed,
                    std::generic_category().message(errno));
    };
    if (!stream) {
        return failure();
    }
    // Ids of models and labels hold no comma and no quote (ml/model_card.h).
    const std::string line = fmt::format(
        "{}{},{},{},{},{},{},{:.4f},{},{},{:.1f}\n",
        isNew ? "time,image,model,model_version,impression,finding,probability,verdict,conclusion,"
                "seconds\n"
              : "",
        entry.time, entry.image, entry.modelId, entry.modelVersion, entry.impression, entry.finding,
        entry.probability, entry.verdict, entry.conclusion, entry.seconds);
    // One write of less than a page: lines of two windows do not mix.
    if (std::fwrite(line.data(), 1, line.size(), stream.get()) != line.size() ||
        std::fflush(stream.get()) != 0) {
        return failure();
    }
    return {};
}

} // namespace nefes::ui
