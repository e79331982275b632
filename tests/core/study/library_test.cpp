// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/library.h"

#include "core/base/files.h"

#include "core/study/scan.h"
#include "core/study/search_text.h"

#include <QTemporaryDir>
#include <QtTest>

#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <map>
#include <sstream>
#include <thread>

namespace fs = std::filesystem;
using namespace nefes;
using namespace nefes::study;

namespace {

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

std::vector<LibraryStudy> all(Library& library, const LibraryQuery& query = {})
{
    return library.read(library.find(query)).value_or(std::vector<LibraryStudy>());
}

QString studiesOf(const std::vector<LibraryStudy>& studies)
{
    QStringList uids;
    for (const LibraryStudy& study : studies) {
        uids << QString::fromStdString(study.uid);
    }
    return uids.join(QLatin1Char(' '));
}

void execute(const fs::path& file, const char* sql)
{
    sqlite3* handle = nullptr;
    sqlite3_open(file.c_str(), &handle);
    sqlite3_exec(handle, sql, nullptr, nullptr, nullptr);
    sqlite3_close(handle);
}

Bytes contents(const fs::path& file)
{
    return readFile(file, 1U << 30U).value_or(Bytes());
}

/// Three studies of two patients, one with a score, one read.
bool fill(const Place& place, Library& library, StorageMode mode)
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
           library.setScore("3", {.label = "covid", .probability = 0.9, .model = "m"}) &&
           library.setRead(std::vector<StudyId>{all(library, {.text = "sahin"}).front().id}, true);
}

} // namespace

class LibraryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsFoldedForSearch_data();
    void textIsFoldedForSearch();
    void linkedFilesStayWhereTheyAre();
    void copiedFilesSurviveTheirOriginals();
    void filesOfAnArchiveAreAlwaysCopied();
    void searchFindsEveryField_data();
    void searchFindsEveryField();
    void everyColumnSorts_data();
    void everyColumnSorts();
    void addingTwiceChangesNothing();
    void theHighestScoreCounts();
    void removingTakesTheCopiesAlong();
    void everythingIsThereAfterReopening();
    void aNewerLibraryIsLeftAlone();
    void anOlderLibraryIsBroughtForward();
    void aDamagedLibraryIsRebuilt_data();
    void aDamagedLibraryIsRebuilt();
    void aDeletedIndexIsMadeAgain();
    void killedImportsLeaveNoHalfFiles();
    void aRemovalThatWasKilledIsFinished();
    void cancelledImportsKeepWhatIsThere();
    void aMissingSourceIsNamed();
};

void LibraryTest::textIsFoldedForSearch_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    QTest::newRow("Turkish") << QStringLiteral("IŞIK^İrem ığüşöçĞ")
                             << QStringLiteral("isik irem igusocg");
    QTest::newRow("accents") << QStringLiteral("Éàñ Žřů Łódź") << QStringLiteral("ean zru lodz");
    QTest::newRow("combining") << QStringLiteral("e\u0301") << QStringLiteral("e");
    QTest::newRow("Greek and Cyrillic") << QStringLiteral("ΑΩ ЖЯ") << QStringLiteral("αω жя");
    QTest::newRow("others stay") << QStringLiteral("山田^太郎") << QStringLiteral("山田 太郎");
}

void LibraryTest::textIsFoldedForSearch()
{
    QFETCH(const QString, text);
    QFETCH(const QString, folded);
    QCOMPARE(QString::fromStdString(foldedText(text.toStdString())), folded);
}

void LibraryTest::linkedFilesStayWhereTheyAre()
{
    const Place place;
    const auto library = place.open();
    QVERIFY(fill(place, *library, StorageMode::Link));
    const auto studies = all(*library);
    QCOMPARE(studiesOf(studies), QStringLiteral("300 100 200"));
    const LibraryStudy& study = studies[1];
    QCOMPARE(study.patientName, std::string("Yılmaz^Ayşe"));
    QCOMPARE(study.modalities, std::string("DX"));
    QCOMPARE(study.views, std::string("PA, LL"));
    QCOMPARE(study.imageCount, 2);
    const auto files = library->files(study.id);
    QVERIFY(files);
    QVERIFY(*files == (std::vector{place.root() / "films/1.dcm", place.root() / "films/2.dcm"}));
    QVERIFY(place.copies().empty());
}

