// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/display.h"

#include "tests/ui/window_fixture.h"
#include "ui/viewer/overlay.h"
#include "ui/viewer/view_state.h"

#include <QLabel>
#include <QWheelEvent>

#include <cmath>

using namespace nefes;
using test::SyntheticFile;
using test::WindowFixture;
using test::writeSynthetic;

namespace {

VoiWindow windowOf(ui::Canvas& canvas)
{
    return ui::currentWindow(canvas.view().display, *canvas.image());
}

void drag(QWidget& widget, Qt::MouseButton button, QPoint from, QPoint by)
{
    QTest::mousePress(&widget, button, Qt::NoModifier, from);
    constexpr int kSteps = 10;
    for (int step = 1; step <= kSteps; ++step) {
        // QTest::mouseMove carries no buttons.
        const QPointF position = from + QPointF(by) * step / kSteps;
        QMouseEvent move(QEvent::MouseMove, position, widget.mapToGlobal(position), Qt::NoButton,
                         button, Qt::NoModifier);
        QCoreApplication::sendEvent(&widget, &move);
    }
    QTest::mouseRelease(&widget, button, Qt::NoModifier, from + by);
}

void wheel(QWidget& widget, QPointF position, int notches, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(position, widget.mapToGlobal(position), {}, QPoint(0, 120 * notches),
                      Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

EdgeLetters lettersOf(ui::Canvas& canvas)
{
    return edgeLetters(canvas.image()->data().orientation,
                       ui::imageToScreen(canvas.view(), *canvas.image(), canvas.deviceSize()));
}

std::string around(const EdgeLetters& letters)
{
    return letters.left + letters.top + letters.right + letters.bottom;
}

} // namespace

class ViewingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draggingChangesTheWindow_data();
    void draggingChangesTheWindow();
    void keysTurnTheImageAndItsLetters_data();
    void keysTurnTheImageAndItsLetters();
    void unknownOrientationGivesNoLetters();
    void turnedPixelsLieWhereTheyBelong();
    void middleDragMovesTheImageWithThePointer();
    void ctrlWheelKeepsThePointUnderThePointer();
    void wheelShowsTheNextFrame();
    void fitAndOneToOneSetTheZoom();
    void invertSwapsBlackAndWhite();
    void presetsSetTheirWindow_data();
    void presetsSetTheirWindow();
    void resetBringsTheFirstViewBack();
    void theViewOfASeriesComesBack();
    void pointerShowsPositionAndValue();
    void overlaysCycleThroughThreeLevels();
    void patientTextIsOnlyInTheFullOverlay();
    void scaleBarNeedsASpacing();
    void arrowsMoveThroughTheSeries();
};

void ViewingTest::draggingChangesTheWindow_data()
{
    QTest::addColumn<QPoint>("by");
    QTest::addColumn<int>("width"); // sign of the change
    QTest::addColumn<int>("center");
    QTest::newRow("to the right makes the window wider") << QPoint(60, 0) << 1 << 0;
    QTest::newRow("to the left makes the window narrower") << QPoint(-60, 0) << -1 << 0;
    QTest::newRow("up lowers the centre, so the image gets brighter") << QPoint(0, -60) << 0 << -1;
    QTest::newRow("down raises the centre, so the image gets darker") << QPoint(0, 60) << 0 << 1;
}

void ViewingTest::draggingChangesTheWindow()
{
    QFETCH(const QPoint, by);
    QFETCH(const int, width);
    QFETCH(const int, center);
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    ui::Canvas& canvas = fixture.canvas();
    const VoiWindow before = windowOf(canvas);
    const int grayBefore = qGray(canvas.picture().pixel(canvas.picture().rect().center()));
    drag(canvas, Qt::LeftButton, QPoint(200, 200), by);
    const VoiWindow after = windowOf(canvas);
    const auto sign = [](double value) {
        return (value > 1e-9) - (value < -1e-9);
    };
    QCOMPARE(sign(after.width - before.width), width);
    QCOMPARE(sign(after.center - before.center), center);
    const int grayAfter = qGray(canvas.picture().pixel(canvas.picture().rect().center()));
    if (center != 0) {
        QCOMPARE(sign(grayAfter - grayBefore), -center);
    }
}

void ViewingTest::keysTurnTheImageAndItsLetters_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("letters"); // left, top, right, bottom
    QTest::newRow("as stored") << QString() << QStringLiteral("RHLF");
    QTest::newRow("R turns clockwise") << QStringLiteral("R") << QStringLiteral("FRHL");
    QTest::newRow("Shift+R turns back") << QStringLiteral("rR") << QStringLiteral("RHLF");
    QTest::newRow("H swaps left and right") << QStringLiteral("H") << QStringLiteral("LHRF");
    QTest::newRow("V swaps top and bottom") << QStringLiteral("V") << QStringLiteral("RFLH");
    QTest::newRow("a flip acts on what is seen") << QStringLiteral("RH") << QStringLiteral("HRFL");
    QTest::newRow("four turns are none") << QStringLiteral("RRRR") << QStringLiteral("RHLF");
    QTest::newRow("both flips are half a turn") << QStringLiteral("HV") << QStringLiteral("LFRH");
}

