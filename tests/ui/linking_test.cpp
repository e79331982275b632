// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/linking.h"

#include "tests/ui/viewport_actions.h"

#include <QAbstractButton>
#include <QMenuBar>
#include <QScreen>
#include <QStatusBar>
#include <QToolBar>

#include <cmath>

using namespace nefes;
using namespace test;

namespace {

/// A CT series of one study: slices at these places.
std::vector<std::filesystem::path> stack(WindowFixture& fixture, const std::string& study,
                                         const std::string& series, const QStringList& places,
                                         bool hasTurnedNormal = false)
{
    std::vector<std::filesystem::path> paths;
    int instance = 0;
    for (const QString& place : places) {
        SyntheticFile file = radiograph(series + "." + std::to_string(++instance) + ".test", study,
                                        series, study == "1.1" ? "2026-03-11" : "2025-01-10");
        file.modality = "CT";
        file.instance = instance;
        file.sliceMm = place.toStdString();
        file.hasTurnedNormal = hasTurnedNormal;
        paths.push_back(written(fixture, file));
    }
    return paths;
}

int instanceIn(WindowFixture& fixture, int number)
{
    const ImagePtr& image = canvasAt(fixture, number).image();
    return image ? std::stoi(image->data().text.instanceNumber) : 0;
}

} // namespace

/// Viewports that follow each other, and the window around them.
class LinkingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linkedViewportsFollow_data();
    void linkedViewportsFollow();
    void linkedWindowsKeepTheirPlaceInEachImagesOwnRange();
    void slicesAreLinkedByPlace_data();
    void slicesAreLinkedByPlace();
    void smallStepsAddUpToALargeOne();
    void layoutAndLinksComeBackAtTheNextStart();
    void f11FillsTheScreenAndEscapeLeavesIt();
    void aFullScreenShowsImagesOnlyAndKeepsItsKeys();
    void aWindowClosedOnAFullScreenKeepsItsPanels();
    void theWindowMovesToTheNextMonitor();
    void aWindowBesideTheScreensComesBackToOne();
    void openStudiesComeBackAtTheNextStart_data();
    void openStudiesComeBackAtTheNextStart();
};

void LinkingTest::linkedViewportsFollow_data()
{
    QTest::addColumn<QString>("link");
    QTest::newRow("nothing is linked at first") << QString();
    QTest::newRow("scroll") << QStringLiteral("linkScroll");
    QTest::newRow("zoom") << QStringLiteral("linkZoom");
    QTest::newRow("window") << QStringLiteral("linkWindow");
}

void LinkingTest::linkedViewportsFollow()
{
    QFETCH(const QString, link);
    WindowFixture fixture;
    SyntheticFile first = radiograph("a.test", "1.1", "1.1.1");
    SyntheticFile second = radiograph("b.test", "1.1", "1.1.2");
    first.frames = second.frames = 3;
    first.modality = second.modality = "CT";
    QVERIFY(fixture.open({written(fixture, first), written(fixture, second)}));
    fixture.trigger("layout1x2");
    QVERIFY(fixture.waitUntilIdle());
    if (!link.isEmpty()) {
        fixture.trigger(link.toLatin1().constData());
    }
    ui::Canvas& leader = canvasAt(fixture, 1);
    ui::Canvas& other = canvasAt(fixture, 2);
    const double zoom = other.view().zoom;
    const double width = ui::currentWindow(other.view().display, *other.image()).width;
    wheel(leader, 2, Qt::ControlModifier);
    QCOMPARE(other.view().zoom > zoom, link == QLatin1String("linkZoom"));
    if (link == QLatin1String("linkZoom")) {
        QVERIFY(std::abs(other.view().zoom / zoom - 1.44) < 1e-9);
    }
    dragBy(leader, QPoint(60, 0));
    const double after = ui::currentWindow(other.view().display, *other.image()).width;
    QCOMPARE(after > width, link == QLatin1String("linkWindow"));
    if (link == QLatin1String("linkWindow")) {
        QCOMPARE(after, ui::currentWindow(leader.view().display, *leader.image()).width);
    }
    wheel(leader, -1);
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(leader.image()->data().frame, 1);
    QCOMPARE(other.image()->data().frame, link == QLatin1String("linkScroll") ? 1 : 0);
}

