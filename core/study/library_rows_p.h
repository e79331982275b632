// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/library.h"
#include "core/study/sqlite_p.h"
#include "core/study/study_tree.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nefes::study {

/// What a file is known by: its SOP Instance UID, a picture by its path.
[[nodiscard]] std::string instanceKey(const FileSummary& file);

/// The first column of what a query finds.
[[nodiscard]] Result<std::vector<std::string>> column(Database& database, std::string_view sql);

[[nodiscard]] Result<bool> hasRows(Database& database, std::string_view table);

/// Writes the rows of files within one transaction.
class RowWriter
{
public:
    explicit RowWriter(Database& database)
        : m_database(database)
    {
    }

    /// True when the file is new.
    [[nodiscard]] Result<bool> put(const Patient& patient, const Study& study, const Series& series,
                                   const FileSummary& file, const std::string& path, bool isCopy);

    /// Brings what the work list shows of the studies that were touched up to date; tells them.
    [[nodiscard]] Result<std::vector<StudyId>> finish();

private:
    Result<std::int64_t> patientRow(const Patient& patient);
    Result<std::int64_t> studyRow(const Patient& patient, const Study& study);
    Result<std::int64_t> seriesRow(std::int64_t study, const Series& series);

    Database& m_database;
    std::map<std::string, std::int64_t> m_studies;
    std::map<std::pair<std::int64_t, std::string>, std::int64_t> m_series;
};

} // namespace nefes::study
