// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/study_tree.h"

#include "core/base/files.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>
#include <numeric>
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

/// Whether the files are slices of one stack: all have a place, along the same normal.
bool isStack(const std::vector<FileSummary>& files)
{
    const auto& first = files.front().slice;
    return files.size() > 1 && first && std::ranges::all_of(files, [&](const FileSummary& file) {
               constexpr double kParallel = 0.999; // the cosine of two and a half degrees
               return file.slice && std::inner_product(first->normal.begin(), first->normal.end(),
                                                       file.slice->normal.begin(), 0.0) > kParallel;
           });
}

/// Millimetres along the normal of the first file, −1 as factor where instance numbers fall.
double stackDirection(const std::vector<FileSummary>& files)
{
    double positions = 0.0;
    double numbers = 0.0;
    double count = 0.0;
    const auto each = [&files](const auto& use) {
        for (const FileSummary& file : files) {
            const long number = instanceOrder(file.text.instanceNumber);
            if (number != std::numeric_limits<long>::max()) {
                use(file.slice->positionMm, static_cast<double>(number));
            }
        }
    };
    each([&](double position, double number) {
        positions += position;
        numbers += number;
        count += 1.0;
    });
    double together = 0.0;
    each([&](double position, double number) {
        together += (position - positions / count) * (number - numbers / count);
    });
    return together < 0.0 ? -1.0 : 1.0;
}

void sortFiles(std::vector<FileSummary>& files)
{
    const bool hasPlaces = isStack(files);
    const double direction = hasPlaces ? stackDirection(files) : 0.0;
    // Rounded, so that images of one place (phases, echoes) stay in the order of their numbers.
    const auto place = [&](const FileSummary& file) {
        constexpr double kStepsPerMm = 1000.0;
        return hasPlaces ? std::round(direction * kStepsPerMm * file.slice->positionMm) : 0.0;
    };
    std::ranges::stable_sort(files, [&](const FileSummary& a, const FileSummary& b) {
        return std::tuple(place(a), instanceOrder(a.text.instanceNumber), a.path) <
               std::tuple(place(b), instanceOrder(b.text.instanceNumber), b.path);
    });
}

/// Pictures carry no UID: those of one folder belong together.
std::string seriesKey(const FileSummary& file)
{
    if (!file.hasImage) {
        return "object:" +
               (file.text.sopInstanceUid.empty() ? toUtf8(file.path) : file.text.sopInstanceUid);
    }
    return file.text.seriesUid.empty() ? "folder:" + toUtf8(file.path.parent_path())
                                       : file.text.seriesUid;
}

std::string studyKey(const FileSummary& file)
{
    if (!file.text.studyUid.empty()) {
        return file.text.studyUid;
    }
    return file.text.seriesUid.empty() ? "folder:" + toUtf8(file.path.parent_path())
                                       : file.text.seriesUid;
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
                          .files = {},
                          .duplicateCount = 0};
        });
}

} // namespace

bool Series::isLoose() const
{
    return std::ranges::all_of(files, [](const FileSummary& file) {
        return file.hasImage && file.text.seriesUid.empty() && file.frameCount <= 1;
    });
}

std::vector<Patient> groupFiles(std::vector<FileSummary> files)
{
    std::vector<Patient> patients;
    std::map<std::string, std::string> seen; // SOP Instance UID → key of its series
    std::map<std::string, int> duplicates;   // by the key of the series
    for (FileSummary& file : files) {
        const std::string& uid = file.text.sopInstanceUid;
        if (!uid.empty()) {
            const auto [known, isNew] = seen.emplace(uid, seriesKey(file));
            if (!isNew) {
                ++duplicates[known->second];
                continue;
            }
        }
        Study& study = studyOf(patientOf(patients, file.text), file);
        Series& series = seriesOf(study, file);
        series.files.push_back(std::move(file));
    }
    for (Patient& patient : patients) {
        for (Study& study : patient.studies) {
            for (Series& series : study.series) {
                sortFiles(series.files);
                if (const auto found = duplicates.find(series.uid); found != duplicates.end()) {
                    series.duplicateCount = found->second;
                }
            }
            std::ranges::stable_partition(study.series,
                                          [](const Series& s) { return !s.isObject(); });
        }
        std::ranges::stable_sort(patient.studies, [](const Study& a, const Study& b) {
            return std::tie(a.date, a.time) > std::tie(b.date, b.time);
        });
    }
    return patients;
}

} // namespace nefes::study
