// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

using nefes::test::Run;
using nefes::test::runNefes;

namespace {

const QString kPhantom = QStringLiteral(NEFES_SOURCE_DIR "/resources/samples/chest-phantom.dcm");

/// A PNG that ends after its header, which claims the size.
QByteArray pngHeader(quint32 width, quint32 height)
{
    QByteArray bytes("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    const auto append = [&bytes](quint32 value) {
        const quint32 big = qToBigEndian(value);
        bytes.append(reinterpret_cast<const char*>(&big), 4);
    };
    append(width);
    append(height);
    bytes.append("\x08\0\0\0\0", 5);
    append(0);
    return bytes;
}

} // namespace

class ProgramTest final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    [[nodiscard]] QString at(const QString& name) const { return m_folder.filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] static QByteArray phantom()
    {
        QFile file(kPhantom);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase();
    void aBrokenFileIsNamedWithItsCause_data();
    void aBrokenFileIsNamedWithItsCause();
    void aBrokenFileDoesNotStopTheRest();
    void aWrongCommandLineIsRefused_data();
    void aWrongCommandLineIsRefused();
    void helpAndVersionAreDone_data();
    void helpAndVersionAreDone();
    void theSampleIsWhatTheProgramDraws();
    void inspectDescribesTheSample();
    void renderWritesTheWholeImage();
    void renderFitsTheSize();
    void anUnwritablePictureIsAnError();
    void withoutADisplayTheViewerSaysSo();
    void aScreenshotNeedsNoDisplay_data();
    void aScreenshotNeedsNoDisplay();
    void aScreenshotTellsWhatItLacks();
    void noPictureIsWrittenOverItsImage_data();
    void noPictureIsWrittenOverItsImage();
};

void ProgramTest::initTestCase()
{
    write("empty.dcm", {});
    write("empty.png", {});
    write("text.dcm", "This is a letter, not an image.\n");
    write("large.png", pngHeader(20000, 20000));
    write("truncated.dcm", phantom().left(700));
    write("short.dcm", phantom().left(200'000));
    QVERIFY(QDir(m_folder.path()).mkpath("no-access"));
}

void ProgramTest::aBrokenFileIsNamedWithItsCause_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("codes");
    QTest::newRow("a missing file") << "missing.dcm" << QStringList{"file_not_found"};
    QTest::newRow("an empty DICOM file") << "empty.dcm" << QStringList{"file_empty"};
    QTest::newRow("an empty PNG") << "empty.png" << QStringList{"file_empty"};
    QTest::newRow("text with a DICOM name") << "text.dcm" << QStringList{"unknown_format"};
    QTest::newRow("a PNG that claims 20,000 x 20,000 pixels")
        << "large.png" << QStringList{"image_too_large"};
    QTest::newRow("a DICOM file that ends in its header")
        << "truncated.dcm"
        << QStringList{"damaged_file", "truncated_pixel_data", "missing_pixel_data"};
}

void ProgramTest::aBrokenFileIsNamedWithItsCause()
{
    QFETCH(QString, name);
    QFETCH(QStringList, codes);
    const Run inspected = runNefes({"inspect", at(name)}, m_folder.path());
    QVERIFY(!inspected.hasCrashed);
    QCOMPARE(inspected.status, 1);
    QCOMPARE(inspected.lines().size(), 1);
    const QJsonObject line = inspected.lines().constFirst();
    QCOMPARE(line["kind"].toString(), QString("error"));
    QCOMPARE(line["path"].toString(), at(name));
    QVERIFY2(codes.contains(line["error"]["code"].toString()),
             qPrintable(line["error"]["code"].toString()));
    QVERIFY(!line["error"]["message"].toString().isEmpty());

    const Run rendered = runNefes({"render", at(name), "-o", at("out.png")}, m_folder.path());
    QCOMPARE(rendered.status, 1);
    QVERIFY(rendered.messages.contains(at(name).toUtf8()));
    QVERIFY(!QFile::exists(at("out.png")));
}

void ProgramTest::aBrokenFileDoesNotStopTheRest()
{
    const Run run = runNefes({"inspect", at("text.dcm"), kPhantom}, m_folder.path());
    QCOMPARE(run.status, 1);
    QCOMPARE(run.lines().size(), 2);
    QCOMPARE(run.lines()[1]["kind"].toString(), QString("image"));
}

void ProgramTest::aWrongCommandLineIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("an unknown option") << QStringList{"--loud"};
    QTest::newRow("an unknown option of a command") << QStringList{"inspect", "--loud", "a"};
    QTest::newRow("a command without its file") << QStringList{"render"};
    QTest::newRow("an unknown language") << QStringList{"--language", "de", "inspect", "a"};
    QTest::newRow("a size that is none") << QStringList{"render", "a", "-o", "b", "--size", "big"};
    QTest::newRow("a window without a width")
        << QStringList{"render", "a", "-o", "b", "--window", "40"};
    QTest::newRow("a window and a preset at once")
        << QStringList{"render", "a", "-o", "b", "--window", "40,400", "--preset", "lung"};
    QTest::newRow("a negative frame") << QStringList{"inspect", "a", "--frame", "-1"};
    QTest::newRow("a picture of an unknown kind") << QStringList{"render", kPhantom, "-o", "a.xyz"};
    QTest::newRow("a folder for a picture") << QStringList{"render", kPhantom, "-o", "/tmp"};
    QTest::newRow("a picture of the window that is no PNG")
        << QStringList{"open", kPhantom, "--screenshot", "a.jpg"};
    QTest::newRow("a preset that is none")
        << QStringList{"render", kPhantom, "-o", "never.png", "--preset", "liver"};
}

