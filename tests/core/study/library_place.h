// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"

#include "core/study/library.h"
#include "core/study/scan.h"

#include <QStringList>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace fs = std::filesystem;
using namespace nefes;
using namespace nefes::study;

/// Reads files of lines key=value, as the tests write them.
class LineReader final : public ImageReader
{
public:
    [[nodiscard]] bool recognises(std::span<const std::byte> /*start*/) const override
    {
        return true;
    }
    [[nodiscard]] Result<FileSummary> summarise(const fs::path& file) const override
    {
        NEFES_TRY(const std::string text, readTextFile(file, 1U << 20U));
        std::istringstream lines(text);
        std::map<std::string, std::string> fields;
        for (std::string line; std::getline(lines, line);) {
            const auto split = line.find('=');
            if (split == std::string::npos) {
                return fail(ErrorCode::UnknownFormat, "no line of ours");
            }
            fields[line.substr(0, split)] = line.substr(split + 1);
        }
        FileSummary summary;
        summary.path = file;
        summary.format = "dicom";
        summary.text.patientName = fields["name"];
        summary.text.patientId = fields["id"];
        summary.text.studyUid = fields["study"];
        summary.text.seriesUid = fields["study"] + ".1";
        summary.text.sopInstanceUid = fields["uid"];
        summary.text.studyDate = fields["date"];
        summary.text.studyDescription = fields["description"];
        summary.text.modality = fields["modality"];
        summary.text.viewPosition = fields["view"];
        return summary;
    }
    [[nodiscard]] Result<ImagePtr> read(const fs::path& /*file*/, int /*frame*/,
                                        std::stop_token /*stop*/) const override
    {
        return fail(ErrorCode::MissingPixelData, "no pixels here");
    }
};

struct Film {
    std::string uid = "1";
    std::string study = "100";
    std::string name = "Yılmaz^Ayşe";
    std::string id = "P1";
    std::string date = "2026-03-11";
    std::string modality = "DX";
    std::string view = "PA";
    std::string description = "Göğüs";
};

/// A folder with a library and files that can be added to it.
class Place
{
public:
    [[nodiscard]] fs::path root() const { return m_folder.path().toStdString(); }
    [[nodiscard]] fs::path libraryFolder() const { return root() / "library"; }
    [[nodiscard]] fs::path database() const { return libraryFolder() / "library.sqlite"; }

    [[nodiscard]] FileSummary film(const Film& film, const fs::path& folder = "films") const
    {
        const fs::path file = root() / folder / (film.uid + ".dcm");
        fs::create_directories(file.parent_path());
        std::ofstream(file) << "uid=" << film.uid << "\nstudy=" << film.study
                            << "\nname=" << film.name << "\nid=" << film.id
                            << "\ndate=" << film.date << "\nmodality=" << film.modality
                            << "\nview=" << film.view << "\ndescription=" << film.description;
        return *LineReader().summarise(file);
    }
    [[nodiscard]] std::shared_ptr<Library> open() const
    {
        auto library = Library::open(libraryFolder(), root() / "temporary");
        return library ? *library : nullptr;
    }
    /// Everything below the library's folder of copies.
    [[nodiscard]] std::vector<fs::path> copies() const
    {
        const fs::path files = libraryFolder() / "files";
        return fs::exists(files) ? listFiles({files}, {}, {}) : std::vector<fs::path>();
    }

private:
    QTemporaryDir m_folder;
};

inline std::vector<LibraryStudy> all(Library& library, const LibraryQuery& query = {})
{
    return library.read(library.find(query)).value_or(std::vector<LibraryStudy>());
}

inline QString studiesOf(const std::vector<LibraryStudy>& studies)
{
    QStringList uids;
    for (const LibraryStudy& study : studies) {
        uids << QString::fromStdString(study.uid);
    }
    return uids.join(QLatin1Char(' '));
}

inline void execute(const fs::path& file, const char* sql)
{
    sqlite3* handle = nullptr;
    sqlite3_open(file.c_str(), &handle);
    sqlite3_exec(handle, sql, nullptr, nullptr, nullptr);
    sqlite3_close(handle);
}

/// What SQLite itself says of the whole file.
inline bool isSound(const fs::path& file)
{
    sqlite3* handle = nullptr;
    sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READONLY, nullptr);
    std::string answer;
    const auto keep = [](void* result, int, char** values, char**) {
        *static_cast<std::string*>(result) += values[0];
        return 0;
    };
    const int status = sqlite3_exec(handle, "PRAGMA integrity_check", keep, &answer, nullptr);
    sqlite3_close(handle);
    return status == SQLITE_OK && answer == "ok";
}

inline Bytes contents(const fs::path& file)
{
    return readFile(file, 1U << 30U).value_or(Bytes());
}

/// Three studies of two patients, one with a score, one read.
inline bool fill(const Place& place, Library& library, StorageMode mode)
{
    const auto added = library.add(
        {place.film({.uid = "1", .study = "100", .date = "2026-03-11"}),
         place.film({.uid = "2", .study = "100", .date = "2026-03-11", .view = "LL"}),
         place.film({.uid = "3", .study = "200", .date = "2025-01-02", .modality = "CT"}),
         place.film({.uid = "4",
                     .study = "300",
                     .name = "Şahin^İrem",
                     .id = "P2",
                     .date = "2026-05-05",
                     .description = "Thorax"})},
        mode, {}, {});
    return added && added->added == 4 &&
           library.setScore("3", {.label = "covid",
                                  .probability = 0.9,
                                  .model = "m",
                                  .decision = LibraryDecision::Above,
                                  .margin = 0.8,
                                  .nameEn = "COVID-19",
                                  .nameTr = "Kovid"}) &&
           library.setRead(std::vector<StudyId>{all(library, {.text = "sahin"}).front().id}, true);
}
