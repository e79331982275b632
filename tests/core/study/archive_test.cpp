// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/archive.h"

#include "core/base/files.h"

#include "core/study/inputs.h"

#include <QTemporaryDir>
#include <QtTest>

#include <zip.h>

#include <map>
#include <string>

namespace fs = std::filesystem;
using namespace nefes;
using namespace nefes::study;

class ArchiveTest final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    [[nodiscard]] fs::path at(const char* name) const
    {
        return fs::path(m_folder.path().toStdString()) / name;
    }
    [[nodiscard]] fs::path pack(const char* name, const std::map<std::string, std::string>& entries)
    {
        const fs::path file = at(name);
        zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
        for (const auto& [entry, text] : entries) {
            zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
            zip_file_add(archive, entry.c_str(), source, ZIP_FL_ENC_UTF_8);
        }
        zip_close(archive);
        return file;
    }
    [[nodiscard]] auto open(const fs::path& file, const ArchiveLimits& limits = {},
                            std::stop_token stop = {}) const
    {
        return UnpackedArchive::open(file, at("unpacked"), limits, {}, std::move(stop));
    }
    [[nodiscard]] bool isNothingLeft() const
    {
        return !fs::exists(at("unpacked")) || fs::is_empty(at("unpacked"));
    }

private Q_SLOTS:
    void entriesAreUnpackedWithTheirFolders();
    void theFolderGoesWithItsOwner();
    void foldersWithoutAnOwnerAreRemoved();
    void namesThatLeadOutAreRefused_data();
    void namesThatLeadOutAreRefused();
    void tooMuchIsRefused_data();
    void tooMuchIsRefused();
    void aFileThatCannotBeWrittenIsAFailure();
    void aDamagedArchiveIsRefused();
    void aMissingArchiveIsNotFound();
    void aCancelledArchiveLeavesNothing();
    void aZipIsKnownByItsStart();
    void inputsBecomeFilesAndFolders();
};

void ArchiveTest::entriesAreUnpackedWithTheirFolders()
{
    const fs::path file = pack("a.zip", {{"çalışma/1.dcm", "one"}, {"2.dcm", "two"}});
    const auto archive = open(file);
    QVERIFY(archive);
    const fs::path folder = (*archive)->folder();
    QCOMPARE(readTextFile(folder / pathFromUtf8("çalışma/1.dcm"), 9).value(), std::string("one"));
    QCOMPARE(readTextFile(folder / "2.dcm", 9).value(), std::string("two"));
}

void ArchiveTest::theFolderGoesWithItsOwner()
{
    fs::path folder;
    {
        const auto archive = open(pack("a.zip", {{"1", "x"}}));
        QVERIFY(archive);
        folder = (*archive)->folder();
        QVERIFY(fs::exists(folder));
    }
    QVERIFY(!fs::exists(folder));
}

void ArchiveTest::foldersWithoutAnOwnerAreRemoved()
{
    const fs::path place = at("left");
    for (const char* name : {"archive-crashd", "other"}) {
        fs::create_directories(place / name / "ct");
        QVERIFY(writeFileAtomically(place / name / "ct" / "1.dcm", "x"));
    }
    const auto archive = UnpackedArchive::open(pack("a.zip", {{"1", "x"}}), place, {}, {}, {});
    QVERIFY(archive);
    removeAbandonedArchives(place);
    QVERIFY(!fs::exists(place / "archive-crashd"));
    QVERIFY(fs::exists(place / "other" / "ct" / "1.dcm"));
    QVERIFY(fs::exists((*archive)->folder() / "1"));
    removeAbandonedArchives(at("missing"));
}

void ArchiveTest::namesThatLeadOutAreRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("up") << "../outside";
    QTest::newRow("up behind a folder") << "a/../../outside";
    QTest::newRow("absolute") << "/tmp/outside";
    QTest::newRow("with backslashes") << "..\\outside";
}

void ArchiveTest::namesThatLeadOutAreRefused()
{
    QFETCH(QString, name);
    const auto archive = open(pack("out.zip", {{name.toStdString(), "x"}}));
    QVERIFY(!archive);
    QCOMPARE(archive.error().code, ErrorCode::ArchiveUnsafePath);
    QVERIFY(!fs::exists(at("outside")));
    QVERIFY(isNothingLeft());
}

