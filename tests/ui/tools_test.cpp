// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pointer.h"
#include "tests/ui/window_fixture.h"
#include "ui/text/measurement_text.h"

#include <QClipboard>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace nefes;
using test::clickImage;
using test::dragImage;
using test::SyntheticFile;
using test::WindowFixture;
using test::writeSynthetic;

namespace {

/// 40 × 30 pixels, a pixel 2 mm across and 4 mm down; the value of column x and row y is 100 x + y.
SyntheticFile phantom()
{
    SyntheticFile file;
    file.columnMm = 2.0;
    file.rowMm = 4.0;
    return file;
}

QStringList listed(WindowFixture& fixture)
{
    const auto* list = fixture.child<QTreeWidget>("measurementList");
    QStringList texts;
    for (int row = 0; row < list->topLevelItemCount(); ++row) {
        texts << list->topLevelItem(row)->text(1);
    }
    return texts;
}

using Strokes = QList<QList<QPointF>>;

std::vector<PointPx> pointsOf(const QList<QPointF>& stroke)
{
    std::vector<PointPx> points;
    for (const QPointF& point : stroke) {
        points.push_back({point.x(), point.y()});
    }
    return points;
}

/// Does what the hand does: one point is a click, several are a drag.
void draw(ui::Canvas& canvas, const Strokes& strokes)
{
    for (const QList<QPointF>& stroke : strokes) {
        if (stroke.size() == 1) {
            clickImage(canvas, pointsOf(stroke).front());
        } else {
            dragImage(canvas, pointsOf(stroke));
        }
    }
}

void write(WindowFixture& fixture, const QString& text)
{
    auto* entry = fixture.canvas().findChild<QLineEdit*>(QStringLiteral("textEntry"));
    QVERIFY(entry != nullptr);
    entry->setText(text);
    QTest::keyClick(entry, Qt::Key_Return);
    QTRY_VERIFY(fixture.canvas().findChild<QLineEdit*>(QStringLiteral("textEntry")) == nullptr);
}

} // namespace

class ToolsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyToolMeasuresWhatIsComputedByHand_data();
    void everyToolMeasuresWhatIsComputedByHand();
    void anglesNeedNoSpacing();
    void textsAndArrowsKeepTheirWords();
    void aTextWithoutWordsIsNotKept();
    void escapeGivesUpATextAndTypingIsNotAShortcut();
    void aDoubleClickEditsTheText();
    void aDrawingIsMovedByItsLine();
    void handlesOfRegionsChangeTheirSize();
    void copiedMeasurementsArePastedOnAnotherImage();
    void aKnownLengthCalibratesTheImage();
    void aCalibrationIsUndoneRemovedAndComesBackAtTheNextStart();
    void withoutASpacingLengthsArePixelsUntilCalibrated();
    void unusableSpacingsAreToldAndGivePixels_data();
    void unusableSpacingsAreToldAndGivePixels();
    void wordsAreQuotedInTables();
};

