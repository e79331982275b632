// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/splits.h"

#include "core/base/assert.h"
#include "core/base/rng.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string>
#include <utility>

namespace nefes::ml {
namespace {

/// Entries that must stay together.
using Unit = std::vector<std::size_t>;

/// Units by stratum; both in an order that does not depend on that of the entries.
std::map<std::string, std::vector<Unit>> strata(const std::vector<DatasetEntry>& entries,
                                                const std::vector<std::size_t>& members,
                                                const DataSettings& settings)
{
    std::map<std::string, Unit> units;
    for (const std::size_t index : members) {
        const DatasetEntry& entry = entries[index];
        const std::string group =
            settings.groupBy.empty() ? std::string() : entry.value(settings.groupBy);
        // A file of an unknown group is a group of its own, with what is derived from it.
        units[group.empty() ? "file:" + entry.file + "\n" + entry.path.string() : "group:" + group]
            .push_back(index);
    }
    std::map<std::string, std::vector<Unit>> result;
    for (auto& [key, unit] : units) {
        std::sort(unit.begin(), unit.end(), [&entries](std::size_t a, std::size_t b) {
            return std::pair(entries[a].file, entries[a].change) <
                   std::pair(entries[b].file, entries[b].change);
        });
        std::string stratum;
        for (const std::string& column : settings.stratify) {
            stratum += entries[unit.front()].value(column) + "\n";
        }
        result[stratum].push_back(std::move(unit));
    }
    return result;
}

/// Deals the members out to parts of the given shares; returns the part of each member's index.
std::map<std::size_t, std::size_t> deal(const std::vector<DatasetEntry>& entries,
                                        const std::vector<std::size_t>& members,
                                        const DataSettings& settings, std::uint64_t seed,
                                        const std::vector<double>& shares)
{
    std::map<std::size_t, std::size_t> parts;
    Rng rng(seed);
    // What the strata before have left over, so that many small strata do not all favour one part.
    std::vector<double> missing(shares.size(), 0.0);
    for (auto& [name, units] : strata(entries, members, settings)) {
        rng.shuffle(std::span<Unit>(units));
        std::size_t count = 0;
        for (const Unit& unit : units) {
            count += unit.size();
        }
        for (std::size_t part = 0; part < shares.size(); ++part) {
            missing[part] += shares[part] * static_cast<double>(count);
        }
        for (const Unit& unit : units) {
            const auto neediest = std::max_element(missing.begin(), missing.end());
            *neediest -= static_cast<double>(unit.size());
            for (const std::size_t index : unit) {
                parts[index] = static_cast<std::size_t>(neediest - missing.begin());
            }
        }
    }
    return parts;
}

std::vector<std::size_t> withSplit(const std::vector<DatasetEntry>& entries,
                                   std::optional<Split> split)
{
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].split == split) {
            members.push_back(i);
        }
    }
    return members;
}

/// A split of less than this part of its share is too small to judge by (the published pediatric
/// set has 16 validation images of 5,856).
constexpr double kTooSmall = 0.5;

/// Moves training images into a split that is too small until it has its share of both.
void fillFromTrain(std::vector<DatasetEntry>& entries, const DataSettings& settings,
                   std::uint64_t seed, Split split, double share)
{
    const auto training = withSplit(entries, Split::Train);
    const auto own = static_cast<double>(withSplit(entries, split).size());
    const auto available = static_cast<double>(training.size());
    if (share <= 0.0 || training.empty()) {
        return;
    }
    const double wanted = share / (share + settings.train) * (own + available);
    if (own >= kTooSmall * wanted) {
        return;
    }
    const double fraction = (wanted - own) / available;
    const auto parts = deal(entries, training, settings, seed, {1.0 - fraction, fraction});
    for (const auto& [index, part] : parts) {
        if (part == 1) {
            entries[index].split = split;
        }
    }
}

} // namespace

void assignSplits(std::vector<DatasetEntry>& entries, const DataSettings& settings,
                  std::uint64_t seed)
{
    if (!settings.useFixedSplits) {
        for (DatasetEntry& entry : entries) {
            entry.split.reset();
        }
    }
    const auto open = withSplit(entries, std::nullopt);
    constexpr std::array<Split, 3> splits{Split::Train, Split::Validation, Split::Test};
    const auto parts =
        deal(entries, open, settings, seed, {settings.train, settings.validation, settings.test});
    const bool hasFixed = open.size() != entries.size();
    for (const auto& [index, part] : parts) {
        entries[index].split = splits[part];
    }
    if (hasFixed) {
        fillFromTrain(entries, settings, seed, Split::Validation, settings.validation);
        fillFromTrain(entries, settings, seed, Split::Test, settings.test);
    }
}

void assignFold(std::vector<DatasetEntry>& entries, const DataSettings& settings,
                std::uint64_t seed, int folds, int fold)
{
    NEFES_ASSERT(folds >= 2 && fold >= 0 && fold < folds);
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].split != Split::Test) {
            members.push_back(i);
        }
    }
    const auto count = static_cast<std::size_t>(folds);
    const auto parts = deal(entries, members, settings, seed,
                            std::vector<double>(count, 1.0 / static_cast<double>(folds)));
    for (const auto& [index, part] : parts) {
        entries[index].split =
            part == static_cast<std::size_t>(fold) ? Split::Validation : Split::Train;
    }
}

} // namespace nefes::ml
