// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "core/image/measurement.h"

#include "tests/ui/window_fixture.h"
#include "ui/measure/drawing_book.h"
#include "ui/panels/measurement_panel.h"
#include "ui/text/measurement_text.h"
#include "ui/viewer/view_state.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QGuiApplication>
#include <QStatusBar>
#include <QStyle>
#include <QTreeWidget>

#include <sys/resource.h>

#include <cmath>
#include <csignal>

using namespace nefes;
using test::WindowFixture;

namespace {

/// 8 × 6 gray pixels, value 10 x + y, a pixel 2 mm across and 4 mm down.
ImagePtr smallImage()
{
    ImageData data;
    std::vector<std::uint8_t> values;
    for (int y = 0; y < 6; ++y) {
        for (int x = 0; x < 8; ++x) {
            values.push_back(static_cast<std::uint8_t>(10 * x + y));
        }
    }
    data.stored = {.width = 8, .height = 6, .samples = std::move(values)};
    data.spacing = PixelSpacing{.rowMm = 4.0, .columnMm = 2.0, .origin = SpacingOrigin::Patient};
    data.pixelAspect = 2.0;
    data.format = "dicom";
    return DecodedImage::create(std::move(data)).value();
}

QPoint onScreen(ui::Canvas& canvas, PointPx point)
{
    const PointPx screen =
        ui::imageToScreen(canvas.view(), *canvas.image(), canvas.deviceSize()).map(point);
    return {static_cast<int>(std::lround(screen.x)), static_cast<int>(std::lround(screen.y))};
}

void dragTo(ui::Canvas& canvas, PointPx from, PointPx to)
{
    const QPoint start = onScreen(canvas, from);
    const QPoint end = onScreen(canvas, to);
    QTest::mousePress(&canvas, Qt::LeftButton, Qt::NoModifier, start);
    QMouseEvent move(QEvent::MouseMove, QPointF(end), canvas.mapToGlobal(QPointF(end)),
                     Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&canvas, &move);
    QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::NoModifier, end);
}

void clickAt(ui::Canvas& canvas, PointPx point)
{
    QTest::mouseClick(&canvas, Qt::LeftButton, Qt::NoModifier, onScreen(canvas, point));
}

QStringList listed(WindowFixture& fixture)
{
    const auto* list = fixture.child<QTreeWidget>("measurementList");
    QStringList texts;
    for (int row = 0; row < list->topLevelItemCount(); ++row) {
        texts << list->topLevelItem(row)->text(0) + QLatin1Char(' ') +
                     list->topLevelItem(row)->text(1).section(QLatin1Char('\n'), 0, 0);
    }
    return texts;
}

double numberOf(const QString& line)
{
    return line.section(QLatin1Char(' '), 1, 1).toDouble();
}

} // namespace

class MeasuringTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreThoseComputedByHand_data();
    void valuesAreThoseComputedByHand();
    void regionsCountThePixelsWhoseCentresLieInside();
    void aDrawnLengthIsRightHoweverTheImageIsTurned_data();
    void aDrawnLengthIsRightHoweverTheImageIsTurned();
    void anAngleIsMadeByThreeClicks();
    void aRatioIsMadeByTwoDrags();
    void handlesMoveTheirPoint();
    void undoAndRedoWalkThroughTheChanges();
    void deleteRemovesTheSelectedOne();
    void escapeGivesUpTheDrawing();
    void drawingsComeBackAtTheNextStart();
    void aDamagedFileOfDrawingsIsPutAside_data();
    void aDamagedFileOfDrawingsIsPutAside();
    void drawingsThatCannotBeReadStay_data();
    void drawingsThatCannotBeReadStay();
    void twoWindowsKeepEachOthersDrawings_data();
    void twoWindowsKeepEachOthersDrawings();
    void aFullDiskIsToldAndTheDrawingsStay();
    void tablesHaveDecimalPointsInEveryLanguage();
    void aRatioSaysBothWidths();
    void everyLineOfTheListIsSeen_data();
    void everyLineOfTheListIsSeen();
};

