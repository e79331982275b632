// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/dicom_reader.h"

#include "core/dicom/write.h"
#include "core/imaging/frame_codec.h"

#include "tests/core/dicom/dcmtk_encoder.h"
#include "tests/core/dicom/dicom_bytes.h"
#include "tests/core/imaging/jpeg2000_encoder.h"
#include "tests/core/imaging/jpeg_xl_encoder.h"
#include "tests/core/imaging/temporary_file.h"

#include <QTest>

#include <cmath>
#include <cstdint>

using namespace nefes;
using namespace nefes::dicom;
using namespace std::string_view_literals;

namespace {

constexpr int kWidth = 40;
constexpr int kHeight = 30;

ImageData baseImage()
{
    ImageData image;
    image.text.patientName = "Test^Image";
    image.text.studyUid = "2.25.1";
    image.text.seriesUid = "2.25.2";
    image.text.sopInstanceUid = "2.25.3";
    return image;
}

/// Smooth, so that lossy coding stays near it.
template <class T>
ImageData grayImage(int bits, int offset, int step)
{
    ImageData image = baseImage();
    std::vector<T> samples;
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            samples.push_back(static_cast<T>(offset + step * (x + y)));
        }
    }
    image.stored = PixelBuffer{kWidth, kHeight, 1, std::move(samples)};
    image.bitsStored = bits;
    return image;
}

ImageData colourImage()
{
    ImageData image = baseImage();
    std::vector<std::uint8_t> samples;
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            for (const int value : {3 * x, 5 * y, 100 + x}) {
                samples.push_back(static_cast<std::uint8_t>(value));
            }
        }
    }
    image.stored = PixelBuffer{kWidth, kHeight, 3, std::move(samples)};
    image.photometric = Photometric::Rgb;
    return image;
}

double largestDifference(const Samples& a, const Samples& b)
{
    const auto left = test::toDoubles(a);
    const auto right = test::toDoubles(b);
    double largest = left.size() == right.size() ? 0.0 : 1e9;
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
        largest = std::max(largest, std::abs(left[i] - right[i]));
    }
    return largest;
}

} // namespace

class DicomReaderTest final : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] Result<ImagePtr> read(const Bytes& bytes, int frame = 0) const
    {
        return m_reader.read(m_files.put("image.dcm", bytes), frame, {});
    }

    DicomReader m_reader{imaging::makeFrameCodec()};
    test::TemporaryFiles m_files;

private Q_SLOTS:
    void transferSyntaxesDecode_data();
    void transferSyntaxesDecode();
    void jpeg2000Decodes();
    void jpegXlDecodes();
    void jpeg2000WithoutCodecIsUnsupported();
    void everyFrameIsReached();
    void filesWithoutMetaHeaderAreRead_data();
    void filesWithoutMetaHeaderAreRead();
    void partialPixelDataIsShown();
    void errorsAreNamed_data();
    void errorsAreNamed();
    void deepNestingIsAnError();
    void objectsWithoutPixelsAreNamed();
    void summaryReadsTheHeader();
    void stoppedReadIsCancelled();
};

void DicomReaderTest::transferSyntaxesDecode_data()
{
    QTest::addColumn<QString>("uid");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<double>("tolerance");
    const QString jpeg = "1.2.840.10008.1.2.4.";
    for (const char* kind : {"gray 8", "gray 12", "gray 16 signed", "colour"}) {
        const auto name = [kind](const char* syntax) {
            return QByteArray(syntax) + ", " + kind;
        };
        QTest::newRow(name("implicit little endian")) << test::kImplicitLittle << kind << 0.0;
        QTest::newRow(name("explicit little endian")) << test::kExplicitLittle << kind << 0.0;
        QTest::newRow(name("explicit big endian")) << test::kExplicitBig << kind << 0.0;
        QTest::newRow(name("deflated")) << test::kDeflated << kind << 0.0;
        QTest::newRow(name("RLE")) << test::kRle << kind << 0.0;
        QTest::newRow(name("JPEG lossless, selection value 4")) << jpeg + "57" << kind << 0.0;
        QTest::newRow(name("JPEG lossless, selection value 1")) << jpeg + "70" << kind << 0.0;
        QTest::newRow(name("JPEG-LS lossless")) << jpeg + "80" << kind << 0.0;
    }
    QTest::newRow("JPEG-LS near-lossless, gray 8") << jpeg + "81"
                                                   << "gray 8" << 2.0;
    QTest::newRow("JPEG-LS near-lossless, gray 12") << jpeg + "81"
                                                    << "gray 12" << 2.0;
    QTest::newRow("JPEG-LS near-lossless, colour") << jpeg + "81"
                                                   << "colour" << 2.0;
    QTest::newRow("JPEG baseline, gray 8") << jpeg + "50"
                                           << "gray 8" << 8.0;
    QTest::newRow("JPEG extended, gray 8") << jpeg + "51"
                                           << "gray 8" << 8.0;
    QTest::newRow("JPEG progressive, gray 8") << jpeg + "55"
                                              << "gray 8" << 8.0;
    QTest::newRow("JPEG baseline, colour") << jpeg + "50"
                                           << "colour" << 12.0;
    QTest::newRow("JPEG extended, gray 12") << jpeg + "51"
                                            << "gray 12" << 120.0;
}

