// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/sweep.h"

#include "core/base/files.h"

#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace nefes;
using namespace nefes::ml;
namespace fs = std::filesystem;
using Values = std::vector<std::string>;

class SweepTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void axesAreParsed();
    void gridsHaveEveryCombination();
    void theBestSettingIsRetrained();
    void failedRunsArePassedOver();
    void finishedRunsAreNotRepeated();
    void runsWithoutTheMetricSayWhy();
    void wrongSettingsAreToldFirst();
    void drawsKeepClassesAndOtherSplits();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    int m_trained = 0;

    [[nodiscard]] SweepRequest request() const
    {
        TrainingRecipe recipe;
        recipe.id = std::string("small-one");
        recipe.network.layers = {LayerSpecification{}};
        SweepRequest result;
        result.recipe = recipeToJson(recipe);
        result.axes = {{"optimizer.learning_rate", {"0.1", "0.2"}}, {"batch_size", {"8", "16"}}};
        result.folder = fs::path(m_folder->path().toStdString()) / "sweep";
        result.searchEpochs = 3;
        result.searchImages = 100;
        return result;
    }
    /// AUC grows with rate × batch, up to 0.32; rate 0.2 with batch 16 fails where asked.
    [[nodiscard]] TrainOne trainer(bool failsAtBest)
    {
        return [this, failsAtBest](const TrainingRecipe& recipe, const fs::path& folder,
                                   int images) -> Result<TrainingOutcome> {
            ++m_trained;
            const double product = recipe.optimizer.learningRate * recipe.batchSize / 10.0;
            if (failsAtBest && product > 0.3) {
                return fail(ErrorCode::TrainingDiverged, "loss is not finite");
            }
            TrainingOutcome outcome;
            outcome.modelFolder = folder / "model";
            outcome.validationMetrics = {{"macro_auc", product}};
            outcome.testMetrics = {{"epochs", recipe.epochs}, {"images", images}};
            return outcome;
        };
    }
};

void SweepTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_trained = 0;
}

void SweepTest::axesAreParsed()
{
    const auto plain = parseGridAxis("a.b=1,2.5,x");
    QCOMPARE(plain->key, std::string("a.b"));
    QCOMPARE(plain->values, (Values{"1", "2.5", "x"}));
    QCOMPARE(parseGridAxis("zoom=[0.8,1.2],[1,1]")->values, (Values{"[0.8,1.2]", "[1,1]"}));
    QCOMPARE(parseGridAxis("t=\"a,b\",c")->values, (Values{"\"a,b\"", "c"}));
    for (const std::string& wrong : Values{"", "a", "=1", "a="}) {
        QCOMPARE(parseGridAxis(wrong).error().code, ErrorCode::InvalidArgument);
    }
}

void SweepTest::gridsHaveEveryCombination()
{
    const auto grid = expandGrid({{"a", {"1", "2"}}, {"b", {"x", "y", "z"}}});
    QCOMPARE(grid.size(), std::size_t{6});
    QCOMPARE(grid[1], (Values{"a=1", "b=y"}));
    QCOMPARE(grid[5], (Values{"a=2", "b=z"}));
}