void MeasuringTest::valuesAreThoseComputedByHand_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QList<QPointF>>("points");
    QTest::addColumn<double>("expected");
    const auto row = [](const char* name, MeasurementKind kind, const QList<QPointF>& points,
                        double expected) {
        QTest::newRow(name) << static_cast<int>(kind) << points << expected;
    };
    // 3 columns of 2 mm and 2 rows of 4 mm: 6 mm and 8 mm.
    row("a length uses both spacings", MeasurementKind::Length, {{1, 1}, {4, 3}}, 10.0);
    row("a right angle is 90 degrees", MeasurementKind::Angle, {{4, 1}, {1, 1}, {1, 3}}, 90.0);
    // 4 mm across and 4 mm down, though 2 columns and 1 row.
    row("angles are those in millimetres", MeasurementKind::Angle, {{3, 1}, {1, 1}, {3, 2}}, 45.0);
    row("an angle without a leg is 0", MeasurementKind::Angle, {{1, 1}, {1, 1}, {3, 2}}, 0.0);
    row("a Cobb angle has no direction", MeasurementKind::CobbAngle,
        {{1, 1}, {5, 1}, {5, 3}, {3, 4}}, 45.0);
    row("the ratio is heart to thorax", MeasurementKind::CardiothoracicRatio,
        {{2, 3}, {4, 3}, {1, 5}, {6, 5}}, 0.4);
    row("a rectangle has its area", MeasurementKind::Rectangle, {{1, 1}, {4, 3}}, 48.0);
    row("an ellipse has pi quarters of it", MeasurementKind::Ellipse, {{1, 1}, {4, 3}},
        48.0 * 3.14159265358979 / 4.0);
}

void MeasuringTest::valuesAreThoseComputedByHand()
{
    QFETCH(const int, kind);
    QFETCH(const QList<QPointF>, points);
    QFETCH(const double, expected);
    Measurement measurement{.kind = static_cast<MeasurementKind>(kind), .points = {}};
    for (const QPointF& point : points) {
        measurement.points.push_back({point.x(), point.y()});
    }
    const MeasuredValues values = measure(*smallImage(), measurement);
    const double measured = values.ratio.value_or(
        values.area.value_or(values.angleDegrees.value_or(values.length.value_or(std::nan("")))));
    QVERIFY2(std::abs(measured - expected) < 1e-9, qPrintable(QString::number(measured)));
}

void MeasuringTest::regionsCountThePixelsWhoseCentresLieInside()
{
    const ImagePtr image = smallImage();
    // Columns 1–2, rows 1–2: 11, 12, 21, 22.
    const RegionStatistics values =
        regionStatistics(*image, {.kind = MeasurementKind::Rectangle, .points = {{1, 1}, {3, 3}}});
    QCOMPARE(values.count, std::size_t{4});
    QCOMPARE(values.mean, 16.5);
    QCOMPARE(values.min, 11.0);
    QCOMPARE(values.max, 22.0);
    QCOMPARE(values.median, 16.5);
    QVERIFY(std::abs(values.standardDeviation - std::sqrt(101.0 / 3.0)) < 1e-9);
    const RegionStatistics outside = regionStatistics(
        *image, {.kind = MeasurementKind::Ellipse, .points = {{-9, -9}, {-2, -2}}});
    QCOMPARE(outside.count, std::size_t{0});
}

void MeasuringTest::aDrawnLengthIsRightHoweverTheImageIsTurned_data()
{
    QTest::addColumn<QStringList>("actions");
    QTest::newRow("as stored") << QStringList{};
    QTest::newRow("turned") << QStringList{QStringLiteral("rotateRight")};
    QTest::newRow("turned and flipped")
        << QStringList{QStringLiteral("rotateLeft"), QStringLiteral("flipHorizontal")};
    QTest::newRow("enlarged") << QStringList{QStringLiteral("zoomIn"), QStringLiteral("zoomIn")};
}