void DicomReaderTest::transferSyntaxesDecode()
{
    QFETCH(QString, uid);
    QFETCH(QString, kind);
    QFETCH(double, tolerance);
    const ImageData image = kind == "gray 8"    ? grayImage<std::uint8_t>(8, 5, 3)
                            : kind == "gray 12" ? grayImage<std::uint16_t>(12, 100, 50)
                            : kind == "colour"  ? colourImage()
                                                : grayImage<std::int16_t>(16, -3000, 90);
    const auto plain = m_files.path("plain.dcm");
    const auto coded = m_files.path("coded.dcm");
    QVERIFY(writeDicom(plain, image, {}));
    QVERIFY(test::transcode(plain, coded, uid.toStdString()));
    const auto result = m_reader.read(coded, 0, {});
    QVERIFY2(result, result ? "" : result.error().detail.c_str());
    QCOMPARE((*result)->width(), kWidth);
    QCOMPARE((*result)->height(), kHeight);
    QVERIFY((*result)->data().warnings.empty());
    QCOMPARE((*result)->data().lossy, tolerance > 0.0);
    const double difference =
        largestDifference((*result)->data().stored.samples, image.stored.samples);
    QVERIFY2(difference <= tolerance, qPrintable(QString::number(difference)));
    QCOMPARE(m_reader.inspect(coded, 0).transferSyntaxUid, uid.toStdString());
}

void DicomReaderTest::jpeg2000Decodes()
{
    std::vector<int> values(20 * 16);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<int>(i * 7 % 4000);
    }
    const Bytes stream = test::encodeJpeg2000({20, 16, 1, 12, false, false}, values);
    test::DicomBytes file = test::imageHeader({.rows = 16, .columns = 20, .bitsStored = 12});
    // In two fragments, which must be joined.
    const auto half = static_cast<std::ptrdiff_t>(stream.size() / 4 * 2);
    file.fragments(
        {Bytes(stream.begin(), stream.begin() + half), Bytes(stream.begin() + half, stream.end())});
    const auto result = read(file.file(test::kJpeg2000));
    QVERIFY2(result, result ? "" : result.error().detail.c_str());
    QVERIFY(test::toDoubles((*result)->data().stored.samples) ==
            std::vector<double>(values.begin(), values.end()));
}

void DicomReaderTest::jpegXlDecodes()
{
    std::vector<int> values(20 * 16);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<int>(i * 7 % 4000);
    }
    Bytes stream = test::encodeJpegXl({20, 16, 1, 12}, values);
    stream.resize((stream.size() + 1) / 2 * 2); // fragments have an even length
    test::DicomBytes file = test::imageHeader({.rows = 16, .columns = 20, .bitsStored = 12});
    file.fragments({stream});
    const auto result = read(file.file("1.2.840.10008.1.2.4.110"));
    QVERIFY2(result, result ? "" : result.error().detail.c_str());
    QVERIFY(!(*result)->data().lossy);
    QVERIFY(test::toDoubles((*result)->data().stored.samples) ==
            std::vector<double>(values.begin(), values.end()));
}

void DicomReaderTest::jpeg2000WithoutCodecIsUnsupported()
{
    const Bytes stream = test::encodeJpeg2000({2, 2, 1, 8, false, false}, std::vector<int>(4));
    test::DicomBytes file =
        test::imageHeader({.rows = 2, .columns = 2, .bitsAllocated = 8, .bitsStored = 8});
    file.fragments({stream});
    const auto path = m_files.put("j2k.dcm", file.file(test::kJpeg2000));
    const auto result = DicomReader(nullptr).read(path, 0, {});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::UnsupportedTransferSyntax);
}

