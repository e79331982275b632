// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/dataset_summary.h"

#include "core/base/assert.h"

#include "ml/image_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>
#include <set>

namespace nefes::ml {
namespace {

using nlohmann::json;

constexpr int kSummarySidePx = 32;
constexpr int kDuplicateBits = 4;
constexpr double kDuplicateCorrelation = 0.995;
constexpr int kTinySplit = 20;
constexpr double kOneSourceShare = 0.9;
constexpr double kInvertedCorrelation = -0.3;

using Counts = std::map<std::string, std::map<std::string, int>>; ///< class → value → count

std::string className(const SampleStore& store, const SampleInfo& sample)
{
    return store.classes()[static_cast<std::size_t>(sample.label)];
}

void warnOfPatients(const SampleStore& store, std::vector<DatasetWarning>& warnings)
{
    std::map<std::string, std::set<Split>> splits;
    for (const SampleInfo& sample : store.samples()) {
        if (!sample.patient.empty()) {
            splits[sample.patient].insert(sample.split);
        }
    }
    const auto shared = std::count_if(splits.begin(), splits.end(),
                                      [](const auto& entry) { return entry.second.size() > 1; });
    if (shared > 0) {
        warnings.push_back(
            {.code = "patient_in_two_splits",
             .text = fmt::format("{} patients have images in more than one split: results will "
                                 "look better than they are. Group by patient.",
                                 shared),
             .count = static_cast<int>(shared)});
    }
}

double correlation(const std::vector<double>& a, const std::vector<double>& b)
{
    const auto count = static_cast<double>(a.size());
    double sumA = 0.0;
    double sumB = 0.0;
    double sumAA = 0.0;
    double sumBB = 0.0;
    double sumAB = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sumA += a[i];
        sumB += b[i];
        sumAA += a[i] * a[i];
        sumBB += b[i] * b[i];
        sumAB += a[i] * b[i];
    }
    const double product = (sumAA - sumA * sumA / count) * (sumBB - sumB * sumB / count);
    return product > 0.0 ? (sumAB - sumA * sumB / count) / std::sqrt(product) : 0.0;
}

std::vector<double> planeOf(const SampleStore& store, std::size_t index)
{
    const auto plane = store.plane(index);
    return {plane.begin(), plane.end()};
}

/// Hashes pick the candidates, correlation decides: films of different patients look alike too.
void warnOfDuplicates(const SampleStore& store, std::vector<DatasetWarning>& warnings)
{
    std::vector<std::uint64_t> hashes;
    for (std::size_t i = 0; i < store.samples().size(); ++i) {
        hashes.push_back(differenceHash(store.plane(i), store.input().width, store.input().height));
    }
    DatasetWarning warning;
    warning.code = "near_duplicates_across_splits";
    std::set<std::size_t> leftOut;
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        for (std::size_t k = i + 1; k < hashes.size(); ++k) {
            if (store.samples()[i].split != store.samples()[k].split &&
                std::popcount(hashes[i] ^ hashes[k]) <= kDuplicateBits &&
                correlation(planeOf(store, i), planeOf(store, k)) >= kDuplicateCorrelation) {
                ++warning.count;
                warning.example = store.samples()[i].file;
                warning.otherExample = store.samples()[k].file;
                // Test images are the last to go: figures stay comparable with others'.
                leftOut.insert(store.samples()[i].split < store.samples()[k].split ? i : k);
            }
        }
    }
    if (warning.count > 0) {
        warning.text = fmt::format("{} pairs of images in different splits look almost the same, "
                                   "such as {} and {}.",
                                   warning.count, warning.example, warning.otherExample);
        warning.samples.assign(leftOut.begin(), leftOut.end());
        warnings.push_back(std::move(warning));
    }
}

void warnOfSources(const Counts& bySource, std::vector<DatasetWarning>& warnings)
{
    std::set<std::string> sources;
    for (const auto& [label, counts] : bySource) {
        for (const auto& [source, count] : counts) {
            sources.insert(source);
        }
    }
    if (sources.size() < 2) {
        return;
    }
    for (const auto& [label, counts] : bySource) {
        int all = 0;
        std::pair<std::string, int> largest;
        for (const auto& [source, count] : counts) {
            all += count;
            largest = count > largest.second ? std::pair{source, count} : largest;
        }
        if (largest.second >= kOneSourceShare * all) {
            warnings.push_back(
                {.code = "class_from_one_source",
                 .text = fmt::format("{} of {} images of \"{}\" come from {}: a network can learn "
                                     "the source instead of the finding.",
                                     largest.second, all, label, largest.first),
                 .count = largest.second,
                 .total = all,
                 .label = label,
                 .source = largest.first});
        }
    }
}

std::optional<Split> splitFromId(const std::string& id)
{
    for (const Split split : {Split::Train, Split::Validation, Split::Test}) {
        if (splitName(split) == id) {
            return split;
        }
    }
    return std::nullopt;
}

void warnOfTinySplits(const SampleStore& store, const Counts& bySplit,
                      std::vector<DatasetWarning>& warnings)
{
    std::set<std::string> used;
    for (const SampleInfo& sample : store.samples()) {
        used.emplace(splitName(sample.split));
    }
    for (const auto& [label, counts] : bySplit) {
        for (const std::string& split : used) {
            const auto found = counts.find(split);
            const int count = found == counts.end() ? 0 : found->second;
            if (count < kTinySplit) {
                warnings.push_back({.code = "tiny_split",
                                    .text = fmt::format("\"{}\" has {} images in the {} split: "
                                                        "too few for a reliable figure.",
                                                        label, count, split),
                                    .count = count,
                                    .label = label,
                                    .split = splitFromId(split)});
            }
        }
    }
}