void ArchiveTest::tooMuchIsRefused_data()
{
    QTest::addColumn<int>("entries");
    QTest::addColumn<int>("bytes");
    QTest::newRow("more entries than the limit") << 2 << 1'000'000;
    // Ten thousand zeros pack into a few bytes: what counts is what is written.
    QTest::newRow("more bytes than the limit") << 100 << 9'000;
}

void ArchiveTest::tooMuchIsRefused()
{
    QFETCH(int, entries);
    QFETCH(int, bytes);
    const fs::path file =
        pack("bomb.zip", {{"1", std::string(10'000, '0')}, {"2", "x"}, {"3", "x"}});
    QVERIFY(fs::file_size(file) < 2'000);
    const auto archive = open(file, {.entries = static_cast<std::uint64_t>(entries),
                                     .totalBytes = static_cast<std::uint64_t>(bytes)});
    QVERIFY(!archive);
    QCOMPARE(archive.error().code, ErrorCode::ArchiveTooLarge);
    QVERIFY(isNothingLeft());
}

void ArchiveTest::aFileThatCannotBeWrittenIsAFailure()
{
    // Nothing of the second is ever written: only its folder tells that it has no place.
    const auto archive = open(pack("clash.zip", {{"1", "x"}, {"1/2", ""}}));
    QVERIFY(!archive);
    QCOMPARE(archive.error().code, ErrorCode::WriteFailed);
    QVERIFY(isNothingLeft());
}

void ArchiveTest::aDamagedArchiveIsRefused()
{
    const fs::path file = pack("whole.zip", {{"1", std::string(5'000, 'x')}});
    const auto bytes = readFile(file, 1 << 20).value();
    QVERIFY(writeFileAtomically(at("cut.zip"), std::span(bytes).first(bytes.size() / 2)));
    const auto archive = open(at("cut.zip"));
    QVERIFY(!archive);
    QCOMPARE(archive.error().code, ErrorCode::ArchiveDamaged);
    QVERIFY(isNothingLeft());
}

void ArchiveTest::aMissingArchiveIsNotFound()
{
    QCOMPARE(open(at("missing.zip")).error().code, ErrorCode::FileNotFound);
}

void ArchiveTest::aCancelledArchiveLeavesNothing()
{
    std::stop_source stop;
    stop.request_stop();
    const auto archive = open(pack("a.zip", {{"1", "x"}}), {}, stop.get_token());
    QVERIFY(!archive);
    QCOMPARE(archive.error().code, ErrorCode::Cancelled);
    QVERIFY(isNothingLeft());
}

void ArchiveTest::aZipIsKnownByItsStart()
{
    const auto zip = readFile(pack("a.zip", {{"1", "x"}}), 1 << 20).value();
    QVERIFY(looksLikeZip(zip));
    const std::string png = "\x89PNG\r\n";
    QVERIFY(!looksLikeZip(std::as_bytes(std::span(png.data(), png.size()))));
    QVERIFY(!looksLikeZip({}));
}

void ArchiveTest::inputsBecomeFilesAndFolders()
{
    const fs::path zip = pack("study.zip", {{"ct/1.dcm", "x"}});
    fs::create_directories(at("cd"));
    QVERIFY(writeFileAtomically(at("cd") / "dicomdir", "x"));
    QVERIFY(writeFileAtomically(at("broken.zip"), "PK\x03\x04 and no more"));
    const Inputs inputs =
        expandInputs({at("missing"), zip, at("cd") / "dicomdir", at("broken.zip")}, at("unpacked"),
                     DicomdirRule::OpenFolder, {}, {});
    QCOMPARE(inputs.paths.size(), std::size_t{3});
    QCOMPARE(inputs.paths[0], at("missing"));
    QCOMPARE(inputs.paths[2], at("cd"));
    const fs::path inside = inputs.paths[1] / "ct" / "1.dcm";
    QVERIFY(fs::exists(inside));
    QCOMPARE(inputs.failures.size(), std::size_t{1});
    QCOMPARE(inputs.failures[0].error.code, ErrorCode::ArchiveDamaged);
    const Inputs itself =
        expandInputs({at("cd") / "dicomdir"}, at("unpacked"), DicomdirRule::OpenItself, {}, {});
    QCOMPARE(itself.paths[0], at("cd") / "dicomdir");
}

QTEST_APPLESS_MAIN(ArchiveTest)
#include "archive_test.moc"