void ProgramTest::aWrongCommandLineIsRefused()
{
    QFETCH(QStringList, arguments);
    const Run run = runNefes(arguments, m_folder.path());
    QVERIFY(!run.hasCrashed);
    QCOMPARE(run.status, 2);
    QVERIFY(run.output.isEmpty());
    QVERIFY(!run.messages.isEmpty());
}

void ProgramTest::helpAndVersionAreDone_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("help") << QStringList{"--help"} << QByteArray("classify");
    QTest::newRow("help of a command") << QStringList{"render", "--help"} << QByteArray("--preset");
    QTest::newRow("version") << QStringList{"--version"} << QByteArray("nefes 0.");
}

void ProgramTest::helpAndVersionAreDone()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, word);
    const Run run = runNefes(arguments, m_folder.path());
    QCOMPARE(run.status, 0);
    QVERIFY(run.output.contains(word));
}

void ProgramTest::theSampleIsWhatTheProgramDraws()
{
    QCOMPARE(runNefes({"draw-phantom", at("phantom.dcm")}, m_folder.path()).status, 0);
    const auto described = [this](const QString& file) {
        QJsonObject line = runNefes({"inspect", file}, m_folder.path()).lines().value(0);
        line.remove("path");
        return line;
    };
    const QJsonObject drawn = described(at("phantom.dcm"));
    QCOMPARE(drawn["kind"].toString(), QString("image"));
    QCOMPARE(drawn, described(kPhantom));
}

void ProgramTest::inspectDescribesTheSample()
{
    const QJsonObject line = runNefes({"inspect", kPhantom}, m_folder.path()).lines().value(0);
    QCOMPARE(line["rows"].toInt(), 580);
    QCOMPARE(line["columns"].toInt(), 540);
    QCOMPARE(line["bits_stored"].toInt(), 12);
    QCOMPARE(line["modality"].toString(), QString("DX"));
    QCOMPARE(line["photometric_interpretation"].toString(), QString("MONOCHROME2"));
    QVERIFY(line["patient_name"].toString().contains("PHANTOM"));
    QCOMPARE(line["stored"]["sha256"].toString().size(), 64);
}

