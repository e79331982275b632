// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/dicom_reader.h"
#include "core/dicom/write.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdint>
#include <numeric>

using namespace nefes;

namespace {

ImageText phantomText()
{
    ImageText text;
    text.patientName = "Şükrü^Çağla";
    text.patientId = "PH-1";
    text.patientBirthDate = "1970-01-02";
    text.patientSex = "O";
    text.patientAge = "50Y";
    text.studyDate = "2020-03-11";
    text.studyTime = "13:45:01";
    text.studyDescription = "Phantom";
    text.seriesDescription = "Drawn";
    text.modality = "DX";
    text.viewPosition = "PA";
    text.seriesNumber = "1";
    text.instanceNumber = "1";
    text.studyUid = "2.25.1";
    text.seriesUid = "2.25.2";
    text.sopInstanceUid = "2.25.3";
    return text;
}

template <class T>
ImageData ramp(int bits, int firstValue)
{
    std::vector<T> samples(6 * 5);
    std::iota(samples.begin(), samples.end(), static_cast<T>(firstValue));
    ImageData image;
    image.stored = PixelBuffer{6, 5, 1, std::move(samples)};
    image.bitsStored = bits;
    image.text = phantomText();
    return image;
}

} // namespace

/// What writeDicom writes, DicomReader reads back.
class DicomWriteTest final : public QObject
{
    Q_OBJECT

private:
    /// Writes and reads the first frame.
    [[nodiscard]] ImagePtr roundTrip(const ImageData& image, const dicom::WriteOptions& options)
    {
        const auto path = pathFromUtf8(m_folder.filePath("image.dcm").toStdString());
        const auto written = dicom::writeDicom(path, image, options);
        if (!written) {
            return nullptr;
        }
        const auto read = dicom::DicomReader(nullptr).read(path, 0, {});
        return read ? *read : nullptr;
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void storedValuesComeBack_data();
    void storedValuesComeBack();
    void textComesBack();
    void geometryAndDisplayComeBack();
    void sameInputGivesSameBytes();
    void unusableInputIsRefused_data();
    void unusableInputIsRefused();
};

void DicomWriteTest::storedValuesComeBack_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("isSigned");
    QTest::newRow("8 bits unsigned") << 8 << false;
    QTest::newRow("8 bits signed") << 8 << true;
    QTest::newRow("12 bits unsigned") << 12 << false;
    QTest::newRow("12 bits signed") << 12 << true;
    QTest::newRow("16 bits unsigned") << 16 << false;
    QTest::newRow("16 bits signed") << 16 << true;
}

void DicomWriteTest::storedValuesComeBack()
{
    QFETCH(int, bits);
    QFETCH(bool, isSigned);
    const int first = isSigned ? -15 : 3;
    const ImageData image =
        bits == 8 ? (isSigned ? ramp<std::int8_t>(bits, first) : ramp<std::uint8_t>(bits, first))
                  : (isSigned ? ramp<std::int16_t>(bits, first) : ramp<std::uint16_t>(bits, first));
    const ImagePtr read = roundTrip(image, {});
    QVERIFY(read);
    QCOMPARE(read->width(), 6);
    QCOMPARE(read->height(), 5);
    QCOMPARE(read->data().bitsStored, bits);
    QVERIFY(read->data().stored.samples == image.stored.samples);
}

void DicomWriteTest::textComesBack()
{
    const ImagePtr read = roundTrip(ramp<std::uint16_t>(12, 0), {});
    QVERIFY(read);
    const ImageText& text = read->data().text;
    QCOMPARE(text.patientName, phantomText().patientName);
    QCOMPARE(text.patientBirthDate, phantomText().patientBirthDate);
    QCOMPARE(text.patientAge, phantomText().patientAge);
    QCOMPARE(text.studyDate, phantomText().studyDate);
    QCOMPARE(text.studyTime, phantomText().studyTime);
    QCOMPARE(text.viewPosition, phantomText().viewPosition);
    QCOMPARE(text.sopInstanceUid, phantomText().sopInstanceUid);
}

void DicomWriteTest::geometryAndDisplayComeBack()
{
    ImageData image = ramp<std::uint16_t>(12, 0);
    image.spacing = PixelSpacing{0.2, 0.15, SpacingOrigin::Detector};
    image.orientation = {"L", "F"};
    image.inverted = true;
    image.modality.slope = -2.0;
    image.modality.intercept = 10.5;
    image.windows = {{100.0, 50.0, VoiFunction::Sigmoid, "first"},
                     {200.5, 60.0, VoiFunction::Sigmoid, "second"}};
    dicom::WriteOptions options;
    options.objectClass = dicom::WrittenClass::DigitalXRayForPresentation;
    const ImagePtr read = roundTrip(image, options);
    QVERIFY(read);
    const ImageData& data = read->data();
    QVERIFY(data.spacing.has_value());
    QCOMPARE(data.spacing->rowMm, 0.2);
    QCOMPARE(data.spacing->columnMm, 0.15);
    QCOMPARE(data.spacing->origin, SpacingOrigin::Detector);
    QCOMPARE(data.orientation.right, std::string("L"));
    QCOMPARE(data.orientation.bottom, std::string("F"));
    QVERIFY(data.inverted);
    QCOMPARE(data.photometric, Photometric::Monochrome1);
    QCOMPARE(data.modality.slope, -2.0);
    QCOMPARE(data.modality.intercept, 10.5);
    QCOMPARE(data.windows.size(), std::size_t{2});
    QCOMPARE(data.windows[1].center, 200.5);
    QCOMPARE(data.windows[1].function, VoiFunction::Sigmoid);
    QCOMPARE(data.windows[1].explanation, std::string("second"));
}

void DicomWriteTest::sameInputGivesSameBytes()
{
    const ImageData image = ramp<std::uint16_t>(16, 0);
    const auto first = dicom::encodeDicom(image, {});
    const auto second = dicom::encodeDicom(image, {});
    QVERIFY(first && second);
    QVERIFY(*first == *second);
}

void DicomWriteTest::unusableInputIsRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("a missing SOP Instance UID") << "instance";
    QTest::newRow("a malformed Study Instance UID") << "study";
    QTest::newRow("floating point samples") << "float";
}

void DicomWriteTest::unusableInputIsRefused()
{
    QFETCH(QString, what);
    ImageData image = ramp<std::uint16_t>(12, 0);
    if (what == "instance") {
        image.text.sopInstanceUid.clear();
    } else if (what == "study") {
        image.text.studyUid = "not a uid";
    } else {
        image.stored.samples = std::vector<float>(30);
    }
    const auto encoded = dicom::encodeDicom(image, {});
    QVERIFY(!encoded);
    QCOMPARE(encoded.error().code, ErrorCode::InvalidArgument);
}

QTEST_GUILESS_MAIN(DicomWriteTest)
#include "dicom_write_test.moc"
