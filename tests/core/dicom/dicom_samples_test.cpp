// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/encapsulated_p.h"
#include "core/dicom/inflate_p.h"
#include "core/dicom/rle_p.h"
#include "core/dicom/samples_p.h"

#include "tests/core/dicom/dicom_bytes.h"

#include <QTest>

using namespace nefes;
using namespace nefes::dicom;
using namespace std::string_view_literals;

namespace {

PixelElement elementOf(const std::vector<Bytes>& fragments)
{
    PixelElement pixels;
    pixels.isEncapsulated = true;
    for (const Bytes& fragment : fragments) {
        pixels.fragments.emplace_back(fragment);
    }
    return pixels;
}

std::string asText(const Result<FrameBytes>& frame)
{
    std::string text;
    for (const std::byte byte : frame->bytes) {
        text += static_cast<char>(byte);
    }
    return text;
}

} // namespace

class DicomSamplesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsAreUnpacked_data();
    void cellsAreUnpacked();
    void bitsStartAnywhere();
    void missingBytesAreZero();
    void decodedValuesAreMasked();
    void planesAreInterleaved();
    void ybrBecomesRgb();
    void halfColourIsExpanded();
    void rleDecodes();
    void damagedRleIsRefused();
    void fragmentsOfFrames_data();
    void fragmentsOfFrames();
    void inflationIsBounded();
};

void DicomSamplesTest::cellsAreUnpacked_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<int>>("layout"); // allocated, stored, shift, signed, big, swapped
    QTest::addColumn<QList<double>>("values");
    const auto row = [](const char* name, std::string_view bytes, QList<int> layout,
                        QList<double> values) {
        QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))
                            << std::move(layout) << std::move(values);
    };
    row("8 bits", "\x01\xff"sv, {8, 8, 0, 0, 0, 0}, {1, 255});
    row("8 bits signed", "\x01\xff"sv, {8, 8, 0, 1, 0, 0}, {1, -1});
    row("8-bit cells in big-endian words", "\x01\x02\x03\x04"sv, {8, 8, 0, 0, 1, 1}, {2, 1, 4, 3});
    row("16 bits", "\x01\x02\xff\xff"sv, {16, 16, 0, 0, 0, 0}, {513, 65535});
    row("16 bits signed", "\x01\x02\xff\xff"sv, {16, 16, 0, 1, 0, 0}, {513, -1});
    row("16 bits big endian", "\x01\x02\xff\xfe"sv, {16, 16, 0, 1, 1, 0}, {258, -2});
    row("bits above Bits Stored are masked", "\x01\xf2"sv, {16, 12, 0, 0, 0, 0}, {513});
    row("the sign stands at Bits Stored", "\xff\x0f\xff\x07"sv, {16, 12, 0, 1, 0, 0}, {-1, 2047});
    row("High Bit 15 of 12 bits", "\x0f\xff"sv, {16, 12, 4, 0, 0, 0}, {4080});
    row("8 stored bits of 16", "\x80\x01"sv, {16, 8, 0, 1, 0, 0}, {-128});
    row("32 bits", "\xff\xff\xff\xff"sv, {32, 32, 0, 0, 0, 0}, {4294967295.0});
    row("32 bits signed, big endian", "\xff\xff\xff\xfe"sv, {32, 32, 0, 1, 1, 0}, {-2});
    row("12 bits packed", "\x21\x43\x65"sv, {12, 12, 0, 0, 0, 0}, {0x321, 0x654});
    row("1 bit, low bits first", "\x05"sv, {1, 1, 0, 0, 0, 0}, {1, 0, 1, 0, 0, 0, 0, 0});
}

void DicomSamplesTest::cellsAreUnpacked()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<int>, layout);
    QFETCH(QList<double>, values);
    const CellLayout cells{layout[0],      layout[1],      layout[2],
                           layout[3] != 0, layout[4] != 0, layout[5] != 0};
    const auto view =
        std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    const Samples samples = unpackCells(view, 0, static_cast<std::size_t>(values.size()), cells);
    QVERIFY(test::toDoubles(samples) == std::vector<double>(values.begin(), values.end()));
}

void DicomSamplesTest::bitsStartAnywhere()
{
    const Bytes bytes = test::bytesOf("\xf0\x0f"sv);
    const CellLayout layout{1, 1, 0, false, false, false};
    QVERIFY(test::toDoubles(unpackCells(bytes, 3, 6, layout)) ==
            (std::vector<double>{0, 1, 1, 1, 1, 1}));
}

void DicomSamplesTest::missingBytesAreZero()
{
    const Bytes bytes = test::bytesOf("\x01\x02\x03"sv);
    const CellLayout layout{16, 16, 0, false, false, false};
    QVERIFY(test::toDoubles(unpackCells(bytes, 0, 3, layout)) == (std::vector<double>{513, 0, 0}));
}

void DicomSamplesTest::decodedValuesAreMasked()
{
    const CellLayout layout{16, 12, 0, true, false, false};
    const Samples values = maskedValues(std::vector<std::uint16_t>{0x0fff, 0xf001, 5}, layout);
    QVERIFY(values == Samples(std::vector<std::int16_t>{-1, 1, 5}));
}

void DicomSamplesTest::planesAreInterleaved()
{
    const Samples planes = std::vector<std::uint8_t>{1, 2, 3, 4, 5, 6};
    QVERIFY(interleaved(planes) == Samples(std::vector<std::uint8_t>{1, 3, 5, 2, 4, 6}));
}

