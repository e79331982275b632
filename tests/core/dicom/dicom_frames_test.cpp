// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/dicom_reader.h"
#include "core/imaging/frame_codec.h"

#include "tests/core/dicom/dicom_bytes.h"
#include "tests/core/imaging/htj2k_streams.h"
#include "tests/core/imaging/jpeg2000_encoder.h"
#include "tests/core/imaging/temporary_file.h"

#include <QTest>

using namespace nefes;
using namespace nefes::dicom;

namespace {

constexpr int kTileSide = 8;
constexpr int kTiles = 4;

/// RGB values of one tile of a slide; no two tiles are alike.
std::vector<int> tileValues(int tile)
{
    std::vector<int> values;
    for (int y = 0; y < kTileSide; ++y) {
        for (int x = 0; x < kTileSide; ++x) {
            values.insert(values.end(), {(40 * tile + 3 * x) % 256, 5 * y, (x * y + tile) % 256});
        }
    }
    return values;
}

Bytes toBytes(const std::vector<int>& values)
{
    Bytes bytes;
    for (const int value : values) {
        bytes.push_back(static_cast<std::byte>(value));
    }
    return bytes;
}

/// The header of a slide of 2 × 2 tiles (PS3.3 A.32.8), one tile a frame, row by row.
test::DicomBytes slideHeader()
{
    test::DicomBytes file = test::imageHeader({.rows = kTileSide,
                                               .columns = kTileSide,
                                               .samples = 3,
                                               .bitsAllocated = 8,
                                               .bitsStored = 8,
                                               .planar = 0,
                                               .photometric = "RGB",
                                               .frames = std::to_string(kTiles)});
    file.element(0x00480006, "UL", test::bytesOf(std::vector<std::uint32_t>{2 * kTileSide}));
    file.element(0x00480007, "UL", test::bytesOf(std::vector<std::uint32_t>{2 * kTileSide}));
    return file;
}

test::DicomBytes rescale(const char* intercept, const char* slope)
{
    test::DicomBytes values;
    values.text(0x00281052, "DS", intercept).text(0x00281053, "DS", slope);
    values.text(0x00281054, "LO", "US");
    return values;
}

test::DicomBytes window(const char* center, const char* width)
{
    test::DicomBytes values;
    values.text(0x00281050, "DS", center).text(0x00281051, "DS", width);
    return values;
}

} // namespace

class DicomFramesTest final : public QObject
{
    Q_OBJECT

public:
    DicomFramesTest()
        : m_reader(imaging::makeFrameCodec())
    {
    }

private:
    Result<ImagePtr> read(const Bytes& bytes, int frame = 0)
    {
        return m_reader.read(m_files.put("frames.dcm", bytes), frame, {});
    }

    DicomReader m_reader;
    test::TemporaryFiles m_files;

private Q_SLOTS:
    void htj2kDecodesWhateverItsSyntaxSays_data();
    void htj2kDecodesWhateverItsSyntaxSays();
    void tilesOfASlideAreFrames_data();
    void tilesOfASlideAreFrames();
    void framesOfAnEnhancedImageHaveTheirOwnValues();
    void sharedGroupsServeEveryFrame();
    void oddFramesInBigEndianWordsAreWhole();
};

void DicomFramesTest::htj2kDecodesWhateverItsSyntaxSays_data()
{
    QTest::addColumn<QString>("syntax");
    QTest::addColumn<int>("stream");
    for (const char* syntax : {"201", "202", "203"}) {
        for (int i = 0; i < static_cast<int>(test::kHtj2kStreams.size()); ++i) {
            QTest::addRow("%s: %s", syntax, test::kHtj2kStreams[static_cast<std::size_t>(i)].name)
                << QStringLiteral("1.2.840.10008.1.2.4.") + syntax << i;
        }
    }
}

void DicomFramesTest::htj2kDecodesWhateverItsSyntaxSays()
{
    QFETCH(QString, syntax);
    QFETCH(int, stream);
    const test::Htj2kStream& made = test::kHtj2kStreams[static_cast<std::size_t>(stream)];
    const QByteArray code =
        QByteArray::fromHex(QByteArray(made.hex.data(), static_cast<qsizetype>(made.hex.size())));
    Bytes bytes =
        test::bytesOf(std::string_view(code.data(), static_cast<std::size_t>(code.size())));
    bytes.resize((bytes.size() + 1) / 2 * 2);
    const bool isColour = made.components == 3;
    test::DicomBytes file =
        test::imageHeader({.rows = made.height,
                           .columns = made.width,
                           .samples = made.components,
                           .bitsAllocated = made.precision > 8 ? 16 : 8,
                           .bitsStored = made.precision,
                           .representation = made.isSigned ? 1 : 0,
                           .planar = isColour ? 0 : -1,
                           .photometric = isColour ? "YBR_RCT" : "MONOCHROME2"});
    file.fragments({bytes});
    const auto image = read(file.file(syntax.toStdString()));
    QVERIFY2(image, image ? "" : image.error().detail.c_str());
    std::vector<double> expected;
    const int range = 1 << made.precision;
    for (int y = 0; y < made.height; ++y) {
        for (int x = 0; x < made.width; ++x) {
            for (int c = 0; c < made.components; ++c) {
                expected.push_back((made.isSigned ? -range / 2 : 0) +
                                   (37 * x + 101 * y + 53 * c) % range);
            }
        }
    }
    QVERIFY(test::toDoubles((*image)->data().stored.samples) == expected);
    QVERIFY((*image)->data().warnings.empty());
}

