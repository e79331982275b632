// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/encapsulated_document.h"
#include "core/dicom/icon.h"
#include "core/dicom/presentation_state.h"
#include "core/dicom/structured_report.h"

#include "tests/core/dicom/dicom_bytes.h"
#include "tests/core/imaging/temporary_file.h"

#include <QTest>

using namespace nefes;
using namespace nefes::dicom;

namespace {

test::DicomBytes code(const char* value, const char* meaning)
{
    test::DicomBytes bytes;
    bytes.text(0x00080100, "SH", value).text(0x00080104, "LO", meaning);
    return bytes;
}

/// FL values, two a point.
Bytes floats(const std::vector<float>& values)
{
    return test::bytesOf(values);
}

test::DicomBytes report()
{
    test::DicomBytes text;
    text.text(0x0040a010, "CS", "CONTAINS").text(0x0040a040, "CS", "TEXT");
    text.sequence(0x0040a043, {code("121071", "Finding")}).text(0x0040a160, "UT", "Şüpheli nodül");
    test::DicomBytes measured;
    measured.sequence(0x004008ea, {code("mm", "millimeter")}).text(0x0040a30a, "DS", "12.5");
    test::DicomBytes number;
    number.text(0x0040a010, "CS", "HAS PROPERTIES").text(0x0040a040, "CS", "NUM");
    number.sequence(0x0040a043, {code("D", "Diameter")}).sequence(0x0040a300, {measured});
    text.sequence(0x0040a730, {number});
    test::DicomBytes coded;
    coded.text(0x0040a010, "CS", "HAS CONCEPT MOD").text(0x0040a040, "CS", "CODE");
    coded.sequence(0x0040a043, {code("L", "Language")})
        .sequence(0x0040a168, {code("tr", "Turkish")});
    test::DicomBytes file;
    file.text(0x00080005, "CS", "ISO_IR 192")
        .text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.88.11");
    file.text(0x00080023, "DA", "20240102").text(0x00100010, "PN", "Doe^Jane");
    file.text(0x0040a040, "CS", "CONTAINER").sequence(0x0040a043, {code("R", "Chest Report")});
    file.text(0x0040a491, "CS", "COMPLETE").text(0x0040a493, "CS", "UNVERIFIED");
    file.sequence(0x0040a730, {coded, text});
    return file;
}

test::DicomBytes presentationState()
{
    test::DicomBytes reference;
    reference.text(0x00081155, "UI", "2.25.7").text(0x00081160, "IS", "2");
    test::DicomBytes series;
    series.sequence(0x00081140, {reference});
    test::DicomBytes graphic;
    graphic.text(0x00700005, "CS", "PIXEL")
        .element(0x00700022, "FL", floats({1.0F, 1.0F, 11.0F, 21.0F}));
    graphic.text(0x00700023, "CS", "POLYLINE").text(0x00700024, "CS", "N");
    test::DicomBytes text;
    text.text(0x00700003, "CS", "DISPLAY").text(0x00700006, "ST", "see here");
    text.element(0x00700010, "FL", floats({0.1F, 0.2F}))
        .element(0x00700011, "FL", floats({0.5F, 0.4F}));
    test::DicomBytes layer;
    layer.sequence(0x00081140, {reference}).text(0x00700002, "CS", "LAYER1");
    layer.sequence(0x00700008, {text}).sequence(0x00700009, {graphic});
    test::DicomBytes voi;
    voi.text(0x00281050, "DS", "40").text(0x00281051, "DS", "400");
    test::DicomBytes file;
    file.text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.11.1").sequence(0x00081115, {series});
    file.sequence(0x00283110, {voi}).sequence(0x00700001, {layer});
    file.text(0x00700041, "CS", "Y").u16(0x00700042, {270}).text(0x00700080, "CS", "MARKED");
    file.text(0x20500020, "CS", "INVERSE");
    return file;
}

} // namespace

class DicomObjectsTest final : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] std::filesystem::path put(const test::DicomBytes& bytes) const
    {
        return m_files.put("object.dcm", bytes.file(test::kExplicitLittle));
    }

    test::TemporaryFiles m_files;

private Q_SLOTS:
    void reportIsATree();
    void documentIsTakenOut();
    void presentationStateIsRead();
    void referencesCoverFrames();
    void iconIsRead();
    void otherObjectsAreRefused();
};

