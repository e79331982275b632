// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/structure.h"

#include "tests/core/dicom/dicom_bytes.h"

#include <QTest>

using namespace nefes;
using namespace nefes::dicom;
using namespace std::string_view_literals;

class DicomStructureTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAreRecognised_data();
    void filesAreRecognised();
    void encodingIsDetected_data();
    void encodingIsDetected();
    void metaHeaderWithWrongLengthIsRead();
    void pixelElementIsFound();
    void iconsArePassedOver();
    void fragmentsAreListed();
    void missingEndMarkIsNoticed();
    void deepNestingIsRefused_data();
    void deepNestingIsRefused();
    void modestNestingIsFine();
    void lengthBehindTheEndIsKeptOut();
    void unknownRepresentationHasTheLongForm();
    void lengthBehindTheEndOfAnItemIsKeptOut();
    void headerAcrossTheEndOfAnItemIsKeptOut();
};

void DicomStructureTest::filesAreRecognised_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isDicom");
    const auto row = [](const char* name, const Bytes& bytes, bool isDicom) {
        QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(bytes.data()),
                                          static_cast<qsizetype>(bytes.size()))
                            << isDicom;
    };
    const auto dataset = [](Encoding encoding) {
        return test::imageHeader({}, encoding).dataset();
    };
    row("with preamble and meta header", test::imageHeader({}).file(test::kExplicitLittle), true);
    row("a bare explicit data set", dataset({true, false}), true);
    row("a bare implicit data set", dataset({false, false}), true);
    row("a bare big-endian data set", dataset({true, true}), true);
    row("a text", test::bytesOf("Dear colleague, please find the DICOM files attached."), false);
    row("zeros", Bytes(512), false);
    row("nothing", {}, false);
    row("a PNG", test::bytesOf("\x89PNG\r\n\x1a\n_____IHDR____________"), false);
}

void DicomStructureTest::filesAreRecognised()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isDicom);
    const auto view =
        std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    QCOMPARE(looksLikeDicom(view.first(std::min<std::size_t>(view.size(), 512))), isDicom);
}

void DicomStructureTest::encodingIsDetected_data()
{
    QTest::addColumn<bool>("isExplicit");
    QTest::addColumn<bool>("isBigEndian");
    QTest::addColumn<QString>("claim");
    QTest::newRow("as claimed, explicit") << true << false << test::kExplicitLittle;
    QTest::newRow("as claimed, implicit") << false << false << test::kImplicitLittle;
    QTest::newRow("as claimed, big endian") << true << true << test::kExplicitBig;
    QTest::newRow("implicit in spite of the claim") << false << false << test::kExplicitLittle;
    QTest::newRow("explicit in spite of the claim") << true << false << test::kImplicitLittle;
    QTest::newRow("big endian without a claim") << true << true << "";
}

void DicomStructureTest::encodingIsDetected()
{
    QFETCH(bool, isExplicit);
    QFETCH(bool, isBigEndian);
    QFETCH(QString, claim);
    const Encoding encoding{isExplicit, isBigEndian};
    const Bytes dataset = test::imageHeader({}, encoding).dataset();
    QVERIFY(detectEncoding(dataset, claim.toStdString()) == encoding);
}

void DicomStructureTest::metaHeaderWithWrongLengthIsRead()
{
    test::DicomBytes meta;
    meta.element(0x00020000, "UL", test::bytesOf(std::vector<std::uint32_t>{9999}));
    meta.text(0x00020010, "UI", test::kRle);
    Bytes bytes(128);
    const auto add = [&bytes](const Bytes& more) {
        bytes.insert(bytes.end(), more.begin(), more.end());
    };
    add(test::bytesOf("DICM"));
    add(meta.dataset());
    const std::size_t end = bytes.size();
    add(test::imageHeader({}).dataset());
    const auto header = readMetaHeader(bytes);
    QVERIFY(header);
    QCOMPARE(header->transferSyntaxUid, std::string(test::kRle));
    QCOMPARE(header->datasetStart, end);
}

void DicomStructureTest::pixelElementIsFound()
{
    test::DicomBytes bytes = test::imageHeader({});
    const std::size_t headerEnd = bytes.dataset().size();
    bytes.element(kPixelData, "OW", Bytes(12));
    const auto structure = walkDataset(bytes.dataset(), {});
    QVERIFY(structure);
    QCOMPARE(structure->headerEnd, headerEnd);
    QVERIFY(structure->pixels.has_value());
    QCOMPARE(structure->pixels->value.size(), std::size_t{12});
    QVERIFY(structure->pixels->isWords);
    QVERIFY(!structure->pixels->endsEarly);
}

void DicomStructureTest::iconsArePassedOver()
{
    test::DicomBytes icon;
    icon.u16(0x00280010, {1}).fragments({test::bytesOf("abcd")});
    test::DicomBytes bytes = test::imageHeader({});
    bytes.sequence(0x00880200, {icon}).element(kPixelData, "OB", Bytes(6));
    const auto structure = walkDataset(bytes.dataset(), {});
    QVERIFY(structure);
    QCOMPARE(structure->pixels->value.size(), std::size_t{6});
    QVERIFY(!structure->pixels->isWords);
}

