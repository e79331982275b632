// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QtTest>

using nefes::test::Run;
using nefes::test::runNefes;
using nefes::test::runShell;

namespace {

const QString kPhantom = QStringLiteral(NEFES_SOURCE_DIR "/resources/samples/chest-phantom.dcm");

} // namespace

/// What the commands leave behind: results, files, messages and the exit status.
class OutputsTest final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString at(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] Run run(const QStringList& arguments) const
    {
        return runNefes(arguments, m_folder.path());
    }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QVERIFY(QFileInfo(at(name)).dir().mkpath("."));
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QByteArray content(const QString& name) const
    {
        QFile file(at(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase();
    void outputThatDoesNotArriveIsAFailure_data();
    void outputThatDoesNotArriveIsAFailure();
    void aClosedOutputGoesIntoNoFile();
    void whatALogHoldsStaysBeforeWhatIsAdded();
    void aReaderThatHasEnoughEndsTheCommandQuietly();
    void aFullErrorOutputStopsNothing();
    void resultsComeInTheOrderGiven();
    void anUndecodableImageIsLeftOutAndTold_data();
    void anUndecodableImageIsLeftOutAndTold();
    void aMergedFolderHoldsWhatCanBeDecoded();
    void aManifestHoldsWhatCanBeDecoded();
    void aFileThatCannotBeWrittenIsNamed_data();
    void aFileThatCannotBeWrittenIsNamed();
};

/// Two classes of three images each; in data/ one more file that is no image.
void OutputsTest::initTestCase()
{
    QVERIFY(QFile::copy(kPhantom, at("phantom.dcm")));
    int shade = 0;
    for (const QString& label : {QStringLiteral("no"), QStringLiteral("yes")}) {
        QVERIFY(QDir(m_folder.path()).mkpath("data/" + label));
        QVERIFY(QDir(m_folder.path()).mkpath("good/" + label));
        for (const QString& name :
             {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}) {
            QImage image(48, 48, QImage::Format_Grayscale8);
            image.fill(QColor(shade, shade, shade));
            image.setPixelColor(shade % 48, 3, Qt::white);
            shade += 30;
            QVERIFY(image.save(at(QStringLiteral("data/%1/%2.png").arg(label, name))));
            QVERIFY(image.save(at(QStringLiteral("good/%1/%2.png").arg(label, name))));
        }
    }
    write("data/yes/bad.png", "no picture");
}

void OutputsTest::outputThatDoesNotArriveIsAFailure_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("inspect") << "inspect phantom.dcm";
    QTest::newRow("recipes list") << "recipes list";
    QTest::newRow("recipes show") << "recipes show binary-baseline";
    QTest::newRow("models list") << "models list";
    QTest::newRow("models show") << "models show chest-xray";
    QTest::newRow("dataset summary") << "dataset summary good";
    QTest::newRow("help") << "--help";
    QTest::newRow("version") << "--version";
}

void OutputsTest::outputThatDoesNotArriveIsAFailure()
{
    QFETCH(QString, command);
    for (const char* place : {"> /dev/full", ">&-"}) {
        const Run run = runShell("\"$NEFES\" " + command + " " + place, m_folder.path());
        QVERIFY(!run.hasCrashed);
        QCOMPARE(run.status, 1);
        QCOMPARE(run.messages.count(QByteArray("nefes: standard output: ")), 1);
        QCOMPARE(run.messages.count('\n'), 1);
    }
}

void OutputsTest::aClosedOutputGoesIntoNoFile()
{
    const Run run =
        runShell("\"$NEFES\" recipes show binary-baseline --diagram d.svg >&-", m_folder.path());
    QCOMPARE(run.status, 1);
    const QByteArray diagram = content("d.svg");
    QVERIFY(diagram.trimmed().endsWith("</svg>"));
}

void OutputsTest::whatALogHoldsStaysBeforeWhatIsAdded()
{
    const Run run = runShell("echo before > log; { \"$NEFES\" recipes show binary-baseline "
                             "--diagram /dev/stdout; echo after; } >> log; cat log",
                             m_folder.path());
    QCOMPARE(run.status, 0);
    QVERIFY2(run.output.startsWith("before\n"), run.output.constData());
    QVERIFY(run.output.contains("</svg>"));
    QVERIFY(run.output.endsWith("after\n"));
}

void OutputsTest::aReaderThatHasEnoughEndsTheCommandQuietly()
{
    const Run run =
        runShell("\"$NEFES\" inspect phantom.dcm phantom.dcm phantom.dcm phantom.dcm | true",
                 m_folder.path());
    QCOMPARE(run.messages, QByteArray());
}

void OutputsTest::aFullErrorOutputStopsNothing()
{
    const Run run = runShell("\"$NEFES\" render missing.dcm -o a.png 2> /dev/full; "
                             "test $? = 1 && \"$NEFES\" inspect phantom.dcm 2>&-",
                             m_folder.path());
    QVERIFY(!run.hasCrashed);
    QCOMPARE(run.status, 0);
    QCOMPARE(run.lines().size(), 1);
}

void OutputsTest::resultsComeInTheOrderGiven()
{
    write("trunc.zip", "PK\x03\x04 and no more");
    const QStringList paths{at("phantom.dcm"), at("trunc.zip"), at("data/no/a.png"),
                            at("nope.jpg")};
    const Run inspected = run(QStringList{"inspect"} + paths);
    QCOMPARE(inspected.status, 1);
    QStringList found;
    for (const QJsonObject& line : inspected.lines()) {
        found << line["path"].toString();
    }
    QCOMPARE(found, paths);
    QCOMPARE(inspected.lines().at(1)["error"]["code"].toString(), QString("archive_damaged"));
}

void OutputsTest::anUndecodableImageIsLeftOutAndTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("summary") << QStringList{"summary"};
    QTest::newRow("pack") << QStringList{"pack", "-o", at("store")};
    QTest::newRow("split") << QStringList{"split", "-o", at("split.csv")};
    QTest::newRow("merge by copying") << QStringList{"merge", "-o", at("copies")};
    QTest::newRow("merge to arrays") << QStringList{"merge", "--npz", at("arrays.npz")};
    QTest::newRow("merge to both")
        << QStringList{"merge", "--npz", at("arrays.npz"), "-o", at("both")};
}

