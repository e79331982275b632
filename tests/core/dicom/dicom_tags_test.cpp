// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"

#include "core/dicom/tags.h"

#include "tests/core/dicom/dicom_bytes.h"
#include "tests/core/imaging/temporary_file.h"

#include <QTest>

#include <algorithm>
#include <fstream>

using namespace nefes;
using namespace nefes::dicom;

namespace {

const TagNode* find(const std::vector<TagNode>& nodes, std::uint32_t tag)
{
    const auto found = std::ranges::find(nodes, tag, &TagNode::tag);
    return found == nodes.end() ? nullptr : &*found;
}

/// A little of everything: text in Latin-5, numbers, private elements, nested sequences.
test::DicomBytes mixture()
{
    test::DicomBytes inner;
    inner.text(0x00080100, "SH", "T-28000")
        .text(0x00080104, "LO",
              "Akci\xf0"
              "er");
    test::DicomBytes outer;
    outer.sequence(0x00080104 + 0x64, {inner, inner});
    test::DicomBytes file;
    file.text(0x00080005, "CS", "ISO_IR 148").text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.7");
    file.text(0x00090010, "LO", "NEFES TEST").text(0x00091001, "LO", "\xdd\xe7 ek");
    file.element(0x00091002, "UN", test::bytesOf(std::vector<std::uint8_t>{0, 1, 2, 200}));
    file.element(0x00091003, "UN", test::bytesOf("plain words"));
    file.text(0x00100010, "PN",
              "Y\xfdlmaz^Ay\xfe"
              "e");
    file.sequence(0x00081140 + 0x00080000, {outer}).u16(0x00280030, {7, 9});
    file.element(0x00420011, "OB", test::bytesOf(std::string(5000, '\xff')));
    file.text(0x00420012, "UT", std::string(3000, '\xfd'));
    return file;
}

} // namespace

class DicomTagsTest final : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] Result<TagTree> read(const Bytes& bytes) const
    {
        // Thousands of files: not each of them needs to survive a power cut.
        const std::filesystem::path file = m_files.path("file.dcm");
        std::ofstream(file, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
        return readTags(file, {});
    }

    test::TemporaryFiles m_files;

private Q_SLOTS:
    void textIsDecodedAndNamed();
    void sequencesAreTrees();
    void privateElementsAreListed();
    void longValuesAreCut();
    void pixelDataIsCountedNotRead();
    void theMetaHeaderComesFirst();
    void deepNestingIsRefused();
    void manyElementsAreBounded();
    void aStopIsHeard();
    void damagedFilesNeverCrash();
};

void DicomTagsTest::textIsDecodedAndNamed()
{
    const auto tree = read(mixture().file(test::kExplicitLittle));
    QVERIFY(tree);
    const TagNode* name = find(tree->elements, 0x00100010);
    QVERIFY(name != nullptr);
    QCOMPARE(name->name, std::string("Patient Name"));
    QCOMPARE(name->vr, std::string("PN"));
    QCOMPARE(name->value, std::string("Yılmaz^Ayşe"));
    const TagNode* numbers = find(tree->elements, 0x00280030);
    QCOMPARE(numbers->value, std::string("7\\9"));
    QCOMPARE(numbers->byteCount, std::uint64_t{4});
}

void DicomTagsTest::sequencesAreTrees()
{
    const auto tree = read(mixture().file(test::kExplicitLittle));
    QVERIFY(tree);
    const TagNode* outer = find(tree->elements, 0x00101140);
    QVERIFY(outer != nullptr);
    QCOMPARE(outer->vr, std::string("SQ"));
    QCOMPARE(outer->children.size(), std::size_t{1});
    QCOMPARE(outer->children.front().tag, kItemTag);
    const TagNode* inner = find(outer->children.front().children, 0x00080168);
    QVERIFY(inner != nullptr);
    QCOMPARE(inner->children.size(), std::size_t{2});
    // The character set of the file holds inside as well.
    QCOMPARE(find(inner->children[1].children, 0x00080104)->value, std::string("Akciğer"));
}