void LibraryTest::copiedFilesSurviveTheirOriginals()
{
    const Place place;
    const auto library = place.open();
    QVERIFY(fill(place, *library, StorageMode::Copy));
    const Bytes original = contents(place.root() / "films/3.dcm");
    fs::remove_all(place.root() / "films");
    const auto files = library->files(all(*library, {.text = "2025"}).front().id);
    QVERIFY(files && files->size() == 1);
    QVERIFY(contents(files->front()) == original);
    QCOMPARE(place.copies().size(), std::size_t{4});
    // Names of patients stand in no path.
    for (const fs::path& copy : place.copies()) {
        QVERIFY(!copy.string().ends_with("/3.dcm"));
    }
}

void LibraryTest::filesOfAnArchiveAreAlwaysCopied()
{
    const Place place;
    const auto library = place.open();
    QVERIFY(library->add({place.film({}, "temporary/zip")}, StorageMode::Link, {}, {}));
    fs::remove_all(place.root() / "temporary");
    QVERIFY(fs::exists(library->files(all(*library).front().id)->front()));
}

void LibraryTest::searchFindsEveryField_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("studies");
    QTest::newRow("nothing typed") << QString() << QStringLiteral("300 100 200");
    QTest::newRow("a name without its accents")
        << QStringLiteral("yilmaz") << QStringLiteral("100 200");
    QTest::newRow("a name in capitals")
        << QStringLiteral("YILMAZ AYŞE") << QStringLiteral("100 200");
    QTest::newRow("a dotted capital i") << QStringLiteral("İREM") << QStringLiteral("300");
    QTest::newRow("a plain i") << QStringLiteral("irem") << QStringLiteral("300");
    QTest::newRow("an id") << QStringLiteral("p2") << QStringLiteral("300");
    QTest::newRow("a description") << QStringLiteral("gogus") << QStringLiteral("100 200");
    QTest::newRow("a year") << QStringLiteral("2026-") << QStringLiteral("300 100");
    QTest::newRow("two fields") << QStringLiteral("ayse 2025") << QStringLiteral("200");
    QTest::newRow("what nobody has") << QStringLiteral("absent") << QString();
    QTest::newRow("signs of the query language") << QStringLiteral("%' OR 1=1") << QString();
}

void LibraryTest::searchFindsEveryField()
{
    QFETCH(const QString, text);
    QFETCH(const QString, studies);
    const Place place;
    const auto library = place.open();
    QVERIFY(fill(place, *library, StorageMode::Link));
    QCOMPARE(studiesOf(all(*library, {.text = text.toStdString()})), studies);
}

void LibraryTest::everyColumnSorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("isDescending");
    QTest::addColumn<QString>("studies");
    const auto row = [](const char* name, LibraryColumn column, bool isDescending,
                        const char* studies) {
        QTest::newRow(name) << static_cast<int>(column) << isDescending
                            << QString::fromLatin1(studies);
    };
    row("newest first", LibraryColumn::Date, true, "300 100 200");
    row("oldest first", LibraryColumn::Date, false, "200 100 300");
    row("by patient", LibraryColumn::Patient, false, "300 100 200");
    row("by modality", LibraryColumn::Modality, false, "200 300 100");
    row("the suspicious one first", LibraryColumn::Score, true, "200 300 100");
    row("unread first", LibraryColumn::Read, false, "100 200 300");
    row("read first", LibraryColumn::Read, true, "300 100 200");
}

void LibraryTest::everyColumnSorts()
{
    QFETCH(const int, column);
    QFETCH(const bool, isDescending);
    QFETCH(const QString, studies);
    const Place place;
    const auto library = place.open();
    QVERIFY(fill(place, *library, StorageMode::Link));
    QCOMPARE(studiesOf(all(*library, {.text = {},
                                      .column = static_cast<LibraryColumn>(column),
                                      .isDescending = isDescending})),
             studies);
}

void LibraryTest::addingTwiceChangesNothing()
{
    const Place place;
    const auto library = place.open();
    QVERIFY(fill(place, *library, StorageMode::Copy));
    const auto again = library->add({place.film({})}, StorageMode::Link, {}, {});
    QVERIFY(again);
    QCOMPARE(again->added, std::size_t{0});
    QCOMPARE(again->updated, std::size_t{1});
    // A copy is not given up for a link.
    QVERIFY(toUtf8(library->files(all(*library, {.text = "2026-03"}).front().id)->front())
                .starts_with(toUtf8(place.libraryFolder())));
}

