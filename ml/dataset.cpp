// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/dataset.h"

#include "core/base/digest.h"
#include "core/base/files.h"

#include "ml/csv.h"
#include "ml/image_changes.h"
#include "ml/json_object.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <set>
#include <span>
#include <string_view>
#include <system_error>

namespace nefes::ml {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxManifestBytes = 1U << 30U;
/// What is taken for an image; a kind that cannot be read is then listed as unreadable, not passed
/// over.
constexpr std::array<std::string_view, 18> kExtensions{
    ".jpg", ".jpeg", ".jpe",  ".jfif", ".png", ".dcm", ".dicom", ".bmp", ".tif",
    ".ima", ".tiff", ".webp", ".gif",  ".jp2", ".jxl", ".heic",  ".j2k", ""};

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return text;
}

/// The text with U+FFFD in place of what is no UTF-8.
std::string printable(const std::string& text)
{
    return nlohmann::json::parse(jsonText(text)).get<std::string>();
}

bool isImageName(const fs::path& file)
{
    const std::string name = toUtf8(file.filename());
    const std::string extension = lowered(toUtf8(file.extension()));
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
                fmt::format("{}: {}", printable(toUtf8(folder)), error.message()));
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

Result<void> addFilesBelow(const fs::path& root, const fs::path& folder, std::optional<Split> split,
                           std::vector<DatasetEntry>& entries)
{
    std::error_code error;
    fs::path at = folder; // what is read next, or was read last
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
         it.increment(error)) {
        std::error_code ignored;
        at = it->is_directory(ignored) ? it->path() : it->path().parent_path();
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

Result<std::vector<DatasetEntry>> scanFolders(const fs::path& root)
{
    std::vector<DatasetEntry> entries;
    NEFES_TRY(const auto folders, subfolders(root));
    NEFES_TRY(const bool hasSplits, hasSplitFolders(folders));
    for (const fs::path& sub : folders) {
        const auto split = splitFromName(toUtf8(sub.filename()));
        if (!hasSplits) {
            NEFES_CHECK(addFilesBelow(root, sub, std::nullopt, entries));
        } else if (split) {
            NEFES_TRY(const auto classes, subfolders(sub));
            for (const fs::path& label : classes) {
                NEFES_CHECK(addFilesBelow(root, label, split, entries));
            }
        }
    }
    return entries;
}

/// Old archives have names in other encodings, and neither JSON nor a card could hold them.
Result<void> checkLabels(const fs::path& folder, const std::vector<DatasetEntry>& entries)
{
    std::set<std::string_view> labels;
    for (const DatasetEntry& entry : entries) {
        labels.insert(entry.label);
    }
    for (const std::string_view label : labels) {
        if (const std::string name = printable(std::string(label)); name != label) {
            return fail(ErrorCode::DatasetInvalid,
                        fmt::format("{}: the name of the class \"{}\" is no UTF-8 text; rename it",
                                    printable(toUtf8(folder)), name));
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

Result<std::vector<DatasetEntry>> readManifest(const fs::path& file)
{
    NEFES_TRY(const auto text, readTextFile(file, kMaxManifestBytes));
    NEFES_TRY(const auto table, parseCsv(text));
    if (!table.column("file") || !table.column("label")) {
        return fail(ErrorCode::DatasetInvalid, "columns file and label are needed");
    }
    std::vector<DatasetEntry> entries;
    entries.reserve(table.rows.size());
    for (const auto& row : table.rows) {
        auto entry = entryFromRow(table, row, file.parent_path());
        if (!entry) {
            return fail(entry.error().code,
                        fmt::format("row {}: {}", entries.size() + 1, entry.error().detail));
        }
        entries.push_back(std::move(*entry));
    }
    return entries;
}

Result<std::vector<DatasetEntry>> scanManifest(const fs::path& folder)
{
    const fs::path file = folder / "manifest.csv";
    auto entries = readManifest(file);
    if (!entries) {
        return fail(entries.error().code,
                    fmt::format("{}: {}", toUtf8(file), entries.error().detail));
    }
    return entries;
}

/// The label as the recipe spells it: folders are often named PNEUMONIA where it says pneumonia.
std::string spelled(const std::string& label, const std::set<std::string>& known)
{
    if (known.contains(label)) {
        return label;
    }
    const auto same = std::find_if(known.begin(), known.end(), [&label](const std::string& name) {
        return lowered(name) == lowered(label);
    });
    return same == known.end() ? label : *same;
}

/// All labels that the selection names before mapping.
std::set<std::string> namedLabels(const DataSelection& selection)
{
    std::set<std::string> labels;
    for (const auto* filters : {&selection.include, &selection.exclude}) {
        if (const auto found = filters->find("label"); found != filters->end()) {
            labels.insert(found->second.begin(), found->second.end());
        }
    }
    for (const auto& [from, to] : selection.map) {
        labels.insert(from);
    }
    return labels;
}

/// "label normal, pneumonia" of each filter, and what the data have in that column.
std::string whyNothingIsLeft(const DataSettings& settings, const std::vector<DatasetEntry>& entries)
{
    constexpr std::size_t kShown = 12;
    std::string text;
    std::set<std::string> told;
    for (const DataSelection& selection : settings.selections) {
        for (const auto& [column, values] : selection.include) {
            if (!told.insert(column).second) {
                continue;
            }
            std::set<std::string> present;
            for (const DatasetEntry& entry : entries) {
                if (present.size() < kShown && !entry.value(column).empty()) {
                    present.insert(entry.value(column));
                }
            }
            text += fmt::format(
                "; data.include.{}: {} wanted, the data have {}", column, fmt::join(values, ", "),
                present.empty() ? "nothing there" : fmt::format("{}", fmt::join(present, ", ")));
        }
    }
    return text;
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
        NEFES_TRY(entries, scanFolders(folder));
    }
    NEFES_CHECK(checkLabels(folder, entries));
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
    const std::set<std::string> labels = namedLabels(selection);
    for (DatasetEntry& entry : entries) {
        entry.label = spelled(entry.label, labels);
    }
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

std::vector<std::string> missingLabels(const DataSettings& settings,
                                       const std::vector<std::string>& classes)
{
    std::set<std::string> missing;
    for (const DataSelection& selection : settings.selections) {
        const auto wanted = selection.include.find("label");
        if (wanted == selection.include.end()) {
            continue;
        }
        for (const std::string& label : wanted->second) {
            const auto mapped = selection.map.find(label);
            const std::string& name = mapped == selection.map.end() ? label : mapped->second;
            if (std::ranges::find(classes, name) == classes.end()) {
                missing.insert(name);
            }
        }
    }
    return {missing.begin(), missing.end()};
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
    std::vector<DatasetEntry> all;
    for (std::size_t i = 0; i < folders.size(); ++i) {
        NEFES_TRY(const auto entries, scanDataFolder(folders[i]));
        all.insert(all.end(), entries.begin(), entries.end());
        for (DatasetEntry& entry :
             selectEntries(entries, settings.selections[count == 1 ? 0 : i])) {
            dataset.entries.push_back(std::move(entry));
        }
    }
    if (dataset.entries.empty()) {
        return fail(ErrorCode::DatasetEmpty,
                    "the selection leaves no image" + whyNothingIsLeft(settings, all));
    }
    NEFES_CHECK(addDerived(dataset, settings.derive));
    std::set<std::string> classes;
    for (const DatasetEntry& entry : dataset.entries) {
        classes.insert(entry.label);
    }
    dataset.classes.assign(classes.begin(), classes.end());
    if (dataset.classes.size() < 2) {
        return fail(ErrorCode::DatasetInvalid,
                    fmt::format("two classes are needed, the data have \"{}\" alone{}",
                                dataset.classes.front(), whyNothingIsLeft(settings, all)));
    }
    return dataset;
}

Result<std::string> dataIdentity(const std::vector<fs::path>& folders)
{
    Sha256 digest;
    for (const fs::path& folder : folders) {
        NEFES_TRY(const auto entries, scanDataFolder(folder));
        for (const DatasetEntry& entry : entries) {
            std::error_code error;
            const std::string line =
                fmt::format("{}\n{}\n{}\n{}\n{}\n", toUtf8(fs::absolute(entry.path, error)),
                            entry.label, entry.value("split"), fs::file_size(entry.path, error),
                            fs::last_write_time(entry.path, error).time_since_epoch().count());
            digest.add(std::as_bytes(std::span(line)));
        }
    }
    return digest.finish();
}

} // namespace nefes::ml