void ToolsTest::everyToolMeasuresWhatIsComputedByHand_data()
{
    QTest::addColumn<QStringList>("turns");
    QTest::addColumn<QString>("tool");
    QTest::addColumn<Strokes>("strokes");
    QTest::addColumn<QStringList>("expected");
    const QList<std::pair<const char*, QStringList>> views{
        {"as stored", {}},
        {"turned", {QStringLiteral("rotateRight")}},
        {"upside down", {QStringLiteral("rotateRight"), QStringLiteral("rotateRight")}},
        {"flipped", {QStringLiteral("flipHorizontal")}},
        {"turned and flipped", {QStringLiteral("rotateLeft"), QStringLiteral("flipVertical")}},
        {"enlarged", {QStringLiteral("zoomIn"), QStringLiteral("zoomIn")}},
        {"enlarged and turned", {QStringLiteral("zoomIn"), QStringLiteral("rotateRight")}}};
    const auto rows = [&views](const char* name, const char* tool, const Strokes& strokes,
                               const QStringList& expected) {
        for (const auto& [view, turns] : views) {
            QTest::addRow("%s, %s", name, view)
                << turns << QString::fromLatin1(tool) << strokes << expected;
        }
    };
    // 6 columns of 2 mm and 4 rows of 4 mm: 12 and 16 mm.
    rows("length", "toolLength", {{{10, 10}, {16, 14}}}, {QStringLiteral("20.0 mm (detector)")});
    // 4 columns are 8 mm and 2 rows are 8 mm.
    rows("angle", "toolAngle", {{{14, 10}}, {{10, 10}}, {{14, 12}}}, {QStringLiteral("45.0°")});
    rows("Cobb angle", "toolCobb", {{{10, 8}, {20, 8}}, {{10, 18}, {14, 20}}},
         {QStringLiteral("45.0°")});
    // Columns 10–13 and rows 10–12: 12 pixels, 8 × 12 mm. The mean of 100 x is 1150, that of y 11;
    // the squares add up to 12 × (12500 + 2/3), over 11.
    const QStringList box{QStringLiteral("96.0 mm² (detector)"),
                          QStringLiteral("mean 1161.0"),
                          QStringLiteral("SD 116.8"),
                          QStringLiteral("min 1010.0"),
                          QStringLiteral("median 1161.0"),
                          QStringLiteral("max 1312.0")};
    rows("rectangle", "toolRectangle", {{{10, 10}, {14, 13}}}, box);
    rows("freehand", "toolFreehand", {{{10, 10}, {14, 10}, {14, 13}, {10, 13}}}, box);
    // A half of it: the triangle holds the centres (10.5, 11.5), (10.5, 12.5), (11.5, 12.5) and
    // those on its edge from the left; its area is half of 4 × 3 pixels.
    rows("freehand triangle", "toolFreehand", {{{10, 10}, {14, 13}, {10, 13}}},
         {QStringLiteral("48.0 mm² (detector)"), QStringLiteral("min 1010.0")});
    // pi / 4 × 20 × 24 mm; symmetric about (15, 13), so the mean is 100 × 14.5 + 12.5.
    rows("ellipse", "toolEllipse", {{{10, 10}, {20, 16}}},
         {QStringLiteral("377.0 mm² (detector)"), QStringLiteral("mean 1462.5"),
          QStringLiteral("median 1462.5")});
    rows("point", "toolProbe", {{{12.5, 7.5}}}, {QStringLiteral("1207.0")});
    // Across 20 and 40 mm.
    rows("ratio", "toolRatio", {{{15, 12}, {25, 12}}, {{10, 18}, {30, 18}}},
         {QStringLiteral("CTR 0.50")});
    rows("ratio of a line that climbs", "toolRatio", {{{15, 14}, {25, 8}}, {{10, 18}, {30, 18}}},
         {QStringLiteral("CTR 0.50"), QStringLiteral("heart 20.0 mm (detector)"),
          QStringLiteral("thorax 40.0 mm (detector)")});
}

void ToolsTest::everyToolMeasuresWhatIsComputedByHand()
{
    QFETCH(const QStringList, turns);
    QFETCH(const QString, tool);
    QFETCH(const Strokes, strokes);
    QFETCH(const QStringList, expected);
    WindowFixture fixture;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), phantom())}));
    for (const QString& turn : turns) {
        fixture.trigger(turn.toLatin1().constData());
    }
    fixture.trigger(tool.toLatin1().constData());
    draw(fixture.canvas(), strokes);
    const QStringList lines = listed(fixture);
    QCOMPARE(lines.size(), 1);
    for (const QString& words : expected) {
        QVERIFY2(lines.front().contains(words), qPrintable(lines.front()));
    }
}

void ToolsTest::anglesNeedNoSpacing()
{
    WindowFixture fixture;
    SyntheticFile file;
    file.hasSpacing = false;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), file)}));
    fixture.trigger("toolAngle");
    draw(fixture.canvas(), {{{14, 10}}, {{10, 10}}, {{14, 14}}});
    fixture.trigger("toolCobb");
    draw(fixture.canvas(), {{{10, 20}, {20, 20}}, {{20, 24}, {24, 28}}});
    QCOMPARE(listed(fixture), (QStringList{QStringLiteral("45.0°"), QStringLiteral("45.0°")}));
}

