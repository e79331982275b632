// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "core/base/digest.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <fstream>

namespace fs = std::filesystem;
using namespace nefes;

class FilesTest final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    [[nodiscard]] fs::path at(const char* name) const
    {
        return fs::path(m_folder.path().toStdString()) / name;
    }
    static void write(const fs::path& file, const std::string& text)
    {
        std::ofstream(file, std::ios::binary) << text;
    }

private Q_SLOTS:
    void readingFails_data();
    void readingFails();
    void aWrittenFileIsReadBack();
    void writingReplacesAFileWhole();
    void writingIntoAMissingFolderFails();
    void nothingIsLeftBesideAWrittenFile();
    void theModeOfAReplacedFileStays();
    void whatALinkPointsAtIsReplaced_data();
    void whatALinkPointsAtIsReplaced();
    void aPipeIsWrittenInto();
    void aFolderBehindALinkIsReplaced();
    void bytesAreAddedToTheEnd();
    void aFullDiskIsSaid();
    void aFailedFolderLeavesTheOldOne();
    void aFilledFolderReplacesTheOldOne();
    void aMappedFileShowsItsBytes();
    void theStartOfAShortFileIsTheWholeFile();
    void namesKeepTurkishLetters();
    void digestOfKnownText();
};

void FilesTest::readingFails_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("code");
    QTest::newRow("a missing file is not found")
        << "missing" << 100 << static_cast<int>(ErrorCode::FileNotFound);
    QTest::newRow("a path through a file is not found")
        << "five/below" << 100 << static_cast<int>(ErrorCode::FileNotFound);
    QTest::newRow("an empty file says that it is empty")
        << "empty" << 100 << static_cast<int>(ErrorCode::FileEmpty);
    QTest::newRow("a folder is not readable")
        << "." << 100 << static_cast<int>(ErrorCode::FileUnreadable);
    QTest::newRow("a file over the limit is too large")
        << "five" << 4 << static_cast<int>(ErrorCode::FileTooLarge);
}

void FilesTest::readingFails()
{
    QFETCH(QString, name);
    QFETCH(int, limit);
    QFETCH(int, code);
    write(at("empty"), "");
    write(at("five"), "12345");
    const auto bytes = readFile(at(name.toUtf8().constData()), static_cast<std::uint64_t>(limit));
    QVERIFY(!bytes);
    QCOMPARE(static_cast<int>(bytes.error().code), code);
    QVERIFY(!bytes.error().detail.empty());
}

void FilesTest::aWrittenFileIsReadBack()
{
    QVERIFY(writeFileAtomically(at("text"), "nefes"));
    QCOMPARE(readTextFile(at("text"), 100).value(), std::string("nefes"));
}

void FilesTest::writingReplacesAFileWhole()
{
    write(at("old"), "a much longer text than the new one");
    QVERIFY(writeFileAtomically(at("old"), "new"));
    QCOMPARE(readTextFile(at("old"), 100).value(), std::string("new"));
}

void FilesTest::writingIntoAMissingFolderFails()
{
    const auto written = writeFileAtomically(at("no/such/file"), "text");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::WriteFailed);
}

void FilesTest::nothingIsLeftBesideAWrittenFile()
{
    fs::create_directory(at("clean"));
    QVERIFY(writeFileAtomically(at("clean") / "file", "text"));
    fs::create_directories(at("clean") / "folder" / "inside");
    QVERIFY(!writeFileAtomically(at("clean") / "folder", "a folder cannot be replaced by a file"));
    QCOMPARE(std::distance(fs::directory_iterator(at("clean")), fs::directory_iterator()), 2);
}

void FilesTest::theModeOfAReplacedFileStays()
{
    constexpr auto kMode = fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_write;
    write(at("private"), "old");
    fs::permissions(at("private"), kMode);
    QVERIFY(writeFileAtomically(at("private"), "new"));
    QCOMPARE(fs::status(at("private")).permissions(), kMode);
}

void FilesTest::whatALinkPointsAtIsReplaced_data()
{
    QTest::addColumn<QString>("points");
    QTest::newRow("at a file beside it") << "pointed-at";
    QTest::newRow("at a file elsewhere") << m_folder.filePath("pointed-at");
    QTest::newRow("at another link") << "second-link";
    QTest::newRow("at a file that is not there yet") << "not-yet";
}

