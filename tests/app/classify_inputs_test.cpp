// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QtTest>

#include <zip.h>

#include <filesystem>
#include <memory>

using nefes::test::Run;
using nefes::test::runNefes;
using nefes::test::runShell;

namespace {

const QString kPhantom = QStringLiteral(NEFES_SOURCE_DIR "/resources/samples/chest-phantom.dcm");
const QString kModel = QStringLiteral(NEFES_SOURCE_DIR "/resources/models/chest-xray");

} // namespace

/// What the commands with a model make of what they are given, with the bundled model.
class ClassifyInputsTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString at(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] Run run(const QStringList& arguments) const
    {
        return runNefes(arguments, m_folder->path());
    }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QVERIFY(QFileInfo(at(name)).dir().mkpath("."));
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] static QByteArray content(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Names of the files below the test's folder, in the order of the lines, errors behind them.
    [[nodiscard]] QStringList results(const Run& run) const
    {
        QStringList names;
        for (const QJsonObject& line : run.lines()) {
            names << QDir(m_folder->path()).relativeFilePath(line["path"].toString());
            if (line.contains("error")) {
                names.back() += ": " + line["error"]["code"].toString();
            }
        }
        return names;
    }

private Q_SLOTS:
    void init();
    void aHeatmapIsNeverWrittenOverAnInput_data();
    void aHeatmapIsNeverWrittenOverAnInput();
    void noMaskOfLungsIsWrittenOverAnInput();
    void failuresStandWhereTheyWereGiven_data();
    void failuresStandWhereTheyWereGiven();
    void aFileInAFolderThatIsCalledAsAnImageIsNotPassedOver();
    void aZipInAFolderIsAFolder();
    void namesThatAreNoTextArePrintedAsText_data();
    void namesThatAreNoTextArePrintedAsText();
    void outputThatDoesNotArriveIsAFailure_data();
    void outputThatDoesNotArriveIsAFailure();
    void aModelWithoutItsSplitsIsWrong();
    void aRunGoesOnThoughNobodyHearsOfIt();
};

void ClassifyInputsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QFile::copy(kPhantom, at("s.dcm")));
    QCOMPARE(run({"render", kPhantom, "-o", at("s.png"), "--size", "270x290"}).status, 0);
}

void ClassifyInputsTest::aHeatmapIsNeverWrittenOverAnInput_data()
{
    QTest::addColumn<QStringList>("inputs");
    QTest::addColumn<QStringList>("written");
    QTest::newRow("the picture itself")
        << QStringList{"s.png"} << QStringList{"s-2.map.png", "s-2.png"};
    QTest::newRow("another input")
        << QStringList{"s.dcm", "s.png"}
        << QStringList{"s-2.map.png", "s-2.png", "s-3.map.png", "s-3.png"};
    QTest::newRow("an input that is called as a map")
        << QStringList{"t.dcm", "t.map.png"}
        << QStringList{"t-2.map.png", "t-2.png", "t.map-2.map.png", "t.map-2.png"};
    QTest::newRow("through a link")
        << QStringList{"link/s.png"} << QStringList{"s-2.map.png", "s-2.png"};
    QTest::newRow("none of these") << QStringList{"s.dcm"} << QStringList{"s.map.png", "s.png"};
}

void ClassifyInputsTest::aHeatmapIsNeverWrittenOverAnInput()
{
    QFETCH(QStringList, inputs);
    QFETCH(QStringList, written);
    std::filesystem::create_directory_symlink(".", at("link").toStdString());
    QVERIFY(QFile::copy(at("s.dcm"), at("t.dcm")));
    QVERIFY(QFile::copy(at("s.png"), at("t.map.png")));
    QStringList arguments{"classify", "--heatmap", m_folder->path()};
    QList<QByteArray> before;
    for (const QString& input : inputs) {
        arguments << at(input);
        before << content(at(input));
    }
    const Run done = run(arguments);
    QVERIFY2(done.status == 0, done.messages.constData());
    QStringList named;
    for (const QJsonObject& line : done.lines()) {
        for (const char* field : {"heatmap", "heatmap_map"}) {
            named << QFileInfo(line[field].toString()).fileName();
            QVERIFY(!QImage(line[field].toString()).isNull());
        }
    }
    named.sort();
    QCOMPARE(named, written);
    for (qsizetype i = 0; i < inputs.size(); ++i) {
        QCOMPARE(content(at(inputs[i])), before[i]);
    }
}

void ClassifyInputsTest::noMaskOfLungsIsWrittenOverAnInput()
{
    QVERIFY(QFile::copy(at("s.png"), at("s.lungs.png")));
    const QByteArray before = content(at("s.lungs.png"));
    const Run done =
        run({"lungs", "find", at("s.png"), at("s.lungs.png"), "--output", m_folder->path()});
    QVERIFY2(done.status == 0, done.messages.constData());
    QCOMPARE(done.lines().value(0)["mask"].toString(), at("s-2.lungs.png"));
    QCOMPARE(content(at("s.lungs.png")), before);
}

void ClassifyInputsTest::failuresStandWhereTheyWereGiven_data()
{
    QTest::addColumn<QString>("format");
    for (const char* format : {"json", "csv", "text"}) {
        QTest::newRow(format) << format;
    }
}