void ProgramTest::renderWritesTheWholeImage()
{
    const Run run = runNefes({"render", kPhantom, "-o", at("whole.png")}, m_folder.path());
    QCOMPARE(run.status, 0);
    const QImage picture(at("whole.png"));
    QCOMPARE(picture.size(), QSize(540, 580));
    const Run inverted =
        runNefes({"render", kPhantom, "-o", at("inverted.png"), "--invert"}, m_folder.path());
    QCOMPARE(inverted.status, 0);
    const QImage negative(at("inverted.png"));
    // Lung is darker than heart, and the other way round when inverted.
    QVERIFY(qGray(picture.pixel(130, 320)) < qGray(picture.pixel(310, 420)));
    QVERIFY(qGray(negative.pixel(130, 320)) > qGray(negative.pixel(310, 420)));
}

void ProgramTest::renderFitsTheSize()
{
    const Run run = runNefes({"render", kPhantom, "-o", at("fitted.png"), "--size", "400x300"},
                             m_folder.path());
    QCOMPARE(run.status, 0);
    const QImage picture(at("fitted.png"));
    QCOMPARE(picture.size(), QSize(400, 300));
    QCOMPARE(qGray(picture.pixel(5, 150)), 0); // beside the image
}

void ProgramTest::anUnwritablePictureIsAnError()
{
    const Run run =
        runNefes({"render", kPhantom, "-o", at("no/such/folder/a.png")}, m_folder.path());
    QCOMPARE(run.status, 1);
    QVERIFY(run.messages.contains("write_failed"));
}

void ProgramTest::withoutADisplayTheViewerSaysSo()
{
    const Run run = runNefes({kPhantom}, m_folder.path());
    QVERIFY(!run.hasCrashed);
    QCOMPARE(run.status, 1);
    QVERIFY(run.messages.contains("no display"));
}

void ProgramTest::aScreenshotNeedsNoDisplay_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("in English") << "en";
    QTest::newRow("in Turkish") << "tr";
}

void ProgramTest::aScreenshotNeedsNoDisplay()
{
    QFETCH(QString, language);
    const QString file = at("window-" + language + ".png");
    const Run run = runNefes(
        {"open", kPhantom, "--screenshot", file, "--size", "1100x700", "--language", language},
        m_folder.path());
    QVERIFY2(run.status == 0, run.messages.constData());
    const QImage picture(file);
    QCOMPARE(picture.size(), QSize(1100, 700));
}

void ProgramTest::aScreenshotTellsWhatItLacks()
{
    const QString file = at("lacking.png");
    const Run run = runNefes({"open", kPhantom, at("text.dcm"), at("missing.dcm"), at("short.dcm"),
                              "--screenshot", file, "--size", "800x600"},
                             m_folder.path());
    QCOMPARE(run.status, 1);
    QVERIFY2(run.messages.contains(at("text.dcm").toUtf8() + ": unknown_format"),
             run.messages.constData());
    QVERIFY(run.messages.contains(at("missing.dcm").toUtf8() + ": file_not_found"));
    QCOMPARE(QImage(file).size(), QSize(800, 600));
}

void ProgramTest::noPictureIsWrittenOverItsImage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("rendered") << QStringList{"render", "/own.png", "-o", "/./own.png"};
    QTest::newRow("of the window") << QStringList{"open", "/own.png", "--screenshot", "/./own.png"};
}

void ProgramTest::noPictureIsWrittenOverItsImage()
{
    QFETCH(QStringList, arguments);
    QImage image(64, 64, QImage::Format_Grayscale8);
    image.fill(Qt::gray);
    QVERIFY(image.save(at("own.png")));
    for (QString& argument : arguments) {
        argument = argument.startsWith('/') ? m_folder.path() + argument : argument;
    }
    const Run run = runNefes(arguments, m_folder.path());
    QCOMPARE(run.status, 2);
    QVERIFY(run.messages.contains("own.png"));
    QCOMPARE(QImage(at("own.png")), image);
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "program_test.moc"