void ToolsTest::textsAndArrowsKeepTheirWords()
{
    WindowFixture fixture;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), phantom())}));
    fixture.trigger("toolText");
    clickImage(fixture.canvas(), {10, 10});
    write(fixture, QStringLiteral("düğüm, 12 mm?"));
    fixture.trigger("toolArrow");
    dragImage(fixture.canvas(), {{20, 10}, {26, 14}});
    write(fixture, QString());
    QCOMPARE(listed(fixture), (QStringList{QStringLiteral("düğüm, 12 mm?"), QString()}));
    const QImage with = fixture.canvas().grab().toImage();
    fixture.closeWindow();
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), phantom())}));
    QTRY_COMPARE(listed(fixture), (QStringList{QStringLiteral("düğüm, 12 mm?"), QString()}));
    QVERIFY(!with.isNull());
}

void ToolsTest::aTextWithoutWordsIsNotKept()
{
    WindowFixture fixture;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), phantom())}));
    fixture.trigger("toolText");
    clickImage(fixture.canvas(), {10, 10});
    write(fixture, QStringLiteral("  "));
    QVERIFY(listed(fixture).isEmpty());
}

void ToolsTest::escapeGivesUpATextAndTypingIsNotAShortcut()
{
    WindowFixture fixture;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), phantom())}));
    fixture.trigger("toolText");
    clickImage(fixture.canvas(), {10, 10});
    auto* entry = fixture.canvas().findChild<QLineEdit*>(QStringLiteral("textEntry"));
    QVERIFY(entry != nullptr);
    QTest::keyClicks(entry, QStringLiteral("wlix"));
    QCOMPARE(entry->text(), QStringLiteral("wlix"));
    QVERIFY(fixture.child<QAction>("toolText")->isChecked());
    QVERIFY(!fixture.canvas().view().display.inverted);
    QTest::keyClick(entry, Qt::Key_Escape);
    QTRY_VERIFY(fixture.canvas().findChild<QLineEdit*>(QStringLiteral("textEntry")) == nullptr);
    QVERIFY(listed(fixture).isEmpty());
}

void ToolsTest::aDoubleClickEditsTheText()
{
    WindowFixture fixture;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), phantom())}));
    fixture.trigger("toolText");
    clickImage(fixture.canvas(), {10, 10});
    write(fixture, QStringLiteral("first"));
    fixture.trigger("toolWindow");
    clickImage(fixture.canvas(), {10, 10});
    test::sendMouse(fixture.canvas(), QEvent::MouseButtonDblClick,
                    test::onCanvas(fixture.canvas(), {10, 10}));
    test::sendMouse(fixture.canvas(), QEvent::MouseButtonRelease,
                    test::onCanvas(fixture.canvas(), {10, 10}));
    write(fixture, QStringLiteral("second"));
    QCOMPARE(listed(fixture), QStringList{QStringLiteral("second")});
}

void ToolsTest::aDrawingIsMovedByItsLine()
{
    WindowFixture fixture;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), phantom())}));
    fixture.trigger("toolRectangle");
    dragImage(fixture.canvas(), {{10, 10}, {14, 13}});
    fixture.trigger("toolWindow");
    const ui::ViewState view = fixture.canvas().view();
    dragImage(fixture.canvas(), {{12, 10}, {13, 10}, {14, 11}});
    QCOMPARE(listed(fixture).size(), 1);
    // Two columns and a row further: 100 × 2 + 1 more.
    QVERIFY2(listed(fixture).front().contains(QStringLiteral("mean 1362.0")),
             qPrintable(listed(fixture).front()));
    QVERIFY(listed(fixture).front().contains(QStringLiteral("96.0 mm²")));
    QVERIFY(ui::isSameDisplay(view.display, fixture.canvas().view().display));
}

