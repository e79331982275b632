// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curve_data.h"
#include "ui/plots/line_plot.h"
#include "ui/plots/scatter_plot.h"
#include "ui/theme/theme.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

using namespace nefes::ui;

namespace {

CurveData wave(int count)
{
    CurveData data;
    for (int i = 0; i < count; ++i) {
        data.append({static_cast<double>(i), std::sin(i * 0.01)});
    }
    return data;
}

QWidget* viewOf(const QWidget& plot)
{
    return qobject_cast<QAbstractScrollArea*>(plot.focusProxy())->viewport();
}

QPoint middleOf(const QWidget& plot)
{
    return {plot.width() / 2, plot.height() / 2};
}

} // namespace

class PlotsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fewPointsAreShownAsTheyAre();
    void manyPointsAreThinnedAndNoPeakIsLost();
    void thinningKeepsThePointsBesideTheRange();
    void valuesThatAreNoNumbersAreLeftOut();
    void nearestFindsThePointOnEitherSide_data();
    void nearestFindsThePointOnEitherSide();
    void averageStartsAtTheFirstValue();
    void stepsAreRoundNumbers_data();
    void stepsAreRoundNumbers();
    void aThousandEventsBringFewRefreshes();
    void hiddenPlotsAreNotRefreshed();
    void atMostTwoThousandPointsAreShownAndAllAreExported();
    void picturesAndDrawingsCarryTheTitle();
    void tablesHaveAPointInTurkish();
    void aLowPlotHasWholeLabels_data();
    void aLowPlotHasWholeLabels();
    void anAxisOfPowersTellsTheNumbersThemselves();
    void draggingZoomsAndADoubleClickShowsEverything();
    void keysZoom();
    void clickingADotTellsItsNumber();
};

void PlotsTest::initTestCase()
{
    applyTheme(*qApp, loadTheme(ThemeId::Dark), 1.0);
}

void PlotsTest::fewPointsAreShownAsTheyAre()
{
    const CurveData data = wave(100);
    QCOMPARE(data.thinned(0.0, 99.0, 2000).size(), 100);
}

