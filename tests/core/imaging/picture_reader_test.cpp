// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/picture_reader.h"

#include "core/imaging/picture_writer.h"

#include "tests/core/imaging/temporary_file.h"

#include <QTest>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <cstdint>
#include <numeric>

using namespace nefes;
using namespace nefes::imaging;

Q_DECLARE_METATYPE(nefes::ErrorCode)

namespace {

using namespace std::string_view_literals;

Bytes encoded(const std::string& ending, const cv::Mat& image)
{
    std::vector<unsigned char> data;
    cv::imencode(ending, image, data);
    const auto bytes = std::as_bytes(std::span(data));
    return {bytes.begin(), bytes.end()};
}

/// 3 × 2 pixels with the values 0, 10, 20 / 30, 40, 50.
GrayPlane smallPlane()
{
    return {3, 2, {0, 10, 20, 30, 40, 50}};
}

/// The first bytes of a PNG of the given size: signature and header chunk, nothing behind.
std::string pngHeader(std::uint32_t width, std::uint32_t height)
{
    std::string text("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"sv);
    for (const std::uint32_t side : {width, height}) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            text += static_cast<char>(side >> shift & 0xffU);
        }
    }
    return text + std::string("\x08\0\0\0\0\0\0\0\0"sv);
}

/// An APP1 segment with an orientation, put behind SOI.
Bytes withOrientation(const Bytes& jpeg, int orientation)
{
    std::string segment("\xff\xe1\0\x22"
                        "Exif\0\0"
                        "II*\0\x08\0\0\0"
                        "\x01\0\x12\x01\x03\0\x01\0\0\0"sv);
    segment += static_cast<char>(orientation);
    segment += std::string("\0\0\0\0\0\0\0"sv);
    Bytes result(jpeg.begin(), jpeg.begin() + 2);
    for (const char c : segment) {
        result.push_back(static_cast<std::byte>(c));
    }
    result.insert(result.end(), jpeg.begin() + 2, jpeg.end());
    return result;
}

} // namespace

class PictureReaderTest final : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] Result<ImagePtr> readBytes(std::string_view name, const Bytes& bytes) const
    {
        return PictureReader().read(m_files.put(name, bytes), 0, {});
    }

    test::TemporaryFiles m_files;

private Q_SLOTS:
    void grayPicturesKeepTheirValues_data();
    void grayPicturesKeepTheirValues();
    void sixteenBitsAreKept();
    void colourBecomesRgb();
    void equalChannelsBecomeGray();
    void alphaIsDropped();
    void exifOrientationIsApplied_data();
    void exifOrientationIsApplied();
    void summaryAgreesWithPicture();
    void pagesOfTiffAreFrames();
    void truncatedJpegIsShownInPart();
    void badFilesGiveTheirCode_data();
    void badFilesGiveTheirCode();
    void inspectionDescribesThePicture();
};

void PictureReaderTest::grayPicturesKeepTheirValues_data()
{
    QTest::addColumn<QString>("ending");
    QTest::newRow("PNG") << ".png";
    QTest::newRow("TIFF") << ".tiff";
    QTest::newRow("BMP") << ".bmp";
}

void PictureReaderTest::grayPicturesKeepTheirValues()
{
    QFETCH(QString, ending);
    GrayPlane plane = smallPlane();
    const cv::Mat image(2, 3, CV_8UC1, plane.values.data());
    const auto read = readBytes("gray", encoded(ending.toStdString(), image));
    QVERIFY(read);
    QCOMPARE((*read)->data().photometric, Photometric::Monochrome2);
    QVERIFY((*read)->data().stored.samples == Samples(plane.values));
    QCOMPARE((*read)->data().bitsStored, 8);
}

void PictureReaderTest::sixteenBitsAreKept()
{
    std::vector<std::uint16_t> values = {0, 1, 256, 4095, 40000, 65535};
    const auto read =
        readBytes("deep.png", encoded(".png", cv::Mat(2, 3, CV_16UC1, values.data())));
    QVERIFY(read);
    QVERIFY((*read)->data().stored.samples == Samples(values));
    QCOMPARE((*read)->data().bitsStored, 16);
}

