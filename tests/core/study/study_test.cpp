// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/scan.h"
#include "core/study/study_tree.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

namespace fs = std::filesystem;
using namespace nefes;
using namespace nefes::study;

namespace {

/// Knows files whose first letter is 'i'; 'b' is a broken image.
class LetterReader final : public ImageReader
{
public:
    [[nodiscard]] bool recognises(std::span<const std::byte> start) const override
    {
        return !start.empty();
    }
    [[nodiscard]] Result<FileSummary> summarise(const fs::path& file) const override
    {
        std::ifstream stream(file);
        const int letter = stream.get();
        if (letter == 'i') {
            FileSummary summary;
            summary.path = file;
            return summary;
        }
        return fail(letter == 'b' ? ErrorCode::DamagedFile : ErrorCode::UnknownFormat, "letter");
    }
    [[nodiscard]] Result<ImagePtr> read(const fs::path& /*file*/, int /*frame*/,
                                        std::stop_token /*stop*/) const override
    {
        return fail(ErrorCode::MissingPixelData, "no pixels here");
    }
};

FileSummary dicom(const char* path, const char* patient, const char* study, const char* series,
                  const char* instance)
{
    FileSummary file;
    file.path = path;
    file.text.patientId = patient;
    file.text.studyUid = study;
    file.text.seriesUid = series;
    file.text.instanceNumber = instance;
    file.text.sopInstanceUid = std::string(series) + "." + instance;
    return file;
}

} // namespace

class StudyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAreGroupedByPatientStudyAndSeries();
    void imagesFollowTheirInstanceNumbers();
    void slicesFollowTheirPosition_data();
    void slicesFollowTheirPosition();
    void objectsAreSeriesOfTheirOwn();
    void theNewestStudyComesFirst();
    void duplicatesAreLeftOut();
    void picturesOfOneFolderBelongTogether();
    void onlyTheFolderHoldsLoosePicturesTogether_data();
    void onlyTheFolderHoldsLoosePicturesTogether();
    void foldersAreReadInOrder();
    void brokenFilesDoNotStopTheRest();
    void foreignFilesAreErrorsOnlyWhenNamed();
    void aCancelledScanSaysSo();
};

void StudyTest::filesAreGroupedByPatientStudyAndSeries()
{
    const auto patients =
        groupFiles({dicom("a", "P1", "1", "1.1", "1"), dicom("b", "P2", "2", "2.1", "1"),
                    dicom("c", "P1", "1", "1.2", "1")});
    QCOMPARE(patients.size(), std::size_t{2});
    QCOMPARE(patients[0].id, std::string("P1"));
    QCOMPARE(patients[0].studies.size(), std::size_t{1});
    QCOMPARE(patients[0].studies[0].series.size(), std::size_t{2});
}

void StudyTest::imagesFollowTheirInstanceNumbers()
{
    const auto patients =
        groupFiles({dicom("a", "P", "1", "1.1", "10"), dicom("b", "P", "1", "1.1", "9"),
                    dicom("c", "P", "1", "1.1", "")});
    const auto& files = patients[0].studies[0].series[0].files;
    QCOMPARE(files[0].path, fs::path("b"));
    QCOMPARE(files[1].path, fs::path("a"));
    QCOMPARE(files[2].path, fs::path("c"));
}

void StudyTest::slicesFollowTheirPosition_data()
{
    using Slices = std::vector<std::tuple<const char*, const char*, double, double>>;
    // Path, instance number, position, third component of the normal
    QTest::addColumn<Slices>("slices");
    QTest::addColumn<QString>("order");
    QTest::newRow("by position, whatever the path")
        << Slices{{"a", "3", 20.0, 1.0}, {"b", "1", 0.0, 1.0}, {"c", "2", 10.0, 1.0}}
        << QStringLiteral("bca");
    QTest::newRow("in the direction of the instance numbers")
        << Slices{{"a", "1", 20.0, 1.0}, {"b", "3", 0.0, 1.0}, {"c", "2", 10.0, 1.0}}
        << QStringLiteral("acb");
    QTest::newRow("one wrong instance number does not matter") << Slices{{"a", "1", 0.0, 1.0},
                                                                         {"b", "9", 5.0, 1.0},
                                                                         {"c", "3", 10.0, 1.0},
                                                                         {"d", "4", 15.0, 1.0}}
                                                               << QStringLiteral("abcd");
    QTest::newRow("one place twice: by instance number") << Slices{{"a", "2", 0.0, 1.0},
                                                                   {"b", "1", 0.0, 1.0},
                                                                   {"c", "4", 5.0, 1.0},
                                                                   {"d", "3", 5.0, 1.0}}
                                                         << QStringLiteral("badc");
    QTest::newRow("other directions in one series: by instance number")
        << Slices{{"a", "2", 0.0, 1.0}, {"b", "1", 9.0, 0.0}, {"c", "3", 5.0, 1.0}}
        << QStringLiteral("bac");
    QTest::newRow("without numbers by position alone")
        << Slices{{"a", "", 9.0, 1.0}, {"b", "", -3.0, 1.0}, {"c", "", 2.0, 1.0}}
        << QStringLiteral("bca");
}

void StudyTest::slicesFollowTheirPosition()
{
    using Slices = std::vector<std::tuple<const char*, const char*, double, double>>;
    QFETCH(const Slices, slices);
    QFETCH(const QString, order);
    std::vector<FileSummary> files;
    for (const auto& [path, number, position, normal] : slices) {
        FileSummary file = dicom(path, "P", "1", "1.1", number);
        file.text.sopInstanceUid = path;
        file.slice = SlicePlacement{.normal = {1.0 - normal, 0.0, normal}, .positionMm = position};
        files.push_back(file);
    }
    QString found;
    const std::vector<Patient> patients = groupFiles(files);
    for (const FileSummary& file : patients[0].studies[0].series[0].files) {
        found += QString::fromStdString(file.path.string());
    }
    QCOMPARE(found, order);
}