void SweepTest::theBestSettingIsRetrained()
{
    const auto table = runSweep(request(), trainer(false), {}, {});
    QVERIFY2(table.has_value(), table ? "" : table.error().detail.c_str());
    QCOMPARE(m_trained, 5);
    const Values best{"optimizer.learning_rate=0.2", "batch_size=16"};
    QCOMPARE((*table)["best"]["setting"].get<Values>(), best);
    // In full: the recipe's own ten epochs, all images.
    QCOMPARE((*table)["best"]["test_metrics"]["epochs"].get<int>(), 10);
    QCOMPARE((*table)["best"]["test_metrics"]["images"].get<int>(), 0);
    QCOMPARE((*table)["runs"][0]["setting"].get<Values>(), best);
    QCOMPARE((*table)["runs"][3]["metric"].get<double>(), 0.1 * 8 / 10.0);
    const std::string csv = readTextFile(request().folder / "sweep.csv", 10'000).value();
    QVERIFY(csv.find("\noptimizer.learning_rate=0.2 batch_size=16,done,0.32") != std::string::npos);
}

void SweepTest::failedRunsArePassedOver()
{
    const auto table = runSweep(request(), trainer(true), {}, {});
    QVERIFY(table.has_value());
    QCOMPARE((*table)["runs"][3]["status"].get<std::string>(), std::string("failed"));
    QCOMPARE((*table)["runs"][3]["error"]["code"].get<std::string>(),
             std::string("training_diverged"));
    QCOMPARE((*table)["best"]["setting"].get<Values>(),
             (Values{"optimizer.learning_rate=0.1", "batch_size=16"}));
}

void SweepTest::finishedRunsAreNotRepeated()
{
    const auto wrong = trainer(true);
    QVERIFY(runSweep(request(), wrong, {}, {}).has_value());
    m_trained = 0;
    QVERIFY(runSweep(request(), trainer(false), {}, {}).has_value());
    // The one that failed, and the best.
    QCOMPARE(m_trained, 2);
    m_trained = 0;
    SweepRequest longer = request();
    longer.searchEpochs = 4;
    QVERIFY(runSweep(longer, trainer(false), {}, {}).has_value());
    QCOMPARE(m_trained, 5);
    m_trained = 0;
    longer.inputs = "other images";
    QVERIFY(runSweep(longer, trainer(false), {}, {}).has_value());
    QCOMPARE(m_trained, 5);
}

void SweepTest::runsWithoutTheMetricSayWhy()
{
    SweepRequest wanting = request();
    wanting.metric = "validation.accuracy";
    const auto table = runSweep(wanting, trainer(false), {}, {});
    QCOMPARE(table.error().code, ErrorCode::TrainingDiverged);
    const std::string csv = readTextFile(wanting.folder / "sweep.csv", 10'000).value();
    QVERIFY(csv.find("validation.accuracy is not defined for this run\n") != std::string::npos);
}

void SweepTest::wrongSettingsAreToldFirst()
{
    SweepRequest wrong = request();
    wrong.axes.push_back({"optimizer.type", {"adam", "magic"}});
    const auto table = runSweep(wrong, trainer(false), {}, {});
    QCOMPARE(table.error().code, ErrorCode::RecipeInvalid);
    QCOMPARE(m_trained, 0);
}

void SweepTest::drawsKeepClassesAndOtherSplits()
{
    InputSpecification input;
    input.width = 8;
    input.height = 8;
    const fs::path file = fs::path(m_folder->path().toStdString()) / "s";
    auto writer = SampleStoreWriter::create(file, input, {"a", "b"}).value();
    for (int i = 0; i < 100; ++i) {
        SampleInfo info;
        info.file = std::to_string(i);
        info.label = i % 4 == 0 ? 0 : 1;
        info.split = i < 80 ? Split::Train : Split::Validation;
        QVERIFY(writer->add(info, std::vector<std::uint8_t>(64, static_cast<std::uint8_t>(i))));
    }
    QVERIFY(writer->finish());
    const auto store = SampleStore::open(file).value();
    const auto drawn = drawTraining(*store, 40, 1);
    QCOMPARE(drawn->indices(Split::Train).size(), std::size_t{40});
    QCOMPARE(drawn->indices(Split::Validation).size(), std::size_t{20});
    std::map<int, int> counts;
    for (const std::size_t index : drawn->indices(Split::Train)) {
        ++counts[drawn->samples()[index].label];
        QCOMPARE(std::to_string(drawn->plane(index)[0]), drawn->samples()[index].file);
    }
    QCOMPARE(counts[0], 10);
    QCOMPARE(drawTraining(*store, 40, 1)->digest(), drawn->digest());
    QCOMPARE(drawTraining(*store, 500, 1)->digest(), store->digest());
}

QTEST_APPLESS_MAIN(SweepTest)
#include "sweep_test.moc"