void LinkingTest::linkedWindowsKeepTheirPlaceInEachImagesOwnRange()
{
    // The same radiograph from two detectors: one counts to 1000, the other to 4000.
    const auto image = [](double scale) {
        ImageData data;
        std::vector<std::uint16_t> values;
        for (int i = 0; i < 1000; ++i) {
            values.push_back(static_cast<std::uint16_t>(i * scale));
        }
        data.stored = {.width = 100, .height = 10, .samples = std::move(values)};
        data.bitsStored = 12;
        data.text.modality = "DX";
        data.format = "dicom";
        return DecodedImage::create(std::move(data)).value();
    };
    const ImagePtr low = image(1.0);
    const ImagePtr high = image(4.0);
    ui::ViewState view = ui::initialView(*low);
    view.display.voi = VoiWindow{.center = 300.0, .width = 200.0, .explanation = {}};
    const DisplaySettings followed =
        ui::followWindow({ui::initialView(*high), *high}, {view, *low},
                         {.own = autoWindow(*high), .leader = autoWindow(*low)});
    const auto& window = std::get<VoiWindow>(followed.voi);
    QVERIFY2(std::abs(window.center - 1200.0) < 20.0, qPrintable(QString::number(window.center)));
    QVERIFY2(std::abs(window.width - 800.0) < 20.0, qPrintable(QString::number(window.width)));
}

void LinkingTest::layoutAndLinksComeBackAtTheNextStart()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    fixture.trigger("layout2x2");
    fixture.trigger("linkZoom");
    fixture.closeWindow();
    QVERIFY(fixture.openOne());
    QVERIFY(fixture.child<QAction>("layout2x2")->isChecked());
    QVERIFY(fixture.child<QAction>("linkZoom")->isChecked());
    QVERIFY(!fixture.child<QAction>("linkScroll")->isChecked());
    QVERIFY(fixture.child<QWidget>("viewport4")->isVisible());
}

void LinkingTest::f11FillsTheScreenAndEscapeLeavesIt()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    QTest::keyClick(&fixture.window(), Qt::Key_F11);
    QVERIFY(fixture.window().isFullScreen());
    QVERIFY(fixture.canvas().isVisible());
    QTest::keyClick(&fixture.window(), Qt::Key_Escape);
    QVERIFY(!fixture.window().isFullScreen());
}

void LinkingTest::slicesAreLinkedByPlace_data()
{
    QTest::addColumn<QString>("study");
    QTest::addColumn<QStringList>("places");
    QTest::addColumn<bool>("hasTurnedNormal");
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::addColumn<QString>("note");
    // The leader has slices at 0, 10 … 40 mm and goes two of them on, from 0 to 20.
    const auto position = QStringLiteral("same position");
    const auto distance = QStringLiteral("same distance");
    const auto images = QStringLiteral("image by image");
    const QStringList thin{"0", "4", "8", "12", "16", "19", "24", "30"};
    QTest::newRow("the nearest slice") << "1.1" << thin << false << 1 << 6 << position;
    QTest::newRow("beyond the end")
        << "1.1" << QStringList{"0", "3", "6"} << false << 1 << 3 << position;
    QTest::newRow("the normal turned round")
        << "1.1" << QStringList{"0", "-10", "-20", "-30"} << true << 1 << 3 << position;
    QTest::newRow("another study: as far from where it was")
        << "9.1" << QStringList{"100", "105", "110", "115", "121", "130"} << false << 1 << 5
        << distance;
    QTest::newRow("no places") << "1.1" << QStringList{"", "", "", ""} << false << 1 << 3 << images;
    QTest::newRow("a place that is no number")
        << "1.1" << QStringList{"0", "nan", "8", "12"} << false << 1 << 3 << images;
}

