// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/frame_codec.h"

#include "tests/core/imaging/jpeg2000_encoder.h"
#include "tests/core/imaging/jpeg_xl_encoder.h"

#include <QTest>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include <cstdint>
#include <numeric>

using namespace nefes;
using namespace nefes::imaging;

namespace {

Bytes jpegBytes(const cv::Mat& image)
{
    std::vector<unsigned char> data;
    cv::imencode(".jpg", image, data);
    const auto bytes = std::as_bytes(std::span(data));
    return {bytes.begin(), bytes.end()};
}

std::vector<int> ramp(std::size_t count, int first, int step)
{
    std::vector<int> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        values[i] = first + step * static_cast<int>(i);
    }
    return values;
}

/// Values of any storage, for comparisons.
std::vector<int> toInts(const Samples& samples)
{
    return std::visit(
        [](const auto& values) {
            std::vector<int> ints;
            for (const auto value : values) {
                ints.push_back(static_cast<int>(value));
            }
            return ints;
        },
        samples);
}

} // namespace

class FrameCodecTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losslessJpeg2000ComesBack_data();
    void losslessJpeg2000ComesBack();
    void colourTransformIsUndone();
    void cutJpeg2000IsPartial();
    void losslessJpegXlComesBack_data();
    void losslessJpegXlComesBack();
    void cutJpegXlIsRefused();
    void jpegDecodes();
    void cutJpegIsPartial();
    void unusableStreamsGiveTheirCode_data();
    void unusableStreamsGiveTheirCode();
};

void FrameCodecTest::losslessJpeg2000ComesBack_data()
{
    QTest::addColumn<int>("precision");
    QTest::addColumn<bool>("isSigned");
    QTest::addColumn<int>("first");
    QTest::addColumn<bool>("isFile");
    QTest::newRow("8 bits") << 8 << false << 1 << false;
    QTest::newRow("8 bits, as a JP2 file") << 8 << false << 1 << true;
    QTest::newRow("12 bits signed") << 12 << true << -300 << false;
    QTest::newRow("16 bits") << 16 << false << 40000 << false;
    QTest::newRow("16 bits signed") << 16 << true << -20000 << false;
    QTest::newRow("24 bits") << 24 << false << 9000000 << false;
}

void FrameCodecTest::losslessJpeg2000ComesBack()
{
    QFETCH(int, precision);
    QFETCH(bool, isSigned);
    QFETCH(int, first);
    QFETCH(bool, isFile);
    const std::vector<int> values = ramp(20 * 10, first, 1);
    const Bytes stream = test::encodeJpeg2000({20, 10, 1, precision, isSigned, isFile}, values);
    QVERIFY(!stream.empty());
    const auto frame = makeFrameCodec()->decode(stream, {});
    QVERIFY(frame);
    QCOMPARE(frame->precision, precision);
    QCOMPARE(frame->isSigned, isSigned);
    QVERIFY(!frame->isPartial);
    QVERIFY(toInts(frame->pixels.samples) == values);
}

void FrameCodecTest::colourTransformIsUndone()
{
    const std::vector<int> values = ramp(3 * 64, 0, 1);
    const Bytes stream = test::encodeJpeg2000({8, 8, 3, 8, false, false}, values);
    const auto frame = makeFrameCodec()->decode(stream, {.colors = FrameColors::Rgb});
    QVERIFY(frame);
    QCOMPARE(frame->pixels.samplesPerPixel, 3);
    QVERIFY(toInts(frame->pixels.samples) == values);
}

void FrameCodecTest::cutJpeg2000IsPartial()
{
    std::vector<int> values = ramp(256 * 256, 0, 7919);
    for (int& value : values) {
        value &= 0xffff;
    }
    Bytes stream = test::encodeJpeg2000({256, 256, 1, 16, false, false}, values);
    stream.resize(stream.size() / 2);
    const auto frame = makeFrameCodec()->decode(stream, {});
    QVERIFY(frame);
    QVERIFY(frame->isPartial);
    QCOMPARE(frame->pixels.sampleCount(), std::size_t{256 * 256});
}

void FrameCodecTest::losslessJpegXlComesBack_data()
{
    QTest::addColumn<int>("components");
    QTest::addColumn<int>("precision");
    QTest::newRow("8 bits") << 1 << 8;
    QTest::newRow("10 bits") << 1 << 10;
    QTest::newRow("12 bits") << 1 << 12;
    QTest::newRow("16 bits") << 1 << 16;
    QTest::newRow("colour") << 3 << 8;
}

