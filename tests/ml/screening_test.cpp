// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/screening.h"

#include <QTest>

#include <cmath>

using namespace nefes::ml;

class ScreeningTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScoreAtTheThresholdCounts();
    void predictiveValuesFollowBayes_data();
    void predictiveValuesFollowBayes();
    void predictiveValuesAreUndefinedWhereNobodyHasTheResult();
    void precisionFallsWithRecall();
    void binsHoldMeanConfidenceAndAccuracy();
};

namespace {

const OneClass kFour{{0.9, 0.6, 0.6, 0.1}, {true, true, false, false}};

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

} // namespace

void ScreeningTest::aScoreAtTheThresholdCounts()
{
    const ScreeningCounts counts = screeningCounts(kFour, 0.6);
    QCOMPARE(counts.truePositives, 2);
    QCOMPARE(counts.falsePositives, 1);
    QCOMPARE(counts.trueNegatives, 1);
    QCOMPARE(counts.sensitivity(), 1.0);
    QCOMPARE(counts.specificity(), 0.5);
    QVERIFY(std::isnan(screeningCounts({{0.5}, {true}}, 0.5).specificity()));
}

void ScreeningTest::predictiveValuesFollowBayes_data()
{
    QTest::addColumn<double>("prevalence");
    QTest::addColumn<double>("positive");
    QTest::addColumn<double>("negative");
    // Of 1,000 people, sensitivity 0.9 and specificity 0.8, counted by hand.
    QTest::newRow("one in a hundred") << 0.01 << 9.0 / (9.0 + 198.0) << 792.0 / (792.0 + 1.0);
    QTest::newRow("every second") << 0.5 << 450.0 / (450.0 + 100.0) << 400.0 / (400.0 + 50.0);
}

void ScreeningTest::predictiveValuesFollowBayes()
{
    QFETCH(const double, prevalence);
    QFETCH(const double, positive);
    QFETCH(const double, negative);
    QVERIFY(isNear(positivePredictiveValue(0.9, 0.8, prevalence), positive));
    QVERIFY(isNear(negativePredictiveValue(0.9, 0.8, prevalence), negative));
}

void ScreeningTest::predictiveValuesAreUndefinedWhereNobodyHasTheResult()
{
    QVERIFY(std::isnan(positivePredictiveValue(0.0, 1.0, 0.1)));
    QVERIFY(std::isnan(negativePredictiveValue(1.0, 0.0, 0.1)));
}

void ScreeningTest::precisionFallsWithRecall()
{
    const auto curve = precisionRecallCurve(kFour);
    QCOMPARE(curve.size(), std::size_t{3});
    QVERIFY(isNear(curve[0].first, 0.5) && isNear(curve[0].second, 1.0));
    QVERIFY(isNear(curve[1].first, 1.0) && isNear(curve[1].second, 2.0 / 3.0));
    QVERIFY(precisionRecallCurve({{0.5, 0.4}, {true, true}}).empty());
}

void ScreeningTest::binsHoldMeanConfidenceAndAccuracy()
{
    Judgements judgements;
    judgements.classes = {"no", "yes"};
    judgements.probabilities = {0.95, 0.05, 0.97, 0.03, 0.4, 0.6};
    judgements.truth = {0, 1, 1};
    const auto bins = reliabilityBins(judgements);
    QCOMPARE(bins.size(), std::size_t{2});
    QVERIFY(isNear(bins[0].confidence, 0.6) && isNear(bins[0].accuracy, 1.0));
    QVERIFY(isNear(bins[1].confidence, 0.96) && isNear(bins[1].accuracy, 0.5));
    QCOMPARE(bins[1].images, 2);
}

QTEST_APPLESS_MAIN(ScreeningTest)
#include "screening_test.moc"