void PictureReaderTest::colourBecomesRgb()
{
    const cv::Mat image(2, 2, CV_8UC3, cv::Scalar(1, 2, 3)); // blue, green, red
    const auto read = readBytes("colour.png", encoded(".png", image));
    QVERIFY(read);
    QCOMPARE((*read)->data().photometric, Photometric::Rgb);
    QCOMPARE((*read)->storedAt(1, 1, 0), 3.0);
    QCOMPARE((*read)->storedAt(1, 1, 1), 2.0);
    QCOMPARE((*read)->storedAt(1, 1, 2), 1.0);
}

void PictureReaderTest::equalChannelsBecomeGray()
{
    const cv::Mat image(4, 4, CV_8UC3, cv::Scalar(77, 77, 77));
    const auto read = readBytes("equal.png", encoded(".png", image));
    QVERIFY(read);
    QCOMPARE((*read)->data().stored.samplesPerPixel, 1);
    QCOMPARE((*read)->storedAt(3, 3), 77.0);
}

void PictureReaderTest::alphaIsDropped()
{
    const cv::Mat image(1, 1, CV_8UC4, cv::Scalar(1, 2, 3, 128));
    const auto read = readBytes("alpha.png", encoded(".png", image));
    QVERIFY(read);
    QCOMPARE((*read)->data().stored.samplesPerPixel, 3);
    QCOMPARE((*read)->storedAt(0, 0, 0), 3.0);
}

void PictureReaderTest::exifOrientationIsApplied_data()
{
    // Where the bright corner, stored at the top left of 16 × 8, comes to lie.
    QTest::addColumn<int>("orientation");
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("isRight");
    QTest::addColumn<bool>("isBottom");
    QTest::newRow("1 is as stored") << 1 << 16 << false << false;
    QTest::newRow("2 is mirrored") << 2 << 16 << true << false;
    QTest::newRow("3 is upside down") << 3 << 16 << true << true;
    QTest::newRow("4 is mirrored upside down") << 4 << 16 << false << true;
    QTest::newRow("5 is transposed") << 5 << 8 << false << false;
    QTest::newRow("6 is turned clockwise") << 6 << 8 << true << false;
    QTest::newRow("7 is transposed about the other diagonal") << 7 << 8 << true << true;
    QTest::newRow("8 is turned counter-clockwise") << 8 << 8 << false << true;
}

void PictureReaderTest::exifOrientationIsApplied()
{
    QFETCH(int, orientation);
    QFETCH(int, width);
    QFETCH(bool, isRight);
    QFETCH(bool, isBottom);
    cv::Mat image = cv::Mat::zeros(8, 16, CV_8UC1);
    image(cv::Rect(0, 0, 4, 4)) = 255;
    const auto read = readBytes("turned.jpg", withOrientation(encoded(".jpg", image), orientation));
    QVERIFY(read);
    QCOMPARE((*read)->width(), width);
    const int x = isRight ? (*read)->width() - 1 : 0;
    const int y = isBottom ? (*read)->height() - 1 : 0;
    QVERIFY((*read)->storedAt(x, y) > 200.0);
    QVERIFY((*read)->storedAt((*read)->width() - 1 - x, y) < 50.0);
}

void PictureReaderTest::summaryAgreesWithPicture()
{
    const cv::Mat image = cv::Mat::zeros(8, 16, CV_8UC1);
    const auto file = m_files.put("turned.jpg", withOrientation(encoded(".jpg", image), 6));
    const auto summary = PictureReader().summarise(file);
    QVERIFY(summary);
    QCOMPARE(summary->width, 8);
    QCOMPARE(summary->height, 16);
    QCOMPARE(summary->format, std::string("jpeg"));
    QVERIFY(summary->hasImage);
}

