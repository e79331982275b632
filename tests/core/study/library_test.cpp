// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/library.h"

#include "core/study/search_text.h"

#include "tests/core/study/library_place.h"

#include <QtTest>

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
    void filesThatCannotBeReadAreLeftOutAndNamed();
    void aLibraryThatTakesNoFilesEndsTheImport();
    void theHighestScoreCounts();
    void decisionsCountBeforeProbabilities_data();
    void decisionsCountBeforeProbabilities();
    void theMostSuspiciousImageSpeaksForItsStudy();
    void removingTakesTheCopiesAlong();
    void everythingIsThereAfterReopening();
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

void LibraryTest::filesThatCannotBeReadAreLeftOutAndNamed()
{
    const Place place;
    const auto library = place.open();
    const FileSummary gone = place.film({.uid = "1", .study = "100"});
    const FileSummary folder = place.film({.uid = "2", .study = "200"});
    const FileSummary good = place.film({.uid = "3", .study = "300"});
    fs::remove(gone.path);
    fs::remove(folder.path);
    fs::create_directory(folder.path);
    const auto added = library->add({gone, folder, good}, StorageMode::Copy, {}, {});
    QVERIFY(added);
    QCOMPARE(added->added, std::size_t{1});
    std::map<fs::path, ErrorCode> failed;
    for (const ScanFailure& failure : added->failed) {
        failed[failure.path] = failure.error.code;
    }
    QVERIFY(failed == (std::map<fs::path, ErrorCode>{{gone.path, ErrorCode::FileNotFound},
                                                     {folder.path, ErrorCode::FileUnreadable}}));
    QCOMPARE(studiesOf(all(*library)), QStringLiteral("300"));
    QVERIFY(!library->needsRebuild());
}

void LibraryTest::aLibraryThatTakesNoFilesEndsTheImport()
{
    const Place place;
    const auto library = place.open();
    fs::remove_all(place.libraryFolder() / "files");
    std::ofstream(place.libraryFolder() / "files") << "no folder";
    const auto added = library->add({place.film({})}, StorageMode::Copy, {}, {});
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::WriteFailed);
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

namespace {

LibraryScore scored(LibraryDecision decision, double probability, double margin)
{
    return {.label = "covid",
            .probability = probability,
            .model = "m",
            .decision = decision,
            .margin = margin};
}

} // namespace

void LibraryTest::decisionsCountBeforeProbabilities_data()
{
    QTest::addColumn<std::vector<LibraryScore>>("scores"); // of the studies 100, 200, 300
    QTest::addColumn<QString>("studies");
    using enum LibraryDecision;
    const auto row = [](const char* name, const std::vector<LibraryScore>& scores,
                        const char* studies) {
        QTest::newRow(name) << scores << QString::fromLatin1(studies);
    };
    row("above, indeterminate, below",
        {scored(Below, 0.7, -0.1), scored(Indeterminate, 0.5, -0.05), scored(Above, 0.2, 0.1)},
        "300 200 100");
    row("further above its own threshold first",
        {scored(Above, 0.9, 0.1), scored(Above, 0.3, 0.2), scored(Above, 0.5, 0.15)},
        "200 300 100");
    row("nearer to its own threshold first",
        {scored(Below, 0.3, -0.5), scored(Below, 0.1, -0.4), scored(Below, 0.2, -0.9)},
        "200 100 300");
    row("what an older version kept stands between",
        {scored(Below, 0.4, -0.01),
         {.label = "covid", .probability = 0.99, .model = "m"},
         scored(Indeterminate, 0.1, -0.6)},
        "300 200 100");
    row("rejected before never judged", {{}, {}, scored(Rejected, 0.0, 0.0)}, "300 100 200");
}

void LibraryTest::decisionsCountBeforeProbabilities()
{
    QFETCH(const std::vector<LibraryScore>, scores);
    QFETCH(const QString, studies);
    const Place place;
    const auto library = place.open();
    QVERIFY(library->add({place.film({.uid = "1", .study = "100"}),
                          place.film({.uid = "2", .study = "200"}),
                          place.film({.uid = "3", .study = "300"})},
                         StorageMode::Link, {}, {}));
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (!scores[i].model.empty()) {
            QVERIFY(library->setScore(std::to_string(i + 1), scores[i]));
        }
    }
    const LibraryQuery query{.text = {}, .column = LibraryColumn::Score};
    const QString found = studiesOf(all(*library, query));
    // Those that nobody judged follow by number.
    QCOMPARE(found.left(3), studies.left(3));
    QVERIFY2(found == studies || scores[0].model.empty(), qPrintable(found));
    QCOMPARE(studiesOf(all(*place.open(), query)), found);
}

void LibraryTest::theMostSuspiciousImageSpeaksForItsStudy()
{
    const Place place;
    const auto library = place.open();
    QVERIFY(fill(place, *library, StorageMode::Link));
    LibraryScore above = scored(LibraryDecision::Above, 0.3, 0.05);
    above.nameEn = "Lung opacity";
    above.nameTr = "Akciğer opasitesi";
    QVERIFY(*library->setScore("1", above));
    QVERIFY(*library->setScore("2", scored(LibraryDecision::Below, 0.8, -0.1)));
    const LibraryScore kept = *all(*library, {.text = "2026-03"}).front().score;
    QCOMPARE(kept.probability, 0.3);
    QVERIFY(kept.decision == LibraryDecision::Above);
    QCOMPARE(kept.margin.value_or(0.0), 0.05);
    QCOMPARE(kept.nameEn, std::string("Lung opacity"));
    QCOMPARE(kept.nameTr, std::string("Akciğer opasitesi"));
    // Judged anew and refused.
    QVERIFY(*library->setScore(
        "1", {.label = "lateral", .model = "m", .decision = LibraryDecision::Rejected}));
    QCOMPARE(all(*library, {.text = "2026-03"}).front().score->probability, 0.8);
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
    QVERIFY(isSound(place.database()));
    QVERIFY(!library->needsRebuild());
    const auto studies = all(*library, {.text = {}, .column = LibraryColumn::Score});
    QCOMPARE(studiesOf(studies), QStringLiteral("200 300 100"));
    QCOMPARE(studies[0].score->model, std::string("m"));
    QVERIFY(studies[1].isRead);
}

QTEST_APPLESS_MAIN(LibraryTest)
#include "library_test.moc"