void StudyTest::objectsAreSeriesOfTheirOwn()
{
    FileSummary report = dicom("report", "P", "1", "1.1", "1");
    report.hasImage = false;
    report.text.sopInstanceUid = "9";
    FileSummary state = report;
    state.path = "state";
    state.text.sopInstanceUid = "10";
    const auto patients = groupFiles({report, state, dicom("image", "P", "1", "1.1", "1")});
    const auto& series = patients[0].studies[0].series;
    QCOMPARE(series.size(), std::size_t{3});
    QVERIFY(!series[0].isObject());
    QVERIFY(series[1].isObject() && series[2].isObject());
}

void StudyTest::theNewestStudyComesFirst()
{
    FileSummary prior = dicom("a", "P", "1", "1.1", "1");
    prior.text.studyDate = "2019-05-01";
    FileSummary current = dicom("b", "P", "2", "2.1", "1");
    current.text.studyDate = "2020-03-11";
    QCOMPARE(groupFiles({prior, current})[0].studies[0].uid, std::string("2"));
}

void StudyTest::duplicatesAreLeftOut()
{
    const auto patients =
        groupFiles({dicom("a", "P", "1", "1.1", "1"), dicom("copy", "P", "1", "1.1", "1")});
    QCOMPARE(patients[0].studies[0].series[0].files.size(), std::size_t{1});
    QCOMPARE(patients[0].studies[0].series[0].duplicateCount, 1);
}

void StudyTest::picturesOfOneFolderBelongTogether()
{
    FileSummary a;
    a.path = "x/a.png";
    FileSummary b;
    b.path = "x/b.png";
    FileSummary c;
    c.path = "y/c.png";
    const auto patients = groupFiles({a, b, c});
    QCOMPARE(patients.size(), std::size_t{1});
    QCOMPARE(patients[0].studies.size(), std::size_t{2});
    QCOMPARE(patients[0].studies[0].series[0].files.size(), std::size_t{2});
}

void StudyTest::onlyTheFolderHoldsLoosePicturesTogether_data()
{
    QTest::addColumn<QString>("seriesUid");
    QTest::addColumn<int>("frames");
    QTest::addColumn<bool>("isLoose");
    QTest::newRow("pictures") << QString() << 1 << true;
    QTest::newRow("a picture of several frames") << QString() << 8 << false;
    QTest::newRow("images of a series") << QStringLiteral("1.2") << 1 << false;
}

void StudyTest::onlyTheFolderHoldsLoosePicturesTogether()
{
    QFETCH(const QString, seriesUid);
    QFETCH(const int, frames);
    QFETCH(const bool, isLoose);
    FileSummary a;
    a.path = "x/a.png";
    a.text.seriesUid = seriesUid.toStdString();
    a.frameCount = frames;
    FileSummary b = a;
    b.path = "x/b.png";
    const auto patients = groupFiles({a, b});
    QCOMPARE(patients[0].studies[0].series[0].files.size(), std::size_t{2});
    QCOMPARE(patients[0].studies[0].series[0].isLoose(), isLoose);
}

namespace {

struct Heard {
    QStringList found, failed;
    ScanSink sink()
    {
        return {.found =
                    [this](const FileSummary& f) {
                        found << QString::fromStdString(f.path.filename().string());
                    },
                .failed =
                    [this](const ScanFailure& f) {
                        failed << QString::fromStdString(f.path.filename().string());
                    },
                .progress = {}};
    }
};

fs::path makeTree(const QTemporaryDir& folder)
{
    const fs::path root = folder.path().toStdString();
    fs::create_directories(root / "b");
    for (const char* name : {"z.img", "b/2.img", "b/1.img", "broken", "notes.txt", "b/empty"}) {
        std::ofstream file(root / name);
        const std::string leaf = fs::path(name).filename().string();
        file << (leaf == "broken" ? "b" : leaf == "notes.txt" ? "t" : leaf == "empty" ? "" : "i");
    }
    fs::create_directory_symlink(root, root / "b" / "loop");
    return root;
}

} // namespace

void StudyTest::foldersAreReadInOrder()
{
    const QTemporaryDir folder;
    Heard heard;
    QVERIFY(scan({makeTree(folder)}, LetterReader(), heard.sink(), {}));
    QCOMPARE(heard.found, (QStringList{"1.img", "2.img", "z.img"}));
}

void StudyTest::brokenFilesDoNotStopTheRest()
{
    const QTemporaryDir folder;
    Heard heard;
    const fs::path root = makeTree(folder);
    QVERIFY(scan({root / "missing", root}, LetterReader(), heard.sink(), {}));
    QCOMPARE(heard.failed, (QStringList{"missing", "broken"}));
    QCOMPARE(heard.found.size(), 3);
}

void StudyTest::foreignFilesAreErrorsOnlyWhenNamed()
{
    const QTemporaryDir folder;
    Heard heard;
    const fs::path root = makeTree(folder);
    QVERIFY(scan({root / "notes.txt"}, LetterReader(), heard.sink(), {}));
    QCOMPARE(heard.failed, QStringList{"notes.txt"});
}

void StudyTest::aCancelledScanSaysSo()
{
    const QTemporaryDir folder;
    std::stop_source stop;
    stop.request_stop();
    Heard heard;
    const auto result = scan({makeTree(folder)}, LetterReader(), heard.sink(), stop.get_token());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(StudyTest)
#include "study_test.moc"