void ViewingTest::keysTurnTheImageAndItsLetters()
{
    QFETCH(const QString, keys);
    QFETCH(const QString, letters);
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    for (const QChar key : keys) {
        const bool isLower = key.isLower();
        QTest::keyClick(&fixture.window(), key.toUpper().toLatin1(),
                        isLower ? Qt::ShiftModifier : Qt::NoModifier);
    }
    QCOMPARE(QString::fromStdString(around(lettersOf(fixture.canvas()))), letters);
}

void ViewingTest::unknownOrientationGivesNoLetters()
{
    WindowFixture fixture;
    SyntheticFile file;
    file.hasOrientation = false;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), file)}));
    fixture.trigger("rotateRight");
    QCOMPARE(around(lettersOf(fixture.canvas())), std::string());
}

void ViewingTest::turnedPixelsLieWhereTheyBelong()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    ui::Canvas& canvas = fixture.canvas();
    // A dark, a bright and a middle spot of the image, followed through every turn.
    for (const char* action :
         {"rotateRight", "flipHorizontal", "rotateLeft", "flipVertical", "zoomOneToOne"}) {
        fixture.trigger(action);
        const QImage shown = canvas.picture();
        const Affine map = ui::imageToScreen(canvas.view(), *canvas.image(), canvas.deviceSize());
        const ToneTable table(*canvas.image(), canvas.view().display);
        for (const auto& [x, y] : {std::pair(3, 3), std::pair(35, 20), std::pair(20, 10)}) {
            const PointPx screen = map.map({x + 0.5, y + 0.5});
            const int seen = qGray(shown.pixel(static_cast<int>(std::floor(screen.x)),
                                               static_cast<int>(std::floor(screen.y))));
            const int expected = table.at(canvas.image()->storedAt(x, y));
            QVERIFY2(std::abs(seen - expected) <= 4, action);
        }
    }
}

void ViewingTest::middleDragMovesTheImageWithThePointer()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    ui::Canvas& canvas = fixture.canvas();
    const auto map = [&] {
        return ui::imageToScreen(canvas.view(), *canvas.image(), canvas.deviceSize());
    };
    const PointPx before = map().map({20, 15});
    drag(canvas, Qt::MiddleButton, QPoint(200, 200), QPoint(30, -20));
    const PointPx after = map().map({20, 15});
    QVERIFY(std::abs(after.x - before.x - 30) < 0.01);
    QVERIFY(std::abs(after.y - before.y + 20) < 0.01);
}