void PictureReaderTest::pagesOfTiffAreFrames()
{
    const std::vector<cv::Mat> pages = {cv::Mat(2, 2, CV_8UC1, cv::Scalar(5)),
                                        cv::Mat(3, 4, CV_8UC1, cv::Scalar(9))};
    const auto file = m_files.path("pages.tiff");
    QVERIFY(cv::imwritemulti(file.string(), pages));
    const auto second = PictureReader().read(file, 1, {});
    QVERIFY(second);
    QCOMPARE((*second)->data().frameCount, 2);
    QCOMPARE((*second)->width(), 4);
    QCOMPARE((*second)->storedAt(0, 0), 9.0);
    const auto third = PictureReader().read(file, 2, {});
    QVERIFY(!third);
    QCOMPARE(third.error().code, ErrorCode::FrameOutOfRange);
}

void PictureReaderTest::truncatedJpegIsShownInPart()
{
    cv::Mat image(256, 256, CV_8UC1);
    cv::randu(image, 0, 255);
    Bytes bytes = encoded(".jpg", image);
    bytes.resize(bytes.size() / 2);
    const auto read = readBytes("half.jpg", bytes);
    QVERIFY(read);
    QCOMPARE((*read)->height(), 256);
    QCOMPARE((*read)->data().warnings.size(), std::size_t{1});
}

void PictureReaderTest::badFilesGiveTheirCode_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    const auto bytes = [](std::string_view text) {
        return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
    };
    QTest::newRow("an empty file") << QByteArray() << ErrorCode::FileEmpty;
    QTest::newRow("a text") << QByteArray("BM is not enough for a bitmap, or is it?")
                            << ErrorCode::UnknownFormat;
    QTest::newRow("a PNG without a header")
        << bytes("\x89PNG\r\n\x1a\n\0\0\0\0"sv) << ErrorCode::DamagedFile;
    QTest::newRow("a PNG with a header alone") << bytes(pngHeader(8, 8)) << ErrorCode::DamagedFile;
    QTest::newRow("a PNG of no width") << bytes(pngHeader(0, 8)) << ErrorCode::DamagedFile;
    QTest::newRow("a PNG that claims 20,000 × 20,000 pixels")
        << bytes(pngHeader(20000, 20000)) << ErrorCode::ImageTooLarge;
    QTest::newRow("a PNG that claims four billion a side")
        << bytes(pngHeader(0xffffffffU, 0xffffffffU)) << ErrorCode::ImageTooLarge;
    QTest::newRow("a JPEG without a frame")
        << bytes("\xff\xd8\xff\xd9"sv) << ErrorCode::DamagedFile;
    QTest::newRow("a lossless JPEG")
        << bytes("\xff\xd8\xff\xc3\0\x0b\x08\0\x08\0\x08\x01\x01\x11\0"sv)
        << ErrorCode::UnsupportedFormat;
    QTest::newRow("a TIFF without a directory")
        << bytes("II*\0\0\0\0\0"sv) << ErrorCode::DamagedFile;
    QTest::newRow("a TIFF whose directory lies outside")
        << bytes("II*\0\xff\xff\0\0"sv) << ErrorCode::DamagedFile;
}

void PictureReaderTest::badFilesGiveTheirCode()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const auto read = PictureReader().read(m_files.put("bad", text), 0, {});
    QVERIFY(!read);
    QCOMPARE(read.error().code, code);
    QVERIFY(!read.error().detail.empty());
}

void PictureReaderTest::inspectionDescribesThePicture()
{
    const auto file = m_files.path("plane.png");
    QVERIFY(writeGray(file, smallPlane()));
    const auto json = toJson(inspectPicture(file, 0));
    QCOMPARE(json.at("kind").get<std::string>(), std::string("image"));
    QCOMPARE(json.at("format").get<std::string>(), std::string("png"));
    QCOMPARE(json.at("rows").get<int>(), 2);
    QCOMPARE(json.at("columns").get<int>(), 3);
    QCOMPARE(json.at("stored").at("max").get<double>(), 50.0);
    QCOMPARE(json.at("stored").at("mean").get<double>(), 25.0);
    const auto missing = toJson(inspectPicture(m_files.path("missing.png"), 0));
    QCOMPARE(missing.at("kind").get<std::string>(), std::string("error"));
    QCOMPARE(missing.at("error").at("code").get<std::string>(), std::string("file_not_found"));
}

QTEST_GUILESS_MAIN(PictureReaderTest)
#include "picture_reader_test.moc"