void FilesTest::whatALinkPointsAtIsReplaced()
{
    QFETCH(QString, points);
    for (const char* name : {"link", "second-link", "not-yet"}) {
        fs::remove(at(name));
    }
    write(at("pointed-at"), "old");
    fs::create_symlink("pointed-at", at("second-link"));
    fs::create_symlink(points.toStdString(), at("link"));
    QVERIFY(writeFileAtomically(at("link"), "new"));
    QVERIFY(fs::is_symlink(at("link")));
    QVERIFY(points != "second-link" || fs::is_symlink(at("second-link")));
    QCOMPARE(readTextFile(at("link"), 10).value(), std::string("new"));
}

void FilesTest::aPipeIsWrittenInto()
{
    const fs::path pipe = at("pipe");
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
    QVERIFY(writeFileAtomically(pipe, "text"));
    std::array<char, 8> read{};
    QCOMPARE(::read(reader, read.data(), read.size()), ssize_t{4});
    ::close(reader);
    QVERIFY(fs::is_fifo(pipe));
}

void FilesTest::aFolderBehindALinkIsReplaced()
{
    fs::create_directory(at("real"));
    fs::create_directory_symlink("real", at("linked"));
    QVERIFY(writeFolderAtomically(at("linked"), [](const fs::path& folder) {
        return writeFileAtomically(folder / "new", "2");
    }));
    QVERIFY(fs::is_symlink(at("linked")));
    QVERIFY(fs::exists(at("real") / "new"));
}

void FilesTest::bytesAreAddedToTheEnd()
{
    const std::string first = "one\n";
    const std::string second = "two\n";
    QVERIFY(appendToFile(at("lines"), std::as_bytes(std::span(first))));
    QVERIFY(appendToFile(at("lines"), std::as_bytes(std::span(second))));
    QCOMPARE(readTextFile(at("lines"), 100).value(), std::string("one\ntwo\n"));
    const auto written = appendToFile(at("no/such/file"), std::as_bytes(std::span(first)));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::WriteFailed);
}

void FilesTest::aFullDiskIsSaid()
{
    const std::string text = "text";
    const auto written = appendToFile("/dev/full", std::as_bytes(std::span(text)));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::DiskFull);
}

void FilesTest::aFailedFolderLeavesTheOldOne()
{
    fs::create_directory(at("package"));
    write(at("package") / "old", "1");
    const auto written = writeFolderAtomically(at("package"), [](const fs::path& folder) {
        write(folder / "new", "2");
        return Result<void>(fail(ErrorCode::DiskFull, "full"));
    });
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::DiskFull);
    QVERIFY(fs::exists(at("package") / "old"));
    QVERIFY(!fs::exists(at("package") / "new"));
}

void FilesTest::aFilledFolderReplacesTheOldOne()
{
    fs::create_directory(at("model"));
    write(at("model") / "old", "1");
    QVERIFY(writeFolderAtomically(at("model"), [](const fs::path& folder) {
        return writeFileAtomically(folder / "new", "2");
    }));
    QVERIFY(!fs::exists(at("model") / "old"));
    QCOMPARE(readTextFile(at("model") / "new", 10).value(), std::string("2"));
}

void FilesTest::aMappedFileShowsItsBytes()
{
    write(at("mapped"), "abc");
    const auto mapped = MappedFile::open(at("mapped"));
    QVERIFY(mapped);
    QCOMPARE((*mapped)->bytes().size(), std::size_t{3});
    QCOMPARE(static_cast<char>((*mapped)->bytes()[2]), 'c');
    QCOMPARE(MappedFile::open(at("missing")).error().code, ErrorCode::FileNotFound);
}

void FilesTest::theStartOfAShortFileIsTheWholeFile()
{
    write(at("short"), "abc");
    QCOMPARE(readFileStart(at("short"), 512).value().size(), std::size_t{3});
    QCOMPARE(readFileStart(at("short"), 2).value().size(), std::size_t{2});
}

void FilesTest::namesKeepTurkishLetters()
{
    const std::string name = "Işıl Çağrı göğüs.dcm";
    QCOMPARE(toUtf8(pathFromUtf8(name)), name);
    QVERIFY(writeFileAtomically(at("") / pathFromUtf8(name), "x"));
    QVERIFY(QFile::exists(m_folder.filePath(QString::fromStdString(name))));
}

void FilesTest::digestOfKnownText()
{
    // FIPS 180-4, example for the one-block message "abc".
    write(at("abc"), "abc");
    QCOMPARE(sha256OfFile(at("abc")).value(),
             std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

QTEST_APPLESS_MAIN(FilesTest)
#include "files_test.moc"
