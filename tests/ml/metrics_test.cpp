// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/metrics.h"

#include "core/base/rng.h"

#include <QElapsedTimer>
#include <QTest>

#include <fmt/format.h>

#include <cmath>

using namespace nefes;
using namespace nefes::ml;

class MetricsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areaUnderRocIsTheShareOfRightPairs_data();
    void areaUnderRocIsTheShareOfRightPairs();
    void averagePrecisionFollowsItsDefinition();
    void figuresOfASmallTableAreThoseOfPaper();
    void aClassWithoutImagesIsNotDefined();
    void calibrationErrorIsWeightedByBins();
    void intervalsHoldPatientsTogether();
    void twoThousandImagesTakeSeconds();
    void temperatureUndoesScaling_data();
    void temperatureUndoesScaling();
    void operatingPointSeparatesTheKinds();
    void operatingPointNeedsBothKinds();
};

namespace {

bool near(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) <= tolerance;
}

/// Rows of probabilities with their truth; two classes.
Judgements twoClasses(const std::vector<double>& second, const std::vector<int>& truth)
{
    Judgements judgements;
    judgements.classes = {"no", "yes"};
    for (const double p : second) {
        judgements.probabilities.push_back(1.0 - p);
        judgements.probabilities.push_back(p);
    }
    judgements.truth = truth;
    return judgements;
}

} // namespace

void MetricsTest::areaUnderRocIsTheShareOfRightPairs_data()
{
    QTest::addColumn<QList<double>>("scores");
    QTest::addColumn<QList<bool>>("positive");
    QTest::addColumn<double>("area");
    QTest::newRow("perfect order")
        << QList<double>{0.1, 0.2, 0.8, 0.9} << QList<bool>{false, false, true, true} << 1.0;
    QTest::newRow("reversed order")
        << QList<double>{0.9, 0.8, 0.2} << QList<bool>{false, false, true} << 0.0;
    QTest::newRow("one of four pairs is wrong")
        << QList<double>{0.1, 0.4, 0.35, 0.8} << QList<bool>{false, false, true, true} << 0.75;
    QTest::newRow("ties count half")
        << QList<double>{0.5, 0.5, 0.5} << QList<bool>{false, true, false} << 0.5;
    QTest::newRow("no positives") << QList<double>{0.5, 0.6} << QList<bool>{false, false}
                                  << std::nan("");
}

void MetricsTest::areaUnderRocIsTheShareOfRightPairs()
{
    QFETCH(QList<double>, scores);
    QFETCH(QList<bool>, positive);
    QFETCH(double, area);
    const std::vector<double> values(scores.begin(), scores.end());
    const std::vector<bool> kinds(positive.begin(), positive.end());
    const std::vector<double> ones(values.size(), 1.0);
    const double result = areaUnderRoc(values, kinds, ones);
    QVERIFY(std::isnan(area) ? std::isnan(result) : near(result, area));
}

void MetricsTest::averagePrecisionFollowsItsDefinition()
{
    // Ranked: yes (1/1), no, yes (2/3), no: (1 + 2/3) ÷ 2.
    const std::vector<double> scores{0.9, 0.8, 0.7, 0.1};
    QVERIFY(near(averagePrecision(scores, {true, false, true, false}), (1.0 + 2.0 / 3.0) / 2.0));
    QVERIFY(std::isnan(averagePrecision(scores, {false, false, false, false})));
}

