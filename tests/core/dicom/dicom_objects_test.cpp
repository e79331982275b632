// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/encapsulated_document.h"
#include "core/dicom/presentation_state.h"
#include "core/dicom/structured_report.h"

#include "tests/core/dicom/dicom_bytes.h"
#include "tests/core/dicom/object_files.h"
#include "tests/core/imaging/temporary_file.h"

#include <QTest>

using namespace nefes;
using namespace nefes::dicom;

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
    void otherObjectsAreRefused();
};

void DicomObjectsTest::reportIsATree()
{
    const auto read = readStructuredReport(put(test::reportFile()));
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
    const auto state = readPresentationState(put(test::presentationFile()));
    QVERIFY(state);
    QCOMPARE(state->label, std::string("MARKED"));
    QCOMPARE(state->images.size(), std::size_t{1});
    QCOMPARE(state->images.front().sopInstanceUid, std::string("2.25.7"));
    QVERIFY(state->images.front().frames == std::vector<int>{1});
    QCOMPARE(state->voi.front().window->width, 400.0);
    QCOMPARE(state->modality->apply(10.0), -980.0);
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
    QCOMPARE(state->createdDate, std::string("2024-01-02"));
    QVERIFY(voiOf(*state, "2.25.7", 1) != nullptr);
    QVERIFY(areaOf(*state, "2.25.7", 0) == nullptr); // it speaks of the second frame alone
    const DisplayedArea* area = areaOf(*state, "2.25.7", 1);
    QVERIFY(area != nullptr);
    QCOMPARE(area->topLeft.x, 2.0);
    QCOMPARE(area->bottomRight.y, 24.0);
    QCOMPARE(state->shutter.rectangle->at(0).x, 1.0);
    QCOMPARE(state->shutter.rectangle->at(1).y, 8.0);
    QCOMPARE(state->shutter.circle->center.x, 4.5);
    QCOMPARE(state->shutter.circle->radiusPx, 3.0);
    QVERIFY(state->shutter.polygon.empty());
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
