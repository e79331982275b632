// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/data_counts.h"

#include "ui/text/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace nefes::ui {

namespace {

/// More columns than this would be too narrow for their names; the smallest become one.
constexpr std::size_t kMostColumns = 6;

/// The translation context of these words.
struct Counts {
    Q_DECLARE_TR_FUNCTIONS(DataCounts)
};

using Table = std::map<std::string, std::map<std::string, int>>; ///< class → column → count

void fillBySplit(const ml::Dataset& dataset, const Table& table, DataCounts& counts)
{
    constexpr std::array splits{ml::Split::Train, ml::Split::Validation, ml::Split::Test};
    counts.columns = {Counts::tr("Training"), Counts::tr("Validation"), Counts::tr("Test")};
    for (const std::string& name : dataset.classes) {
        std::vector<int> row;
        for (const ml::Split split : splits) {
            const auto found = table.find(name);
            const std::string column(ml::splitName(split));
            row.push_back(found != table.end() && found->second.contains(column)
                              ? found->second.at(column)
                              : 0);
        }
        counts.counts.push_back(std::move(row));
    }
}

void fillByValue(const ml::Dataset& dataset, const Table& table, DataCounts& counts)
{
    std::map<std::string, int> totals;
    for (const auto& [name, row] : table) {
        for (const auto& [column, count] : row) {
            totals[column] += count;
        }
    }
    std::vector<std::pair<std::string, int>> columns(totals.begin(), totals.end());
    std::ranges::stable_sort(columns, std::ranges::greater{}, &std::pair<std::string, int>::second);
    const std::size_t shown = columns.size() > kMostColumns ? kMostColumns - 1 : columns.size();
    for (std::size_t i = 0; i < shown; ++i) {
        counts.columns << (columns[i].first.empty() ? Counts::tr("unknown")
                                                    : fromUtf8(columns[i].first));
    }
    if (shown < columns.size()) {
        counts.columns << Counts::tr("others");
    }
    for (const std::string& name : dataset.classes) {
        std::vector<int> row(static_cast<std::size_t>(counts.columns.size()), 0);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto found = table.find(name);
            if (found != table.end() && found->second.contains(columns[i].first)) {
                row[std::min(i, row.size() - 1)] += found->second.at(columns[i].first);
            }
        }
        counts.counts.push_back(std::move(row));
    }
}

DataCounts patientsBySplit(const ml::Dataset& dataset)
{
    std::map<std::string, std::map<std::string, std::set<std::string>>> patients;
    int unknown = 0;
    for (const ml::DatasetEntry& entry : dataset.entries) {
        if (entry.patient.empty()) {
            ++unknown;
        } else {
            patients[entry.label][entry.value("split")].insert(entry.patient);
        }
    }
    Table table;
    for (const auto& [name, row] : patients) {
        for (const auto& [split, people] : row) {
            table[name][split] = static_cast<int>(people.size());
        }
    }
    DataCounts counts;
    fillBySplit(dataset, table, counts);
    if (unknown > 0) {
        counts.remark = Counts::tr("Of %n image(s) it is not known whose they are. A manifest.csv "
                                   "with a column \"patient\" tells it.",
                                   nullptr, unknown);
    }
    return counts;
}

} // namespace

DataCounts countImages(const ml::Dataset& dataset, CountColumn column)
{
    DataCounts counts;
    if (column == CountColumn::PatientsBySplit) {
        counts = patientsBySplit(dataset);
    } else {
        const char* name = column == CountColumn::Split    ? "split"
                           : column == CountColumn::Source ? "source"
                                                           : "age_group";
        Table table;
        bool isKnown = false;
        for (const ml::DatasetEntry& entry : dataset.entries) {
            ++table[entry.label][entry.value(name)];
            isKnown = isKnown || !entry.value(name).empty();
        }
        if (column == CountColumn::Split) {
            fillBySplit(dataset, table, counts);
        } else {
            fillByValue(dataset, table, counts);
        }
        if (!isKnown) {
            counts.remark = Counts::tr("These folders do not tell it. A manifest.csv with a column "
                                       "\"%1\" does.")
                                .arg(QLatin1String(name));
        }
    }
    for (const std::string& name : dataset.classes) {
        counts.classes << fromUtf8(name);
    }
    return counts;
}

} // namespace nefes::ui
