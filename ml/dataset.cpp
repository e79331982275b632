// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/dataset.h"

#include "core/base/files.h"

#include "ml/csv.h"
#include "ml/image_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <set>
#include <string_view>
#include <system_error>

namespace nefes::ml {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxManifestBytes = 1U << 30U;
constexpr std::array<std::string_view, 10> kExtensions{".jpg", ".jpeg", ".png",  ".dcm", ".dicom",
                                                       ".bmp", ".tif",  ".tiff", ".ima", ""};

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return text;
}

bool isImageName(const fs::path& file)
{
    const std::string name = toUtf8(file.filename());
    const std::string extension = lowered(toUtf8(file.extension()));
    return !name.starts_with('.') &&
           std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

/// Folders inside a folder, by name; hidden ones left out. What cannot be read has none.
std::vector<fs::path> subfolders(const fs::path& folder)
{
    std::vector<fs::path> result;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        if (it->is_directory(ignored) && !toUtf8(it->path().filename()).starts_with('.')) {
            result.push_back(it->path());
        }
    }
    std::sort(result.begin(), result.end());
    return result;
}

void addFilesBelow(const fs::path& root, const fs::path& folder, std::optional<Split> split,
                   std::vector<DatasetEntry>& entries)
{
    std::error_code error;
    constexpr auto options = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator it(folder, options, error), end; !error && it != end;
         it.increment(error)) {
        std::error_code ignored;
        if (!it->is_regular_file(ignored) || !isImageName(it->path())) {
            continue;
        }
        DatasetEntry entry;
        entry.path = it->path();
        entry.file = toUtf8(it->path().lexically_relative(root));
        entry.label = toUtf8(folder.filename());
        entry.split = split;
        entry.patient = patientFromFileName(entry.file);
        entries.push_back(std::move(entry));
    }
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
                return fail(ErrorCode::DatasetInvalid,
                            fmt::format("manifest.csv: \"{}\" is no split", value));
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
        return fail(
            ErrorCode::DatasetInvalid,
            fmt::format("manifest.csv: file \"{}\" with label \"{}\"", entry.file, entry.label));
    }
    entry.path = folder / pathFromUtf8(entry.file);
    if (entry.patient.empty()) {
        entry.patient = patientFromFileName(entry.file);
    }
    return entry;
}

Result<std::vector<DatasetEntry>> scanManifest(const fs::path& folder)
{
    NEFES_TRY(const auto text, readTextFile(folder / "manifest.csv", kMaxManifestBytes));
    NEFES_TRY(const auto table, parseCsv(text));
    if (!table.column("file") || !table.column("label")) {
        return fail(ErrorCode::DatasetInvalid, "manifest.csv: columns file and label are needed");
    }
    std::vector<DatasetEntry> entries;
    entries.reserve(table.rows.size());
    for (const auto& row : table.rows) {
        NEFES_TRY(auto entry, entryFromRow(table, row, folder));
        entries.push_back(std::move(entry));
    }
    return entries;
}

bool matches(const DatasetEntry& entry, const std::string& column,
             const std::vector<std::string>& values)
{
    return std::find(values.begin(), values.end(), entry.value(column)) != values.end();
}

Result<void> addDerived(Dataset& dataset, const std::map<std::string, std::string>& derive)
{
    const std::vector<std::string>& known = imageChanges();
    std::vector<DatasetEntry> derived;
    for (const auto& [change, source] : derive) {
        if (std::find(known.begin(), known.end(), change) == known.end()) {
            return fail(ErrorCode::RecipeInvalid, fmt::format("data.derive.{}: {} can be derived",
                                                              change, fmt::join(known, ", ")));
        }
        bool hasSource = false;
        for (const DatasetEntry& entry : dataset.entries) {
            if (entry.label != source) {
                continue;
            }
            hasSource = true;
            if (isDerivedFrom(change, entry.file)) {
                derived.push_back(entry);
                derived.back().label = change;
                derived.back().change = change;
            }
        }
        if (!hasSource) {
            return fail(
                ErrorCode::DatasetInvalid,
                fmt::format("data.derive.{}: the data have no class \"{}\"", change, source));
        }
    }
    std::move(derived.begin(), derived.end(), std::back_inserter(dataset.entries));
    return {};
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
    const std::string lower = lowered(name);
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
    const std::string name = lowered(file.substr(file.find_last_of('/') + 1));
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

Result<std::vector<DatasetEntry>> scanDataFolder(const fs::path& folder)
{
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        return fail(ErrorCode::FileNotFound, fmt::format("{} is not a folder", toUtf8(folder)));
    }
    std::vector<DatasetEntry> entries;
    if (fs::exists(folder / "manifest.csv", error)) {
        NEFES_TRY(entries, scanManifest(folder));
    } else {
        const std::vector<fs::path> folders = subfolders(folder);
        const bool hasSplits = std::any_of(folders.begin(), folders.end(), [](const fs::path& sub) {
            return splitFromName(toUtf8(sub.filename())) == Split::Train &&
                   !subfolders(sub).empty();
        });
        for (const fs::path& sub : folders) {
            const auto split = splitFromName(toUtf8(sub.filename()));
            if (!hasSplits) {
                addFilesBelow(folder, sub, std::nullopt, entries);
            } else if (split) {
                for (const fs::path& label : subfolders(sub)) {
                    addFilesBelow(folder, label, split, entries);
                }
            }
        }
    }
    if (entries.empty()) {
        return fail(ErrorCode::DatasetEmpty,
                    fmt::format("{} holds no labelled images", toUtf8(folder)));
    }
    sortByFile(entries);
    return entries;
}

std::vector<DatasetEntry> selectEntries(std::vector<DatasetEntry> entries,
                                        const DataSelection& selection)
{
    std::erase_if(entries, [&selection](const DatasetEntry& entry) {
        for (const auto& [column, values] : selection.include) {
            if (!matches(entry, column, values)) {
                return true;
            }
        }
        for (const auto& [column, values] : selection.exclude) {
            if (matches(entry, column, values)) {
                return true;
            }
        }
        return false;
    });
    for (DatasetEntry& entry : entries) {
        if (const auto mapped = selection.map.find(entry.label); mapped != selection.map.end()) {
            entry.label = mapped->second;
        }
    }
    return entries;
}

Result<Dataset> gatherDataset(const std::vector<fs::path>& folders, const DataSettings& settings)
{
    const std::size_t count = settings.selections.size();
    if (count != 1 && count != folders.size()) {
        return fail(
            ErrorCode::DatasetInvalid,
            fmt::format("the recipe selects from {} folders, {} are given", count, folders.size()));
    }
    Dataset dataset;
    for (std::size_t i = 0; i < folders.size(); ++i) {
        NEFES_TRY(auto entries, scanDataFolder(folders[i]));
        entries = selectEntries(std::move(entries), settings.selections[count == 1 ? 0 : i]);
        for (DatasetEntry& entry : entries) {
            dataset.entries.push_back(std::move(entry));
        }
    }
    if (dataset.entries.empty()) {
        return fail(ErrorCode::DatasetEmpty, "the selection leaves no image");
    }
    NEFES_CHECK(addDerived(dataset, settings.derive));
    std::set<std::string> classes;
    for (const DatasetEntry& entry : dataset.entries) {
        classes.insert(entry.label);
    }
    dataset.classes.assign(classes.begin(), classes.end());
    if (dataset.classes.size() < 2) {
        return fail(ErrorCode::DatasetInvalid,
                    fmt::format("two classes are needed, the data have \"{}\" alone",
                                dataset.classes.front()));
    }
    return dataset;
}

} // namespace nefes::ml
