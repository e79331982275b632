// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_fixture.h"
#include "ui/tags/tag_rows.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>

#include <atomic>

using namespace nefes;
using test::SyntheticFile;
using test::WindowFixture;
using test::writeSynthetic;

namespace {

TagNode element(std::uint32_t tag, const char* vr, const char* name, const char* value)
{
    TagNode node;
    node.tag = tag;
    node.vr = vr;
    node.name = name;
    node.value = value;
    return node;
}

TagTree sampleTree()
{
    TagNode item;
    item.tag = kItemTag;
    item.children = {element(0x00080104, "LO", "Code Meaning", "Göğüs")};
    TagNode sequence = element(0x00082218, "SQ", "Anatomic Region Sequence", "");
    sequence.children = {item, item};
    TagNode pixels = element(0x7fe00010, "OW", "Pixel Data", "");
    pixels.isCut = true;
    pixels.byteCount = 2400;
    return {.elements = {sequence, element(0x00091001, "LO", "", "private words"),
                         element(0x00100010, "PN", "Patient Name", "IŞIK^İrem"), pixels},
            .isCut = false};
}

/// A window whose files all have the tags above; counts how often they are read.
struct TagWindow : WindowFixture {
    TagWindow()
    {
        services.objects.readTags = [this](const std::filesystem::path&,
                                           std::stop_token) -> Result<TagTree> {
            ++reads;
            if (isPicture) {
                return fail(ErrorCode::UnknownFormat, "a picture");
            }
            return sampleTree();
        };
    }
    [[nodiscard]] QAbstractItemModel& rows() { return *child<QTreeView>("tagView")->model(); }
    [[nodiscard]] bool show()
    {
        trigger("showTags");
        return waitUntilIdle();
    }
    [[nodiscard]] bool search(const QString& text)
    {
        child<QLineEdit>("tagSearch")->setText(text);
        return waitUntilIdle();
    }

    std::atomic<int> reads{0};
    std::atomic<bool> isPicture{false};
};

} // namespace

class TagsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tagsAreReadWhenTheTabIsShown();
    void sequencesUnfold();
    void searchFindsTagNameAndValue_data();
    void searchFindsTagNameAndValue();
    void searchKeepsWhatLiesAbove();
    void valueAndRowAreCopied();
    void picturesHaveNoTags();
    void textsFollowTheLanguage();
};

void TagsTest::tagsAreReadWhenTheTabIsShown()
{
    TagWindow fixture;
    QVERIFY(fixture.openOne());
    QCOMPARE(fixture.reads.load(), 0);
    QVERIFY(fixture.show());
    QCOMPARE(fixture.reads.load(), 1);
    QCOMPARE(fixture.rows().rowCount(), 4);
    QVERIFY(fixture.child<QTreeView>("tagView")->isVisible());
    SyntheticFile other;
    other.name = "b.test";
    other.seriesUid = "1.1.2";
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), other)}));
    QCOMPARE(fixture.reads.load(), 2);
    fixture.trigger("closeAll");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.rows().rowCount(), 0);
}

void TagsTest::sequencesUnfold()
{
    TagWindow fixture;
    QVERIFY(fixture.openOne());
    QVERIFY(fixture.show());
    const QModelIndex sequence = fixture.rows().index(0, 0);
    QCOMPARE(sequence.data().toString(), QStringLiteral("(0008,2218)"));
    QCOMPARE(sequence.siblingAtColumn(2).data().toString(), QStringLiteral("2 items"));
    const QModelIndex second = fixture.rows().index(1, 0, sequence);
    QCOMPARE(second.data().toString(), QStringLiteral("Item 2"));
    const QModelIndex code = fixture.rows().index(0, 2, second);
    QCOMPARE(code.data().toString(), QStringLiteral("Göğüs"));
    QCOMPARE(code.parent().parent(), sequence);
    const QModelIndex pixels = fixture.rows().index(3, 2);
    QVERIFY(pixels.data().toString().contains(QStringLiteral("2.34")));
    QCOMPARE(fixture.rows().index(1, 1).data().toString(), QStringLiteral("Private element"));
}