void MeasuringTest::aDrawnLengthIsRightHoweverTheImageIsTurned()
{
    QFETCH(const QStringList, actions);
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    for (const QString& action : actions) {
        fixture.trigger(action.toLatin1().constData());
    }
    QTest::keyClick(&fixture.window(), Qt::Key_L);
    dragTo(fixture.canvas(), {17, 12}, {20, 16});
    const QStringList lines = listed(fixture);
    QCOMPARE(lines.size(), 1);
    QVERIFY(lines.front().endsWith(QStringLiteral("mm (detector)")));
    // 3 and 4 pixels of 5 mm, drawn to the nearest pixel of the screen.
    QVERIFY2(std::abs(numberOf(lines.front()) - 25.0) < 0.6, qPrintable(lines.front()));
}

void MeasuringTest::anAngleIsMadeByThreeClicks()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    QTest::keyClick(&fixture.window(), Qt::Key_A);
    clickAt(fixture.canvas(), {25, 10});
    clickAt(fixture.canvas(), {15, 10});
    QVERIFY(listed(fixture).isEmpty());
    clickAt(fixture.canvas(), {15, 20});
    QCOMPARE(listed(fixture).size(), 1);
    QVERIFY2(listed(fixture).front().startsWith(QStringLiteral("Angle 90.")) ||
                 listed(fixture).front().startsWith(QStringLiteral("Angle 89.")),
             qPrintable(listed(fixture).front()));
}

void MeasuringTest::aRatioIsMadeByTwoDrags()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    QTest::keyClick(&fixture.window(), Qt::Key_T);
    dragTo(fixture.canvas(), {15, 12}, {25, 12});
    QVERIFY(listed(fixture).isEmpty());
    dragTo(fixture.canvas(), {10, 18}, {30, 18});
    QCOMPARE(listed(fixture), QStringList{QStringLiteral("Cardiothoracic ratio CTR 0.50")});
}

void MeasuringTest::handlesMoveTheirPoint()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    QTest::keyClick(&fixture.window(), Qt::Key_L);
    dragTo(fixture.canvas(), {10, 10}, {20, 10});
    QTest::keyClick(&fixture.window(), Qt::Key_W);
    dragTo(fixture.canvas(), {20, 10}, {30, 10});
    QCOMPARE(listed(fixture).size(), 1);
    QVERIFY(std::abs(numberOf(listed(fixture).front()) - 100.0) < 0.6);
}

void MeasuringTest::undoAndRedoWalkThroughTheChanges()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    QTest::keyClick(&fixture.window(), Qt::Key_L);
    dragTo(fixture.canvas(), {10, 10}, {20, 10});
    dragTo(fixture.canvas(), {10, 20}, {20, 20});
    QCOMPARE(listed(fixture).size(), 2);
    for (const int left : {1, 0}) {
        QTRY_VERIFY(fixture.child<QAction>("undoDrawing")->isEnabled());
        QTest::keyClick(&fixture.window(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(listed(fixture).size(), left);
    }
    QTRY_VERIFY(!fixture.child<QAction>("undoDrawing")->isEnabled());
    QTest::keyClick(&fixture.window(), Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(listed(fixture).size(), 1);
}

void MeasuringTest::deleteRemovesTheSelectedOne()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    QTest::keyClick(&fixture.window(), Qt::Key_L);
    dragTo(fixture.canvas(), {10, 10}, {20, 10});
    dragTo(fixture.canvas(), {10, 20}, {30, 20});
    clickAt(fixture.canvas(), {10, 10});
    QTest::keyClick(&fixture.window(), Qt::Key_Delete);
    QCOMPARE(listed(fixture).size(), 1);
    QVERIFY(std::abs(numberOf(listed(fixture).front()) - 100.0) < 0.6);
}

void MeasuringTest::escapeGivesUpTheDrawing()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    QTest::keyClick(&fixture.window(), Qt::Key_A);
    clickAt(fixture.canvas(), {25, 10});
    QTest::keyClick(&fixture.window(), Qt::Key_Escape);
    QVERIFY(fixture.child<QAction>("toolAngle")->isChecked());
    QTest::keyClick(&fixture.window(), Qt::Key_Escape);
    QVERIFY(fixture.child<QAction>("toolWindow")->isChecked());
    QVERIFY(listed(fixture).isEmpty());
}