void warnOfPolarity(const SampleStore& store, std::vector<DatasetWarning>& warnings)
{
    if (store.samples().empty()) {
        return;
    }
    // Classes that a recipe makes by changing images are meant to look like that.
    const auto isChanged = [&store](const SampleInfo& sample) {
        return std::ranges::count(imageChanges(), className(store, sample)) > 0;
    };
    std::vector<double> mean(store.plane(0).size(), 0.0);
    for (std::size_t i = 0; i < store.samples().size(); ++i) {
        if (isChanged(store.samples()[i])) {
            continue;
        }
        const auto plane = store.plane(i);
        for (std::size_t k = 0; k < plane.size(); ++k) {
            mean[k] += plane[k];
        }
    }
    std::vector<std::size_t> inverted;
    for (std::size_t i = 0; i < store.samples().size(); ++i) {
        if (!isChanged(store.samples()[i]) &&
            correlation(planeOf(store, i), mean) < kInvertedCorrelation) {
            inverted.push_back(i);
        }
    }
    if (!inverted.empty()) {
        warnings.push_back({.code = "mixed_polarity",
                            .text = fmt::format("{} images look like negatives of the others "
                                                "(black and white swapped).",
                                                inverted.size()),
                            .count = static_cast<int>(inverted.size()),
                            .example = store.samples()[inverted.front()].file,
                            .samples = inverted});
    }
}

std::string table(const std::string& title, const json& counts)
{
    std::set<std::string> columns;
    for (const auto& [label, row] : counts.items()) {
        for (const auto& [column, count] : row.items()) {
            columns.insert(column);
        }
    }
    std::string text = fmt::format("\n{:<20}", title);
    for (const std::string& column : columns) {
        text += fmt::format(" {:>{}}", column, std::max<std::size_t>(12, column.size()));
    }
    text += fmt::format(" {:>12}\n", "all");
    for (const auto& [label, row] : counts.items()) {
        text += fmt::format("{:<20}", label);
        int all = 0;
        for (const std::string& column : columns) {
            const int count = row.value(column, 0);
            text += fmt::format(" {:>{}}", count, std::max<std::size_t>(12, column.size()));
            all += count;
        }
        text += fmt::format(" {:>12}\n", all);
    }
    return text;
}

} // namespace

std::uint64_t differenceHash(std::span<const std::uint8_t> plane, int width, int height)
{
    NEFES_ASSERT(width >= 9 && height >= 8);
    const auto cellMean = [&](int column, int row) {
        double sum = 0.0;
        int count = 0;
        for (int y = row * height / 8; y < (row + 1) * height / 8; ++y) {
            for (int x = column * width / 9; x < (column + 1) * width / 9; ++x) {
                sum += plane[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                             static_cast<std::size_t>(x)];
                ++count;
            }
        }
        return sum / count;
    };
    std::uint64_t hash = 0;
    for (int row = 0; row < 8; ++row) {
        for (int column = 0; column < 8; ++column) {
            const bool isDarker = cellMean(column, row) < cellMean(column + 1, row);
            hash = (hash << 1U) | (isDarker ? 1U : 0U);
        }
    }
    return hash;
}

InputSpecification summaryInput()
{
    InputSpecification input;
    input.width = kSummarySidePx;
    input.height = kSummarySidePx;
    input.resize = ResizeRule::Stretch;
    return input;
}

DatasetSummary summarise(const SampleStore& store, std::size_t unreadableFiles)
{
    Counts bySplit;
    Counts bySource;
    Counts byAge;
    for (const SampleInfo& sample : store.samples()) {
        const std::string label = className(store, sample);
        ++bySplit[label][std::string(splitName(sample.split))];
        ++bySource[label][sample.source.empty() ? "unknown" : sample.source];
        ++byAge[label][sample.ageGroup.empty() ? "unknown" : sample.ageGroup];
    }
    DatasetSummary summary;
    summary.counts = {{"images", store.samples().size()},
                      {"unreadable", unreadableFiles},
                      {"classes", store.classes()},
                      {"split", bySplit},
                      {"source", bySource},
                      {"age_group", byAge}};
    if (unreadableFiles > 0) {
        summary.warnings.push_back(
            {.code = "unreadable_files",
             .text = fmt::format("{} files cannot be read and are left out.", unreadableFiles),
             .count = static_cast<int>(unreadableFiles)});
    }
    warnOfPatients(store, summary.warnings);
    warnOfDuplicates(store, summary.warnings);
    warnOfSources(bySource, summary.warnings);
    warnOfTinySplits(store, bySplit, summary.warnings);
    warnOfPolarity(store, summary.warnings);
    return summary;
}

json summaryToJson(const DatasetSummary& summary)
{
    json result = summary.counts;
    result["warnings"] = json::array();
    for (const DatasetWarning& warning : summary.warnings) {
        result["warnings"].push_back({{"code", warning.code}, {"message", warning.text}});
    }
    return result;
}

std::string summaryToText(const DatasetSummary& summary)
{
    std::string text =
        fmt::format("{} images, {} unreadable\n", summary.counts.at("images").get<std::size_t>(),
                    summary.counts.at("unreadable").get<std::size_t>());
    text += table("class by split", summary.counts.at("split"));
    text += table("class by source", summary.counts.at("source"));
    text += table("class by age group", summary.counts.at("age_group"));
    if (!summary.warnings.empty()) {
        text += "\n";
    }
    for (const DatasetWarning& warning : summary.warnings) {
        text += fmt::format("warning: {}\n", warning.text);
    }
    return text;
}

} // namespace nefes::ml
