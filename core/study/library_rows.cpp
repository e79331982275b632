// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "core/study/library_rows_p.h"
#include "core/study/search_text.h"

#include <fmt/format.h>

namespace nefes::study {

namespace {

Result<std::int64_t> idOf(Statement& statement)
{
    NEFES_TRY(const bool hasRow, statement.step());
    return hasRow ? statement.integer(0) : std::int64_t{0};
}

} // namespace

std::string instanceKey(const FileSummary& file)
{
    return file.text.sopInstanceUid.empty() ? "path:" + toUtf8(file.path)
                                            : file.text.sopInstanceUid;
}

Result<std::vector<std::string>> column(Database& database, std::string_view sql)
{
    NEFES_TRY(Statement rows, database.prepare(sql));
    std::vector<std::string> values;
    while (true) {
        NEFES_TRY(const bool hasRow, rows.step());
        if (!hasRow) {
            return values;
        }
        values.push_back(rows.text(0));
    }
}

Result<bool> hasRows(Database& database, std::string_view table)
{
    NEFES_TRY(Statement rows, database.prepare(fmt::format("SELECT 1 FROM {} LIMIT 1", table)));
    return rows.step();
}

Result<bool> RowWriter::put(const Patient& patient, const Study& study, const Series& series,
                            const FileSummary& file, const std::string& path, bool isCopy)
{
    NEFES_TRY(const std::int64_t studyId, studyRow(patient, study));
    NEFES_TRY(const std::int64_t seriesId, seriesRow(studyId, series));
    NEFES_TRY(Statement known, m_database.prepare("SELECT id FROM instance WHERE uid=?"));
    known.bind(1, instanceKey(file));
    NEFES_TRY(const bool isKnown, known.step());
    NEFES_TRY(Statement row,
              m_database.prepare(
                  "INSERT INTO instance(series, uid, path, is_copy, number, view, has_image) "
                  "VALUES(?,?,?,?,?,?,?) ON CONFLICT(uid) DO UPDATE SET path=excluded.path, "
                  "is_copy=excluded.is_copy WHERE is_copy<=excluded.is_copy"));
    row.bind(1, seriesId).bind(2, instanceKey(file)).bind(3, path);
    row.bind(4, std::int64_t{isCopy}).bind(5, file.text.instanceNumber);
    row.bind(6, file.text.viewPosition).bind(7, std::int64_t{file.hasImage});
    NEFES_CHECK(row.run());
    return !isKnown;
}

Result<std::vector<StudyId>> RowWriter::finish()
{
    std::vector<StudyId> touched;
    NEFES_TRY(Statement row,
              m_database.prepare(
                  "UPDATE study SET "
                  "modalities=coalesce((SELECT replace(group_concat(DISTINCT modality), ',', ', ') "
                  "  FROM series WHERE study=study.id AND modality<>''), ''), "
                  "views=coalesce((SELECT replace(group_concat(DISTINCT view), ',', ', ') "
                  "  FROM instance JOIN series ON series.id=instance.series "
                  "  WHERE series.study=study.id AND view<>''), ''), "
                  "images=(SELECT count(*) FROM instance JOIN series ON series.id=instance.series "
                  "  WHERE series.study=study.id AND has_image) WHERE id=?"));
    for (const auto& [uid, id] : m_studies) {
        row.bind(1, id);
        NEFES_CHECK(row.run());
        touched.push_back(id);
    }
    return touched;
}

Result<std::int64_t> RowWriter::patientRow(const Patient& patient)
{
    NEFES_TRY(Statement find,
              m_database.prepare("SELECT id FROM patient WHERE patient_id=? AND name=?"));
    find.bind(1, patient.id).bind(2, patient.name);
    NEFES_TRY(const std::int64_t known, idOf(find));
    if (known != 0) {
        return known;
    }
    NEFES_TRY(Statement add,
              m_database.prepare(
                  "INSERT INTO patient(patient_id, name, birth_date, sex) VALUES(?,?,?,?)"));
    add.bind(1, patient.id).bind(2, patient.name).bind(3, patient.birthDate);
    NEFES_CHECK(add.bind(4, patient.sex).run());
    return m_database.lastId();
}

Result<std::int64_t> RowWriter::studyRow(const Patient& patient, const Study& study)
{
    if (const auto found = m_studies.find(study.uid); found != m_studies.end()) {
        return found->second;
    }
    NEFES_TRY(Statement find, m_database.prepare("SELECT id FROM study WHERE uid=?"));
    find.bind(1, study.uid);
    NEFES_TRY(std::int64_t id, idOf(find));
    if (id == 0) {
        NEFES_TRY(const std::int64_t patientId, patientRow(patient));
        NEFES_TRY(Statement add,
                  m_database.prepare("INSERT INTO study(patient, uid, date, time, description, "
                                     "accession, sort_name, search) VALUES(?,?,?,?,?,?,?,?)"));
        const std::string name = foldedText(patient.name);
        // A blank before each part, so that a word never spans two of them.
        const std::string search =
            foldedText(fmt::format("{} \n{} \n{} \n{} \n{}", patient.name, patient.id, study.date,
                                   study.description, study.accessionNumber));
        add.bind(1, patientId).bind(2, study.uid).bind(3, study.date).bind(4, study.time);
        add.bind(5, study.description).bind(6, study.accessionNumber);
        NEFES_CHECK(add.bind(7, name).bind(8, search).run());
        id = m_database.lastId();
    }
    m_studies.emplace(study.uid, id);
    return id;
}

Result<std::int64_t> RowWriter::seriesRow(std::int64_t study, const Series& series)
{
    const auto key = std::pair(study, series.uid);
    if (const auto found = m_series.find(key); found != m_series.end()) {
        return found->second;
    }
    NEFES_TRY(Statement find, m_database.prepare("SELECT id FROM series WHERE study=? AND uid=?"));
    find.bind(1, study).bind(2, series.uid);
    NEFES_TRY(std::int64_t id, idOf(find));
    if (id == 0) {
        NEFES_TRY(Statement add,
                  m_database.prepare("INSERT INTO series(study, uid, description, modality, "
                                     "number) VALUES(?,?,?,?,?)"));
        add.bind(1, study).bind(2, series.uid).bind(3, series.description);
        NEFES_CHECK(add.bind(4, series.modality).bind(5, series.number).run());
        id = m_database.lastId();
    }
    m_series.emplace(key, id);
    return id;
}

} // namespace nefes::study