void LibraryTest::theHighestScoreCounts()
{
    const Place place;
    const auto library = place.open();
    QVERIFY(fill(place, *library, StorageMode::Link));
    QVERIFY(*library->setScore("1", {.label = "opacity", .probability = 0.7, .model = "m"}));
    QVERIFY(*library->setScore("2", {.label = "covid", .probability = 0.2, .model = "m"}));
    QVERIFY(!*library->setScore("unknown", {}));
    const auto study = all(*library, {.text = "2026-03"}).front();
    QCOMPARE(study.score->label, std::string("opacity"));
    QCOMPARE(study.score->probability, 0.7);
    // A new analysis of the same image replaces the old one.
    QVERIFY(*library->setScore("1", {.label = "opacity", .probability = 0.1, .model = "m2"}));
    QCOMPARE(all(*library, {.text = "2026-03"}).front().score->probability, 0.2);
}

void LibraryTest::removingTakesTheCopiesAlong()
{
    const Place place;
    const auto library = place.open();
    QVERIFY(fill(place, *library, StorageMode::Copy));
    const StudyId id = all(*library, {.text = "2026-03"}).front().id;
    QVERIFY(library->remove(std::vector{id}));
    QCOMPARE(studiesOf(all(*library)), QStringLiteral("300 200"));
    QCOMPARE(place.copies().size(), std::size_t{2});
    QVERIFY(library->read(std::vector{id})->empty());
    QVERIFY(fs::exists(place.root() / "films/1.dcm"));
}

void LibraryTest::everythingIsThereAfterReopening()
{
    const Place place;
    auto library = place.open();
    QVERIFY(fill(place, *library, StorageMode::Copy));
    library.reset();
    library = place.open();
    QVERIFY(library->check());
    QVERIFY(!library->needsRebuild());
    const auto studies = all(*library, {.text = {}, .column = LibraryColumn::Score});
    QCOMPARE(studiesOf(studies), QStringLiteral("200 300 100"));
    QCOMPARE(studies[0].score->model, std::string("m"));
    QVERIFY(studies[1].isRead);
}

void LibraryTest::aNewerLibraryIsLeftAlone()
{
    const Place place;
    QVERIFY(fill(place, *place.open(), StorageMode::Link));
    execute(place.database(), "PRAGMA user_version=999");
    const Bytes before = contents(place.database());
    const auto library = Library::open(place.libraryFolder(), {});
    QVERIFY(!library);
    QCOMPARE(library.error().code, ErrorCode::UnsupportedFormat);
    QVERIFY(contents(place.database()) == before);
}

void LibraryTest::anOlderLibraryIsBroughtForward()
{
    const Place place;
    QVERIFY(fill(place, *place.open(), StorageMode::Link));
    execute(place.database(), "DROP TABLE unfinished_copy; DROP TABLE doomed_file;"
                              "DROP TABLE saved_link; DROP TABLE saved_study;"
                              "DROP TABLE saved_score; DROP TABLE moved_aside;"
                              "PRAGMA user_version=1");
    const auto library = place.open();
    QVERIFY(library);
    QCOMPARE(all(*library).size(), std::size_t{3});
    QVERIFY(library->remove(std::vector{all(*library).front().id}));
}

void LibraryTest::aDamagedLibraryIsRebuilt_data()
{
    QTest::addColumn<int>("from"); // thousandths of the file that are overwritten
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("keepsLinks");
    QTest::newRow("the header") << 0 << 1 << false;
    QTest::newRow("all of it") << 0 << 1000 << false;
    QTest::newRow("the last quarter") << 750 << 1000 << true;
}

void LibraryTest::aDamagedLibraryIsRebuilt()
{
    QFETCH(const int, from);
    QFETCH(const int, to);
    QFETCH(const bool, keepsLinks);
    const Place place;
    {
        const auto library = place.open();
        QVERIFY(fill(place, *library, StorageMode::Copy));
        const Film linked{.uid = "9", .study = "900", .description = "linked"};
        QVERIFY(library->add({place.film(linked)}, StorageMode::Link, {}, {}));
    }
    Bytes bytes = contents(place.database());
    const auto at = [&bytes](int thousandths) {
        return bytes.begin() + static_cast<std::ptrdiff_t>(bytes.size()) * thousandths / 1000;
    };
    std::fill(at(from), at(to), std::byte{0x5a});
    QVERIFY(writeFileAtomically(place.database(), bytes));

    auto library = place.open();
    QVERIFY(library);
    QVERIFY(library->needsRebuild());
    QVERIFY(contents(library->movedAside()) == bytes);
    library.reset(); // a kill before the repair is over
    library = place.open();
    QVERIFY(library->needsRebuild());
    QVERIFY(library->rebuild(LineReader(), {}, {}));
    QVERIFY(!library->needsRebuild());
    QVERIFY(library->check());
    QStringList studies = studiesOf(all(*library)).split(QLatin1Char(' '));
    for (const char* uid : {"100", "200", "300"}) {
        QVERIFY(studies.contains(QLatin1String(uid)));
    }
    QVERIFY(!keepsLinks || studies.contains(QLatin1String("900")));
}