void ClassifyInputsTest::failuresStandWhereTheyWereGiven()
{
    QFETCH(QString, format);
    write("trunc.zip", "PK\x03\x04 and no more");
    const QStringList paths{at("s.png"), at("trunc.zip"), at("s.dcm"), at("nope.jpg")};
    const Run done = run(QStringList{"classify", "--format", format} + paths);
    QCOMPARE(done.status, 1);
    qsizetype last = -1;
    for (const QString& path : paths) {
        const qsizetype place = done.output.indexOf(path.toUtf8());
        QVERIFY2(place > last, done.output.constData());
        last = place;
    }
}

void ClassifyInputsTest::aFileInAFolderThatIsCalledAsAnImageIsNotPassedOver()
{
    write("in/empty.dcm", {});
    write("in/readme.txt", {});
    write("in/letter.txt", "a letter");
    QVERIFY(QFile::copy(kPhantom, at("in/image.dcm")));
    std::filesystem::create_symlink("nowhere", at("in/lost.png").toStdString());
    const Run done = run({"classify", at("in")});
    QCOMPARE(done.status, 1);
    QCOMPARE(results(done), (QStringList{"in/empty.dcm: file_empty", "in/image.dcm",
                                         "in/lost.png: file_not_found"}));
}

void ClassifyInputsTest::aZipInAFolderIsAFolder()
{
    QVERIFY(QDir(m_folder->path()).mkpath("in"));
    QVERIFY(QFile::copy(kPhantom, at("in/z.dcm")));
    write("in/cut.zip", "PK\x03\x04 and no more");
    const QByteArray file = at("in/study.zip").toUtf8();
    zip_t* archive = zip_open(file.constData(), ZIP_CREATE, nullptr);
    const QByteArray image = content(kPhantom);
    zip_source_t* source =
        zip_source_buffer(archive, image.constData(), static_cast<zip_uint64_t>(image.size()), 0);
    zip_file_add(archive, "ct/1.dcm", source, 0);
    QCOMPARE(zip_close(archive), 0);
    const Run done = run({"classify", at("in")});
    QCOMPARE(done.status, 1);
    QCOMPARE(results(done),
             (QStringList{"in/cut.zip: archive_damaged", "in/study.zip/ct/1.dcm", "in/z.dcm"}));
}

void ClassifyInputsTest::namesThatAreNoTextArePrintedAsText_data()
{
    failuresStandWhereTheyWereGiven_data();
}

void ClassifyInputsTest::namesThatAreNoTextArePrintedAsText()
{
    QFETCH(QString, format);
    // Qt has no name for such a file: the folder is named, and removed here.
    const std::filesystem::path folder = at("in").toStdString();
    std::filesystem::create_directory(folder);
    std::filesystem::copy_file(kPhantom.toStdString(), folder / "caf\xe9.dcm"); // Latin-1
    const Run done = run({"classify", "--format", format, at("in")});
    std::filesystem::remove_all(folder);
    QCOMPARE(done.status, 0);
    QVERIFY2(done.output.contains("caf\xef\xbf\xbd.dcm"), done.output.constData());
    QCOMPARE(QString::fromUtf8(done.output).toUtf8(), done.output);
}

void ClassifyInputsTest::outputThatDoesNotArriveIsAFailure_data()
{
    failuresStandWhereTheyWereGiven_data();
}

void ClassifyInputsTest::outputThatDoesNotArriveIsAFailure()
{
    QFETCH(QString, format);
    const Run done =
        runShell("\"$NEFES\" classify --format " + format + " s.dcm > /dev/full", m_folder->path());
    QVERIFY(!done.hasCrashed);
    QCOMPARE(done.status, 1);
    QCOMPARE(done.messages.count(QByteArray("nefes: standard output: ")), 1);
}

void ClassifyInputsTest::aModelWithoutItsSplitsIsWrong()
{
    std::filesystem::copy(kModel.toStdString(), at("package").toStdString(),
                          std::filesystem::copy_options::recursive);
    QVERIFY(QFile::remove(at("package/splits.csv")));
    QVERIFY(QDir(m_folder->path()).mkpath("data/normal"));
    QVERIFY(QFile::copy(kPhantom, at("data/normal/a.dcm")));
    const Run done =
        run({"evaluate", "--model", at("package"), "--data", at("data"), "--split", "test"});
    QCOMPARE(done.status, 2);
    QVERIFY2(done.messages.contains("splits.csv"), done.messages.constData());
}

void ClassifyInputsTest::aRunGoesOnThoughNobodyHearsOfIt()
{
    for (int i = 0; i < 8; ++i) {
        const QString label = i % 2 == 0 ? QStringLiteral("no") : QStringLiteral("yes");
        QVERIFY(QDir(m_folder->path()).mkpath("data/" + label));
        QImage image(32, 32, QImage::Format_Grayscale8);
        image.fill(QColor(20 * i, 20 * i, 20 * i));
        QVERIFY(image.save(at(QStringLiteral("data/%1/%2.png").arg(label).arg(i))));
    }
    const Run done =
        runShell("\"$NEFES\" train --recipe binary-baseline --data data --output run --epochs 1 "
                 "--threads 1 --set data.include={} --resume --events > /dev/full",
                 m_folder->path());
    QVERIFY(!done.hasCrashed);
    QCOMPARE(done.status, 1);
    QVERIFY2(done.messages.contains("note: run: no checkpoint there"), done.messages.constData());
    QCOMPARE(done.messages.count(QByteArray("nefes: standard output: ")), 1);
    QVERIFY(QFile::exists(at("run/model/model.json")));
    QVERIFY(QFile::exists(at("run/checkpoint.safetensors")));
}

QTEST_GUILESS_MAIN(ClassifyInputsTest)
#include "classify_inputs_test.moc"