void LinkingTest::slicesAreLinkedByPlace()
{
    QFETCH(const QString, study);
    QFETCH(const QStringList, places);
    QFETCH(const bool, hasTurnedNormal);
    QFETCH(const int, before);
    QFETCH(const int, after);
    QFETCH(const QString, note);
    WindowFixture fixture;
    std::vector<std::filesystem::path> paths =
        stack(fixture, "1.1", "1.1.1", {"0", "10", "20", "30", "40"});
    const auto others = stack(fixture, study.toStdString(), "9.1.1", places, hasTurnedNormal);
    paths.insert(paths.end(), others.begin(), others.end());
    QVERIFY(fixture.open(paths));
    fixture.trigger("layout1x2");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(shownIn(fixture, 1), std::string("1.1.1"));
    QCOMPARE(shownIn(fixture, 2), std::string("9.1.1"));
    QCOMPARE(instanceIn(fixture, 2), before);
    QVERIFY(canvasAt(fixture, 2).linkNote().isEmpty());
    fixture.trigger("linkScroll");
    QVERIFY2(canvasAt(fixture, 2).linkNote().contains(note),
             qPrintable(canvasAt(fixture, 2).linkNote()));
    QVERIFY(canvasAt(fixture, 1).linkNote().isEmpty());
    wheel(canvasAt(fixture, 1), -2);
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(instanceIn(fixture, 1), 3);
    QCOMPARE(instanceIn(fixture, 2), after);
    fixture.trigger("linkScroll");
    QVERIFY(canvasAt(fixture, 2).linkNote().isEmpty());
}

void LinkingTest::smallStepsAddUpToALargeOne()
{
    WindowFixture fixture;
    std::vector<std::filesystem::path> paths =
        stack(fixture, "1.1", "1.1.1", {"0", "1", "2", "3", "4", "5", "6"});
    const auto others = stack(fixture, "9.1", "9.1.1", {"50", "55", "60"});
    paths.insert(paths.end(), others.begin(), others.end());
    QVERIFY(fixture.open(paths));
    fixture.trigger("layout1x2");
    QVERIFY(fixture.waitUntilIdle());
    fixture.trigger("linkScroll");
    for (int step = 1; step <= 6; ++step) {
        wheel(canvasAt(fixture, 1), -1);
        QVERIFY(fixture.waitUntilIdle());
        QCOMPARE(instanceIn(fixture, 1), 1 + step);
        QCOMPARE(instanceIn(fixture, 2), step < 3 ? 1 : 2);
    }
}

void LinkingTest::aFullScreenShowsImagesOnlyAndKeepsItsKeys()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    ui::MainWindow& window = fixture.window();
    const std::vector<QWidget*> around{window.menuBar(), fixture.child<QToolBar>("toolBar"),
                                       window.statusBar(), fixture.child<QWidget>("studyDock"),
                                       fixture.child<QWidget>("analysisDock")};
    for (const QWidget* part : around) {
        QVERIFY(part->isVisible());
    }
    QTest::keyClick(&window, Qt::Key_F11);
    for (const QWidget* part : around) {
        QVERIFY2(!part->isVisible(), qPrintable(part->objectName()));
    }
    QTRY_COMPARE(fixture.canvas().size(), window.size());
    QTest::keyClick(&window, Qt::Key_I);
    QVERIFY(fixture.canvas().view().display.inverted);
    QTest::keyClick(&window, Qt::Key_L);
    QCOMPARE(fixture.canvas().tool(), ui::Tool::Length);
    QTest::keyClick(&window, Qt::Key_F11);
    for (const QWidget* part : around) {
        QVERIFY2(part->isVisible(), qPrintable(part->objectName()));
    }
    // A panel that was hidden stays so.
    fixture.trigger("showStudies");
    QTest::keyClick(&window, Qt::Key_F11);
    QTest::keyClick(&window, Qt::Key_F11);
    QVERIFY(!fixture.child<QWidget>("studyDock")->isVisible());
    QVERIFY(fixture.child<QWidget>("analysisDock")->isVisible());
}

