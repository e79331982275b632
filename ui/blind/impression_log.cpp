// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/blind/impression_log.h"

#include "core/base/files.h"

#include "ml/csv.h"

#include "ui/bridge/written_files.h"

#include <fmt/format.h>

#include <span>
#include <string>
#include <system_error>

namespace nefes::ui {

namespace {

constexpr const char* kHeader =
    "time,image,model,model_version,impression,finding,probability,verdict,conclusion,seconds\n";

} // namespace

Result<void> appendImpression(const std::filesystem::path& file, const ImpressionEntry& entry)
{
    // A model's id is checked when its package is read (modelFromJson), its version and labels are
    // any text.
    const std::string line =
        fmt::format("{},{},{},{},{},{},{:.4f},{},{},{:.1f}\n", entry.time, entry.image,
                    ml::csvField(entry.modelId), ml::csvField(entry.modelVersion),
                    ml::csvField(entry.impression), ml::csvField(entry.finding), entry.probability,
                    entry.verdict, ml::csvField(entry.conclusion), entry.seconds);
    return changeAlone(file, [&file, &line] {
        std::error_code missing;
        const auto size = std::filesystem::file_size(file, missing);
        const std::string text = missing || size == 0 ? kHeader + line : line;
        return appendToFile(file, std::as_bytes(std::span(text)));
    });
}

} // namespace nefes::ui