void LibraryTest::aDeletedIndexIsMadeAgain()
{
    const Place place;
    QVERIFY(fill(place, *place.open(), StorageMode::Copy));
    for (const char* suffix : {"", "-wal", "-shm"}) {
        fs::remove(place.database().string() + suffix);
    }
    const auto library = place.open();
    QVERIFY(library->needsRebuild());
    QVERIFY(library->rebuild(LineReader(), {}, {}));
    QCOMPARE(studiesOf(all(*library)), QStringLiteral("300 100 200"));
}

void LibraryTest::killedImportsLeaveNoHalfFiles()
{
    for (const int milliseconds : {20, 100, 300}) {
        const Place place;
        std::vector<FileSummary> files;
        for (int i = 0; i < 150; ++i) {
            files.push_back(place.film({.uid = std::to_string(i), .study = std::to_string(i / 3)}));
        }
        QVERIFY(place.open() != nullptr);
        const pid_t child = ::fork();
        if (child == 0) {
            const auto library = place.open();
            static_cast<void>(library->add(files, StorageMode::Copy, {}, {}));
            ::_exit(0);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);

        const auto library = place.open();
        QVERIFY(library && library->movedAside().empty());
        QVERIFY(library->check());
        if (library->needsRebuild()) {
            QVERIFY(library->rebuild(LineReader(), {}, {}));
        }
        // Every copy is whole and listed, every row has its file.
        std::size_t listed = 0;
        for (const LibraryStudy& study : all(*library)) {
            const auto paths = library->files(study.id);
            QVERIFY(paths);
            for (const fs::path& file : *paths) {
                QVERIFY(LineReader().summarise(file));
                ++listed;
            }
        }
        QCOMPARE(place.copies().size(), listed);
        qInfo("killed after %d ms: %zu of 150 files are there", milliseconds, listed);
        // The import can simply be done again.
        QVERIFY(library->add(files, StorageMode::Copy, {}, {}));
        QCOMPARE(place.copies().size(), std::size_t{150});
    }
}

void LibraryTest::aRemovalThatWasKilledIsFinished()
{
    const Place place;
    QVERIFY(fill(place, *place.open(), StorageMode::Copy));
    // What remove() has committed before it deletes the files.
    execute(place.database(), "INSERT INTO doomed_file SELECT path FROM instance WHERE uid='3';"
                              "PRAGMA foreign_keys=ON; DELETE FROM study WHERE uid='200'");
    QCOMPARE(place.copies().size(), std::size_t{4});
    const auto library = place.open();
    QCOMPARE(place.copies().size(), std::size_t{3});
    QCOMPARE(studiesOf(all(*library)), QStringLiteral("300 100"));
}

void LibraryTest::cancelledImportsKeepWhatIsThere()
{
    const Place place;
    const auto library = place.open();
    std::vector<FileSummary> files;
    for (int i = 0; i < 280; ++i) {
        files.push_back(place.film({.uid = std::to_string(i), .study = std::to_string(i)}));
    }
    std::stop_source stop;
    std::size_t total = 0;
    const auto result = library->add(
        files, StorageMode::Copy,
        [&](std::size_t done, std::size_t count) {
            total = count;
            if (done == 270) {
                stop.request_stop();
            }
        },
        stop.get_token());
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
    QCOMPARE(total, std::size_t{280});
    QCOMPARE(all(*library).size(), std::size_t{256}); // the transactions that were complete
    QVERIFY(library->needsRebuild());
    QVERIFY(library->rebuild(LineReader(), {}, {}));
    QCOMPARE(all(*library).size(), place.copies().size());
}

void LibraryTest::aMissingSourceIsNamed()
{
    const Place place;
    const auto library = place.open();
    const FileSummary film = place.film({});
    fs::remove(film.path);
    QCOMPARE(library->add({film}, StorageMode::Copy, {}, {}).error().code, ErrorCode::FileNotFound);
    QVERIFY(all(*library).empty());
}

QTEST_APPLESS_MAIN(LibraryTest)
#include "library_test.moc"
