// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/lungs.h"

#include "core/base/rng.h"

#include "ml/lung_views.h"
#include "ml/rank_correlation.h"
#include "ml/source_test.h"

#include "tests/ml/fakes.h"

#include <QTest>

#include <cmath>

using namespace nefes;
using namespace nefes::ml;

namespace {

constexpr int kWidth = 64;
constexpr int kHeight = 32;

/// The left half of the finder's square is lung.
std::vector<float> leftHalf()
{
    std::vector<float> lungs;
    for (int i = 0; i < kLungSide * kLungSide; ++i) {
        lungs.push_back(i % kLungSide < kLungSide / 2 ? 1.0F : 0.0F);
    }
    return lungs;
}

InputSpecification padded(int side)
{
    InputSpecification input;
    input.width = side;
    input.height = side;
    input.resize = ResizeRule::Pad;
    return input;
}

LungPlane planeOfHalves()
{
    return lungPlane(*fake::halvesImage(kWidth, kHeight, 80, 200), padded(52), leftHalf(),
                     fake::Operations{});
}

} // namespace

class LungsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lungsLieWhereTheFinderSawThem_data();
    void lungsLieWhereTheFinderSawThem();
    void dilationGrowsInEveryDirectionAndStopsAtTheEdge();
    void energyIsTheShareOfTheMapOnTheLungs_data();
    void energyIsTheShareOfTheMapOnTheLungs();
    void aMapThatIsZeroEverywhereHasNoEnergy();
    void viewsHideWhatTheyAreNamedAfter();
    void theBorderLeavesOutPaddingAndCentre();
    void theCropShowsTheBoxOfTheLungs();
    void ranksCorrelate_data();
    void ranksCorrelate();
    void sourcesAreToldFromFeaturesThatDiffer_data();
    void sourcesAreToldFromFeaturesThatDiffer();
};

void LungsTest::lungsLieWhereTheFinderSawThem_data()
{
    QTest::addColumn<double>("left");
    QTest::addColumn<double>("width");
    QTest::addColumn<int>("lungColumns");
    QTest::newRow("the whole image") << 0.0 << double(kWidth) << 32;
    QTest::newRow("its left quarter") << 0.0 << kWidth / 4.0 << 64;
    QTest::newRow("its right half") << kWidth / 2.0 << kWidth / 2.0 << 0;
}

void LungsTest::lungsLieWhereTheFinderSawThem()
{
    QFETCH(double, left);
    QFETCH(double, width);
    QFETCH(int, lungColumns);
    const auto mask =
        lungsOfRegion(leftHalf(), {left, 0.0, width, kHeight}, kWidth, kHeight, 64, 8);
    for (int row = 0; row < 8; ++row) {
        const auto first = mask.begin() + row * 64;
        QVERIFY(std::abs(std::count(first, first + 64, true) - lungColumns) <= 1);
    }
}

void LungsTest::dilationGrowsInEveryDirectionAndStopsAtTheEdge()
{
    std::vector<bool> mask(5 * 4);
    mask[0] = true; // top left
    const auto grown = dilated(mask, 5, 4, 2);
    for (int row = 0; row < 4; ++row) {
        for (int column = 0; column < 5; ++column) {
            QCOMPARE(bool(grown[std::size_t(row * 5 + column)]), row <= 2 && column <= 2);
        }
    }
}

void LungsTest::energyIsTheShareOfTheMapOnTheLungs_data()
{
    QTest::addColumn<float>("left");
    QTest::addColumn<float>("right");
    QTest::addColumn<double>("energy");
    QTest::newRow("all of it") << 1.0F << 0.0F << 1.0;
    QTest::newRow("none of it") << 0.0F << 1.0F << 0.0;
    QTest::newRow("a quarter") << 1.0F << 3.0F << 0.25;
}

void LungsTest::energyIsTheShareOfTheMapOnTheLungs()
{
    QFETCH(float, left);
    QFETCH(float, right);
    QFETCH(double, energy);
    FloatGrid map;
    map.width = 4;
    map.height = 1;
    map.values = {left, left, right, right};
    std::vector<bool> mask;
    for (int i = 0; i < 4 * 4; ++i) {
        mask.push_back(i % 4 < 2);
    }
    QVERIFY(std::abs(energyInside(map, mask, 4, 4) - energy) < 1e-6);
}

void LungsTest::aMapThatIsZeroEverywhereHasNoEnergy()
{
    FloatGrid map;
    map.width = 1;
    map.height = 1;
    map.values = {0.0F};
    QVERIFY(std::isnan(energyInside(map, std::vector<bool>(16, true), 4, 4)));
    QVERIFY(std::isnan(energyInside({}, std::vector<bool>(16, true), 4, 4)));
}