void TagsTest::searchFindsTagNameAndValue_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("found");
    QTest::newRow("part of a tag") << QStringLiteral("0010,0010") << 1;
    QTest::newRow("a tag without its comma") << QStringLiteral("00100010") << 1;
    QTest::newRow("a name") << QStringLiteral("patient name") << 1;
    QTest::newRow("a keyword") << QStringLiteral("PatientName") << 1;
    QTest::newRow("a value with any i") << QStringLiteral("ışık IREM") << 1;
    QTest::newRow("a value within a sequence") << QStringLiteral("göğüs") << 1;
    QTest::newRow("all") << QString() << 4;
    QTest::newRow("nothing") << QStringLiteral("absent") << 0;
}

void TagsTest::searchFindsTagNameAndValue()
{
    QFETCH(const QString, text);
    QFETCH(const int, found);
    TagWindow fixture;
    QVERIFY(fixture.openOne());
    QVERIFY(fixture.show());
    QVERIFY(fixture.search(text));
    QCOMPARE(fixture.rows().rowCount(), found);
    QCOMPARE(fixture.child<QLabel>("tagNotice")->isVisible(), found == 0);
}

void TagsTest::searchKeepsWhatLiesAbove()
{
    const auto tree = std::make_shared<const TagTree>(sampleTree());
    const ui::TagRows rows = ui::makeTagRows(tree, QStringLiteral("code"), {});
    QCOMPARE(rows.matches, std::size_t{2});
    QCOMPARE(rows.roots.size(), std::size_t{1});
    QCOMPARE(rows.rows.size(), std::size_t{5}); // the sequence, two items, an element in each
    const ui::TagRows all = ui::makeTagRows(tree, QStringLiteral("anatomic"), {});
    QCOMPARE(all.rows.size(), std::size_t{5}); // a sequence that is found shows what it holds
}

void TagsTest::valueAndRowAreCopied()
{
    TagWindow fixture;
    QVERIFY(fixture.openOne());
    QVERIFY(fixture.show());
    auto* view = fixture.child<QTreeView>("tagView");
    QVERIFY(!fixture.child<QPushButton>("copyTagRow")->isEnabled());
    view->setCurrentIndex(fixture.rows().index(2, 1));
    QTest::mouseClick(fixture.child<QPushButton>("copyTagValue"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("IŞIK^İrem"));
    QTest::mouseClick(fixture.child<QPushButton>("copyTagRow"), Qt::LeftButton);
    const QString row = QStringLiteral("(0010,0010)\tPN\tPatient Name\tIŞIK^İrem");
    QCOMPARE(QGuiApplication::clipboard()->text(), row);
    QVERIFY(fixture.child<QPlainTextEdit>("tagDetail")
                ->toPlainText()
                .endsWith(QStringLiteral("Patient Name\nIŞIK^İrem")));
    QGuiApplication::clipboard()->clear();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), row);
}

void TagsTest::picturesHaveNoTags()
{
    TagWindow fixture;
    fixture.isPicture = true;
    QVERIFY(fixture.openOne());
    QVERIFY(fixture.show());
    QCOMPARE(fixture.child<QLabel>("tagNotice")->text(),
             QStringLiteral("This file is not DICOM, so it has no tags."));
}

void TagsTest::textsFollowTheLanguage()
{
    TagWindow fixture;
    QVERIFY(fixture.openOne());
    QVERIFY(fixture.show());
    const QSignalSpy before(&fixture.rows(), &QAbstractItemModel::layoutAboutToBeChanged);
    const QSignalSpy after(&fixture.rows(), &QAbstractItemModel::layoutChanged);
    fixture.trigger("languageTurkish");
    QTRY_COMPARE(fixture.rows().headerData(1, Qt::Horizontal).toString(), QStringLiteral("Ad"));
    QCOMPARE(fixture.rows().index(0, 2).data().toString(), QStringLiteral("2 öge"));
    QTRY_COMPARE(fixture.child<QLabel>("tagCount")->text(), QStringLiteral("6 etiket"));
    QCOMPARE(before.count(), after.count()); // views must hear of both
}

QTEST_MAIN(TagsTest)
#include "tags_test.moc"
