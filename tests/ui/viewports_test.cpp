// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/viewport_actions.h"
#include "ui/bridge/image_loader.h"
#include "ui/bridge/series_mime.h"

#include <QDoubleSpinBox>
#include <QFrame>
#include <QMimeData>
#include <QTreeView>

#include <set>

using namespace nefes;
using namespace test;

namespace {

QString propertyOf(WindowFixture& fixture, const char* name, const char* key)
{
    return fixture.child<QFrame>(name)->property(key).toString();
}

} // namespace

class ViewportsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLayoutShowsTheSeriesThatFollow_data();
    void aLayoutShowsTheSeriesThatFollow();
    void aClickSelectsAndToolsActOnTheSelectedOne();
    void panelsFollowTheSelectedViewport();
    void drawingsAreSeenInEveryViewportOfTheImage();
    void aSeriesIsDroppedIntoAViewport();
    void theStudyListOffersItsSeriesForDragging();
    void doubleClickMaximisesAndBringsBack();
    void doubleClickWithAMeasuringToolDraws();
    void viewsOfRadiographsAreRememberedOneByOne();
    void cinePlaysAtTheRateOfTheFile();
    void theFirstFrameShowsBeforeTheOthersAreDecoded();
    void framesStayDecodedWithinABudget();
    void aFileThatVanishesHurtsNothingElse();
};

void ViewportsTest::aLayoutShowsTheSeriesThatFollow_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<int>("count");
    QTest::newRow("one") << QStringLiteral("layout1x1") << 1;
    QTest::newRow("two beside each other") << QStringLiteral("layout1x2") << 2;
    QTest::newRow("two above each other") << QStringLiteral("layout2x1") << 2;
    QTest::newRow("four") << QStringLiteral("layout2x2") << 4;
    QTest::newRow("nine, with room to spare") << QStringLiteral("layout3x3") << 9;
}

void ViewportsTest::aLayoutShowsTheSeriesThatFollow()
{
    QFETCH(const QString, action);
    QFETCH(const int, count);
    WindowFixture fixture;
    std::vector<std::filesystem::path> paths;
    for (const char letter : {'a', 'b', 'c', 'd', 'e'}) {
        paths.push_back(written(fixture, radiograph(std::string(1, letter) + ".test", "1.1",
                                                    std::string("1.1.") + letter)));
    }
    QVERIFY(fixture.open(paths));
    fixture.trigger(action.toLatin1().constData());
    QVERIFY(fixture.waitUntilIdle());
    const std::vector<std::string> expected{"1.1.a", "1.1.b", "1.1.c", "1.1.d", "1.1.e"};
    for (int cell = 1; cell <= count; ++cell) {
        QVERIFY(fixture
                    .child<QWidget>(cell == 1 ? "viewport"
                                              : ("viewport" + std::to_string(cell)).c_str())
                    ->isVisible());
        QCOMPARE(shownIn(fixture, cell),
                 cell <= 5 ? expected[static_cast<std::size_t>(cell - 1)] : std::string());
    }
    fixture.trigger("layout1x1");
    QCOMPARE(shownIn(fixture, 1), std::string("1.1.a"));
}

void ViewportsTest::aClickSelectsAndToolsActOnTheSelectedOne()
{
    WindowFixture fixture;
    QVERIFY(fixture.open({written(fixture, radiograph("a.test", "1.1", "1.1.1")),
                          written(fixture, radiograph("b.test", "1.1", "1.1.2"))}));
    fixture.trigger("layout1x2");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(propertyOf(fixture, "viewport", "viewport"), QStringLiteral("selected"));
    QTest::mouseClick(&canvasAt(fixture, 2), Qt::LeftButton);
    QCOMPARE(propertyOf(fixture, "viewport", "viewport"), QStringLiteral("other"));
    QCOMPARE(propertyOf(fixture, "viewport2", "viewport"), QStringLiteral("selected"));
    QTest::keyClick(&fixture.window(), Qt::Key_R);
    QTest::keyClick(&fixture.window(), Qt::Key_I);
    QCOMPARE(ui::rotationDegrees(canvasAt(fixture, 1).view().turn), 0);
    QCOMPARE(ui::rotationDegrees(canvasAt(fixture, 2).view().turn), 90);
    QVERIFY(!canvasAt(fixture, 1).view().display.inverted);
    QVERIFY(fixture.child<QAction>("invert")->isChecked());
    // The keyboard moves on to the other one.
    canvasAt(fixture, 1).setFocus(Qt::TabFocusReason);
    QVERIFY(!fixture.child<QAction>("invert")->isChecked());
    QTest::keyClick(&fixture.window(), Qt::Key_H);
    QVERIFY(ui::isMirrored(canvasAt(fixture, 1).view().turn));
}