void OutputsTest::anUndecodableImageIsLeftOutAndTold()
{
    QFETCH(QStringList, arguments);
    const bool hasCounts = arguments.constFirst() != "summary";
    const Run done = run(QStringList{"dataset"} + arguments + QStringList{at("data")});
    QCOMPARE(done.status, 1);
    QVERIFY2(done.messages.contains(at("data/yes/bad.png").toUtf8() + ": unknown_format"),
             done.messages.constData());
    if (hasCounts) {
        QCOMPARE(done.lines().size(), 1);
        QCOMPARE(done.lines().at(0)["images"].toInt(), 6);
        QCOMPARE(done.lines().at(0)["unreadable"].toInt(), 1);
    }
    for (const char* folder : {"copies", "both"}) {
        QDir(at(folder)).removeRecursively();
    }
    const Run without = run(QStringList{"dataset"} + arguments + QStringList{at("good")});
    QVERIFY2(without.status == 0, without.messages.constData());
}

void OutputsTest::aMergedFolderHoldsWhatCanBeDecoded()
{
    QCOMPARE(run({"dataset", "merge", at("data"), "-o", at("merged")}).status, 1);
    QVERIFY(QFile::exists(at("merged/yes/a.png")));
    QVERIFY(!QFile::exists(at("merged/yes/bad.png")));
    QVERIFY(!content("merged/manifest.csv").contains("bad.png"));
    QCOMPARE(run({"dataset", "summary", at("merged")}).status, 0);
}

void OutputsTest::aManifestHoldsWhatCanBeDecoded()
{
    QCOMPARE(run({"dataset", "split", at("data"), "-o", at("manifest.csv")}).status, 1);
    QCOMPARE(content("manifest.csv").count('\n'), 7);
    QVERIFY(!content("manifest.csv").contains("bad.png"));
}

void OutputsTest::aFileThatCannotBeWrittenIsNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("a diagram") << QStringList{"recipes", "show", "binary-baseline", "--diagram"};
    QTest::newRow("a store") << QStringList{"dataset", "pack", at("data"), "-o"};
    QTest::newRow("a manifest") << QStringList{"dataset", "split", at("data"), "-o"};
}

void OutputsTest::aFileThatCannotBeWrittenIsNamed()
{
    QFETCH(QStringList, arguments);
    const QString file = at("no/such/folder/file");
    const Run done = run(arguments + QStringList{file});
    QCOMPARE(done.status, 1);
    QVERIFY2(done.messages.contains("write_failed: " + file.toUtf8()), done.messages.constData());
}

QTEST_GUILESS_MAIN(OutputsTest)
#include "outputs_test.moc"