void MeasuringTest::drawingsComeBackAtTheNextStart()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    QTest::keyClick(&fixture.window(), Qt::Key_E);
    dragTo(fixture.canvas(), {10, 10}, {20, 20});
    const QStringList before = listed(fixture);
    QCOMPARE(before.size(), 1);
    fixture.closeWindow();
    QVERIFY(fixture.openOne());
    QTRY_COMPARE(listed(fixture), before);
}

void MeasuringTest::aDamagedFileOfDrawingsIsPutAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a drawing of nothing") << QByteArray(R"({"format": 1, "measurements": [{}]})");
    QTest::newRow("a drawing that is none") << QByteArray(R"({"format": 1, "measurements": [7]})");
    QTest::newRow("a kind that is a number")
        << QByteArray(R"({"format": 1, "measurements": [{"kind": 5, "points": []}]})");
    QTest::newRow("a format that is a word")
        << QByteArray(R"({"format": "x", "measurements": []})");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("empty") << QByteArray();
}

void MeasuringTest::aDamagedFileOfDrawingsIsPutAside()
{
    QFETCH(const QByteArray, content);
    QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "x.json";
    // Nor is one that was put aside before overwritten.
    for (const char* aside : {".damaged", ".damaged-2"}) {
        QVERIFY(writeFileAtomically(file, content.toStdString()).has_value());
        const Result<ui::Drawings> drawings = ui::readDrawings(file);
        QVERIFY(!drawings);
        QCOMPARE(drawings.error().code, ErrorCode::DamagedFile);
        QVERIFY(std::filesystem::exists(std::filesystem::path(file) += aside));
    }
    QVERIFY(std::filesystem::exists(std::filesystem::path(file) += ".damaged"));
    QVERIFY(ui::readDrawings(file).value().isEmpty());
}

void MeasuringTest::drawingsThatCannotBeReadStay_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("code");
    QTest::newRow("of a newer version") << QByteArray(R"({"format": 2, "measurements": {}})")
                                        << static_cast<int>(ErrorCode::UnsupportedFormat);
    QTest::newRow("too large") << QByteArray(16 * 1024 * 1024 + 1, ' ')
                               << static_cast<int>(ErrorCode::FileTooLarge);
}

void MeasuringTest::drawingsThatCannotBeReadStay()
{
    QFETCH(const QByteArray, content);
    QFETCH(const int, code);
    const QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    QVERIFY(writeFileAtomically(root / "key.json", content.toStdString()).has_value());
    {
        ui::DrawingBook book(root);
        int told = -1;
        int count = 0;
        connect(&book, &ui::DrawingBook::saveFailed, this, [&](const Error& error) {
            told = static_cast<int>(error.code);
            ++count;
        });
        book.setImage("key");
        QTRY_COMPARE(told, code);
        // What is drawn is there, and it is told each time that it is not kept.
        book.add({.kind = MeasurementKind::Length, .points = {{1, 2}, {3, 4}}});
        QCOMPARE(count, 2);
        QCOMPARE(book.drawings().measurements.size(), std::size_t{1});
    }
    const auto after = readTextFile(root / "key.json", 1U << 25U);
    QVERIFY(after.has_value() && *after == content.toStdString());
}