void LinkingTest::aWindowClosedOnAFullScreenKeepsItsPanels()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    QTest::keyClick(&fixture.window(), Qt::Key_F11);
    QVERIFY(fixture.window().isFullScreen());
    fixture.closeWindow();
    QVERIFY(fixture.openOne());
    if (fixture.window().isFullScreen()) {
        QVERIFY(!fixture.child<QWidget>("studyDock")->isVisible());
        QTest::keyClick(&fixture.window(), Qt::Key_Escape);
    }
    QVERIFY(!fixture.window().isFullScreen());
    for (const char* part : {"toolBar", "studyDock", "analysisDock"}) {
        QVERIFY2(fixture.child<QWidget>(part)->isVisible(), part);
    }
}

void LinkingTest::theWindowMovesToTheNextMonitor()
{
    // Two monitors side by side: see CMakeLists.txt.
    const QList<QScreen*> screens = QGuiApplication::screens();
    QCOMPARE(screens.size(), 2);
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    ui::MainWindow& window = fixture.window();
    window.move(screens[0]->availableGeometry().topLeft() + QPoint(40, 30));
    const auto isOn = [&window](const QScreen* screen) {
        return screen->geometry().contains(window.geometry().center());
    };
    QVERIFY(isOn(screens[0]));
    QTest::keyClick(&window, Qt::Key_F11, Qt::ShiftModifier);
    QTRY_VERIFY(isOn(screens[1]));
    QVERIFY(screens[1]->geometry().contains(window.geometry()));
    // A full screen moves as one.
    QTest::keyClick(&window, Qt::Key_F11);
    QVERIFY(window.isFullScreen());
    QTest::keyClick(&window, Qt::Key_F11, Qt::ShiftModifier);
    QVERIFY(window.isFullScreen());
    QVERIFY(isOn(screens[0]));
    QTest::keyClick(&window, Qt::Key_Escape);
    QVERIFY(!window.isFullScreen());
}

void LinkingTest::aWindowBesideTheScreensComesBackToOne()
{
    WindowFixture fixture;
    QVERIFY(fixture.openOne());
    fixture.window().move(9000, 7000);
    fixture.closeWindow();
    QVERIFY(fixture.openOne());
    QRegion seen;
    for (const QScreen* screen : QGuiApplication::screens()) {
        seen += screen->availableGeometry();
    }
    QVERIFY(seen.contains(fixture.window().geometry().center()));
}

void LinkingTest::openStudiesComeBackAtTheNextStart_data()
{
    QTest::addColumn<bool>("isWanted");
    QTest::addColumn<bool>("isGone");
    QTest::addColumn<bool>("isClosed");
    QTest::newRow("they come back") << true << false << false;
    QTest::newRow("not against a setting") << false << false << false;
    QTest::newRow("a file that is gone is no failure") << true << true << false;
    QTest::newRow("what was closed stays closed") << true << false << true;
}

void LinkingTest::openStudiesComeBackAtTheNextStart()
{
    QFETCH(const bool, isWanted);
    QFETCH(const bool, isGone);
    QFETCH(const bool, isClosed);
    WindowFixture fixture;
    const auto path = written(fixture, radiograph("a.test", "1.1", "1.1.1"));
    QVERIFY(fixture.open({path}));
    if (!isWanted) {
        fixture.trigger("showSettings");
        fixture.child<QAbstractButton>("reopensBox")->setChecked(false);
    }
    if (isClosed) {
        fixture.trigger("closeAll");
    }
    fixture.closeWindow();
    if (isGone) {
        std::filesystem::remove(path);
    }
    fixture.window().reopenStudies();
    const bool comesBack = isWanted && !isGone && !isClosed;
    if (comesBack) {
        QTRY_COMPARE(shownIn(fixture, 1), std::string("1.1.1"));
    } else {
        QTest::qWait(50);
    }
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(fixture.canvas().image() != nullptr, comesBack);
    QVERIFY(!fixture.child<QWidget>("failureBar")->isVisible());
}

QTEST_MAIN(LinkingTest)
#include "linking_test.moc"
