// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/fitting_batch.h"

#include "tests/ml/torch/trainer_fixture.h"

#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

using namespace nefes;
using namespace nefes::test;

class TorchTrainerTest final : public QObject, private TrainerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const std::string missing = open();
        QVERIFY2(missing.empty(), missing.c_str());
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

    /// Its last step ruins the network, whose answers are then no numbers.
    void anEpochThatEndsInNoNumbersIsNotKept()
    {
        ml::TrainingRecipe recipe = recipeOf("sgd");
        recipe.gradientClip.reset();
        recipe.schedule.type = "constant";
        recipe.optimizer.learningRate = 1e30;
        recipe.batchSize = 1000;
        const auto report = run(recipe, *m_store, "ruined", ignoreEvents());
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::TrainingDiverged);
        QCOMPARE(report.error().detail, std::string("the validation loss is not a number any more "
                                                    "in epoch 1; there is no checkpoint yet"));
    }

    void aCheckpointThatCannotBeWrittenLeavesTheOneBefore()
    {
        const ml::TrainingRecipe recipe = recipeOf("adamw");
        const std::string whole = weightsOf(recipe, "disk-whole");
        // Files cannot grow any more from the second checkpoint on: as on a disk that is full.
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        const auto report =
            run(recipe, *m_store, "disk", [&before](const ml::TrainingEvent& event) {
                const auto* written = std::get_if<ml::CheckpointWritten>(&event);
                if (written != nullptr && written->epoch == 2) {
                    const rlimit none{100, before.rlim_max};
                    setrlimit(RLIMIT_FSIZE, &none);
                }
            });
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, oldHandler);
        QVERIFY(!report);
        QVERIFY(report.error().code == ErrorCode::WriteFailed ||
                report.error().code == ErrorCode::DiskFull);
        int epochs = 0;
        const auto resumed = run(
            recipe, *m_store, "disk",
            [&epochs](const ml::TrainingEvent& event) {
                epochs += std::holds_alternative<ml::EpochDone>(event) ? 1 : 0;
            },
            true);
        QVERIFY2(resumed, resumed ? "" : resumed.error().detail.c_str());
        QCOMPARE(epochs, 2);
        QVERIFY(test::contentOf(resumed->weights) == whole);
    }

    void outOfMemorySaysWhichBatchFits()
    {
#if defined(__SANITIZE_ADDRESS__)
        QSKIP("the sanitizer's own memory counts");
#endif
        ml::TrainingRecipe recipe = test::smallRecipe();
        recipe.input.width = recipe.input.height = 512;
        recipe.network.layers = {test::conv(64, 3, ml::Padding::Same, ml::ActivationType::Relu),
                                 test::pool(ml::LayerType::MaxPool, 8, 8, ml::Padding::Valid),
                                 test::layerOf(ml::LayerType::Flatten)};
        recipe.batchSize = 32; // 2 GiB of activations, as much again of gradients
        recipe.epochs = 1;
        const auto store = test::smallStore(test::pathIn(m_folder, "large"), 2, recipe.input, 64);
        QVERIFY(store);
        QVERIFY(run(test::smallRecipe(), *m_store, "warm", ignoreEvents())); // threads, buffers
        const std::string status = test::contentOf("/proc/self/status");
        const auto used = static_cast<rlim_t>(std::stoll(status.substr(status.find("VmData:") + 7)))
                          << 10U;
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_DATA, &before), 0);
        const rlimit little{used + (rlim_t{1600} << 20U), before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_DATA, &little), 0);
        const auto report = run(recipe, *store, "memory", ignoreEvents());
        setrlimit(RLIMIT_DATA, &before);
        QVERIFY(!report);
        const std::string& detail = report.error().detail;
        QVERIFY2(report.error().code == ErrorCode::OutOfMemory, detail.c_str());
        QVERIFY2(detail.find("batch size 32 ") != std::string::npos, detail.c_str());
        QVERIFY2(ml::fittingBatchIn(detail), detail.c_str());
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

    void lungsCannotBeShownWithoutALungFinder()
    {
        ml::TrainingRecipe recipe = test::smallRecipe();
        recipe.augmentation.outsideLungs = 0.5;
        const auto report = run(recipe, *m_store, "no-lungs", ignoreEvents());
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::RecipeInvalid);
        QVERIFY(report.error().detail.find("outside_lungs") != std::string::npos);
    }

    void aSearchSuggestsARateThatLearns()
    {
        ml::TrainingRecipe recipe = test::smallRecipe();
        const ml::LearningRateRange range{1e-6, 10.0, 120};
        std::vector<ml::LearningRateTried> tried;
        const auto search = findRate(recipe, range, [&](const ml::TrainingEvent& event) {
            if (const auto* trial = std::get_if<ml::LearningRateTried>(&event)) {
                tried.push_back(*trial);
            }
        });
        QVERIFY2(search, search ? "" : search.error().detail.c_str());
        QCOMPARE(tried.size(), search->trials().size());
        QVERIFY(search->trials().size() > 20);
        QVERIFY(search->suggested().has_value());
        const double rate = *search->suggested();
        QVERIFY2(rate > 1e-5 && rate < 1.0, qPrintable(QString::number(rate)));
        QVERIFY(rate < search->lowestLossRate() * 1.0001);
        QVERIFY(!std::filesystem::exists(test::pathIn(m_folder, "search/checkpoint.safetensors")));
        recipe.optimizer.learningRate = rate;
        const auto report = run(recipe, *m_store, "found", ignoreEvents());
        QVERIFY2(report, report ? "" : report.error().detail.c_str());
        QVERIFY(
            report->history[static_cast<std::size_t>(report->bestEpoch - 1)].validation.accuracy >=
            0.9);
    }

    void aSearchEndsWhereTheLossDiverges()
    {
        ml::TrainingRecipe recipe = test::smallRecipe();
        recipe.optimizer.type = "sgd";
        recipe.loss.labelSmoothing = 0.1; // or a perfect answer has no gradient left
        const auto search = findRate(recipe, {1e-3, 1e12, 200}, ignoreEvents());
        QVERIFY2(search, search ? "" : search.error().detail.c_str());
        QVERIFY2(search->hasDiverged(), search->toText().c_str());
        QVERIFY(search->trials().size() < 200);
        const auto again = findRate(recipe, {1e-3, 1e12, 200}, ignoreEvents());
        QVERIFY(again);
        QVERIFY(again->toJson() == search->toJson());
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
};

QTEST_APPLESS_MAIN(TorchTrainerTest)
#include "trainer_test.moc"