void MeasuringTest::twoWindowsKeepEachOthersDrawings_data()
{
    using Change = std::function<void(ui::DrawingBook&)>;
    QTest::addColumn<Change>("here");
    QTest::addColumn<Change>("there");
    QTest::addColumn<QStringList>("inFile");
    QTest::addColumn<double>("rowMm");
    const auto add = [](const char* text) -> Change {
        return [text](ui::DrawingBook& book) {
            book.add({.kind = MeasurementKind::Text, .points = {{1, 2}}, .text = text});
        };
    };
    const Change removeFirst = [](ui::DrawingBook& book) {
        book.remove(0);
    };
    const Change changeFirst = [](ui::DrawingBook& book) {
        book.change(0, {.kind = MeasurementKind::Text, .points = {{5, 5}}, .text = "moved"});
    };
    const Change addAndUndo = [add](ui::DrawingBook& book) {
        add("not kept")(book);
        book.undo();
    };
    const Change calibrate = [](ui::DrawingBook& book) {
        book.calibrate(PixelSpacing{.rowMm = 0.5, .columnMm = 0.25});
    };
    QTest::newRow("both add") << add("a") << add("b") << QStringList{"first", "a", "b"} << 0.0;
    QTest::newRow("one removes, one adds") << removeFirst << add("b") << QStringList{"b"} << 0.0;
    QTest::newRow("one adds, one removes") << add("a") << removeFirst << QStringList{"a"} << 0.0;
    QTest::newRow("both remove") << removeFirst << removeFirst << QStringList{} << 0.0;
    QTest::newRow("one moves, one adds")
        << changeFirst << add("b") << QStringList{"moved", "b"} << 0.0;
    QTest::newRow("one adds, one undoes its own")
        << add("a") << addAndUndo << QStringList{"first", "a"} << 0.0;
    QTest::newRow("one calibrates, one adds")
        << calibrate << add("b") << QStringList{"first", "b"} << 0.5;
}

void MeasuringTest::twoWindowsKeepEachOthersDrawings()
{
    using Change = std::function<void(ui::DrawingBook&)>;
    QFETCH(const Change, here);
    QFETCH(const Change, there);
    QFETCH(const QStringList, inFile);
    QFETCH(const double, rowMm);
    const QTemporaryDir folder;
    const std::filesystem::path root = folder.path().toStdString();
    const ui::Drawings first{
        .measurements = {{.kind = MeasurementKind::Text, .points = {{9, 9}}, .text = "first"}},
        .calibration = {}};
    QVERIFY(ui::writeDrawings(root / "key.json", first).has_value());
    // The end of a book waits for what it has to write.
    auto mine = std::make_unique<ui::DrawingBook>(root);
    auto theirs = std::make_unique<ui::DrawingBook>(root);
    for (ui::DrawingBook* book : {mine.get(), theirs.get()}) {
        book->setImage("key");
        QTRY_COMPARE(book->drawings().measurements.size(), std::size_t{1});
    }
    here(*mine);
    mine.reset();
    there(*theirs);
    theirs.reset();
    const ui::Drawings kept = ui::readDrawings(root / "key.json").value();
    QStringList texts;
    for (const Measurement& drawing : kept.measurements) {
        texts += QString::fromStdString(drawing.text);
    }
    QCOMPARE(texts, inFile);
    QCOMPARE(kept.calibration ? kept.calibration->rowMm : 0.0, rowMm);
}

void MeasuringTest::aFullDiskIsToldAndTheDrawingsStay()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    const auto* list = fixture.child<QAbstractItemView>("measurementList");
    const auto* status = fixture.window().statusBar();
    QTest::keyClick(&fixture.window(), Qt::Key_Q);
    // No file may grow: what a write meets on a full disk.
    struct rlimit before = {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    auto* const ignored = std::signal(SIGXFSZ, SIG_IGN);
    struct rlimit full = before;
    full.rlim_cur = 0;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);
    QTest::mouseClick(&fixture.canvas(), Qt::LeftButton);
    const bool isTold = QTest::qWaitFor([status] {
        return status->currentMessage().contains(
            QStringLiteral("The drawings could not be kept on disk"));
    });
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, ignored);
    QVERIFY2(isTold, qPrintable(status->currentMessage()));
    QCOMPARE(list->model()->rowCount(), 1);
    // With room again, the next drawing takes the first one along.
    QTest::mouseClick(&fixture.canvas(), Qt::LeftButton, Qt::NoModifier,
                      fixture.canvas().rect().center() + QPoint(40, 30));
    QCOMPARE(list->model()->rowCount(), 2);
    fixture.closeWindow();
    QVERIFY(fixture.openOne());
    QTRY_COMPARE(fixture.child<QAbstractItemView>("measurementList")->model()->rowCount(), 2);
}