void ToolsTest::handlesOfRegionsChangeTheirSize()
{
    WindowFixture fixture;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), phantom())}));
    fixture.trigger("toolFreehand");
    dragImage(fixture.canvas(), {{10, 10}, {14, 10}, {14, 13}, {10, 13}});
    fixture.trigger("toolWindow");
    dragImage(fixture.canvas(), {{14, 13}, {18, 16}});
    // Two triangles over the diagonal from (10, 10) to (18, 16): each 0.5 × |8·k| … by the
    // shoelace formula over (10,10), (14,10), (18,16), (10,13): 25.5 pixels of 8 mm².
    const double pixels = std::abs((10 * 10 - 14 * 10) + (14 * 16 - 18 * 10) + (18 * 13 - 10 * 16) +
                                   (10 * 10 - 10 * 13)) /
                          2.0;
    QVERIFY2(
        listed(fixture).front().startsWith(QStringLiteral("%1 mm²").arg(pixels * 8.0, 0, 'f', 1)),
        qPrintable(listed(fixture).front()));
    QTRY_VERIFY(fixture.child<QAction>("undoDrawing")->isEnabled());
    QTest::keyClick(&fixture.window(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(listed(fixture).front().startsWith(QStringLiteral("96.0 mm²")));
}

void ToolsTest::copiedMeasurementsArePastedOnAnotherImage()
{
    WindowFixture fixture;
    SyntheticFile second = phantom();
    second.name = "b.test";
    second.seriesUid = "1.1.2";
    QVERIFY(fixture.open(
        {writeSynthetic(fixture.folder(), phantom()), writeSynthetic(fixture.folder(), second)}));
    fixture.trigger("toolLength");
    dragImage(fixture.canvas(), {{10, 10}, {16, 14}});
    QTest::keyClick(&fixture.window(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("20.0 mm (detector)"));
    // On the same image it lies a little aside.
    QTest::keyClick(&fixture.window(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(listed(fixture).size(), 2);
    fixture.trigger("nextSeries");
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(listed(fixture).isEmpty());
    QTest::keyClick(&fixture.window(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(listed(fixture), QStringList{QStringLiteral("20.0 mm (detector)")});
    // What is no measurement is not pasted.
    QGuiApplication::clipboard()->setText(QStringLiteral("{\"format\": 1}"));
    QTest::keyClick(&fixture.window(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(listed(fixture).size(), 1);
}

namespace {

void enterLength(WindowFixture& fixture, double millimetres)
{
    auto* length = fixture.child<QDoubleSpinBox>("knownLength");
    length->setValue(millimetres);
    QTest::mouseClick(fixture.child<QPushButton>("acceptLength"), Qt::LeftButton);
}

} // namespace

void ToolsTest::aKnownLengthCalibratesTheImage()
{
    WindowFixture fixture;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), phantom())}));
    // With the tool: the line is a question, not a drawing.
    fixture.trigger("calibrate");
    dragImage(fixture.canvas(), {{10, 10}, {16, 14}});
    QVERIFY(listed(fixture).isEmpty());
    QVERIFY(!fixture.child<QPushButton>("acceptLength")->isEnabled());
    enterLength(fixture, 10.0);
    QVERIFY(fixture.child<QAction>("toolWindow")->isChecked());
    fixture.trigger("toolLength");
    dragImage(fixture.canvas(), {{10, 10}, {16, 14}});
    dragImage(fixture.canvas(), {{10, 20}, {16, 20}});
    // Half of all: 6 columns of 1 mm.
    QCOMPARE(listed(fixture), (QStringList{QStringLiteral("10.0 mm (calibrated)"),
                                           QStringLiteral("6.0 mm (calibrated)")}));
    const auto bar = ui::scaleBar(*fixture.canvas().image(), fixture.canvas().view(), 150.0,
                                  fixture.canvas().calibration());
    QVERIFY(bar && bar->label.endsWith(QStringLiteral("mm (calibrated)")));
}

void ToolsTest::aCalibrationIsUndoneRemovedAndComesBackAtTheNextStart()
{
    WindowFixture fixture;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), phantom())}));
    fixture.trigger("toolLength");
    dragImage(fixture.canvas(), {{10, 10}, {16, 14}});
    // With a length that is there and selected.
    fixture.trigger("calibrate");
    enterLength(fixture, 10.0);
    const QStringList calibrated{QStringLiteral("10.0 mm (calibrated)")};
    QCOMPARE(listed(fixture), calibrated);
    QTRY_VERIFY(fixture.child<QAction>("undoDrawing")->isEnabled());
    fixture.trigger("undoDrawing");
    QCOMPARE(listed(fixture), QStringList{QStringLiteral("20.0 mm (detector)")});
    QTRY_VERIFY(fixture.child<QAction>("redoDrawing")->isEnabled());
    fixture.trigger("redoDrawing");
    QCOMPARE(listed(fixture), calibrated);
    fixture.closeWindow();
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), phantom())}));
    QTRY_COMPARE(listed(fixture), calibrated);
    clickImage(fixture.canvas(), {10, 10});
    fixture.trigger("calibrate");
    QTest::mouseClick(fixture.child<QPushButton>("removeCalibration"), Qt::LeftButton);
    QCOMPARE(listed(fixture), QStringList{QStringLiteral("20.0 mm (detector)")});
}

