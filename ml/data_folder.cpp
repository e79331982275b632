// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/data_folder.h"

#include "core/base/files.h"
#include "core/base/letters.h"

#include "ml/csv.h"
#include "ml/valid_utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

namespace nefes::ml {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxManifestBytes = 1U << 30U;
/// What is taken for an image; a kind that cannot be read is then listed as unreadable, not passed
/// over.
constexpr std::array<std::string_view, 18> kExtensions{
    ".jpg", ".jpeg", ".jpe",  ".jfif", ".png", ".dcm", ".dicom", ".bmp", ".tif",
    ".ima", ".tiff", ".webp", ".gif",  ".jp2", ".jxl", ".heic",  ".j2k", ""};

bool isImageName(const fs::path& file)
{
    const std::string name = toUtf8(file.filename());
    const std::string extension = lowerAscii(toUtf8(file.extension()));
    // The last number of a UID: DICOM files are often named so, without an extension.
    const bool isNumber = extension.size() > 1 &&
                          std::all_of(extension.begin() + 1, extension.end(), [](char letter) {
                              return std::isdigit(static_cast<unsigned char>(letter)) != 0;
                          });
    return !name.starts_with('.') && (isNumber || std::find(kExtensions.begin(), kExtensions.end(),
                                                            extension) != kExtensions.end());
}

tl::unexpected<Error> unreadable(const fs::path& folder, const std::error_code& error)
{
    return fail(ErrorCode::FileUnreadable,
                fmt::format("{}: {}", validUtf8(toUtf8(folder)), error.message()));
}

/// Folders inside a folder, by name; hidden ones left out, and what a file system has for itself.
Result<std::vector<fs::path>> subfolders(const fs::path& folder)
{
    std::vector<fs::path> result;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        const std::string name = toUtf8(it->path().filename());
        if (it->is_directory(ignored) && !name.starts_with('.') && name != "lost+found") {
            result.push_back(it->path());
        }
    }
    if (error) {
        return unreadable(folder, error);
    }
    std::sort(result.begin(), result.end());
    return result;
}

Result<void> goesOn(const std::stop_token& stop)
{
    return stop.stop_requested() ? fail(ErrorCode::Cancelled, "reading the data folder")
                                 : Result<void>{};
}

/// One scan of a folder of folders.
struct FolderScan {
    fs::path root;
    std::stop_token stop;
    std::vector<DatasetEntry> entries;
};

Result<void> addFilesBelow(const fs::path& folder, std::optional<Split> split, FolderScan& scan)
{
    std::error_code error;
    fs::path at = folder; // what is read next, or was read last
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
         it.increment(error)) {
        NEFES_CHECK(goesOn(scan.stop));
        std::error_code ignored;
        at = it->is_directory(ignored) ? it->path() : it->path().parent_path();
        if (!it->is_regular_file(ignored) || !isImageName(it->path())) {
            continue;
        }
        DatasetEntry entry;
        entry.path = it->path();
        entry.file = toUtf8(it->path().lexically_relative(scan.root));
        entry.label = toUtf8(folder.filename());
        entry.split = split;
        entry.patient = patientFromFileName(entry.file);
        scan.entries.push_back(std::move(entry));
    }
    return error ? unreadable(at, error) : Result<void>{};
}

/// A training set has such a folder with classes in it.
Result<bool> hasSplitFolders(const std::vector<fs::path>& folders)
{
    for (const fs::path& sub : folders) {
        if (splitFromName(toUtf8(sub.filename())) == Split::Train) {
            NEFES_TRY(const auto classes, subfolders(sub));
            if (!classes.empty()) {
                return true;
            }
        }
    }
    return false;
}

Result<std::vector<DatasetEntry>> scanFolders(const fs::path& root, std::stop_token stop)
{
    FolderScan scan{.root = root, .stop = std::move(stop), .entries = {}};
    NEFES_TRY(const auto folders, subfolders(root));
    NEFES_TRY(const bool hasSplits, hasSplitFolders(folders));
    for (const fs::path& sub : folders) {
        const auto split = splitFromName(toUtf8(sub.filename()));
        if (!hasSplits) {
            NEFES_CHECK(addFilesBelow(sub, std::nullopt, scan));
        } else if (split) {
            NEFES_TRY(const auto classes, subfolders(sub));
            for (const fs::path& label : classes) {
                NEFES_CHECK(addFilesBelow(label, split, scan));
            }
        }
    }
    return std::move(scan.entries);
}

/// Old archives have names in other encodings, and neither JSON nor a card could hold them.
Result<void> checkLabels(const fs::path& folder, const std::vector<DatasetEntry>& entries)
{
    std::set<std::string_view> labels;
    for (const DatasetEntry& entry : entries) {
        labels.insert(entry.label);
    }
    for (const std::string_view label : labels) {
        if (const std::string name = validUtf8(std::string(label)); name != label) {
            return fail(ErrorCode::DatasetInvalid,
                        fmt::format("{}: the name of the class \"{}\" is no UTF-8 text; rename it",
                                    validUtf8(toUtf8(folder)), name));
        }
    }
    return {};
}

void sortByFile(std::vector<DatasetEntry>& entries)
{
    std::sort(entries.begin(), entries.end(),
              [](const DatasetEntry& a, const DatasetEntry& b) { return a.file < b.file; });
}

