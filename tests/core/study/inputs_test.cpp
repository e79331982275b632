// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/study/inputs.h"

#include "core/base/files.h"

#include <QTemporaryDir>
#include <QtTest>

#include <zip.h>

#include <map>
#include <memory>
#include <string>

namespace fs = std::filesystem;
using namespace nefes;
using namespace nefes::study;

namespace {

using Entries = std::map<std::string, std::string>;

fs::path pack(const fs::path& file, const Entries& entries)
{
    zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto& [entry, text] : entries) {
        zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
        zip_file_add(archive, entry.c_str(), source, ZIP_FL_ENC_UTF_8);
    }
    zip_close(archive);
    return file;
}

} // namespace

/// What the commands make of the paths that they are given.
class InputsTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] fs::path at(const std::string& name) const
    {
        return fs::path(m_folder->path().toStdString()) / name;
    }
    void write(const std::string& name, const std::string& text = "x") const
    {
        fs::create_directories(at(name).parent_path());
        QVERIFY(writeFileAtomically(at(name), text));
    }
    [[nodiscard]] InputFiles list(const std::vector<fs::path>& paths,
                                  const ArchiveLimits& limits = {}) const
    {
        return listInputs(paths, at("unpacked"), DicomdirRule::OpenFolder, limits, {});
    }
    /// Shown names below the test's folder, with the code of what cannot be opened behind them.
    [[nodiscard]] QStringList names(const InputFiles& inputs) const
    {
        QStringList result;
        for (const InputFile& file : inputs.files) {
            const fs::path name = fs::path(file.shownName).lexically_relative(at(""));
            result << QString::fromStdString(name.string());
            if (file.error) {
                result.back() += ": " + QString::fromUtf8(errorCodeName(file.error->code).data());
            }
        }
        return result;
    }
    /// The file inside so many archives, each in the next one.
    [[nodiscard]] fs::path nested(int archives) const
    {
        write("image.dcm");
        fs::path file = at("image.dcm");
        for (int i = 0; i < archives; ++i) {
            const std::string bytes = readTextFile(file, 1 << 20).value();
            file = pack(at("nested-" + std::to_string(i) + ".zip"),
                        {{toUtf8(file.filename()), bytes}});
        }
        return file;
    }

private Q_SLOTS:
    void init();
    void failuresStandWhereTheyWereGiven();
    void aZipInAFolderIsOpenedInItsPlace();
    void documentsThatAreZipsAreNotOpened();
    void archivesInArchivesAreOpenedToADepth_data();
    void archivesInArchivesAreOpenedToADepth();
    void archivesInAFolderKeepToOneLimit();
    void archivesThatFailUseUpTheLimitToo();
    void whatMacOsKnowsOfAnArchiveIsNone();
    void aDicomdirStandsForItsFolder();
    void whatIsGivenItselfIsNamed();
    void linksThatLeadNowhereAreFilesWhereTheyAreCalledSo();
    void foreignFilesAreKnownByContentAndName_data();
    void foreignFilesAreKnownByContentAndName();
};

void InputsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void InputsTest::failuresStandWhereTheyWereGiven()
{
    write("a.dcm");
    write("cut.zip", "PK\x03\x04 and no more");
    write("b.dcm");
    const InputFiles inputs = list({at("b.dcm"), at("cut.zip"), at("a.dcm"), at("missing")});
    QCOMPARE(names(inputs), (QStringList{"b.dcm", "cut.zip: archive_damaged", "a.dcm", "missing"}));
    QCOMPARE(inputs.files[1].error->detail,
             std::string("not a ZIP archive, or its end is missing"));
}

void InputsTest::aZipInAFolderIsOpenedInItsPlace()
{
    write("in/a.dcm");
    write("in/c.dcm");
    write("in/broken.zip", "no archive");
    static_cast<void>(pack(at("in/b.ZIP"), {{"ct/2.dcm", "x"}, {"ct/1.dcm", "x"}}));
    const InputFiles inputs = list({at("in")});
    QCOMPARE(names(inputs), (QStringList{"in/a.dcm", "in/b.ZIP/ct/1.dcm", "in/b.ZIP/ct/2.dcm",
                                         "in/broken.zip: archive_damaged", "in/c.dcm"}));
    QVERIFY(fs::exists(inputs.files[1].path));
}

void InputsTest::documentsThatAreZipsAreNotOpened()
{
    fs::create_directory(at("in"));
    const fs::path letter = pack(at("in/letter.docx"), {{"media/logo.png", "x"}});
    QCOMPARE(names(list({at("in")})), QStringList{"in/letter.docx"});
    QCOMPARE(names(list({letter})), QStringList{"in/letter.docx/media/logo.png"}); // when named
}