void MetricsTest::figuresOfASmallTableAreThoseOfPaper()
{
    // yes: 3 of 4 found; no: 4 of 6 found.
    const Metrics metrics =
        computeMetrics(twoClasses({0.9, 0.8, 0.7, 0.4, 0.6, 0.6, 0.3, 0.2, 0.1, 0.1},
                                  {1, 1, 1, 1, 0, 0, 0, 0, 0, 0}),
                       200);
    QCOMPARE(metrics.images, 10);
    QCOMPARE(metrics.confusion, (std::vector<std::vector<int>>{{4, 2}, {1, 3}}));
    QVERIFY(near(metrics.accuracy, 0.7));
    QVERIFY(near(metrics.balancedAccuracy, (0.75 + 4.0 / 6.0) / 2.0));
    const ClassMetrics& yes = metrics.classes[1];
    QCOMPARE(yes.support, 4);
    QVERIFY(near(yes.precision, 0.6));
    QVERIFY(near(yes.recall, 0.75));
    QVERIFY(near(yes.specificity, 4.0 / 6.0));
    QVERIFY(near(yes.f1, 2.0 * 3.0 / (5.0 + 4.0)));
    // Pairs: 0.4 loses against both 0.6, everything else wins: 22 of 24.
    QVERIFY(near(yes.auc, 22.0 / 24.0));
    QVERIFY(near(metrics.macroAuc, 22.0 / 24.0));
    // 2 × the mean of (p − truth)² over the images.
    QVERIFY(
        near(metrics.brier,
             2.0 * (0.01 + 0.04 + 0.09 + 0.36 + 0.36 + 0.36 + 0.09 + 0.04 + 0.01 + 0.01) / 10.0));
    QVERIFY(metrics.accuracyInterval.low < 0.7 && metrics.accuracyInterval.high > 0.7);
    const auto json = metricsToJson(metrics, {{"yes", 0.55}, {"no", std::nullopt}});
    QCOMPARE(json["classes"][1]["threshold"].get<double>(), 0.55);
    QVERIFY(json["classes"][0]["threshold"].is_null());
    QCOMPARE(json["confusion"]["matrix"][0][1].get<int>(), 2);
    QCOMPARE(json["accuracy_ci"].size(), std::size_t{2});
}

void MetricsTest::aClassWithoutImagesIsNotDefined()
{
    Judgements judgements;
    judgements.classes = {"a", "b", "c"};
    judgements.probabilities = {0.8, 0.1, 0.1, 0.2, 0.7, 0.1};
    judgements.truth = {0, 1};
    const Metrics metrics = computeMetrics(judgements, 10);
    QVERIFY(std::isnan(metrics.classes[2].recall));
    QVERIFY(std::isnan(metrics.classes[2].auc));
    QVERIFY(std::isnan(metrics.classes[2].precision));
    QVERIFY(near(metrics.balancedAccuracy, 1.0));
    QVERIFY(near(metrics.macroAuc, 1.0));
    QVERIFY(metricsToJson(metrics, {})["classes"][2]["auc"].is_null());
}

void MetricsTest::calibrationErrorIsWeightedByBins()
{
    // Four images at 0.9, three of them right: the gap is 0.15.
    QVERIFY(near(computeMetrics(twoClasses({0.9, 0.9, 0.9, 0.9}, {1, 1, 1, 0}), 0).ece, 0.15));
    // Two bins whose gaps do not cancel: 0.1 and 0.4, half the images each.
    QVERIFY(near(computeMetrics(twoClasses({0.9, 0.9, 0.6, 0.6}, {1, 1, 1, 1}), 0).ece, 0.25));
    // A probability of exactly one is in the last bin.
    QVERIFY(near(computeMetrics(twoClasses({1.0}, {1}), 0).ece, 0.0));
}

void MetricsTest::intervalsHoldPatientsTogether()
{
    std::vector<double> second;
    std::vector<int> truth;
    for (int i = 0; i < 100; ++i) {
        second.push_back(i % 10 < 7 ? 0.9 : 0.1);
        truth.push_back(1);
    }
    Judgements judgements = twoClasses(second, truth);
    const Interval alone = computeMetrics(judgements).accuracyInterval;
    // ± 1.96 × √(0.7 × 0.3 ÷ 100) = ± 0.09.
    QVERIFY(near(alone.low, 0.61, 0.03) && near(alone.high, 0.79, 0.03));
    // Ten patients of ten like images each: √10 times as wide.
    for (int i = 0; i < 100; ++i) {
        judgements.patients.push_back(fmt::format("patient{}", i % 10));
    }
    const Interval grouped = computeMetrics(judgements).accuracyInterval;
    QVERIFY(grouped.high - grouped.low > 2.0 * (alone.high - alone.low));
    const Interval again = computeMetrics(judgements).accuracyInterval;
    QCOMPARE(again.low, grouped.low);
}