void DicomFramesTest::tilesOfASlideAreFrames_data()
{
    QTest::addColumn<bool>("isCompressed");
    QTest::newRow("uncompressed") << false;
    QTest::newRow("JPEG 2000, offsets missing") << true;
}

void DicomFramesTest::tilesOfASlideAreFrames()
{
    QFETCH(bool, isCompressed);
    test::DicomBytes file = slideHeader();
    Bytes plain;
    std::vector<Bytes> streams;
    for (int tile = 0; tile < kTiles; ++tile) {
        const std::vector<int> values = tileValues(tile);
        const Bytes bytes = toBytes(values);
        plain.insert(plain.end(), bytes.begin(), bytes.end());
        streams.push_back(test::encodeJpeg2000({kTileSide, kTileSide, 3, 8, false, false}, values));
        streams.back().resize((streams.back().size() + 1) / 2 * 2);
    }
    if (isCompressed) {
        file.fragments(streams);
    } else {
        file.element(kPixelData, "OB", plain);
    }
    const Bytes bytes = file.file(isCompressed ? test::kJpeg2000 : test::kExplicitLittle);
    for (int tile = kTiles - 1; tile >= 0; --tile) { // any order
        const auto image = read(bytes, tile);
        QVERIFY2(image, image ? "" : image.error().detail.c_str());
        QCOMPARE((*image)->data().frameCount, kTiles);
        const std::vector<int> values = tileValues(tile);
        QVERIFY(test::toDoubles((*image)->data().stored.samples) ==
                std::vector<double>(values.begin(), values.end()));
    }
}

void DicomFramesTest::framesOfAnEnhancedImageHaveTheirOwnValues()
{
    test::DicomBytes first, second, spacing;
    spacing.text(0x00280030, "DS", "0.5\\0.25");
    first.sequence(0x00289110, {spacing}).sequence(0x00289132, {window("40", "400")});
    first.sequence(0x00289145, {rescale("-1024", "1")});
    second.sequence(0x00289110, {spacing}).sequence(0x00289132, {window("500", "2000")});
    second.sequence(0x00289145, {rescale("10", "-2")});
    test::DicomBytes file = test::imageHeader({.rows = 1, .columns = 2, .frames = "2"});
    file.sequence(0x52009230, {first, second}).u16(kPixelData, {1, 2, 3, 4}, "OW");
    const Bytes bytes = file.file(test::kExplicitLittle);
    const std::vector<std::vector<double>> stored = {{1, 2}, {3, 4}};
    const std::vector<std::vector<double>> modality = {{-1023, -1022}, {4, 2}};
    const std::vector<double> widths = {400, 2000};
    for (std::size_t frame = 0; frame < 2; ++frame) {
        const auto image = read(bytes, static_cast<int>(frame));
        QVERIFY2(image, image ? "" : image.error().detail.c_str());
        const ImageData& data = (*image)->data();
        QVERIFY(test::toDoubles(data.stored.samples) == stored[frame]);
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(data.modality.apply(stored[frame][i]), modality[frame][i]);
        }
        QCOMPARE(data.windows.front().width, widths[frame]);
        QCOMPARE(data.spacing->rowMm, 0.5);
        QCOMPARE(data.spacing->columnMm, 0.25);
    }
}

void DicomFramesTest::sharedGroupsServeEveryFrame()
{
    test::DicomBytes shared, own;
    shared.sequence(0x00289132, {window("40", "400")});
    shared.sequence(0x00289145, {rescale("-1024", "1")});
    own.sequence(0x00289145, {rescale("0", "3")});
    test::DicomBytes file = test::imageHeader({.rows = 1, .columns = 1, .frames = "2"});
    file.sequence(0x52009229, {shared}).sequence(0x52009230, {test::DicomBytes(), own});
    file.u16(kPixelData, {5, 6}, "OW");
    const Bytes bytes = file.file(test::kExplicitLittle);
    const std::vector<double> expected = {5.0 - 1024.0, 18.0}; // its own group comes first
    for (int frame = 0; frame < 2; ++frame) {
        const auto image = read(bytes, frame);
        QVERIFY(image);
        const ImageData& data = (*image)->data();
        QCOMPARE(data.modality.apply(5.0 + frame), expected[static_cast<std::size_t>(frame)]);
        QCOMPARE(data.windows.front().width, 400.0);
    }
}

void DicomFramesTest::oddFramesInBigEndianWordsAreWhole()
{
    // Three frames of three bytes; the bytes of each word have changed places, the last is padded.
    test::DicomBytes file = test::imageHeader(
        {.rows = 1, .columns = 3, .bitsAllocated = 8, .bitsStored = 8, .frames = "3"},
        {true, true});
    Bytes swapped;
    for (const int value : {2, 1, 4, 3, 6, 5, 8, 7, 0, 9}) {
        swapped.push_back(static_cast<std::byte>(value));
    }
    file.element(kPixelData, "OW", swapped);
    for (int frame = 0; frame < 3; ++frame) {
        const auto image = read(file.file(test::kExplicitBig), frame);
        QVERIFY(image);
        const double first = 3.0 * frame + 1.0;
        QVERIFY(test::toDoubles((*image)->data().stored.samples) ==
                (std::vector<double>{first, first + 1.0, first + 2.0}));
    }
}

QTEST_APPLESS_MAIN(DicomFramesTest)
#include "dicom_frames_test.moc"