void DicomStructureTest::fragmentsAreListed()
{
    test::DicomBytes bytes = test::imageHeader({});
    bytes.fragments({test::bytesOf("abcd"), test::bytesOf("ef")}, {0});
    const auto structure = walkDataset(bytes.dataset(), {});
    QVERIFY(structure);
    const PixelElement& pixels = *structure->pixels;
    QVERIFY(pixels.isEncapsulated);
    QCOMPARE(pixels.offsetTable.size(), std::size_t{4});
    QCOMPARE(pixels.fragments.size(), std::size_t{2});
    QCOMPARE(pixels.fragments[1].size(), std::size_t{2});
    QVERIFY(!pixels.endsEarly && !pixels.isUnclosed);
}

void DicomStructureTest::missingEndMarkIsNoticed()
{
    test::DicomBytes bytes = test::imageHeader({});
    bytes.fragments({test::bytesOf("abcd")}, {}, false);
    const auto open = walkDataset(bytes.dataset(), {});
    QVERIFY(open && open->pixels->isUnclosed);
    const std::span<const std::byte> all(bytes.dataset());
    const auto cut = walkDataset(all.first(all.size() - 2), {});
    QVERIFY(cut && cut->pixels->endsEarly);
    QCOMPARE(cut->pixels->fragments.front().size(), std::size_t{2});
}

void DicomStructureTest::deepNestingIsRefused_data()
{
    QTest::addColumn<bool>("hasLengths");
    QTest::addColumn<bool>("isExplicit");
    QTest::newRow("explicit with lengths") << true << true;
    QTest::newRow("explicit without lengths") << false << true;
    QTest::newRow("implicit with lengths") << true << false;
    QTest::newRow("implicit without lengths") << false << false;
}

void DicomStructureTest::deepNestingIsRefused()
{
    QFETCH(bool, hasLengths);
    QFETCH(bool, isExplicit);
    const Encoding encoding{isExplicit, false};
    constexpr int depth = 5000;
    test::DicomBytes bytes(encoding);
    bytes.text(0x00080016, "UI", "1.2.3");
    std::uint32_t length = depth * (isExplicit ? 20U : 16U);
    for (int i = 0; i < depth; ++i) {
        length -= isExplicit ? 12U : 8U;
        bytes.header(0x0040a730, "SQ", hasLengths ? length : 0xffffffffU);
        length -= 8;
        bytes.header(0xfffee000, "", hasLengths ? length : 0xffffffffU);
    }
    const auto structure = walkDataset(bytes.dataset(), encoding);
    QVERIFY(!structure);
    QCOMPARE(structure.error().code, ErrorCode::NestingTooDeep);
}

void DicomStructureTest::modestNestingIsFine()
{
    test::DicomBytes bytes;
    bytes.text(0x00280010, "US", "ab");
    for (int i = 0; i < 20; ++i) {
        test::DicomBytes outer;
        outer.sequence(0x0040a730, {bytes});
        bytes = outer;
    }
    bytes.element(kPixelData, "OW", Bytes(2));
    const auto structure = walkDataset(bytes.dataset(), {});
    QVERIFY(structure);
    QVERIFY(structure->pixels.has_value());
}

void DicomStructureTest::lengthBehindTheEndIsKeptOut()
{
    test::DicomBytes bytes = test::imageHeader({});
    const std::size_t good = bytes.dataset().size();
    bytes.header(0x00281201, "OW", 0xfffffff0U).raw("ab");
    const auto structure = walkDataset(bytes.dataset(), {});
    QVERIFY(structure);
    QVERIFY(structure->endsEarly);
    QCOMPARE(structure->headerEnd, good);
    QVERIFY(!structure->pixels);
}

/// Found by fuzzing: a parser that read the length differently took 800 MB for it.
void DicomStructureTest::unknownRepresentationHasTheLongForm()
{
    test::DicomBytes bytes;
    bytes.text(0x00080008, "CS", "DERIVED ");
    const std::size_t good = bytes.dataset().size();
    bytes.raw("\x08\0\x16\0EI\x1a\0"
              "1.2.840.10008.5.1.4.1.1.7\0"sv);
    const auto structure = walkDataset(bytes.dataset(), {});
    QVERIFY(structure);
    QVERIFY(structure->endsEarly);
    QCOMPARE(structure->headerEnd, good);
}

/// Found by fuzzing: parsers read on behind the end of an item that is too short.
void DicomStructureTest::lengthBehindTheEndOfAnItemIsKeptOut()
{
    test::DicomBytes item;
    item.header(0x00281054, "UT", 0x52000000U).raw("ab");
    test::DicomBytes bytes = test::imageHeader({});
    const std::size_t good = bytes.dataset().size();
    bytes.sequence(0x00289145, {item}).element(kPixelData, "OW", Bytes(12));
    const auto structure = walkDataset(bytes.dataset(), {});
    QVERIFY(structure);
    QVERIFY(structure->endsEarly);
    QCOMPARE(structure->headerEnd, good);
}

/// Found by fuzzing: the item ends within the header of its last element.
void DicomStructureTest::headerAcrossTheEndOfAnItemIsKeptOut()
{
    test::DicomBytes bytes = test::imageHeader({});
    const std::size_t good = bytes.dataset().size();
    bytes.header(0x00289145, "SQ", 18).header(0xfffee000, "", 10);
    bytes.raw("\x28\0\x54\x10LW\x02\0HU"sv).element(kPixelData, "OW", Bytes(12));
    const auto structure = walkDataset(bytes.dataset(), {});
    QVERIFY(structure);
    QVERIFY(structure->endsEarly);
    QCOMPARE(structure->headerEnd, good);
}

QTEST_GUILESS_MAIN(DicomStructureTest)
#include "dicom_structure_test.moc"
