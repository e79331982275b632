// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/dataset_export.h"

#include "core/base/files.h"

#include "ml/csv.h"

#include <fmt/format.h>

#include <set>
#include <system_error>

namespace nefes::ml {
namespace {

namespace fs = std::filesystem;

/// LABEL/name that no entry before has.
std::string uniqueName(const DatasetEntry& entry, std::set<std::string>& taken)
{
    const fs::path name = pathFromUtf8(entry.file).filename();
    // A label may hold anything; as a folder it must be one plain name.
    std::string folder = entry.label;
    for (char& letter : folder) {
        letter = letter == '/' || letter == '.' ? '_' : letter;
    }
    for (int number = 1;; ++number) {
        const std::string suffix = number == 1 ? std::string() : fmt::format("-{}", number);
        std::string candidate =
            fmt::format("{}/{}{}{}", folder, toUtf8(name.stem()), suffix, toUtf8(name.extension()));
        if (taken.insert(candidate).second) {
            return candidate;
        }
    }
}

} // namespace

std::string manifestCsv(const Dataset& dataset)
{
    std::set<std::string> others;
    for (const DatasetEntry& entry : dataset.entries) {
        for (const auto& [column, value] : entry.others) {
            others.insert(column);
        }
    }
    std::vector<std::string> columns{"file",   "label",     "split", "patient",
                                     "source", "age_group", "view"};
    columns.insert(columns.end(), others.begin(), others.end());
    std::string text;
    for (const std::string& column : columns) {
        text += fmt::format("{}{}", text.empty() ? "" : ",", csvField(column));
    }
    text += "\n";
    for (const DatasetEntry& entry : dataset.entries) {
        std::string row;
        for (const std::string& column : columns) {
            row += fmt::format("{}{}", column == "file" ? "" : ",", csvField(entry.value(column)));
        }
        text += row + "\n";
    }
    return text;
}

Result<void> checkHasFiles(const Dataset& dataset)
{
    for (const DatasetEntry& entry : dataset.entries) {
        if (!entry.change.empty()) {
            return fail(ErrorCode::DatasetInvalid,
                        fmt::format("data.derive.{}: a class made from changed images has no files "
                                    "of its own; --set 'data.derive={{}}' leaves it out",
                                    entry.change));
        }
    }
    return {};
}

Result<void> mergeDataset(const Dataset& dataset, const fs::path& folder, const Progress& progress,
                          std::stop_token stop)
{
    NEFES_CHECK(checkHasFiles(dataset));
    std::error_code error;
    if (fs::exists(folder, error)) {
        return fail(ErrorCode::WriteFailed, fmt::format("{} exists already", toUtf8(folder)));
    }
    return writeFolderAtomically(folder, [&](const fs::path& target) -> Result<void> {
        Dataset merged = dataset;
        std::set<std::string> taken;
        std::size_t done = 0;
        for (DatasetEntry& entry : merged.entries) {
            if (stop.stop_requested()) {
                return fail(ErrorCode::Cancelled, "cancelled");
            }
            entry.file = uniqueName(entry, taken);
            const fs::path copy = target / pathFromUtf8(entry.file);
            std::error_code failure;
            fs::create_directories(copy.parent_path(), failure);
            fs::copy_file(entry.path, copy, failure);
            if (failure) {
                const bool isAbsent = failure == std::errc::no_such_file_or_directory;
                return fail(isAbsent ? ErrorCode::FileNotFound : writeErrorCode(failure.value()),
                            fmt::format("{}: {}", toUtf8(entry.path), failure.message()));
            }
            report(progress, ++done, merged.entries.size());
        }
        return writeFileAtomically(target / "manifest.csv", manifestCsv(merged));
    });
}

} // namespace nefes::ml