void LungsTest::viewsHideWhatTheyAreNamedAfter()
{
    const LungPlane plane = planeOfHalves();
    const GrayPlane black = withoutLungs(plane);
    const GrayPlane alone = lungsAlone(plane);
    // A row through the middle of the image, which is twice as wide as high.
    const auto at = [](const GrayPlane& gray, int column) {
        return int(gray.values[std::size_t(gray.height / 2 * gray.width + column)]);
    };
    QCOMPARE(at(black, 5), 0);
    QCOMPARE(at(black, 45), 200);
    QCOMPARE(at(alone, 5), 80);
    QCOMPARE(at(alone, 45), 0);
    QVERIFY(std::abs(plane.share - 0.5) < 0.03);
}

void LungsTest::theBorderLeavesOutPaddingAndCentre()
{
    const LungPlane plane = planeOfHalves();
    const GrayPlane border = borderAlone(plane, padded(52), kWidth, kHeight);
    const auto at = [&border](int row, int column) {
        return int(border.values[std::size_t(row * border.width + column)]);
    };
    QCOMPARE(at(26, 26), 0); // centre
    QCOMPARE(at(2, 26), 0);  // padding above the image
    QCOMPARE(at(26, 1), 80); // left edge
    QCOMPARE(at(26, 50), 200);
}

void LungsTest::theCropShowsTheBoxOfTheLungs()
{
    // Not above and below the image, which is twice as wide as high.
    std::vector<float> lungs = leftHalf();
    for (int i = 0; i < kLungSide * kLungSide; ++i) {
        const int row = i / kLungSide;
        if (row < kLungSide / 4 || row >= kLungSide * 3 / 4) {
            lungs[std::size_t(i)] = 0.0F;
        }
    }
    const LungPlane plane = lungPlane(*fake::halvesImage(kWidth, kHeight, 80, 200), padded(52),
                                      lungs, fake::Operations{});
    const GrayPlane crop = lungCrop(plane, fake::Operations{});
    QCOMPARE(crop.width, 52);
    QCOMPARE(crop.height, 52);
    // The dark half, which is lung, fills the box; a strip of the bright half is its margin.
    const auto dark = std::count(crop.values.begin(), crop.values.end(), 80);
    const auto bright = std::count(crop.values.begin(), crop.values.end(), 200);
    QVERIFY(dark > 3 * bright);
}

void LungsTest::ranksCorrelate_data()
{
    QTest::addColumn<QList<float>>("a");
    QTest::addColumn<QList<float>>("b");
    QTest::addColumn<double>("expected");
    QTest::newRow("same order") << QList<float>{1, 2, 3, 10} << QList<float>{0, 5, 6, 7} << 1.0;
    QTest::newRow("opposite order") << QList<float>{1, 2, 3} << QList<float>{3, 2, 1} << -1.0;
    // By hand: ranks 0, 1.5, 1.5, 3 and 0, 1, 2, 3.
    QTest::newRow("ties share a rank")
        << QList<float>{1, 2, 2, 3} << QList<float>{1, 2, 3, 4} << 4.5 / std::sqrt(4.5 * 5.0);
}

void LungsTest::ranksCorrelate()
{
    QFETCH(QList<float>, a);
    QFETCH(QList<float>, b);
    QFETCH(double, expected);
    const std::vector<float> x(a.begin(), a.end());
    const std::vector<float> y(b.begin(), b.end());
    QVERIFY(std::abs(rankCorrelation(x, y) - expected) < 1e-12);
    QVERIFY(std::isnan(rankCorrelation(x, std::vector<float>(x.size(), 1.0F))));
}

void LungsTest::sourcesAreToldFromFeaturesThatDiffer_data()
{
    QTest::addColumn<double>("distance");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("the sources look alike") << 0.0 << 0.35 << 0.65;
    QTest::newRow("the sources look different") << 3.0 << 0.95 << 1.0;
}

void LungsTest::sourcesAreToldFromFeaturesThatDiffer()
{
    QFETCH(double, distance);
    QFETCH(double, low);
    QFETCH(double, high);
    Rng random(1);
    SourceTest test;
    for (int i = 0; i < 400; ++i) {
        const bool isSecond = i % 2 == 1;
        std::vector<float> features;
        for (int k = 0; k < 3; ++k) {
            features.push_back(float(random.uniform(-1.0, 1.0) + (isSecond ? distance : 0.0)));
        }
        test.add(features, i % 4 < 2 ? 0 : 1, isSecond ? "b" : "a", std::to_string(i));
    }
    for (const double auc : {test.auc(), test.aucWithinClass()}) {
        QVERIFY2(auc >= low && auc <= high, qPrintable(QString::number(auc)));
    }
}

QTEST_GUILESS_MAIN(LungsTest)
#include "lungs_test.moc"