void MeasuringTest::tablesHaveDecimalPointsInEveryLanguage()
{
    WindowFixture fixture(ui::Language::Turkish);
    QVERIFY(fixture.openOne());
    const std::vector<Measurement> drawings{
        {.kind = MeasurementKind::Length, .points = {{1.0, 1.0}, {4.3, 1.0}}}};
    const std::string table = ui::measurementCsv(*smallImage(), drawings);
    QVERIFY(table.ends_with("\nlength,6.6,mm,,,,,,,,,,,\n"));
    QCOMPARE(ui::measurementLines(*smallImage(), drawings.front()),
             QStringList{QStringLiteral("6,6 mm")});
}

void MeasuringTest::aRatioSaysBothWidths()
{
    WindowFixture fixture; // in English
    fixture.window();
    const Measurement slanted{.kind = MeasurementKind::CardiothoracicRatio,
                              .points = {{2, 1}, {4, 5}, {1, 5}, {6, 5}}};
    QCOMPARE(ui::measurementLines(*smallImage(), slanted),
             (QStringList{QStringLiteral("CTR 0.40"), QStringLiteral("heart 4.0 mm"),
                          QStringLiteral("thorax 10.0 mm")}));
    const std::vector<Measurement> drawings{slanted};
    QVERIFY(ui::measurementCsv(*smallImage(), drawings)
                .ends_with("\ncardiothoracic_ratio,4,mm,,0.4,,,,,,,,,\n"));
}

void MeasuringTest::everyLineOfTheListIsSeen_data()
{
    QTest::addColumn<int>("origin");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("width");
    for (const int width : {220, 260, 340}) {
        for (const auto kind : {MeasurementKind::Ellipse, MeasurementKind::CardiothoracicRatio}) {
            for (const auto origin : {SpacingOrigin::Detector, SpacingOrigin::Magnified}) {
                QTest::addRow("%s, origin %d, %d wide",
                              std::string(measurementKindName(kind)).c_str(),
                              static_cast<int>(origin), width)
                    << static_cast<int>(origin) << static_cast<int>(kind) << width;
            }
        }
    }
}

void MeasuringTest::everyLineOfTheListIsSeen()
{
    QFETCH(const int, origin);
    QFETCH(const int, kind);
    QFETCH(const int, width);
    ImageData data = smallImage()->data();
    data.spacing->origin = static_cast<SpacingOrigin>(origin);
    const Measurement drawing =
        static_cast<MeasurementKind>(kind) == MeasurementKind::Ellipse
            ? Measurement{.kind = MeasurementKind::Ellipse, .points = {{1, 1}, {7, 5}}}
            : Measurement{.kind = MeasurementKind::CardiothoracicRatio,
                          .points = {{2, 3}, {4, 3}, {1, 5}, {6, 5}}};
    ui::MeasurementPanel panel;
    panel.resize(width, 500);
    panel.setDrawings(DecodedImage::create(std::move(data)).value(),
                      {.measurements = {drawing}, .calibration = {}});
    panel.show();
    const auto* list = panel.findChild<QTreeWidget*>(QStringLiteral("measurementList"));
    const auto isWhole = [list] {
        const QTreeWidgetItem* item = list->topLevelItem(0);
        // As the style lays it out: a margin of the style at both sides.
        const int margin = list->style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1;
        const QRect text = list->fontMetrics().boundingRect(
            QRect(0, 0, list->columnWidth(1) - 2 * margin, 4000), Qt::TextWordWrap, item->text(1));
        return list->visualItemRect(item).height() >= text.height();
    };
    QTRY_VERIFY(isWhole());
}

QTEST_MAIN(MeasuringTest)
#include "measuring_test.moc"
