// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/picture_writer.h"

#include "core/base/files.h"

#include "core/imaging/caption.h"
#include "core/imaging/picture_reader.h"
#include "core/imaging/plane_operations.h"

#include "tests/core/imaging/temporary_file.h"

#include <QTest>

#include <algorithm>
#include <cstdint>

using namespace nefes;
using namespace nefes::imaging;

class PictureWriterTest final : public QObject
{
    Q_OBJECT

private:
    test::TemporaryFiles m_files;

private Q_SLOTS:
    void pngKeepsEveryPixel();
    void grayPictureIsWrittenAsGray();
    void endingDecides_data();
    void endingDecides();
    void wrongSizesAreRefused();
    void unwritableFolderIsReported();
    void captionIsWhiteOnADarkStripAtTheLowerLeft();
    void captionFitsIntoAnyPicture_data();
    void captionFitsIntoAnyPicture();
    void captionThatIsNoPictureIsRefused();
    void reductionAverages();
    void enlargementInterpolates();
    void sameSizeChangesNothing();
    void claheSpreadsContrast();
    void claheOfTinyPlaneKeepsItsSize();
};

void PictureWriterTest::pngKeepsEveryPixel()
{
    const Picture picture{2, 1, {0xff010203U, 0xfff0e0d0U}}; // alpha, red, green, blue
    const auto file = m_files.path("picture.png");
    QVERIFY(writePicture(file, picture));
    const auto read = PictureReader().read(file, 0, {});
    QVERIFY(read);
    QVERIFY((*read)->data().stored.samples ==
            Samples(std::vector<std::uint8_t>{1, 2, 3, 0xf0, 0xe0, 0xd0}));
}

void PictureWriterTest::grayPictureIsWrittenAsGray()
{
    const Picture picture{2, 1, {0xff505050U, 0xff606060U}};
    const auto bytes = encodePicture(picture, EncodedFormat::Png);
    QVERIFY(bytes);
    constexpr std::size_t colourType = 25; // of IHDR
    QCOMPARE(std::to_integer<int>(bytes->at(colourType)), 0);
}

void PictureWriterTest::endingDecides_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("format");
    QTest::newRow("png") << "a.png"
                         << "png";
    QTest::newRow("capital letters") << "a.PNG"
                                     << "png";
    QTest::newRow("jpg") << "a.jpg"
                         << "jpeg";
    QTest::newRow("jpeg") << "a.JPEG"
                          << "jpeg";
    QTest::newRow("another ending") << "a.gif"
                                    << "";
    QTest::newRow("none") << "a"
                          << "";
}

void PictureWriterTest::endingDecides()
{
    QFETCH(QString, name);
    QFETCH(QString, format);
    const auto file = m_files.path(name.toStdString());
    const auto written = writeGray(file, {8, 8, std::vector<std::uint8_t>(64, 100)});
    if (format.isEmpty()) {
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::UnsupportedFormat);
        QVERIFY(!std::filesystem::exists(file));
        return;
    }
    QVERIFY(written);
    const auto summary = PictureReader().summarise(file);
    QVERIFY(summary);
    QCOMPARE(QString::fromStdString(summary->format), format);
}

void PictureWriterTest::wrongSizesAreRefused()
{
    QCOMPARE(encodeGray({2, 2, {1, 2, 3}}, EncodedFormat::Png).error().code,
             ErrorCode::InvalidArgument);
    QCOMPARE(encodePicture({0, 0, {}}, EncodedFormat::Jpeg).error().code,
             ErrorCode::InvalidArgument);
}

void PictureWriterTest::unwritableFolderIsReported()
{
    const auto written = writeGray(m_files.path("missing/folder/a.png"), {1, 1, {0}});
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::WriteFailed);
}