void DicomObjectsTest::reportIsATree()
{
    const auto read = readStructuredReport(put(report()));
    QVERIFY(read);
    QCOMPARE(read->objectName, std::string("Basic Text SR"));
    QCOMPARE(read->patientName, std::string("Doe^Jane"));
    QCOMPARE(read->contentDate, std::string("2024-01-02"));
    QVERIFY(read->isComplete);
    QVERIFY(!read->isVerified);
    QCOMPARE(read->root.name, std::string("Chest Report"));
    QCOMPARE(read->root.children.size(), std::size_t{2});
    QCOMPARE(read->root.children[0].value, std::string("Turkish"));
    const ReportItem& finding = read->root.children[1];
    QCOMPARE(finding.name, std::string("Finding"));
    QCOMPARE(finding.value, std::string("Şüpheli nodül"));
    QCOMPARE(finding.relationship, std::string("CONTAINS"));
    QCOMPARE(finding.children.front().value, std::string("12.5 mm"));
}

void DicomObjectsTest::documentIsTakenOut()
{
    test::DicomBytes file;
    file.text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.104.1");
    file.text(0x00420010, "ST", "Letter").element(0x00420011, "OB", test::bytesOf("%PDF-1.4 x"));
    file.text(0x00420012, "LO", "application/pdf");
    file.element(0x00420015, "UL", test::bytesOf(std::vector<std::uint32_t>{9}));
    const auto document = readEncapsulatedDocument(put(file));
    QVERIFY(document);
    QCOMPARE(document->title, std::string("Letter"));
    QCOMPARE(document->mimeType, std::string("application/pdf"));
    QVERIFY(document->bytes == test::bytesOf("%PDF-1.4 "));
}

void DicomObjectsTest::presentationStateIsRead()
{
    const auto state = readPresentationState(put(presentationState()));
    QVERIFY(state);
    QCOMPARE(state->label, std::string("MARKED"));
    QCOMPARE(state->images.size(), std::size_t{1});
    QCOMPARE(state->images.front().sopInstanceUid, std::string("2.25.7"));
    QVERIFY(state->images.front().frames == std::vector<int>{1});
    QCOMPARE(state->voi.front().window->width, 400.0);
    QCOMPARE(state->rotationDegrees, 270);
    QVERIFY(state->isFlipped);
    QVERIFY(state->isInverted);
    const AnnotationLayer& layer = state->layers.front();
    QCOMPARE(layer.name, std::string("LAYER1"));
    const GraphicAnnotation& graphic = layer.graphics.front();
    QCOMPARE(graphic.kind, GraphicKind::Polyline);
    QCOMPARE(graphic.points.size(), std::size_t{2});
    QCOMPARE(graphic.points[0].x, 0.5); // the centre of the first pixel
    QCOMPARE(graphic.points[1].y, 20.5);
    const TextAnnotation& text = layer.texts.front();
    QCOMPARE(text.text, std::string("see here"));
    QCOMPARE(text.units, AnnotationUnits::DisplayedArea);
    QCOMPARE(static_cast<float>(text.topLeft->y), 0.2F);
}

void DicomObjectsTest::referencesCoverFrames()
{
    const std::vector<ImageReference> references = {{"1.2", {}}, {"1.3", {0, 2}}};
    QVERIFY(covers({}, "1.9", 5));
    QVERIFY(covers(references, "1.2", 7));
    QVERIFY(covers(references, "1.3", 2));
    QVERIFY(!covers(references, "1.3", 1));
    QVERIFY(!covers(references, "1.9", 0));
}

void DicomObjectsTest::iconIsRead()
{
    test::DicomBytes icon = test::imageHeader({.rows = 1,
                                               .columns = 2,
                                               .bitsAllocated = 8,
                                               .bitsStored = 8,
                                               .photometric = "MONOCHROME1"});
    icon.element(kPixelData, "OW", test::bytesOf("\x05\x09"));
    test::DicomBytes file = test::imageHeader({});
    file.sequence(0x00880200, {icon}).element(kPixelData, "OW", Bytes(12));
    const auto image = readIcon(put(file));
    QVERIFY(image && *image);
    QVERIFY((**image)->data().inverted);
    QVERIFY((**image)->data().stored.samples == Samples(std::vector<std::uint8_t>{5, 9}));
    const auto none = readIcon(put(test::imageHeader({})));
    QVERIFY(none && !*none);
}

void DicomObjectsTest::otherObjectsAreRefused()
{
    const auto path = put(test::imageHeader({}));
    QCOMPARE(readStructuredReport(path).error().code, ErrorCode::UnsupportedFormat);
    QCOMPARE(readEncapsulatedDocument(path).error().code, ErrorCode::UnsupportedFormat);
    QCOMPARE(readPresentationState(path).error().code, ErrorCode::UnsupportedFormat);
    QCOMPARE(readStructuredReport(m_files.path("missing.dcm")).error().code,
             ErrorCode::FileNotFound);
}

QTEST_GUILESS_MAIN(DicomObjectsTest)
#include "dicom_objects_test.moc"
