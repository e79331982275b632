// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/learning_rate_search.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

using namespace nefes;
using namespace nefes::ml;

namespace {

/// A search over made-up losses: a function of the rate's decimal logarithm.
LearningRateSearch searchOf(const std::function<double(double)>& loss, int steps = 100)
{
    LearningRateSearch search({1e-6, 1.0, steps});
    for (int step = 0; step < steps && !search.hasDiverged(); ++step) {
        search.add(loss(std::log10(search.rateOf(step))));
    }
    return search;
}

double nothingLearnt(double)
{
    return 0.7;
}

/// Falls from 1 to 0.2, fastest at 1e-3, then rises without limit above 1e-1.
double usualCurve(double decades)
{
    const double fallen = 1.0 - 0.8 / (1.0 + std::exp(-4.0 * (decades + 3.0)));
    return decades < -1.0 ? fallen : fallen + 30.0 * (decades + 1.0);
}

} // namespace

class LearningRateSearchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratesGrowByTheSameFactor();
    void theSuggestionIsWhereTheLossFallsFastest();
    void anEarlyBumpIsNotTheSuggestion();
    void withoutAFallThereIsNoSuggestion();
    void aLossThatIsNoNumberEndsTheSearch();
    void jsonHasEveryTrialAndNullForNoNumber();
    void theTextShowsTheCurve();
};

void LearningRateSearchTest::ratesGrowByTheSameFactor()
{
    const LearningRateSearch search({1e-4, 1.0, 5});
    QVERIFY(std::abs(search.rateOf(0) - 1e-4) < 1e-12);
    QVERIFY(std::abs(search.rateOf(2) - 1e-2) < 1e-10);
    QVERIFY(std::abs(search.rateOf(4) - 1.0) < 1e-10);
}

void LearningRateSearchTest::theSuggestionIsWhereTheLossFallsFastest()
{
    const LearningRateSearch search = searchOf(usualCurve);
    QVERIFY(search.hasDiverged());
    QVERIFY(search.trials().size() < 100);
    QVERIFY(search.suggested());
    // The mean over the last batches comes up to a decade late.
    QVERIFY2(*search.suggested() > 7e-4 && *search.suggested() < 1e-2,
             qPrintable(QString::number(*search.suggested())));
    QVERIFY(search.lowestLossRate() > *search.suggested());
    QVERIFY(search.lowestLossRate() < 0.3);
}

void LearningRateSearchTest::anEarlyBumpIsNotTheSuggestion()
{
    // The first batches happen to be hard ones: a fall at 1e-5 that has nothing to do with
    // learning.
    const auto bumped = [](double decades) {
        return usualCurve(decades) + (decades < -5.0 ? 2.0 : 0.0);
    };
    const LearningRateSearch search = searchOf(bumped);
    QVERIFY(search.suggested());
    QVERIFY2(*search.suggested() >= 0.1 * search.lowestLossRate() - 1e-12,
             qPrintable(QString::number(*search.suggested())));
    QVERIFY(*search.suggested() > 1e-3);
}

void LearningRateSearchTest::withoutAFallThereIsNoSuggestion()
{
    QVERIFY(!searchOf(nothingLearnt).suggested());
    QVERIFY(!searchOf(nothingLearnt).hasDiverged());
    QVERIFY(!searchOf([](double decades) { return 1.0 + decades + 6.0; }).suggested());
    QVERIFY(!searchOf(usualCurve, 8).suggested());
}

void LearningRateSearchTest::aLossThatIsNoNumberEndsTheSearch()
{
    const LearningRateSearch search = searchOf([](double decades) {
        return decades < -2.0 ? 1.0 : std::numeric_limits<double>::quiet_NaN();
    });
    QVERIFY(search.hasDiverged());
    QVERIFY(std::isnan(search.trials().back().loss));
    QVERIFY(search.lowestLossRate() < 1.1e-2);
}

void LearningRateSearchTest::jsonHasEveryTrialAndNullForNoNumber()
{
    const LearningRateSearch search = searchOf([](double decades) {
        return decades < -2.0 ? 1.0 : std::numeric_limits<double>::quiet_NaN();
    });
    const nlohmann::json json = search.toJson();
    QVERIFY(json["suggested"].is_null());
    QCOMPARE(json["trials"].size(), search.trials().size());
    QCOMPARE(json["trials"].front()["loss"].get<double>(), 1.0);
    QVERIFY(json["trials"].back()["loss"].is_null());
}

void LearningRateSearchTest::theTextShowsTheCurve()
{
    const std::string text = searchOf(usualCurve).toText();
    QVERIFY(text.find('*') != std::string::npos);
    QVERIFY(text.find("suggested learning rate: ") != std::string::npos);
    QVERIFY(searchOf(nothingLearnt).toText().find("no suggestion") != std::string::npos);
    QVERIFY(LearningRateSearch().toText().empty());
}

QTEST_APPLESS_MAIN(LearningRateSearchTest)
#include "learning_rate_search_test.moc"