/// Relative, without a way out of the folder.
bool staysInside(const fs::path& file)
{
    return !file.empty() && file.is_relative() &&
           std::none_of(file.begin(), file.end(),
                        [](const fs::path& part) { return part == ".."; });
}

Result<DatasetEntry> entryFromRow(const CsvTable& table, const std::vector<std::string>& row,
                                  const fs::path& folder)
{
    DatasetEntry entry;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string& column = table.columns[i];
        const std::string& value = row[i];
        if (column == "file") {
            entry.file = value;
        } else if (column == "label") {
            entry.label = value;
        } else if (column == "split" && !value.empty()) {
            entry.split = splitFromName(value);
            if (!entry.split) {
                return fail(ErrorCode::DatasetInvalid, fmt::format("\"{}\" is no split", value));
            }
        } else if (column == "patient") {
            entry.patient = value;
        } else if (column == "source") {
            entry.source = value;
        } else if (column == "age_group") {
            entry.ageGroup = value;
        } else if (column == "view") {
            entry.view = value;
        } else if (column != "split") {
            entry.others[column] = value;
        }
    }
    if (entry.label.empty() || !staysInside(pathFromUtf8(entry.file))) {
        return fail(ErrorCode::DatasetInvalid,
                    fmt::format("file \"{}\" with label \"{}\"", entry.file, entry.label));
    }
    entry.path = folder / pathFromUtf8(entry.file);
    if (entry.patient.empty()) {
        entry.patient = patientFromFileName(entry.file);
    }
    return entry;
}

Result<std::vector<DatasetEntry>> readManifest(const fs::path& file, const std::stop_token& stop)
{
    NEFES_TRY(const auto text, readTextFile(file, kMaxManifestBytes));
    NEFES_TRY(const auto table, parseCsv(text));
    if (!table.column("file") || !table.column("label")) {
        return fail(ErrorCode::DatasetInvalid, "columns file and label are needed");
    }
    std::vector<DatasetEntry> entries;
    entries.reserve(table.rows.size());
    for (const auto& row : table.rows) {
        NEFES_CHECK(goesOn(stop));
        auto entry = entryFromRow(table, row, file.parent_path());
        if (!entry) {
            return fail(entry.error().code,
                        fmt::format("row {}: {}", entries.size() + 1, entry.error().detail));
        }
        entries.push_back(std::move(*entry));
    }
    return entries;
}

Result<std::vector<DatasetEntry>> scanManifest(const fs::path& folder, const std::stop_token& stop)
{
    const fs::path file = folder / "manifest.csv";
    auto entries = readManifest(file, stop);
    if (!entries) {
        return fail(entries.error().code,
                    fmt::format("{}: {}", toUtf8(file), entries.error().detail));
    }
    return entries;
}

} // namespace

std::string DatasetEntry::value(const std::string& column) const
{
    if (column == "label") {
        return label;
    }
    if (column == "patient") {
        return patient;
    }
    if (column == "source") {
        return source;
    }
    if (column == "age_group") {
        return ageGroup;
    }
    if (column == "view") {
        return view;
    }
    if (column == "file") {
        return file;
    }
    if (column == "split") {
        return split ? std::string(splitName(*split)) : std::string();
    }
    const auto found = others.find(column);
    return found == others.end() ? std::string() : found->second;
}

std::optional<Split> splitFromName(const std::string& name)
{
    const std::string lower = lowerAscii(name);
    if (lower == "train") {
        return Split::Train;
    }
    if (lower == "val" || lower == "validation" || lower == "valid") {
        return Split::Validation;
    }
    if (lower == "test") {
        return Split::Test;
    }
    return std::nullopt;
}

std::string patientFromFileName(const std::string& file)
{
    const std::string name = lowerAscii(file.substr(file.find_last_of('/') + 1));
    // Kermany et al.: person12_bacteria_34.jpeg, IM-0115-0001.jpeg, NORMAL2-IM-0199-0001.jpeg.
    for (const std::string_view prefix : {"person", "normal2-im-", "im-"}) {
        const std::size_t start = name.find(prefix);
        if (start == std::string::npos || (start > 0 && name[start - 1] != '_')) {
            continue;
        }
        std::size_t end = start + prefix.size();
        while (end < name.size() && std::isdigit(static_cast<unsigned char>(name[end])) != 0) {
            ++end;
        }
        const bool hasDigits = end > start + prefix.size();
        if (hasDigits && end < name.size() && (name[end] == '_' || name[end] == '-')) {
            return name.substr(start, end - start);
        }
    }
    return {};
}

Result<std::vector<DatasetEntry>> scanDataFolder(const fs::path& folder, std::stop_token stop)
{
    NEFES_CHECK(goesOn(stop));
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        return fail(ErrorCode::FileNotFound, fmt::format("{} is not a folder", toUtf8(folder)));
    }
    std::vector<DatasetEntry> entries;
    if (fs::exists(folder / "manifest.csv", error)) {
        NEFES_TRY(entries, scanManifest(folder, stop));
    } else {
        NEFES_TRY(entries, scanFolders(folder, std::move(stop)));
    }
    NEFES_CHECK(checkLabels(folder, entries));
    if (entries.empty()) {
        return fail(ErrorCode::DatasetEmpty,
                    fmt::format("{} holds no labelled images", toUtf8(folder)));
    }
    sortByFile(entries);
    return entries;
}

} // namespace nefes::ml
