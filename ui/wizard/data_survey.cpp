// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/data_survey.h"

#include "ml/splits.h"

#include <algorithm>
#include <set>
#include <thread>

namespace nefes::ui {

namespace {

/// The samples of the entries that were decoded, in their order, and which entry each is.
struct Samples {
    std::vector<std::size_t> planes;
    std::vector<ml::SampleInfo> infos;
    std::vector<std::size_t> entries;
};

Samples samplesOf(const DataSurvey& survey, const ml::Dataset& dataset)
{
    Samples samples;
    for (std::size_t i = 0; i < dataset.entries.size(); ++i) {
        const ml::DatasetEntry& entry = dataset.entries[i];
        const auto plane = survey.planes.find(entry.path);
        if (plane == survey.planes.end()) {
            continue;
        }
        ml::SampleInfo info = survey.store->samples()[plane->second];
        const auto label = std::ranges::lower_bound(dataset.classes, entry.label);
        info.label = static_cast<int>(label - dataset.classes.begin());
        info.split = entry.split.value_or(ml::Split::Train);
        info.patient = entry.patient;
        info.source = entry.source;
        info.ageGroup = entry.ageGroup;
        samples.planes.push_back(plane->second);
        samples.infos.push_back(std::move(info));
        samples.entries.push_back(i);
    }
    return samples;
}

} // namespace

std::vector<ScannedFolder> scanFolders(const std::vector<std::filesystem::path>& folders,
                                       const std::stop_token& stop)
{
    std::vector<ScannedFolder> scanned;
    for (const std::filesystem::path& path : folders) {
        ScannedFolder folder;
        folder.path = path;
        auto entries = ml::scanDataFolder(path, stop);
        if (entries) {
            folder.entries = std::move(*entries);
        } else {
            folder.error = std::move(entries).error();
        }
        scanned.push_back(std::move(folder));
    }
    return scanned;
}

Result<std::shared_ptr<const DataSurvey>> decodeFolders(std::vector<ScannedFolder> folders,
                                                        const TrainingServices& services,
                                                        const Progress& progress,
                                                        std::stop_token stop)
{
    auto survey = std::make_shared<DataSurvey>();
    ml::Dataset all;
    std::set<std::string> labels;
    for (const ScannedFolder& folder : folders) {
        for (const ml::DatasetEntry& entry : folder.entries) {
            labels.insert(entry.label);
            all.entries.push_back(entry);
        }
    }
    all.classes.assign(labels.begin(), labels.end());
    survey->folders = std::move(folders);
    const int threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    NEFES_TRY(auto packed, ml::packThroughCache(all, ml::summaryInput(), services.cacheFolder,
                                                {*services.reader, *services.operations, threads},
                                                progress, std::move(stop)));
    survey->store = std::move(packed.store);
    survey->unreadable = std::move(packed.unreadable);
    std::set<std::filesystem::path> unreadable;
    for (const ml::UnreadableFile& file : survey->unreadable) {
        unreadable.insert(file.path);
    }
    std::size_t next = 0;
    for (const ml::DatasetEntry& entry : all.entries) {
        if (!unreadable.contains(entry.path)) {
            survey->planes.emplace(entry.path, next++);
        }
    }
    return survey;
}

Result<SelectedData> selectData(const DataSurvey& survey, const ml::DataSettings& settings,
                                std::uint64_t seed)
{
    SelectedData selected;
    std::set<std::string> classes;
    std::vector<std::size_t> folders; // of each entry
    const std::size_t selections = settings.selections.size();
    for (std::size_t i = 0; i < survey.folders.size(); ++i) {
        const std::size_t selection = selections == survey.folders.size() ? i : 0;
        auto entries = ml::selectEntries(survey.folders[i].entries, settings.selections[selection]);
        const auto& exclude = settings.selections[selection].exclude;
        const auto files = exclude.find("file");
        selected.leftOut += files == exclude.end() ? 0 : static_cast<int>(files->second.size());
        for (ml::DatasetEntry& entry : entries) {
            classes.insert(entry.label);
            if (entry.split) {
                selected.fixedSplits.insert(*entry.split);
            }
            selected.dataset.entries.push_back(std::move(entry));
            folders.push_back(i);
        }
    }
    ml::Dataset& dataset = selected.dataset;
    dataset.classes.assign(classes.begin(), classes.end());
    if (dataset.entries.empty()) {
        return fail(ErrorCode::DatasetEmpty, "the selection leaves no image");
    }
    if (dataset.classes.size() < 2) {
        return fail(ErrorCode::DatasetInvalid, dataset.classes.front());
    }
    ml::assignSplits(dataset.entries, settings, seed);
    if (!survey.store) {
        return selected;
    }
    const Samples samples = samplesOf(survey, dataset);
    if (samples.infos.empty()) {
        return fail(ErrorCode::DatasetEmpty, "not one of the files can be read");
    }
    const auto store = survey.store->rearranged(samples.planes, samples.infos, dataset.classes);
    selected.warnings =
        ml::summarise(*store, dataset.entries.size() - samples.infos.size()).warnings;
    for (const std::size_t entry : samples.entries) {
        selected.places.emplace_back(folders[entry], dataset.entries[entry].file);
    }
    std::set<std::filesystem::path> wanted;
    for (const ml::DatasetEntry& entry : dataset.entries) {
        wanted.insert(entry.path);
    }
    for (const ml::UnreadableFile& file : survey.unreadable) {
        if (wanted.contains(file.path)) {
            selected.unreadable.emplace(file.path, file.error);
        }
    }
    std::erase_if(dataset.entries, [&selected](const ml::DatasetEntry& entry) {
        return selected.unreadable.contains(entry.path);
    });
    return selected;
}

} // namespace nefes::ui