void DicomReaderTest::everyFrameIsReached()
{
    test::DicomBytes file = test::imageHeader(
        {.rows = 1, .columns = 3, .bitsAllocated = 1, .bitsStored = 1, .frames = "3"});
    file.element(kPixelData, "OB", test::bytesOf("\xac\x01"sv)); // 001 101 011, low bits first
    const std::vector<std::vector<double>> expected = {{0, 0, 1}, {1, 0, 1}, {0, 1, 1}};
    for (int frame = 0; frame < 3; ++frame) {
        const auto result = read(file.file(test::kExplicitLittle), frame);
        QVERIFY(result);
        QVERIFY(test::toDoubles((*result)->data().stored.samples) ==
                expected[static_cast<std::size_t>(frame)]);
        QCOMPARE((*result)->data().frame, frame);
    }
    const auto past = read(file.file(test::kExplicitLittle), 3);
    QCOMPARE(past.error().code, ErrorCode::FrameOutOfRange);
    QCOMPARE(read(file.file(test::kExplicitLittle), -1).error().code, ErrorCode::FrameOutOfRange);
}

void DicomReaderTest::filesWithoutMetaHeaderAreRead_data()
{
    QTest::addColumn<bool>("isExplicit");
    QTest::addColumn<bool>("isBigEndian");
    QTest::newRow("explicit") << true << false;
    QTest::newRow("implicit") << false << false;
    QTest::newRow("big endian") << true << true;
}

void DicomReaderTest::filesWithoutMetaHeaderAreRead()
{
    QFETCH(bool, isExplicit);
    QFETCH(bool, isBigEndian);
    test::DicomBytes file =
        test::imageHeader({.rows = 1, .columns = 2}, Encoding{isExplicit, isBigEndian});
    file.u16(kPixelData, {513, 7}, "OW");
    const auto path = m_files.put("bare", file.dataset());
    QVERIFY(m_reader.recognises(file.dataset()));
    const auto result = m_reader.read(path, 0, {});
    QVERIFY(result);
    QVERIFY(test::toDoubles((*result)->data().stored.samples) == (std::vector<double>{513, 7}));
}

void DicomReaderTest::partialPixelDataIsShown()
{
    test::DicomBytes file = test::imageHeader({.rows = 4, .columns = 1});
    file.header(kPixelData, "OW", 8).raw("\x01\x00\x02\x00\x03"sv);
    const auto result = read(file.file(test::kExplicitLittle));
    QVERIFY(result);
    QVERIFY(test::toDoubles((*result)->data().stored.samples) == (std::vector<double>{1, 2, 0, 0}));
    QCOMPARE((*result)->data().warnings.size(), std::size_t{1});
}

void DicomReaderTest::errorsAreNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const Bytes& bytes, ErrorCode code) {
        QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(bytes.data()),
                                          static_cast<qsizetype>(bytes.size()))
                            << static_cast<int>(code);
    };
    const auto withPixels = [](const test::ImageModule& module, std::string_view syntax,
                               std::size_t count) {
        test::DicomBytes file = test::imageHeader(module);
        return file.element(kPixelData, "OW", Bytes(count)).file(syntax);
    };
    const auto withFragments = [](const std::vector<Bytes>& fragments, std::string_view syntax,
                                  bool isClosed = true) {
        test::DicomBytes file = test::imageHeader({});
        return file.fragments(fragments, {}, isClosed).file(syntax);
    };
    const char* plain = test::kExplicitLittle;
    row("an empty file", {}, ErrorCode::FileEmpty);
    row("a text", test::bytesOf("this is a text, not an image"), ErrorCode::UnknownFormat);
    Bytes cut = test::imageHeader({}).file(plain);
    cut.resize(145);
    row("a file that ends in its meta header", cut, ErrorCode::DamagedFile);
    row("a file of a meta header alone", test::DicomBytes().file(plain), ErrorCode::DamagedFile);
    row("no pixel data", test::imageHeader({}).file(plain), ErrorCode::MissingPixelData);
    test::DicomBytes endless = test::imageHeader({});
    row("an element that is longer than the file",
        endless.header(0x00281201, "OW", 0x7ffffff0U).file(plain), ErrorCode::DamagedFile);
    row("empty pixel data", withPixels({}, plain, 0), ErrorCode::MissingPixelData);
    row("no fragments", withFragments({}, test::kRle), ErrorCode::MissingPixelData);
    row("no rows", withPixels({.rows = 0}, plain, 4), ErrorCode::InvalidPixelDescription);
    row("two samples a pixel", withPixels({.samples = 2}, plain, 40),
        ErrorCode::InvalidPixelDescription);
    row("17 bits allocated", withPixels({.bitsAllocated = 17}, plain, 40),
        ErrorCode::InvalidPixelDescription);
    row("65,535 × 65,535 pixels in a small file",
        withPixels({.rows = 65535, .columns = 65535}, plain, 40), ErrorCode::ImageTooLarge);
    row("hardly any of the pixels", withPixels({.rows = 100, .columns = 100}, plain, 40),
        ErrorCode::TruncatedPixelData);
    row("fragments without an end mark", withFragments({Bytes(4)}, test::kRle, false),
        ErrorCode::TruncatedPixelData);
    row("RLE without a header", withFragments({Bytes(4)}, test::kRle), ErrorCode::DecodeFailed);
    row("a stream of no known kind", withFragments({Bytes(8)}, test::kJpeg2000),
        ErrorCode::UnsupportedTransferSyntax);
    row("a damaged JPEG 2000 stream",
        withFragments({test::bytesOf("\xff\x4f\xff\x51\0\x29\0\0"sv)}, test::kJpeg2000),
        ErrorCode::DecodeFailed);
    row("a damaged JPEG-LS stream",
        withFragments(
            {test::bytesOf("\xff\xd8\xff\xf7\0\x0b\x08\0\x02\0\x03\x01\x01\x11\0\xff\xd9"sv)},
            "1.2.840.10008.1.2.4.80"),
        ErrorCode::DecodeFailed);
}