void ViewportsTest::panelsFollowTheSelectedViewport()
{
    WindowFixture fixture;
    QVERIFY(fixture.open({written(fixture, radiograph("a.test", "1.1", "1.1.1")),
                          written(fixture, radiograph("b.test", "1.1", "1.1.2"))}));
    fixture.trigger("layout1x2");
    QVERIFY(fixture.waitUntilIdle());
    QTest::keyClick(&fixture.window(), Qt::Key_Q);
    QTest::mouseClick(&canvasAt(fixture, 2), Qt::LeftButton);
    const auto* list = fixture.child<QAbstractItemView>("measurementList");
    QCOMPARE(list->model()->rowCount(), 1);
    const int analyses = fixture.model->analyses;
    QTest::keyClick(&fixture.window(), Qt::Key_W);
    QTest::mouseClick(&canvasAt(fixture, 1), Qt::LeftButton);
    QCOMPARE(list->model()->rowCount(), 0);
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(fixture.model->analyses > analyses);
}

void ViewportsTest::drawingsAreSeenInEveryViewportOfTheImage()
{
    WindowFixture fixture;
    const auto path = written(fixture, radiograph("a.test", "1.1", "1.1.1"));
    QVERIFY(fixture.open({path}));
    fixture.trigger("layout1x2");
    QVERIFY(dropInto(fixture, "viewport2", path));
    const QImage before = canvasAt(fixture, 2).grab().toImage();
    QTest::keyClick(&fixture.window(), Qt::Key_Q);
    QTest::mouseClick(&canvasAt(fixture, 1), Qt::LeftButton);
    QVERIFY(canvasAt(fixture, 2).grab().toImage() != before);
}

void ViewportsTest::aSeriesIsDroppedIntoAViewport()
{
    WindowFixture fixture;
    const auto second = written(fixture, radiograph("b.test", "1.1", "1.1.2"));
    QVERIFY(fixture.open({written(fixture, radiograph("a.test", "1.1", "1.1.1")), second,
                          written(fixture, radiograph("c.test", "1.1", "1.1.3"))}));
    fixture.trigger("layout1x2");
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(dropInto(fixture, "viewport", second));
    QCOMPARE(shownIn(fixture, 1), std::string("1.1.2"));
    QCOMPARE(shownIn(fixture, 2), std::string("1.1.2"));
}

void ViewportsTest::theStudyListOffersItsSeriesForDragging()
{
    WindowFixture fixture;
    const auto path = written(fixture, radiograph("a.test", "1.1", "1.1.1"));
    QVERIFY(fixture.open({path}));
    const auto* tree = fixture.child<QTreeView>("studyTree");
    QVERIFY(tree->dragEnabled());
    QModelIndex index = tree->model()->index(0, 0);
    while (tree->model()->rowCount(index) > 0) {
        index = tree->model()->index(0, 0, index);
    }
    const std::unique_ptr<QMimeData> data(tree->model()->mimeData({index}));
    QVERIFY(data != nullptr);
    QCOMPARE(ui::seriesOfMime(*data), path);
}

void ViewportsTest::doubleClickMaximisesAndBringsBack()
{
    WindowFixture fixture;
    QVERIFY(fixture.open({written(fixture, radiograph("a.test", "1.1", "1.1.1")),
                          written(fixture, radiograph("b.test", "1.1", "1.1.2"))}));
    fixture.trigger("layout1x2");
    QVERIFY(fixture.waitUntilIdle());
    QTest::mouseDClick(&canvasAt(fixture, 2), Qt::LeftButton);
    QVERIFY(!canvasAt(fixture, 1).isVisible());
    QVERIFY(canvasAt(fixture, 2).isVisible());
    QTest::mouseDClick(&canvasAt(fixture, 2), Qt::LeftButton);
    QVERIFY(canvasAt(fixture, 1).isVisible());
    QTest::mouseDClick(&canvasAt(fixture, 1), Qt::LeftButton);
    QTest::keyClick(&fixture.window(), Qt::Key_Escape);
    QVERIFY(canvasAt(fixture, 2).isVisible());
}

void ViewportsTest::doubleClickWithAMeasuringToolDraws()
{
    WindowFixture fixture;
    QVERIFY(fixture.open({written(fixture, radiograph("a.test", "1.1", "1.1.1")),
                          written(fixture, radiograph("b.test", "1.1", "1.1.2"))}));
    fixture.trigger("layout1x2");
    QVERIFY(fixture.waitUntilIdle());
    QTest::keyClick(&fixture.window(), Qt::Key_A);
    QTest::mouseDClick(&canvasAt(fixture, 1), Qt::LeftButton);
    QVERIFY(canvasAt(fixture, 2).isVisible());
}

void ViewportsTest::viewsOfRadiographsAreRememberedOneByOne()
{
    WindowFixture fixture;
    SyntheticFile first = radiograph("a.test", "1.1", "1.1.1");
    SyntheticFile second = radiograph("b.test", "1.1", "1.1.1");
    second.instance = 2;
    QVERIFY(fixture.open({written(fixture, first), written(fixture, second)}));
    QTest::keyClick(&fixture.window(), Qt::Key_R);
    fixture.trigger("nextImage");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(ui::rotationDegrees(fixture.canvas().view().turn), 0);
    QTest::keyClick(&fixture.window(), Qt::Key_I);
    fixture.trigger("previousImage");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(ui::rotationDegrees(fixture.canvas().view().turn), 90);
    QVERIFY(!fixture.canvas().view().display.inverted);
    // The slices of a stack are turned together.
    SyntheticFile stack = radiograph("c.test", "1.1", "1.1.2");
    stack.frames = 2;
    QVERIFY(fixture.open({written(fixture, stack)}));
    QTest::keyClick(&fixture.window(), Qt::Key_R);
    fixture.trigger("nextImage");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(ui::rotationDegrees(fixture.canvas().view().turn), 90);
}

