// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ml/torch/torch_fixtures.h"

#include <QTest>

#include <stop_token>

using namespace nefes;

namespace {

ml::EventSink ignoreEvents()
{
    return [](const ml::TrainingEvent&) {
    };
}

/// Stops after the checkpoint of an epoch, or before a step of the epoch that follows.
struct StopAfter {
    int epoch = 0;
    int step = 0; ///< of the next epoch; 0: with the checkpoint
    std::stop_source source;

    void operator()(const ml::TrainingEvent& event)
    {
        const auto* written = std::get_if<ml::CheckpointWritten>(&event);
        const auto* batch = std::get_if<ml::BatchDone>(&event);
        if ((step == 0 && written != nullptr && written->epoch == epoch) ||
            (batch != nullptr && batch->epoch == epoch + 1 && batch->step == step)) {
            source.request_stop();
        }
    }
};

/// Recipes that use every part of a run whose state a checkpoint must hold.
ml::TrainingRecipe recipeOf(const QString& kind)
{
    ml::TrainingRecipe recipe = test::smallRecipe();
    recipe.augmentation.rotation = 5.0;
    recipe.augmentation.shiftX = 0.05;
    recipe.augmentation.noise = 0.02;
    recipe.augmentation.blur = 0.5;
    if (kind == "adamw") {
        recipe.optimizer.type = "adamw";
        recipe.optimizer.weightDecay = 0.01;
        recipe.schedule.type = "cosine";
        recipe.schedule.warmupEpochs = 1;
        recipe.weightAverage = 0.9;
        recipe.data.balance = "source_class";
    } else if (kind == "rmsprop") {
        recipe.optimizer.type = "rmsprop";
        recipe.optimizer.momentum = 0.5;
        recipe.optimizer.learningRate = 1e-3;
        recipe.schedule.type = "plateau";
        recipe.schedule.patience = 0;
        recipe.keepBest = "validation.loss";
    } else {
        recipe.optimizer.type = "sgd";
        recipe.optimizer.momentum = 0.9;
        recipe.schedule.type = "one_cycle";
        recipe.gradientClip = 1.0;
        recipe.keepBest = "last";
    }
    return recipe;
}

} // namespace

class TorchTrainerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto backend = ml::loadBackend();
        QVERIFY2(backend, backend ? "" : backend.error().detail.c_str());
        m_backend = *backend;
        m_store = test::smallStore(test::pathIn(m_folder, "store"), 2, test::smallInput());
        m_threeClasses = test::smallStore(test::pathIn(m_folder, "three"), 3, test::smallInput());
        QVERIFY(m_store && m_threeClasses);
    }

    void learns_data()
    {
        QTest::addColumn<bool>("threeClasses");
        QTest::addColumn<QString>("loss");
        QTest::addColumn<QString>("precision");
        QTest::newRow("two classes share one output") << false << "cross_entropy"
                                                      << "float32";
        QTest::newRow("three classes have an output each") << true << "cross_entropy"
                                                           << "float32";
        QTest::newRow("focal loss learns too") << true << "focal"
                                               << "float32";
        QTest::newRow("bfloat16 learns too") << true << "cross_entropy"
                                             << "bfloat16";
    }

    void learns()
    {
        QFETCH(bool, threeClasses);
        QFETCH(QString, loss);
        QFETCH(QString, precision);
        ml::TrainingRecipe recipe = test::smallRecipe();
        recipe.loss.type = loss.toStdString();
        recipe.loss.classWeights = "balanced";
        recipe.precision = precision.toStdString();
        recipe.epochs = 6;
        const auto& store = threeClasses ? m_threeClasses : m_store;
        const auto report = run(recipe, *store, "learns", ignoreEvents());
        QVERIFY2(report, report ? "" : report.error().detail.c_str());
        const auto& best = report->history[static_cast<std::size_t>(report->bestEpoch - 1)];
        QVERIFY2(best.validation.accuracy >= 0.95,
                 qPrintable(QString::number(best.validation.accuracy)));
        QVERIFY(best.validation.auc > 0.97);
        QCOMPARE(report->outputs.size(), std::size_t{3});
        const auto& test = report->outputs.back();
        QCOMPARE(test.logits.size(),
                 store->indices(ml::Split::Test).size() * (threeClasses ? 3U : 1U));
        QCOMPARE(test.featureCount, 8 * 8 * 8);
        QVERIFY(!report->heatmapLayer.empty());
    }

    void sameSeedGivesTheSameWeights()
    {
        const ml::TrainingRecipe recipe = recipeOf("adamw");
        QCOMPARE(weightsOf(recipe, "seed-a"), weightsOf(recipe, "seed-b"));
        ml::TrainingRecipe other = recipe;
        other.seed = 2;
        QVERIFY(weightsOf(other, "seed-c") != weightsOf(recipe, "seed-a"));
    }

    void goesOnAsIfNothingHadHappened_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("step");
        QTest::newRow("AdamW, cosine, average; stopped between epochs") << "adamw" << 0;
        QTest::newRow("AdamW, cosine, average; stopped in an epoch") << "adamw" << 2;
        QTest::newRow("RMSprop, plateau; stopped in an epoch") << "rmsprop" << 1;
        QTest::newRow("SGD, one cycle, clipping; stopped between epochs") << "sgd" << 0;
    }

    void goesOnAsIfNothingHadHappened()
    {
        QFETCH(QString, kind);
        QFETCH(int, step);
        const ml::TrainingRecipe recipe = recipeOf(kind);
        const std::string name = "resume-" + kind.toStdString() + std::to_string(step);
        const std::string whole = weightsOf(recipe, name + "-whole");
        QVERIFY(!whole.empty());

        StopAfter stop{2, step, {}};
        const auto first =
            run(recipe, *m_store, name, std::ref(stop), false, stop.source.get_token());
        QVERIFY2(first, first ? "" : first.error().detail.c_str());
        QVERIFY(first->cancelled);
        QCOMPARE(first->epochs, 2);
        const auto second = run(recipe, *m_store, name, ignoreEvents(), true);
        QVERIFY2(second, second ? "" : second.error().detail.c_str());
        QCOMPARE(second->history.size(), std::size_t{4});
        QVERIFY(test::contentOf(second->weights) == whole);
    }

    void aStoppedRunCanBeFinishedWithoutMoreTraining()
    {
        const ml::TrainingRecipe recipe = recipeOf("sgd");
        StopAfter stop{2, 1, {}};
        const auto first =
            run(recipe, *m_store, "finish", std::ref(stop), false, stop.source.get_token());
        QVERIFY(first && first->cancelled);
        ml::TrainerOptions options;
        options.runFolder = test::pathIn(m_folder, "finish");
        options.resume = true;
        options.onlyFinish = true;
        options.threads = 1;
        const auto finished =
            m_backend->createTrainer(ml::DeviceChoice::Cpu)
                ->run(recipe, *m_store, options, ignoreEvents(), std::stop_token());
        QVERIFY2(finished, finished ? "" : finished.error().detail.c_str());
        QVERIFY(!finished->cancelled);
        QCOMPARE(finished->epochs, first->epochs);
        QVERIFY(!finished->outputs.empty());
    }

    void refusesToGoOnWithAnotherRecipe()
    {
        ml::TrainingRecipe recipe = recipeOf("sgd");
        recipe.epochs = 1;
        QVERIFY(run(recipe, *m_store, "mismatch", ignoreEvents()));
        recipe.seed = 9;
        const auto report = run(recipe, *m_store, "mismatch", ignoreEvents(), true);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::CheckpointMismatch);
        QVERIFY2(report.error().detail.find("recipe.seed") != std::string::npos,
                 report.error().detail.c_str());
        recipe.seed = 1;
        const auto data = run(recipe, *m_threeClasses, "mismatch", ignoreEvents(), true);
        QVERIFY(!data);
        QCOMPARE(data.error().code, ErrorCode::CheckpointMismatch);
        QVERIFY(data.error().detail.find("data") != std::string::npos);
    }

    void stoppedBeforeTheFirstEpochIsCancelled()
    {
        StopAfter stop{0, 1, {}};
        const auto report =
            run(recipeOf("sgd"), *m_store, "early", std::ref(stop), false, stop.source.get_token());
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
    }

    void divergenceKeepsTheLastGoodCheckpoint()
    {
        ml::TrainingRecipe recipe = recipeOf("sgd");
        recipe.gradientClip.reset();
        recipe.schedule.type = "constant";
        recipe.optimizer.learningRate = 1e30;
        const auto report = run(recipe, *m_store, "diverged", ignoreEvents());
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::TrainingDiverged);
    }

    void aClassWithoutTrainingImagesIsNamed()
    {
        const auto store =
            test::smallStore(test::pathIn(m_folder, "lacking"), 2, test::smallInput(), 32, 1);
        const auto report = run(test::smallRecipe(), *store, "lacking-run", ignoreEvents());
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::DatasetInvalid);
        QVERIFY(report.error().detail.find("class1") != std::string::npos);
    }

    void stopsEarlyWhenNothingImproves()
    {
        ml::TrainingRecipe recipe = test::smallRecipe();
        recipe.optimizer.learningRate = 1e-12;
        recipe.network.layers.erase(recipe.network.layers.begin() + 1); // its statistics move
        recipe.epochs = 20;
        recipe.earlyStopping = ml::EarlyStopping{"validation.accuracy", 2};
        int stoppedAt = 0;
        const auto report = run(recipe, *m_store, "patience", [&](const ml::TrainingEvent& event) {
            if (const auto* stopped = std::get_if<ml::StoppedEarly>(&event)) {
                stoppedAt = stopped->epoch;
            }
        });
        QVERIFY2(report, report ? "" : report.error().detail.c_str());
        QCOMPARE(stoppedAt, 3);
        QCOMPARE(report->epochs, 3);
    }

private:
    Result<ml::TrainingReport> run(const ml::TrainingRecipe& recipe, const ml::SampleStore& store,
                                   const std::string& name, const ml::EventSink& sink,
                                   bool resume = false, std::stop_token stop = {})
    {
        ml::TrainerOptions options;
        options.runFolder = test::pathIn(m_folder, name);
        options.resume = resume;
        options.threads = 1;
        std::filesystem::create_directories(options.runFolder);
        return m_backend->createTrainer(ml::DeviceChoice::Cpu)
            ->run(recipe, store, options, sink, stop);
    }

    std::string weightsOf(const ml::TrainingRecipe& recipe, const std::string& name)
    {
        const auto report = run(recipe, *m_store, name, ignoreEvents());
        return report ? test::contentOf(report->weights) : std::string();
    }

    QTemporaryDir m_folder;
    std::shared_ptr<ml::Backend> m_backend;
    std::shared_ptr<const ml::SampleStore> m_store, m_threeClasses;
};

QTEST_APPLESS_MAIN(TorchTrainerTest)
#include "trainer_test.moc"