void MetricsTest::twoThousandImagesTakeSeconds()
{
    Rng rng(1);
    Judgements judgements;
    judgements.classes = {"a", "b", "c", "d"};
    for (int i = 0; i < 2000; ++i) {
        const auto truth = static_cast<std::size_t>(i % 4);
        std::vector<double> row(4, 0.1);
        row[truth] += rng.uniform();
        for (const double value : row) {
            judgements.probabilities.push_back(value / (row[truth] + 0.3));
        }
        judgements.truth.push_back(i % 4);
    }
    QElapsedTimer timer;
    timer.start();
    const Metrics metrics = computeMetrics(judgements);
    QVERIFY2(timer.elapsed() < 10'000, "the bootstrap is too slow");
    QVERIFY(metrics.macroAuc > 0.9);
}

void MetricsTest::temperatureUndoesScaling_data()
{
    QTest::addColumn<double>("scale");
    QTest::newRow("sure by a factor of 3") << 3.0;
    QTest::newRow("right as it is") << 1.0;
    QTest::newRow("too careful") << 0.5;
}

void MetricsTest::temperatureUndoesScaling()
{
    QFETCH(double, scale);
    // Logit x with truth drawn as often as sigmoid(x) says: 75 % at ln 3, 90 % at ln 9.
    std::vector<float> logits;
    std::vector<int> truth;
    const auto add = [&](double logit, int yes, int no) {
        logits.insert(logits.end(), static_cast<std::size_t>(yes + no),
                      static_cast<float>(logit * scale));
        truth.insert(truth.end(), static_cast<std::size_t>(yes), 1);
        truth.insert(truth.end(), static_cast<std::size_t>(no), 0);
    };
    add(std::log(3.0), 75, 25);
    add(std::log(9.0), 90, 10);
    add(-std::log(3.0), 25, 75);
    QVERIFY(near(fitTemperature(logits, 1, truth), scale, 1e-3 * scale));
    // The same as two outputs.
    std::vector<float> both;
    for (const float logit : logits) {
        both.push_back(0.0F);
        both.push_back(logit);
    }
    QVERIFY(near(fitTemperature(both, 2, truth), scale, 1e-3 * scale));
    QCOMPARE(fitTemperature({}, 2, {}), 1.0);
}

void MetricsTest::operatingPointSeparatesTheKinds()
{
    const std::vector<double> scores{0.1, 0.2, 0.3, 0.7, 0.8, 0.9};
    const auto clean = chooseOperatingPoint(scores, {false, false, false, true, true, true});
    QVERIFY(near(clean.threshold, 0.5));
    QVERIFY(!clean.indeterminate);
    // One yes at 0.2: Youden stays at 0.5, the zone reaches down to catch it but not below 0.35.
    const auto missed = chooseOperatingPoint(scores, {false, true, false, true, true, true});
    QVERIFY(near(missed.threshold, 0.5));
    QVERIFY(near(missed.indeterminate->first, 0.35));
    QVERIFY(near(missed.indeterminate->second, 0.5));
    // One no at 0.75: the zone reaches up to the first score above it.
    const std::vector<double> more{0.1, 0.2, 0.3, 0.7, 0.75, 0.8, 0.9};
    const auto alarm = chooseOperatingPoint(more, {false, false, false, true, false, true, true});
    QVERIFY(near(alarm.threshold, 0.5));
    QVERIFY(near(alarm.indeterminate->second, 0.65));
}

void MetricsTest::operatingPointNeedsBothKinds()
{
    const std::vector<double> scores{0.1, 0.9};
    const auto point = chooseOperatingPoint(scores, {true, true});
    QCOMPARE(point.threshold, 0.5);
    QVERIFY(!point.indeterminate);
}

QTEST_APPLESS_MAIN(MetricsTest)
#include "metrics_test.moc"