void ViewportsTest::cinePlaysAtTheRateOfTheFile()
{
    WindowFixture fixture;
    SyntheticFile file = radiograph("a.test", "1.1", "1.1.1");
    file.frames = 4;
    file.framesPerSecond = "40";
    QVERIFY(fixture.open({written(fixture, file)}));
    QVERIFY(fixture.child<QWidget>("cineBar")->isVisible());
    QCOMPARE(fixture.child<QDoubleSpinBox>("cineRate")->value(), 40.0);
    std::set<int> frames;
    QTest::keyClick(&fixture.window(), Qt::Key_C);
    QVERIFY(fixture.child<QAction>("cine")->isChecked());
    // All frames, and from the last to the first.
    QVERIFY(QTest::qWaitFor([&] {
        frames.insert(fixture.canvas().image()->data().frame);
        return frames.size() == 4;
    }));
    QTRY_COMPARE(fixture.canvas().image()->data().frame, 0);
    QTest::keyClick(&fixture.window(), Qt::Key_C);
    QVERIFY(!fixture.child<QAction>("cine")->isChecked());
    // A radiograph has nothing to play.
    QVERIFY(fixture.open({written(fixture, radiograph("b.test", "1.1", "1.1.2"))}));
    QVERIFY(!fixture.child<QWidget>("cineBar")->isVisible());
    QVERIFY(!fixture.child<QAction>("cine")->isEnabled());
}

void ViewportsTest::theFirstFrameShowsBeforeTheOthersAreDecoded()
{
    WindowFixture fixture;
    SyntheticFile file = radiograph("a.test", "1.1", "1.1.1");
    file.frames = 500;
    const auto* reader = static_cast<const test::SyntheticReader*>(fixture.services.reader.get());
    int decodedAtFirst = 0;
    fixture.window().openPaths({written(fixture, file)});
    QVERIFY(QTest::qWaitFor([&] {
        if (fixture.canvas().image() && decodedAtFirst == 0) {
            decodedAtFirst = reader->readCount();
        }
        return decodedAtFirst > 0;
    }));
    QVERIFY2(decodedAtFirst < 100, qPrintable(QString::number(decodedAtFirst)));
    QVERIFY(fixture.waitUntilIdle());
    // Those around it follow, not all of them.
    QTRY_VERIFY(reader->readCount() > 10);
    QVERIFY(reader->readCount() < 200);
}

void ViewportsTest::framesStayDecodedWithinABudget()
{
    ui::ImageCache cache(1000);
    const auto image = [] {
        ImageData data;
        data.stored = {.width = 20, .height = 20, .samples = std::vector<std::uint8_t>(400)};
        return DecodedImage::create(std::move(data)).value();
    };
    const ui::ImageAddress a{.path = "a"};
    const ui::ImageAddress b{.path = "b"};
    const ui::ImageAddress c{.path = "c"};
    cache.insert(a, image());
    cache.insert(b, image());
    QVERIFY(cache.find(a) != nullptr);
    cache.insert(c, image());
    QVERIFY(cache.byteCount() <= 1000);
    QVERIFY(cache.find(a) != nullptr);
    QVERIFY(cache.find(b) == nullptr); // used least recently
}

void ViewportsTest::aFileThatVanishesHurtsNothingElse()
{
    WindowFixture fixture;
    const auto shown = written(fixture, radiograph("a.test", "1.1", "1.1.1"));
    const auto next = written(fixture, radiograph("b.test", "1.1", "1.1.2"));
    QVERIFY(fixture.open({shown, next}));
    QTest::keyClick(&fixture.window(), Qt::Key_Q);
    QTest::mouseClick(&fixture.canvas(), Qt::LeftButton);
    const auto* list = fixture.child<QAbstractItemView>("measurementList");
    QCOMPARE(list->model()->rowCount(), 1);
    std::filesystem::remove(shown);
    std::filesystem::remove(next);
    const QImage before = fixture.canvas().picture().copy();
    QTest::keyClick(&fixture.window(), Qt::Key_R);
    QTest::keyClick(&fixture.window(), Qt::Key_R, Qt::ShiftModifier);
    QCOMPARE(fixture.canvas().picture(), before);
    fixture.trigger("nextSeries");
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(fixture.child<QWidget>("failedNotice")->isVisible());
    QVERIFY(fixture.child<QWidget>("failureBar")->isVisible());
    // What was decoded is still there, and so is what was drawn on it.
    fixture.trigger("previousSeries");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(shownIn(fixture, 1), std::string("1.1.1"));
    QCOMPARE(list->model()->rowCount(), 1);
}

QTEST_MAIN(ViewportsTest)
#include "viewports_test.moc"
