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
    void theNewestStudyComesFirst();
    void duplicatesAreLeftOut();
    void picturesOfOneFolderBelongTogether();
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