void ToolsTest::withoutASpacingLengthsArePixelsUntilCalibrated()
{
    WindowFixture fixture;
    SyntheticFile file;
    file.hasSpacing = false;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), file)}));
    fixture.trigger("toolLength");
    dragImage(fixture.canvas(), {{10, 10}, {13, 14}});
    QCOMPARE(listed(fixture), QStringList{QStringLiteral("5 px")});
    fixture.trigger("calibrate");
    enterLength(fixture, 25.0);
    QCOMPARE(listed(fixture), QStringList{QStringLiteral("25.0 mm (calibrated)")});
}

void ToolsTest::unusableSpacingsAreToldAndGivePixels_data()
{
    QTest::addColumn<double>("row");
    QTest::addColumn<double>("column");
    QTest::newRow("zero") << 0.0 << 0.0;
    QTest::newRow("negative") << -0.2 << 0.2;
    QTest::newRow("not a number") << std::nan("") << 0.2;
    QTest::newRow("without end") << HUGE_VAL << 0.2;
}

void ToolsTest::unusableSpacingsAreToldAndGivePixels()
{
    QFETCH(const double, row);
    QFETCH(const double, column);
    WindowFixture fixture;
    SyntheticFile file;
    file.rowMm = row;
    file.columnMm = column;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), file)}));
    fixture.trigger("toolLength");
    dragImage(fixture.canvas(), {{10, 10}, {13, 14}});
    QCOMPARE(listed(fixture), QStringList{QStringLiteral("5 px")});
    const auto texts = ui::cornerTexts(*fixture.canvas().image(), fixture.canvas().view(), {},
                                       ui::OverlayLevel::All);
    QCOMPARE(texts.warnings,
             QStringList{QStringLiteral("The pixel spacing of the file is of no use: lengths in "
                                        "pixels")});
    QVERIFY(!ui::scaleBar(*fixture.canvas().image(), fixture.canvas().view(), 150.0));
}

void ToolsTest::wordsAreQuotedInTables()
{
    ImageData data;
    data.stored = {.width = 8, .height = 8, .samples = std::vector<std::uint8_t>(64, 7)};
    const ImagePtr image = DecodedImage::create(std::move(data)).value();
    const std::vector<Measurement> drawings{
        {.kind = MeasurementKind::Text, .points = {{1, 1}}, .text = "a, \"b\""},
        {.kind = MeasurementKind::Probe, .points = {{2.5, 2.5}}}};
    const std::string table = ui::measurementCsv(*image, drawings);
    QVERIFY(table.find("\ntext,,,,,,,,,,,,,\"a, \"\"b\"\"\"\n") != std::string::npos);
    QVERIFY(table.ends_with("\nprobe,,,,,,,1,7,,,,,\n"));
}

QTEST_MAIN(ToolsTest)
#include "tools_test.moc"
