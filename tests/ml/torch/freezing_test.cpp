// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ml/torch/trainer_fixture.h"

#include <QTest>

using namespace nefes;
using namespace nefes::test;

class TorchFreezingTest final : public QObject, private TrainerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const std::string missing = open();
        QVERIFY2(missing.empty(), missing.c_str());
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
};

QTEST_APPLESS_MAIN(TorchFreezingTest)
#include "freezing_test.moc"