void ViewingTest::ctrlWheelKeepsThePointUnderThePointer()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    ui::Canvas& canvas = fixture.canvas();
    const QPointF pointer(250, 180);
    const auto underPointer = [&] {
        return ui::imageToScreen(canvas.view(), *canvas.image(), canvas.deviceSize())
            .inverted()
            .map({pointer.x(), pointer.y()});
    };
    const double zoom = canvas.view().zoom;
    const PointPx before = underPointer();
    wheel(canvas, pointer, 1, Qt::ControlModifier);
    QVERIFY(canvas.view().zoom > zoom);
    QVERIFY(std::abs(underPointer().x - before.x) < 0.01);
    QVERIFY(std::abs(underPointer().y - before.y) < 0.01);
}

void ViewingTest::wheelShowsTheNextFrame()
{
    WindowFixture fixture;
    SyntheticFile file;
    file.frames = 3;
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), file)}));
    wheel(fixture.canvas(), QPointF(100, 100), -1, Qt::NoModifier);
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.canvas().image()->data().frame, 1);
    wheel(fixture.canvas(), QPointF(100, 100), 1, Qt::NoModifier);
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.canvas().image()->data().frame, 0);
}

void ViewingTest::fitAndOneToOneSetTheZoom()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    ui::Canvas& canvas = fixture.canvas();
    const QSize size = canvas.deviceSize();
    const double fitted = std::min(size.width() / 40.0, size.height() / 30.0);
    QCOMPARE(canvas.view().zoom, fitted);
    QTest::keyClick(&fixture.window(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(std::abs(canvas.view().zoom - 1.0) < 1e-9);
    QTest::keyClick(&fixture.window(), Qt::Key_F);
    QCOMPARE(canvas.view().zoom, fitted);
}

void ViewingTest::invertSwapsBlackAndWhite()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    const QPoint middle = fixture.canvas().picture().rect().center();
    const int before = qGray(fixture.canvas().picture().pixel(middle));
    QTest::keyClick(&fixture.window(), Qt::Key_I);
    QCOMPARE(qGray(fixture.canvas().picture().pixel(middle)), 255 - before);
}

void ViewingTest::presetsSetTheirWindow_data()
{
    QTest::addColumn<QString>("modality");
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("preset"); // empty: auto
    QTest::newRow("1 is the window of the image's own values")
        << QStringLiteral("DX") << int(Qt::Key_1) << QString();
    QTest::newRow("2 is lung in a radiograph")
        << QStringLiteral("DX") << int(Qt::Key_2) << QStringLiteral("lung");
    QTest::newRow("3 is the mediastinum in a CT")
        << QStringLiteral("CT") << int(Qt::Key_3) << QStringLiteral("ct_mediastinum");
}

void ViewingTest::presetsSetTheirWindow()
{
    QFETCH(const QString, modality);
    QFETCH(const int, key);
    QFETCH(const QString, preset);
    WindowFixture fixture;
    SyntheticFile file;
    file.modality = modality.toStdString();
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), file)}));
    const DecodedImage& image = *fixture.canvas().image();
    VoiWindow expected = autoWindow(image);
    for (const WindowPreset& known : windowPresets(file.modality)) {
        if (known.id == preset.toStdString()) {
            expected = resolvePreset(known, image);
        }
    }
    QTest::keyClick(&fixture.window(), static_cast<Qt::Key>(key));
    QCOMPARE(windowOf(fixture.canvas()).center, expected.center);
    QCOMPARE(windowOf(fixture.canvas()).width, expected.width);
    QTest::keyClick(&fixture.window(), Qt::Key_0);
    QCOMPARE(windowOf(fixture.canvas()).center, 2000.0);
    QCOMPARE(windowOf(fixture.canvas()).width, 4000.0);
}

void ViewingTest::resetBringsTheFirstViewBack()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    const QImage first = fixture.canvas().picture().copy();
    for (const char* action : {"rotateRight", "flipVertical", "invert", "zoomIn", "preset3"}) {
        fixture.trigger(action);
    }
    QVERIFY(fixture.canvas().picture() != first);
    QTest::keyClick(&fixture.window(), Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(fixture.canvas().picture(), first);
}