void DicomReaderTest::errorsAreNamed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const std::string_view text(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const auto result = m_reader.read(m_files.put("bad.dcm", text), 0, {});
    QVERIFY(!result);
    QCOMPARE(QString::fromUtf8(errorCodeName(result.error().code)),
             QString::fromUtf8(errorCodeName(static_cast<ErrorCode>(code))));
    QVERIFY(!result.error().detail.empty());
}

void DicomReaderTest::deepNestingIsAnError()
{
    test::DicomBytes file;
    file.text(0x00080016, "UI", "1.2.3");
    for (int i = 0; i < 100000; ++i) {
        file.header(0x0040a730, "SQ", 0xffffffffU).header(0xfffee000, "", 0xffffffffU);
    }
    const auto result = read(file.file(test::kExplicitLittle));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::NestingTooDeep);
}

void DicomReaderTest::objectsWithoutPixelsAreNamed()
{
    test::DicomBytes file;
    file.text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.88.11").text(0x00080060, "CS", "SR");
    const auto path = m_files.put("sr.dcm", file.file(test::kExplicitLittle));
    const FileInspection inspection = m_reader.inspect(path, 0);
    QCOMPARE(inspection.kind, FileInspection::Kind::NonImage);
    QCOMPARE(inspection.sopClassName, std::string("Basic Text SR"));
    const auto summary = m_reader.summarise(path);
    QVERIFY(summary);
    QVERIFY(!summary->hasImage);
    QCOMPARE(summary->objectName, std::string("Basic Text SR"));
    QCOMPARE(m_reader.read(path, 0, {}).error().code, ErrorCode::MissingPixelData);
}

void DicomReaderTest::summaryReadsTheHeader()
{
    const auto path = m_files.path("plain.dcm");
    QVERIFY(writeDicom(path, grayImage<std::uint8_t>(8, 0, 1), {}));
    const auto summary = m_reader.summarise(path);
    QVERIFY(summary);
    QVERIFY(summary->hasImage);
    QCOMPARE(summary->width, kWidth);
    QCOMPARE(summary->height, kHeight);
    QCOMPARE(summary->frameCount, 1);
    QCOMPARE(summary->objectName, std::string("Secondary Capture Image"));
    QCOMPARE(summary->text.patientName, std::string("Test^Image"));
    QCOMPARE(m_reader.summarise(m_files.path("missing.dcm")).error().code, ErrorCode::FileNotFound);
}

void DicomReaderTest::stoppedReadIsCancelled()
{
    const auto path = m_files.path("plain.dcm");
    QVERIFY(writeDicom(path, grayImage<std::uint8_t>(8, 0, 1), {}));
    std::stop_source source;
    source.request_stop();
    QCOMPARE(m_reader.read(path, 0, source.get_token()).error().code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(DicomReaderTest)
#include "dicom_reader_test.moc"
