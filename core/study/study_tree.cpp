// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/study_tree.h"

#include "core/base/files.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <set>
#include <tuple>
#include <utility>

namespace nefes::study {
namespace {

/// Instance numbers sort as numbers; files without one come last.
long instanceOrder(const std::string& number)
{
    long value = std::numeric_limits<long>::max();
    std::from_chars(number.data(), number.data() + number.size(), value);
    return value;
}

/// Pictures carry no UID: those of one folder belong together.
std::string seriesKey(const FileSummary& file)
{
    return file.text.seriesUid.empty() ? "folder:" + toUtf8(file.path.parent_path())
                                       : file.text.seriesUid;
}

std::string studyKey(const FileSummary& file)
{
    return file.text.studyUid.empty() ? seriesKey(file) : file.text.studyUid;
}

template <class T, class Matches, class Make>
T& findOrAdd(std::vector<T>& items, const Matches& matches, const Make& make)
{
    const auto found = std::ranges::find_if(items, matches);
    return found != items.end() ? *found : items.emplace_back(make());
}

Patient& patientOf(std::vector<Patient>& patients, const ImageText& text)
{
    return findOrAdd(
        patients,
        [&text](const Patient& p) { return p.id == text.patientId && p.name == text.patientName; },
        [&text] {
            return Patient{.id = text.patientId,
                           .name = text.patientName,
                           .birthDate = text.patientBirthDate,
                           .sex = text.patientSex,
                           .studies = {}};
        });
}

Study& studyOf(Patient& patient, const FileSummary& file)
{
    const std::string key = studyKey(file);
    return findOrAdd(
        patient.studies, [&key](const Study& s) { return s.uid == key; },
        [&] {
            return Study{.uid = key,
                         .date = file.text.studyDate,
                         .time = file.text.studyTime,
                         .description = file.text.studyDescription,
                         .accessionNumber = file.text.accessionNumber,
                         .series = {}};
        });
}

Series& seriesOf(Study& study, const FileSummary& file)
{
    const std::string key = seriesKey(file);
    return findOrAdd(
        study.series, [&key](const Series& s) { return s.uid == key; },
        [&] {
            return Series{.uid = key,
                          .description = file.text.seriesDescription,
                          .modality = file.text.modality,
                          .number = file.text.seriesNumber,
                          .files = {}};
        });
}

} // namespace

std::vector<Patient> groupFiles(std::vector<FileSummary> files)
{
    std::vector<Patient> patients;
    std::set<std::string> seen;
    for (FileSummary& file : files) {
        const std::string& uid = file.text.sopInstanceUid;
        if (!uid.empty() && !seen.insert(uid).second) {
            continue;
        }
        Study& study = studyOf(patientOf(patients, file.text), file);
        Series& series = seriesOf(study, file);
        series.files.push_back(std::move(file));
    }
    for (Patient& patient : patients) {
        for (Study& study : patient.studies) {
            for (Series& series : study.series) {
                std::ranges::stable_sort(series.files, [](const auto& a, const auto& b) {
                    return std::tuple(instanceOrder(a.text.instanceNumber), a.path) <
                           std::tuple(instanceOrder(b.text.instanceNumber), b.path);
                });
            }
        }
        std::ranges::stable_sort(patient.studies, [](const Study& a, const Study& b) {
            return std::tie(a.date, a.time) > std::tie(b.date, b.time);
        });
    }
    return patients;
}

} // namespace nefes::study