void PictureWriterTest::captionIsWhiteOnADarkStripAtTheLowerLeft()
{
    // Left half text, right half none.
    const auto file = m_files.path("caption.png");
    QVERIFY(writeGray(file, {.width = 4, .height = 2, .values = {255, 255, 0, 0, 255, 255, 0, 0}}));
    const auto caption = Caption::read(file);
    QVERIFY(caption);
    Picture picture{100, 800, std::vector<std::uint32_t>(100U * 800U, 0xff646464U)};
    caption->drawOn(picture);
    const auto at = [&picture](std::size_t x, std::size_t y) {
        return picture.pixels[y * 100 + x];
    };
    QCOMPARE(at(0, 779), 0xff646464U); // above the strip of a fortieth
    QCOMPARE(at(2, 781), 0xffffffffU);
    QCOMPARE(at(38, 798), 0xff232323U); // 100 × 0.35
    QCOMPARE(at(41, 798), 0xff646464U);
}

void PictureWriterTest::captionFitsIntoAnyPicture_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("narrow") << 3 << 300;
    QTest::newRow("flat") << 300 << 3;
    QTest::newRow("one pixel") << 1 << 1;
}

void PictureWriterTest::captionFitsIntoAnyPicture()
{
    QFETCH(const int, width);
    QFETCH(const int, height);
    const auto file = m_files.path("wide.png");
    QVERIFY(
        writeGray(file, {.width = 50, .height = 2, .values = std::vector<std::uint8_t>(100, 255)}));
    const auto caption = Caption::read(file);
    QVERIFY(caption);
    Picture picture{
        width, height,
        std::vector<std::uint32_t>(static_cast<std::size_t>(width * height), 0xff000000U)};
    caption->drawOn(picture);
    QCOMPARE(picture.pixels[static_cast<std::size_t>((height - 1) * width)], 0xffffffffU);
}

void PictureWriterTest::captionThatIsNoPictureIsRefused()
{
    const auto file = m_files.path("text.png");
    QVERIFY(writeFileAtomically(file, "not a picture"));
    const auto caption = Caption::read(file);
    QVERIFY(!caption);
    QCOMPARE(caption.error().code, ErrorCode::UnknownFormat);
}

void PictureWriterTest::reductionAverages()
{
    const GrayPlane plane{4, 2, {0, 10, 100, 200, 20, 30, 100, 200}};
    const GrayPlane small = OpenCvPlaneOperations().resize(plane, 2, 1);
    QCOMPARE(small.width, 2);
    QCOMPARE(int{small.values[0]}, 15);  // (0 + 10 + 20 + 30) / 4
    QCOMPARE(int{small.values[1]}, 150); // (100 + 200 + 100 + 200) / 4
}

void PictureWriterTest::enlargementInterpolates()
{
    const GrayPlane large = OpenCvPlaneOperations().resize({2, 1, {0, 100}}, 4, 1);
    // Pixel centres at −0.25, 0.25, 0.75 and 1.25 of the source, edges extended.
    QVERIFY(large.values == (std::vector<std::uint8_t>{0, 25, 75, 100}));
}

void PictureWriterTest::sameSizeChangesNothing()
{
    const GrayPlane plane{2, 2, {1, 2, 3, 4}};
    QVERIFY(OpenCvPlaneOperations().resize(plane, 2, 2).values == plane.values);
}

void PictureWriterTest::claheSpreadsContrast()
{
    GrayPlane plane{64, 64, std::vector<std::uint8_t>(64 * 64)};
    for (std::size_t i = 0; i < plane.values.size(); ++i) {
        plane.values[i] = static_cast<std::uint8_t>(100 + i % 16);
    }
    const GrayPlane result = OpenCvPlaneOperations().clahe(plane, {40.0, 2});
    const auto [low, high] = std::ranges::minmax(result.values);
    QVERIFY(high - low > 100);
}

void PictureWriterTest::claheOfTinyPlaneKeepsItsSize()
{
    const GrayPlane result = OpenCvPlaneOperations().clahe({3, 2, {1, 2, 3, 4, 5, 6}}, {2.0, 8});
    QCOMPARE(result.width, 3);
    QCOMPARE(result.values.size(), std::size_t{6});
}

QTEST_GUILESS_MAIN(PictureWriterTest)
#include "picture_writer_test.moc"