void DicomSamplesTest::ybrBecomesRgb()
{
    // PS3.3 C.7.6.3.1.2 backwards: gray, and pure red (Y 76, Cb 85, Cr 255).
    Samples samples = std::vector<std::uint8_t>{100, 128, 128, 76, 85, 255};
    ybrToRgb(samples, 8);
    const auto values = test::toDoubles(samples);
    QVERIFY(std::vector<double>(values.begin(), values.begin() + 3) ==
            (std::vector<double>{100, 100, 100}));
    QVERIFY(values[3] >= 253 && values[4] <= 1 && values[5] <= 1);
}

void DicomSamplesTest::halfColourIsExpanded()
{
    const Samples packed = std::vector<std::uint8_t>{10, 20, 3, 4};
    QVERIFY(expanded422(packed) == Samples(std::vector<std::uint8_t>{10, 3, 4, 20, 3, 4}));
}

void DicomSamplesTest::rleDecodes()
{
    // Two segments, the high bytes first: a run of 1, then the literal bytes 5 6 7.
    std::vector<std::uint32_t> header(16);
    header[0] = 2;
    header[1] = 64;
    header[2] = 66;
    Bytes stream = test::bytesOf(header);
    for (const int byte : {0xfe, 0x01, 0x02, 0x05, 0x06, 0x07}) {
        stream.push_back(static_cast<std::byte>(byte));
    }
    const auto frame = decodeRle(stream, 3, 1, 2);
    QVERIFY(frame);
    QVERIFY(!frame->endsEarly);
    QVERIFY(frame->bytes == test::bytesOf("\x05\x01\x06\x01\x07\x01"sv));
    stream.pop_back();
    const auto cut = decodeRle(stream, 3, 1, 2);
    QVERIFY(cut);
    QVERIFY(cut->endsEarly);
}

void DicomSamplesTest::damagedRleIsRefused()
{
    QCOMPARE(decodeRle(Bytes(10), 3, 1, 2).error().code, ErrorCode::DecodeFailed);
    QCOMPARE(decodeRle(Bytes(64), 3, 1, 2).error().code, ErrorCode::DecodeFailed);
    std::vector<std::uint32_t> header(16);
    header[0] = 99;
    QCOMPARE(decodeRle(test::bytesOf(header), 3, 1, 2).error().code, ErrorCode::DecodeFailed);
}

void DicomSamplesTest::fragmentsOfFrames_data()
{
    QTest::addColumn<int>("frame");
    QTest::addColumn<int>("frameCount");
    QTest::addColumn<QByteArrayList>("fragments");
    QTest::addColumn<QList<int>>("offsets");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("one frame of several fragments")
        << 0 << 1 << QByteArrayList{"ab", "cd", "ef"} << QList<int>{} << QByteArray("abcdef");
    QTest::newRow("one fragment a frame")
        << 1 << 3 << QByteArrayList{"ab", "cd", "ef"} << QList<int>{} << QByteArray("cd");
    QTest::newRow("by the offset table, first frame")
        << 0 << 2 << QByteArrayList{"ab", "cd", "ef"} << QList<int>{0, 20} << QByteArray("abcd");
    QTest::newRow("by the offset table, last frame")
        << 1 << 2 << QByteArrayList{"ab", "cd", "ef"} << QList<int>{0, 20} << QByteArray("ef");
    QTest::newRow("a wrong offset table is passed over")
        << 1 << 2 << QByteArrayList{"\xff\xd8\xff\xe0", "cd", "\xff\xd8\xff\xe1"}
        << QList<int>{0, 17} << QByteArray("\xff\xd8\xff\xe1");
    QTest::newRow("by the marks of the streams")
        << 0 << 2 << QByteArrayList{"\xff\xd8\xff\xe0", "cd", "\xff\xd8\xff\xe1"} << QList<int>{}
        << QByteArray("\xff\xd8\xff\xe0"
                      "cd");
    QTest::newRow("a frame that is not there")
        << 5 << 6 << QByteArrayList{"ab"} << QList<int>{} << QByteArray("");
}

void DicomSamplesTest::fragmentsOfFrames()
{
    QFETCH(int, frame);
    QFETCH(int, frameCount);
    QFETCH(QByteArrayList, fragments);
    QFETCH(QList<int>, offsets);
    QFETCH(QByteArray, expected);
    std::vector<Bytes> values;
    for (const QByteArray& fragment : fragments) {
        values.push_back(test::bytesOf(fragment.toStdString()));
    }
    std::vector<std::uint32_t> table;
    for (const int offset : offsets) {
        table.push_back(static_cast<std::uint32_t>(offset));
    }
    const Bytes tableBytes = test::bytesOf(table);
    PixelElement pixels = elementOf(values);
    pixels.offsetTable = tableBytes;
    const auto result = frameBytes(pixels, frame, frameCount);
    if (expected.isEmpty()) {
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::TruncatedPixelData);
        return;
    }
    QVERIFY(result);
    QCOMPARE(asText(result), expected.toStdString());
}

void DicomSamplesTest::inflationIsBounded()
{
    // A stored block of RFC 1951 3.2.4: final, length 5 and its complement, the bytes.
    const Bytes stream = test::bytesOf("\x01\x05\x00\xfa\xff"
                                       "hello"sv);
    const auto inflated = inflate(stream, 100);
    QVERIFY(inflated);
    QVERIFY(inflated->bytes == test::bytesOf("hello"));
    QVERIFY(!inflated->endsEarly);
    QCOMPARE(inflate(stream, 3).error().code, ErrorCode::ImageTooLarge);
    QCOMPARE(inflate(test::bytesOf("\xff\xff\xff"sv), 100).error().code, ErrorCode::DecodeFailed);
    const auto cut = inflate(std::span(stream).first(8), 100);
    QVERIFY(cut && cut->endsEarly);
}

QTEST_GUILESS_MAIN(DicomSamplesTest)
#include "dicom_samples_test.moc"
