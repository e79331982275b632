// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/blind/impression_log.h"

#include "core/base/files.h"

#include "ml/csv.h"

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
        return fail(writeErrorCode(errno), std::generic_category().message(errno));
    };
    if (!stream) {
        return failure();
    }
    // A model's id is checked when its package is read (modelFromJson), its version and labels are
    // any text.
    const std::string line = fmt::format(
        "{}{},{},{},{},{},{},{:.4f},{},{},{:.1f}\n",
        isNew ? "time,image,model,model_version,impression,finding,probability,verdict,conclusion,"
                "seconds\n"
              : "",
        entry.time, entry.image, ml::csvField(entry.modelId), ml::csvField(entry.modelVersion),
        ml::csvField(entry.impression), ml::csvField(entry.finding), entry.probability,
        entry.verdict, ml::csvField(entry.conclusion), entry.seconds);
    // One write of less than a page: lines of two windows do not mix.
    if (std::fwrite(line.data(), 1, line.size(), stream.get()) != line.size() ||
        std::fflush(stream.get()) != 0) {
        return failure();
    }
    return {};
}

} // namespace nefes::ui