void FrameCodecTest::losslessJpegXlComesBack()
{
    QFETCH(int, components);
    QFETCH(int, precision);
    const int largest = (1 << precision) - 1;
    std::vector<int> values = ramp(static_cast<std::size_t>(components) * 40 * 30, 0, 7919);
    for (int& value : values) {
        value &= largest;
    }
    const Bytes stream = test::encodeJpegXl({40, 30, components, precision}, values);
    QVERIFY(!stream.empty());
    const auto frame = makeFrameCodec()->decode(stream, {});
    QVERIFY(frame);
    QCOMPARE(frame->precision, precision);
    QCOMPARE(frame->pixels.samplesPerPixel, components);
    QVERIFY(toInts(frame->pixels.samples) == values);
}

void FrameCodecTest::cutJpegXlIsRefused()
{
    Bytes stream = test::encodeJpegXl({64, 64, 1, 16}, ramp(64 * 64, 0, 13));
    stream.resize(stream.size() / 2);
    const auto frame = makeFrameCodec()->decode(stream, {});
    QVERIFY(!frame);
    QCOMPARE(frame.error().code, ErrorCode::DecodeFailed);
}

void FrameCodecTest::jpegDecodes()
{
    const auto gray =
        makeFrameCodec()->decode(jpegBytes(cv::Mat(16, 8, CV_8UC1, cv::Scalar(90))), {});
    QVERIFY(gray);
    QCOMPARE(gray->pixels.samplesPerPixel, 1);
    QVERIFY(std::abs(toInts(gray->pixels.samples).front() - 90) <= 1);
    const auto colour =
        makeFrameCodec()->decode(jpegBytes(cv::Mat(16, 8, CV_8UC3, cv::Scalar(20, 60, 200))), {});
    QVERIFY(colour);
    const auto samples = toInts(colour->pixels.samples);
    QVERIFY(std::abs(samples[0] - 200) <= 3);
    QVERIFY(std::abs(samples[2] - 20) <= 3);
}

void FrameCodecTest::cutJpegIsPartial()
{
    cv::Mat image(128, 128, CV_8UC1);
    cv::randu(image, 0, 255);
    Bytes stream = jpegBytes(image);
    stream.resize(stream.size() / 2);
    const auto frame = makeFrameCodec()->decode(stream, {});
    QVERIFY(frame);
    QVERIFY(frame->isPartial);
}

void FrameCodecTest::unusableStreamsGiveTheirCode_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, std::string_view text, ErrorCode code) {
        QTest::newRow(name) << QByteArray(text.data(), static_cast<qsizetype>(text.size()))
                            << static_cast<int>(code);
    };
    using namespace std::string_view_literals;
    row("no stream", "", ErrorCode::UnsupportedFormat);
    row("a text", "not a stream", ErrorCode::UnsupportedFormat);
    row("a JPEG without a frame", "\xff\xd8\xff\xd9"sv, ErrorCode::DecodeFailed);
    row("a lossless JPEG", "\xff\xd8\xff\xc3\0\x0b\x08\0\x08\0\x08\x01\x01\x11\0"sv,
        ErrorCode::UnsupportedFormat);
    row("a JPEG that claims 65,535 × 65,535 pixels",
        "\xff\xd8\xff\xc0\0\x0b\x08\xff\xff\xff\xff\x01\x01\x11\0"sv, ErrorCode::ImageTooLarge);
    row("a JPEG 2000 stream that ends in its header", "\xff\x4f\xff\x51\0\x29\0\0"sv,
        ErrorCode::DecodeFailed);
    row("a JPEG 2000 stream that claims 131,072 × 131,072 pixels",
        "\xff\x4f\xff\x51\0\x29\0\0\0\x02\0\0\0\x02\0\0\0\0\0\0\0\0\0\0\0\x02\0\0\0\x02\0\0"
        "\0\0\0\0\0\0\0\0\0\x01\x07\x01\x01\xff\x52\0\x0c\0\0\0\x01\0\0\x04\x04\0\x01"
        "\xff\x5c\0\x04\x40\x40\xff\x90\0\x0a\0\0\0\0\0\0\0\x01\xff\x93\xff\xd9"sv,
        ErrorCode::ImageTooLarge);
}

void FrameCodecTest::unusableStreamsGiveTheirCode()
{
    QFETCH(QByteArray, stream);
    QFETCH(int, code);
    const auto bytes =
        std::as_bytes(std::span(stream.constData(), static_cast<std::size_t>(stream.size())));
    const auto frame = makeFrameCodec()->decode(bytes, {});
    QVERIFY(!frame);
    QCOMPARE(static_cast<int>(frame.error().code), code);
}

QTEST_GUILESS_MAIN(FrameCodecTest)
#include "frame_codec_test.moc"