void ViewingTest::theViewOfASeriesComesBack()
{
    WindowFixture fixture;
    SyntheticFile second;
    second.name = "b.test";
    second.seriesUid = "1.1.2";
    QVERIFY(fixture.open(
        {writeSynthetic(fixture.folder(), {}), writeSynthetic(fixture.folder(), second)}));
    fixture.trigger("rotateRight");
    fixture.trigger("nextSeries");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(ui::rotationDegrees(fixture.canvas().view().turn), 0);
    fixture.trigger("previousSeries");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(ui::rotationDegrees(fixture.canvas().view().turn), 90);
}

void ViewingTest::pointerShowsPositionAndValue()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    ui::Canvas& canvas = fixture.canvas();
    const PointPx screen =
        ui::imageToScreen(canvas.view(), *canvas.image(), canvas.deviceSize()).map({12.5, 7.5});
    QTest::mouseMove(&canvas, QPoint(int(std::lround(screen.x)), int(std::lround(screen.y))));
    const auto* label = fixture.child<QLabel>("pointerText");
    QTRY_COMPARE(label->text(), QStringLiteral("x 12  y 7   value 1207"));
}

void ViewingTest::overlaysCycleThroughThreeLevels()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    const QImage all = fixture.canvas().grab().toImage();
    QTest::keyClick(&fixture.window(), Qt::Key_O);
    const QImage minimal = fixture.canvas().grab().toImage();
    QTest::keyClick(&fixture.window(), Qt::Key_O);
    const QImage none = fixture.canvas().grab().toImage();
    QVERIFY(all != minimal && minimal != none);
    QTest::keyClick(&fixture.window(), Qt::Key_O);
    QCOMPARE(fixture.canvas().grab().toImage(), all);
}

void ViewingTest::patientTextIsOnlyInTheFullOverlay()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    const DecodedImage& image = *fixture.canvas().image();
    const ui::ViewState view = fixture.canvas().view();
    const auto texts = ui::cornerTexts(image, view, {}, ui::OverlayLevel::All);
    QVERIFY(texts.topLeft.contains(QStringLiteral("Yılmaz Ayşe")));
    QVERIFY(texts.bottomRight.contains(QStringLiteral("120 kV · 2.5 mAs")));
    QVERIFY(ui::cornerTexts(image, view, {}, ui::OverlayLevel::Minimal).topLeft.isEmpty());
    QVERIFY(ui::cornerTexts(image, view, {}, ui::OverlayLevel::None).bottomLeft.isEmpty());
}

void ViewingTest::scaleBarNeedsASpacing()
{
    WindowFixture fixture;
    SyntheticFile file;
    file.hasSpacing = false;
    QVERIFY(fixture.openOne());
    const auto bar = ui::scaleBar(*fixture.canvas().image(), fixture.canvas().view(), 150.0);
    QVERIFY(bar.has_value());
    QVERIFY(bar->label.endsWith(QStringLiteral("mm (detector)")));
    file.name = "b.test";
    file.seriesUid = "1.1.2";
    QVERIFY(fixture.open({writeSynthetic(fixture.folder(), file)}));
    QVERIFY(!ui::scaleBar(*fixture.canvas().image(), fixture.canvas().view(), 150.0));
}

void ViewingTest::arrowsMoveThroughTheSeries()
{
    WindowFixture fixture;
    SyntheticFile file;
    file.frames = 2;
    SyntheticFile second;
    second.name = "b.test";
    second.seriesUid = "1.1.2";
    second.width = 50;
    QVERIFY(fixture.open(
        {writeSynthetic(fixture.folder(), file), writeSynthetic(fixture.folder(), second)}));
    QTest::keyClick(&fixture.canvas(), Qt::Key_Down);
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.canvas().image()->data().frame, 1);
    QTest::keyClick(&fixture.canvas(), Qt::Key_Right);
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.canvas().image()->width(), 50);
    QTest::keyClick(&fixture.canvas(), Qt::Key_Left);
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.canvas().image()->width(), 40);
}

QTEST_MAIN(ViewingTest)
#include "viewing_test.moc"
