// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/library.h"
#include "core/study/library_check.h"

#include "tests/core/study/library_place.h"

#include <QtTest>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

class LibraryRepairTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewerLibraryIsLeftAlone();
    void anOlderLibraryIsBroughtForward();
    void aDamagedLibraryIsRebuilt_data();
    void aDamagedLibraryIsRebuilt();
    void aDeletedIndexIsMadeAgain();
    void killedImportsLeaveNoHalfFiles();
    void aRemovalThatWasKilledIsFinished();
    void cancelledImportsKeepWhatIsThere();
    void aLookFromOutsideChangesNothing();
    void aLookFromOutsideFindsDamage_data();
    void aLookFromOutsideFindsDamage();
};

void LibraryRepairTest::aNewerLibraryIsLeftAlone()
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

void LibraryRepairTest::anOlderLibraryIsBroughtForward()
{
    const Place place;
    QVERIFY(fill(place, *place.open(), StorageMode::Link));
    execute(place.database(), "DROP TABLE unfinished_copy; DROP TABLE doomed_file;"
                              "DROP TABLE saved_link; DROP TABLE saved_study;"
                              "DROP TABLE saved_score; DROP TABLE moved_aside;"
                              "ALTER TABLE instance DROP COLUMN score_decision;"
                              "ALTER TABLE instance DROP COLUMN score_margin;"
                              "ALTER TABLE instance DROP COLUMN score_name_en;"
                              "ALTER TABLE instance DROP COLUMN score_name_tr;"
                              "ALTER TABLE study DROP COLUMN score_decision;"
                              "ALTER TABLE study DROP COLUMN score_margin;"
                              "ALTER TABLE study DROP COLUMN score_name_en;"
                              "ALTER TABLE study DROP COLUMN score_name_tr;"
                              "PRAGMA user_version=1");
    const auto library = place.open();
    QVERIFY(library);
    QCOMPARE(all(*library).size(), std::size_t{3});
    // A score of that time says how much, not what it means.
    const auto scored = all(*library, {.text = {}, .column = LibraryColumn::Score});
    QCOMPARE(scored.front().uid, std::string("200"));
    QCOMPARE(scored.front().score->probability, 0.9);
    QVERIFY(scored.front().score->decision == LibraryDecision::Unknown);
    QVERIFY(!scored.front().score->margin);
    QVERIFY(library->remove(std::vector{all(*library).front().id}));
}

void LibraryRepairTest::aDamagedLibraryIsRebuilt_data()
{
    QTest::addColumn<int>("from"); // thousandths of the file that are overwritten
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("keepsLinks");
    QTest::newRow("the header") << 0 << 1 << false;
    QTest::newRow("all of it") << 0 << 1000 << false;
    QTest::newRow("the last quarter") << 750 << 1000 << true;
}

void LibraryRepairTest::aDamagedLibraryIsRebuilt()
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
    QVERIFY(isSound(place.database()));
    QStringList studies = studiesOf(all(*library)).split(QLatin1Char(' '));
    for (const char* uid : {"100", "200", "300"}) {
        QVERIFY(studies.contains(QLatin1String(uid)));
    }
    QVERIFY(!keepsLinks || studies.contains(QLatin1String("900")));
    if (keepsLinks) {
        const auto scored = all(*library, {.text = {}, .column = LibraryColumn::Score});
        QCOMPARE(scored.front().uid, std::string("200"));
        QVERIFY(scored.front().score->decision == LibraryDecision::Above);
        QCOMPARE(scored.front().score->margin.value_or(0.0), 0.8);
        QCOMPARE(scored.front().score->nameTr, std::string("Kovid"));
    }
}

void LibraryRepairTest::aDeletedIndexIsMadeAgain()
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

void LibraryRepairTest::killedImportsLeaveNoHalfFiles()
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
        QVERIFY(isSound(place.database()));
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

void LibraryRepairTest::aRemovalThatWasKilledIsFinished()
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

void LibraryRepairTest::cancelledImportsKeepWhatIsThere()
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

void LibraryRepairTest::aLookFromOutsideChangesNothing()
{
    const Place place;
    const auto nothing = checkLibrary(place.libraryFolder());
    QVERIFY(nothing && !nothing->exists);
    QVERIFY(!fs::exists(place.database()));
    QVERIFY(fill(place, *place.open(), StorageMode::Link));
    const Bytes before = contents(place.database());
    const auto check = checkLibrary(place.libraryFolder());
    QVERIFY(check && check->exists && check->isWritable);
    QCOMPARE(check->studies, std::int64_t{3});
    QCOMPARE(check->form, check->knownForm);
    QVERIFY(contents(place.database()) == before);
    for (const LibraryVersion& library : libraryVersions()) {
        QVERIFY(!library.name.empty() && !library.version.empty());
    }
}

void LibraryRepairTest::aLookFromOutsideFindsDamage_data()
{
    QTest::addColumn<bool>("isNewer"); // or overwritten
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("a newer program wrote it") << true << ErrorCode::UnsupportedFormat;
    QTest::newRow("no database any more") << false << ErrorCode::DamagedFile;
}

void LibraryRepairTest::aLookFromOutsideFindsDamage()
{
    QFETCH(const bool, isNewer);
    QFETCH(const ErrorCode, code);
    const Place place;
    QVERIFY(fill(place, *place.open(), StorageMode::Link));
    if (isNewer) {
        execute(place.database(), "PRAGMA user_version=999");
    } else {
        QVERIFY(writeFileAtomically(place.database(), Bytes(8192, std::byte{0x5a})));
    }
    const auto check = checkLibrary(place.libraryFolder());
    QVERIFY(!check);
    QCOMPARE(check.error().code, code);
    QVERIFY(fs::exists(place.database())); // it stays where it is
}

QTEST_APPLESS_MAIN(LibraryRepairTest)
#include "library_repair_test.moc"
