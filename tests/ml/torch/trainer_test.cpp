// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ml/torch/torch_fixtures.h"

#include <QTest>

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <map>
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
        recipe.augmentation.aspect = 0.1;
        recipe.augmentation.resample = 0.3;
        recipe.augmentation.border = 0.1;
        recipe.augmentation.marks = 0.2;
        recipe.augmentation.mixup = 0.4;
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
        QVERIFY2(detail.find("batch size 32 did not fit, ") != std::string::npos, detail.c_str());
        QVERIFY2(detail.ends_with(" does"), detail.c_str());
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

    void frozenLayersStayAsTheyWere_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("frozen");
        QTest::addColumn<QString>("precision");
        QTest::newRow("nothing frozen: all of it learns") << "rmsprop" << 0 << "float32";
        QTest::newRow("the first convolution and its normalisation") << "rmsprop" << 2 << "float32";
        QTest::newRow("with decay and an average of the weights") << "adamw" << 2 << "float32";
        QTest::newRow("in bfloat16") << "sgd" << 3 << "bfloat16";
        QTest::newRow("all but the output") << "sgd" << 6 << "float32";
    }

    void frozenLayersStayAsTheyWere()
    {
        QFETCH(QString, kind);
        QFETCH(int, frozen);
        QFETCH(QString, precision);
        const auto first = run(recipeOf("adamw"), *m_store, "start", ignoreEvents());
        QVERIFY2(first, first ? "" : first.error().detail.c_str());
        ml::TrainingRecipe recipe = recipeOf(kind);
        recipe.precision = precision.toStdString();
        recipe.keepBest = "last";
        recipe.start.frozenLayers = frozen;
        const auto second =
            run(recipe, *m_store, "frozen", ignoreEvents(), false, {}, first->weights);
        QVERIFY2(second, second ? "" : second.error().detail.c_str());
        for (const auto& [name, isSame] : comparison(first->weights, second->weights)) {
            // "network.3.weight": the fourth layer; the output layer has no number and learns.
            const std::string layer = name.substr(8, name.find('.', 8) - 8);
            const bool isFrozen = layer != "output" && std::stoi(layer) < frozen;
            QVERIFY2(isSame == isFrozen, name.c_str());
        }
    }

    void frozenStagesOfABackboneStayAsTheyWere()
    {
        ml::TrainingRecipe recipe = test::smallRecipe();
        recipe.input.width = recipe.input.height = 32;
        recipe.network = {};
        recipe.network.backbone = ml::Backbone::ResNet18;
        recipe.network.width = 8;
        recipe.keepBest = "last";
        recipe.epochs = 1;
        const auto store = test::smallStore(test::pathIn(m_folder, "wide"), 2, recipe.input, 32);
        QVERIFY(store);
        const auto first = run(recipe, *store, "backbone", ignoreEvents());
        QVERIFY2(first, first ? "" : first.error().detail.c_str());
        recipe.start.frozenLayers = 3; // conv1 with bn1, maxpool, layer1
        const auto second =
            run(recipe, *store, "backbone-2", ignoreEvents(), false, {}, first->weights);
        QVERIFY2(second, second ? "" : second.error().detail.c_str());
        int frozen = 0;
        for (const auto& [name, isSame] : comparison(first->weights, second->weights)) {
            const bool isFrozen = name.starts_with("network.conv1") ||
                                  name.starts_with("network.bn1") ||
                                  name.starts_with("network.layer1");
            frozen += isFrozen ? 1 : 0;
            QVERIFY2(isSame == isFrozen, name.c_str());
        }
        QCOMPARE(frozen, 5 + 4 * 5);
    }

    void aFrozenRunGoesOnAsIfNothingHadHappened()
    {
        const auto first = run(recipeOf("sgd"), *m_store, "start-3", ignoreEvents());
        QVERIFY(first);
        ml::TrainingRecipe recipe = recipeOf("adamw");
        recipe.start.frozenLayers = 2;
        const auto whole =
            run(recipe, *m_store, "frozen-whole", ignoreEvents(), false, {}, first->weights);
        QVERIFY2(whole, whole ? "" : whole.error().detail.c_str());
        StopAfter stop{2, 1, {}};
        QVERIFY(run(recipe, *m_store, "frozen-resumed", std::ref(stop), false,
                    stop.source.get_token(), first->weights));
        const auto resumed =
            run(recipe, *m_store, "frozen-resumed", ignoreEvents(), true, {}, first->weights);
        QVERIFY2(resumed, resumed ? "" : resumed.error().detail.c_str());
        QVERIFY(test::contentOf(resumed->weights) == test::contentOf(whole->weights));
        const auto other =
            run(recipe, *m_store, "frozen-resumed", ignoreEvents(), true, {}, resumed->weights);
        QVERIFY(!other);
        QCOMPARE(other.error().code, ErrorCode::CheckpointMismatch);
        QVERIFY(other.error().detail.find("start_weights") != std::string::npos);
    }

    void whatCannotBeFrozenIsRefused_data()
    {
        QTest::addColumn<int>("frozen");
        QTest::addColumn<bool>("hasStart");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("random weights") << 2 << false << ErrorCode::RecipeInvalid;
        QTest::newRow("more layers than there are") << 7 << true << ErrorCode::NetworkInvalid;
    }

    void whatCannotBeFrozenIsRefused()
    {
        QFETCH(int, frozen);
        QFETCH(bool, hasStart);
        QFETCH(ErrorCode, code);
        const auto first = run(recipeOf("sgd"), *m_store, "start-2", ignoreEvents());
        QVERIFY(first);
        ml::TrainingRecipe recipe = test::smallRecipe();
        recipe.start.frozenLayers = frozen;
        const auto report = run(recipe, *m_store, "refused", ignoreEvents(), false, {},
                                hasStart ? first->weights : std::filesystem::path());
        QVERIFY(!report);
        QCOMPARE(report.error().code, code);
        QVERIFY(report.error().detail.find("start.frozen_layers") != std::string::npos);
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

private:
    Result<ml::TrainingReport> run(const ml::TrainingRecipe& recipe, const ml::SampleStore& store,
                                   const std::string& name, const ml::EventSink& sink,
                                   bool resume = false, std::stop_token stop = {},
                                   const std::filesystem::path& start = {})
    {
        ml::TrainerOptions options;
        options.runFolder = test::pathIn(m_folder, name);
        options.resume = resume;
        options.threads = 1;
        options.startWeights = start;
        std::filesystem::create_directories(options.runFolder);
        return m_backend->createTrainer(ml::DeviceChoice::Cpu)
            ->run(recipe, store, options, sink, stop);
    }

    Result<ml::LearningRateSearch> findRate(const ml::TrainingRecipe& recipe,
                                            const ml::LearningRateRange& range,
                                            const ml::EventSink& sink)
    {
        ml::TrainerOptions options;
        options.runFolder = test::pathIn(m_folder, "search");
        options.threads = 1;
        return m_backend->createTrainer(ml::DeviceChoice::Cpu)
            ->findLearningRate(recipe, *m_store, options, range, sink, {});
    }

    /// Tensor name → whether two files hold the same bytes there.
    static std::map<std::string, bool> comparison(const std::filesystem::path& a,
                                                  const std::filesystem::path& b)
    {
        std::map<std::string, bool> result;
        const auto first = ml::TensorFile::open(a);
        const auto second = ml::TensorFile::open(b);
        if (first && second) {
            for (const auto& [name, view] : (*first)->tensors()) {
                const auto other = (*second)->tensors().find(name);
                result[name] = other != (*second)->tensors().end() &&
                               std::ranges::equal(view.bytes, other->second.bytes);
            }
        }
        return result;
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
