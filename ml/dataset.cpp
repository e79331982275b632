// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/dataset.h"

#include "core/base/digest.h"
#include "core/base/files.h"
#include "core/base/letters.h"

#include "ml/image_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <system_error>

namespace nefes::ml {
namespace {

namespace fs = std::filesystem;

/// The label as the recipe spells it: folders are often named PNEUMONIA where it says pneumonia.
std::string spelled(const std::string& label, const std::set<std::string>& known)
{
    if (known.contains(label)) {
        return label;
    }
    const auto same = std::find_if(known.begin(), known.end(), [&label](const std::string& name) {
        return lowerAscii(name) == lowerAscii(label);
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
        const auto unwanted = selection.exclude.find("label");
        for (const std::string& label : wanted->second) {
            if (unwanted != selection.exclude.end() &&
                std::ranges::find(unwanted->second, label) != unwanted->second.end()) {
                continue;
            }
            const auto mapped = selection.map.find(label);
            const std::string& name = mapped == selection.map.end() ? label : mapped->second;
            if (std::ranges::find(classes, name) == classes.end()) {
                missing.insert(name);
            }
        }
    }
    return {missing.begin(), missing.end()};
}

Result<Dataset> gatherDataset(const std::vector<fs::path>& folders, const DataSettings& settings,
                              const std::stop_token& stop)
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
        NEFES_TRY(const auto entries, scanDataFolder(folders[i], stop));
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

Result<std::string> dataIdentity(const std::vector<fs::path>& folders, const std::stop_token& stop)
{
    Sha256 digest;
    for (const fs::path& folder : folders) {
        NEFES_TRY(const auto entries, scanDataFolder(folder, stop));
        for (const DatasetEntry& entry : entries) {
            if (stop.stop_requested()) {
                return fail(ErrorCode::Cancelled, "reading the data folder");
            }
            std::error_code error;
            const std::string line = fmt::format(
                "{}\n{}\n{}\n{}\n{}\n{}\n", toUtf8(fs::absolute(entry.path, error)), entry.label,
                entry.value("split"), entry.source, fs::file_size(entry.path, error),
                fs::last_write_time(entry.path, error).time_since_epoch().count());
            digest.add(std::as_bytes(std::span(line)));
        }
    }
    return digest.finish();
}

} // namespace nefes::ml