void DicomTagsTest::privateElementsAreListed()
{
    const auto tree = read(mixture().file(test::kExplicitLittle));
    QVERIFY(tree);
    QCOMPARE(find(tree->elements, 0x00091001)->value, std::string("İç ek"));
    const TagNode* binary = find(tree->elements, 0x00091002);
    QCOMPARE(binary->value, std::string("00 01 02 c8"));
    const TagNode* words = find(tree->elements, 0x00091003);
    QCOMPARE(words->value, std::string("plain words"));
}

void DicomTagsTest::longValuesAreCut()
{
    const auto tree = read(mixture().file(test::kExplicitLittle));
    QVERIFY(tree);
    const TagNode* bytes = find(tree->elements, 0x00420011);
    QVERIFY(bytes->isCut);
    QCOMPARE(bytes->byteCount, std::uint64_t{5000});
    const TagNode* text = find(tree->elements, 0x00420012);
    QVERIFY(text->isCut);
    // Cut between two letters: every ı has two bytes.
    QCOMPARE(text->value.size(), std::size_t{kMaxTagValueBytes});
    QVERIFY(QString::fromStdString(text->value).endsWith(QStringLiteral("ı")));
}

void DicomTagsTest::pixelDataIsCountedNotRead()
{
    const auto plain = read(
        test::imageHeader({}).element(kPixelData, "OW", Bytes(12)).file(test::kExplicitLittle));
    QVERIFY(plain);
    QCOMPARE(plain->elements.back().tag, std::uint32_t{kPixelData});
    QCOMPARE(plain->elements.back().byteCount, std::uint64_t{12});
    const auto packed =
        read(test::imageHeader({}).fragments({Bytes(6), Bytes(8)}).file(test::kRle));
    QVERIFY(packed);
    QCOMPARE(packed->elements.back().byteCount, std::uint64_t{14});
}

void DicomTagsTest::theMetaHeaderComesFirst()
{
    const auto tree = read(mixture().file(test::kExplicitLittle));
    QVERIFY(tree);
    const TagNode* syntax = find(tree->elements, 0x00020010);
    QVERIFY(syntax != nullptr);
    QVERIFY(syntax == &tree->elements.front());
    QCOMPARE(syntax->name, std::string("Transfer Syntax UID"));
}

void DicomTagsTest::deepNestingIsRefused()
{
    test::DicomBytes nested;
    nested.text(0x00080100, "SH", "x");
    for (int depth = 0; depth < 2 * kMaxNesting; ++depth) {
        test::DicomBytes around;
        around.sequence(0x00081140, {nested});
        nested = around;
    }
    QCOMPARE(read(nested.file(test::kExplicitLittle)).error().code, ErrorCode::NestingTooDeep);
}

void DicomTagsTest::manyElementsAreBounded()
{
    const test::DicomBytes item = test::DicomBytes().text(0x00080100, "SH", "x");
    test::DicomBytes file;
    file.sequence(0x00081140, std::vector<test::DicomBytes>(kMaxTagNodes, item));
    const auto tree = read(file.file(test::kExplicitLittle));
    QVERIFY(tree);
    QVERIFY(tree->isCut);
    QVERIFY(tree->elements.back().children.size() < std::size_t{kMaxTagNodes});
}

void DicomTagsTest::aStopIsHeard()
{
    std::stop_source source;
    source.request_stop();
    const auto path = m_files.put("stopped.dcm", mixture().file(test::kExplicitLittle));
    QCOMPARE(readTags(path, source.get_token()).error().code, ErrorCode::Cancelled);
}

void DicomTagsTest::damagedFilesNeverCrash()
{
    const Bytes good = mixture().file(test::kExplicitLittle);
    Rng random(7);
    for (int round = 0; round < 200; ++round) {
        Bytes bytes = good;
        for (int change = 0; change < 6; ++change) {
            bytes[132 + random.below(400)] = static_cast<std::byte>(random.below(256));
        }
        bytes.resize(bytes.size() - random.below(bytes.size() / 2));
        static_cast<void>(read(bytes)); // any answer will do
    }
    for (std::size_t length = 0; length < 1200; length += 7) {
        static_cast<void>(read(Bytes(good.begin(), good.begin() + std::ptrdiff_t(length))));
    }
}

QTEST_GUILESS_MAIN(DicomTagsTest)
#include "dicom_tags_test.moc"