void PlotsTest::manyPointsAreThinnedAndNoPeakIsLost()
{
    CurveData data;
    for (int i = 0; i < 1'000'000; ++i) {
        data.append({i * 1.0, i == 654'321 ? 9.0 : i == 123'456 ? -9.0 : std::sin(i * 0.001)});
    }
    const QList<QPointF> shown = data.thinned(0.0, 1e6, 2000);
    QVERIFY(shown.size() <= 2000);
    QVERIFY(shown.size() > 1000);
    QVERIFY(shown.contains(QPointF(654'321.0, 9.0)));
    QVERIFY(shown.contains(QPointF(123'456.0, -9.0)));
    QCOMPARE(shown.front(), data.points().front());
    QCOMPARE(shown.back(), data.points().back());
    QVERIFY(std::ranges::is_sorted(shown, {}, &QPointF::x));
}

void PlotsTest::thinningKeepsThePointsBesideTheRange()
{
    const QList<QPointF> shown = wave(100).thinned(10.5, 20.5, 2000);
    QCOMPARE(shown.front().x(), 10.0);
    QCOMPARE(shown.back().x(), 21.0);
}

void PlotsTest::valuesThatAreNoNumbersAreLeftOut()
{
    CurveData data;
    data.append({0.0, std::numeric_limits<double>::quiet_NaN()});
    data.append({1.0, 2.0});
    QCOMPARE(data.points().size(), std::size_t{1});
    QVERIFY(!CurveData().nearest(1.0));
    QVERIFY(CurveData().thinned(0.0, 1.0, 2000).isEmpty());
}

void PlotsTest::nearestFindsThePointOnEitherSide_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("found");
    QTest::newRow("before the first") << -5.0 << 0.0;
    QTest::newRow("nearer to the left") << 3.4 << 3.0;
    QTest::newRow("nearer to the right") << 3.6 << 4.0;
    QTest::newRow("after the last") << 50.0 << 9.0;
}

void PlotsTest::nearestFindsThePointOnEitherSide()
{
    QFETCH(const double, x);
    QFETCH(const double, found);
    QCOMPARE(wave(10).nearest(x)->x(), found);
}

void PlotsTest::averageStartsAtTheFirstValue()
{
    MovingAverage average(0.9);
    QCOMPARE(average.next(4.0), 4.0);
    QVERIFY(std::abs(average.next(2.0) - (0.09 * 4.0 + 0.1 * 2.0) / 0.19) < 1e-12);
    MovingAverage none(0.0);
    QCOMPARE(none.next(4.0), 4.0);
    QCOMPARE(none.next(7.0), 7.0);
}

void PlotsTest::stepsAreRoundNumbers_data()
{
    QTest::addColumn<double>("length");
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("step");
    QTest::newRow("one") << 1.0 << 5 << 0.2;
    QTest::newRow("ten epochs") << 10.0 << 8 << 2.0;
    QTest::newRow("a thousand") << 1000.0 << 8 << 200.0;
    QTest::newRow("small") << 0.0003 << 5 << 0.0001;
    QTest::newRow("nothing") << 0.0 << 5 << 1.0;
}

void PlotsTest::stepsAreRoundNumbers()
{
    QFETCH(const double, length);
    QFETCH(const int, count);
    QFETCH(const double, step);
    QVERIFY(std::abs(niceStep(length, count) - step) < 1e-12);
}

void PlotsTest::aThousandEventsBringFewRefreshes()
{
    LinePlot plot;
    const int curve = plot.addCurve({});
    plot.resize(400, 300);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    const int before = plot.refreshCount();
    for (int i = 0; i < 1000; ++i) {
        plot.append(curve, {i * 1.0, 1.0});
        if (i % 100 == 0) {
            QCoreApplication::processEvents();
        }
    }
    QTRY_COMPARE(plot.shownPoints(curve), 1000);
    QVERIFY(plot.refreshCount() - before <= 5);
}

void PlotsTest::hiddenPlotsAreNotRefreshed()
{
    LinePlot plot;
    const int curve = plot.addCurve({});
    plot.append(curve, {1.0, 1.0});
    QTest::qWait(3 * PlotWidget::kRefreshMs);
    QCOMPARE(plot.refreshCount(), 0);
    plot.show();
    QTRY_COMPARE(plot.shownPoints(curve), 1);
}

void PlotsTest::atMostTwoThousandPointsAreShownAndAllAreExported()
{
    LinePlot plot;
    const int curve = plot.addCurve({});
    plot.setCurveName(curve, QStringLiteral("training"));
    plot.setData(curve, wave(100'000));
    plot.show();
    QTRY_VERIFY(plot.shownPoints(curve) > 1000);
    QVERIFY(plot.shownPoints(curve) <= static_cast<int>(LinePlot::kMaxShown));
    const QByteArray csv = plot.rendered(PlotFormat::Csv).value();
    QCOMPARE(csv.count('\n'), 100'001);
    QVERIFY(csv.startsWith("curve,x,y\n\"training\",0,0\n"));
}

void PlotsTest::picturesAndDrawingsCarryTheTitle()
{
    LinePlot plot;
    const int curve = plot.addCurve({.hasPoints = true});
    plot.setCurveName(curve, QStringLiteral("validation"));
    plot.setTexts(QStringLiteral("Loss"), QStringLiteral("epoch"), {});
    plot.setData(curve, wave(50));
    plot.setMark(20.0, QStringLiteral("best epoch 20"));
    plot.resize(500, 300);
    plot.show();
    QTRY_COMPARE(plot.shownPoints(curve), 50);
    const QByteArray svg = plot.rendered(PlotFormat::Svg).value();
    QVERIFY(svg.contains("<svg"));
    QVERIFY(svg.contains("<title>Loss</title>"));
    QVERIFY(svg.contains("best epoch 20"));
    const QImage png = QImage::fromData(plot.rendered(PlotFormat::Png).value(), "PNG");
    QVERIFY(png.width() > 800);
}

void PlotsTest::aLowPlotHasWholeLabels_data()
{
    QTest::addColumn<double>("highest");
    QTest::addColumn<QByteArray>("label");
    QTest::newRow("tens") << 38.0 << QByteArray(">20<");
    QTest::newRow("thousands") << 2100.0 << QByteArray(">2000<");
    QTest::newRow("small rates") << 0.0011 << QByteArray(">0.0010<");
}

void PlotsTest::aLowPlotHasWholeLabels()
{
    QFETCH(const double, highest);
    QFETCH(const QByteArray, label);
    QLocale::setDefault(QLocale(QLocale::English));
    LinePlot plot;
    plot.setTexts(QStringLiteral("Images per second"), QStringLiteral("epoch"), {});
    const int curve = plot.addCurve({});
    plot.setYRange(0.0, std::nullopt);
    for (int i = 0; i <= 10; ++i) {
        plot.append(curve, {static_cast<double>(i), highest * i / 10.0});
    }
    plot.resize(320, 150);
    plot.show();
    QTRY_COMPARE(plot.shownPoints(curve), 11);
    QTest::qWait(2 * PlotWidget::kRefreshMs);
    if (const char* target = std::getenv("NEFES_TEST_PICTURES")) {
        plot.grab().save(QStringLiteral("%1/low-%2.png")
                             .arg(QLatin1String(target), QLatin1String(QTest::currentDataTag())));
    }
    const QByteArray svg = plot.rendered(PlotFormat::Svg).value();
    QVERIFY2(!svg.contains("...<") && !svg.contains("…<"), svg.constData());
    QByteArray spelt = label;
    QVERIFY2(svg.contains(label) || svg.contains(spelt.replace("0.0010", "0.001")) ||
                 svg.contains(spelt.replace("2000", "2,000")),
             svg.constData());
}

void PlotsTest::anAxisOfPowersTellsTheNumbersThemselves()
{
    QLocale::setDefault(QLocale(QLocale::English));
    LinePlot plot;
    plot.setTexts(QStringLiteral("Loss"), QStringLiteral("learning rate"), {});
    const int curve = plot.addCurve({});
    plot.setLogarithmicX(true);
    for (int power = -6; power <= 0; ++power) {
        plot.append(curve, {static_cast<double>(power), 1.0});
    }
    plot.resize(600, 300);
    plot.show();
    QTRY_COMPARE(plot.shownPoints(curve), 7);
    const QByteArray svg = plot.rendered(PlotFormat::Svg).value();
    for (const char* label : {">0.000001<", ">0.001<", ">1<"}) {
        QVERIFY2(svg.contains(label), label);
    }
    QVERIFY(plot.rendered(PlotFormat::Csv).value().contains(",0.001,1"));
}

void PlotsTest::tablesHaveAPointInTurkish()
{
    QLocale::setDefault(QLocale(QLocale::Turkish));
    LinePlot plot;
    plot.append(plot.addCurve({}), {0.5, 0.25});
    const QByteArray csv = plot.rendered(PlotFormat::Csv).value();
    QLocale::setDefault(QLocale::c());
    QVERIFY(csv.contains("0.5,0.25"));
}

void PlotsTest::draggingZoomsAndADoubleClickShowsEverything()
{
    LinePlot plot;
    const int curve = plot.addCurve({});
    plot.setData(curve, wave(1000));
    plot.resize(600, 400);
    plot.show();
    QTRY_COMPARE(plot.shownPoints(curve), 1000);
    QWidget* view = viewOf(plot);
    QVERIFY(view != nullptr);
    const QPoint middle = middleOf(*view);
    QTest::mousePress(view, Qt::LeftButton, {}, middle - QPoint(100, 0));
    QTest::mouseMove(view, middle);
    QTest::mouseMove(view, middle + QPoint(100, 0));
    QTest::mouseRelease(view, Qt::LeftButton, {}, middle + QPoint(100, 0));
    QTRY_VERIFY(plot.shownPoints(curve) < 600);
    const auto [low, high] = plot.shownX();
    QVERIFY(low > 100.0 && high < 900.0);
    QVERIFY(plot.findChild<QWidget*>(QStringLiteral("plotWhole"))->isVisible());
    QTest::mouseDClick(view, Qt::LeftButton, {}, middle);
    QTRY_COMPARE(plot.shownPoints(curve), 1000);
}

void PlotsTest::keysZoom()
{
    LinePlot plot;
    plot.setData(plot.addCurve({}), wave(1000));
    plot.show();
    QTest::keyClick(plot.focusProxy(), Qt::Key_Plus);
    QVERIFY(plot.shownX().second < 999.0);
    const double before = plot.shownX().first;
    QTest::keyClick(plot.focusProxy(), Qt::Key_Right);
    QVERIFY(plot.shownX().first > before);
    QTest::keyClick(plot.focusProxy(), Qt::Key_0);
    QCOMPARE(plot.shownX(), (std::pair(0.0, 999.0)));
}

void PlotsTest::clickingADotTellsItsNumber()
{
    ScatterPlot plot;
    plot.setPoints({{{0.0, 0.0}, 0, QStringLiteral("a.png")},
                    {{1.0, 1.0}, 1, QStringLiteral("b.png")},
                    {{0.5, 0.5}, 1, QStringLiteral("c.png")}},
                   {QStringLiteral("no"), QStringLiteral("yes")});
    plot.resize(400, 400);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    QTRY_VERIFY(plot.refreshCount() > 0);
    QSignalSpy clicked(&plot, &ScatterPlot::pointClicked);
    QWidget* view = viewOf(plot);
    for (int y = 0; y < view->height() && clicked.isEmpty(); y += 3) {
        for (int x = view->width() / 3; x < 2 * view->width() / 3 && clicked.isEmpty(); x += 3) {
            QTest::mouseClick(view, Qt::LeftButton, {}, QPoint(x, y));
        }
    }
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked.front().front().toInt(), 2);
}

QTEST_MAIN(PlotsTest)
#include "plots_test.moc"