void InputsTest::archivesInArchivesAreOpenedToADepth_data()
{
    QTest::addColumn<int>("archives");
    QTest::addColumn<QString>("last");
    QTest::newRow("one in another") << 2 << "image.dcm";
    QTest::newRow("as many as are opened") << kDeepestArchive + 1 << "image.dcm";
    QTest::newRow("more") << kDeepestArchive + 2 << "nested-0.zip: archive_too_large";
}

void InputsTest::archivesInArchivesAreOpenedToADepth()
{
    QFETCH(int, archives);
    QFETCH(QString, last);
    const QStringList found = names(list({nested(archives)}));
    QCOMPARE(found.size(), 1);
    QVERIFY2(found.constFirst().endsWith("/" + last), qPrintable(found.constFirst()));
}

void InputsTest::archivesInAFolderKeepToOneLimit()
{
    fs::create_directory(at("in"));
    for (const char* name : {"in/1.zip", "in/2.zip"}) {
        static_cast<void>(pack(at(name), {{"zeros.dcm", std::string(10'000, '0')}}));
    }
    const InputFiles inputs = list({at("in")}, {.entries = 100, .totalBytes = 15'000});
    QCOMPARE(names(inputs), (QStringList{"in/1.zip/zeros.dcm", "in/2.zip: archive_too_large"}));
}

void InputsTest::archivesThatFailUseUpTheLimitToo()
{
    fs::create_directory(at("in"));
    for (const char* name : {"in/1.zip", "in/2.zip"}) {
        static_cast<void>(pack(at(name), {{"zeros.dcm", std::string(20'000, '0')}}));
    }
    static_cast<void>(pack(at("in/3.zip"), {{"small.dcm", "x"}}));
    const InputFiles inputs = list({at("in")}, {.entries = 100, .totalBytes = 15'000});
    QCOMPARE(names(inputs),
             (QStringList{"in/1.zip: archive_too_large", "in/2.zip: archive_too_large",
                          "in/3.zip: archive_too_large"}));
}

void InputsTest::whatMacOsKnowsOfAnArchiveIsNone()
{
    write("in/a.dcm");
    write("in/._b.zip", "no archive");
    const QStringList found = names(list({at("in")}));
    QVERIFY2(!found.contains(QStringLiteral("in/._b.zip: archive_damaged")),
             qPrintable(found.join(' ')));
}

void InputsTest::aDicomdirStandsForItsFolder()
{
    write("cd/DICOMDIR");
    write("cd/1.dcm");
    QCOMPARE(names(list({at("cd/DICOMDIR")})), (QStringList{"cd/1.dcm", "cd/DICOMDIR"}));
    const InputFiles itself =
        listInputs({at("cd/DICOMDIR")}, at("unpacked"), DicomdirRule::OpenItself, {}, {});
    QCOMPARE(names(itself), QStringList{"cd/DICOMDIR"});
}

void InputsTest::whatIsGivenItselfIsNamed()
{
    write("in/a.dcm");
    const InputFiles inputs = list({at("in"), at("in/a.dcm")});
    QVERIFY(!inputs.files[0].isNamed);
    QVERIFY(inputs.files[1].isNamed);
}

void InputsTest::linksThatLeadNowhereAreFilesWhereTheyAreCalledSo()
{
    write("in/a.dcm");
    fs::create_symlink("nowhere", at("in/b.dcm"));
    fs::create_symlink("nowhere", at("in/notes.txt"));
    fs::create_directory_symlink(at("in"), at("in/c.dcm"));
    QCOMPARE(names(list({at("in")})), (QStringList{"in/a.dcm", "in/b.dcm"}));
}

void InputsTest::foreignFilesAreKnownByContentAndName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("foreign");
    QTest::newRow("a text") << "readme.txt" << ErrorCode::UnknownFormat << true;
    QTest::newRow("an empty text") << "readme.txt" << ErrorCode::FileEmpty << true;
    QTest::newRow("an empty file called as an image") << "a.dcm" << ErrorCode::FileEmpty << false;
    QTest::newRow("the same in large letters") << "a.JPEG" << ErrorCode::FileEmpty << false;
    QTest::newRow("a text called as an image") << "a.png" << ErrorCode::UnknownFormat << false;
    QTest::newRow("what macOS leaves on a stick") << "._a.png" << ErrorCode::UnknownFormat << true;
    QTest::newRow("a damaged image") << "a" << ErrorCode::DamagedFile << false;
}

void InputsTest::foreignFilesAreKnownByContentAndName()
{
    QFETCH(QString, name);
    QFETCH(ErrorCode, code);
    QFETCH(bool, foreign);
    QCOMPARE(isForeign(name.toStdString(), Error{code, ""}), foreign);
}

QTEST_APPLESS_MAIN(InputsTest)
#include "inputs_test.moc"
