// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/fitting_batch.h"

#include "tests/ml/fakes.h"
#include "tests/ui/training_stage.h"
#include "ui/plots/line_plot.h"
#include "ui/wizard/sweep_view.h"
#include "ui/wizard/train_page.h"

#include <QDoubleSpinBox>
#include <QFrame>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTabWidget>

#include <nlohmann/json.hpp>

#include <cstdlib>

using namespace nefes;
using namespace nefes::test;

class TrainSearchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGridIsSearchedAndItsTableCanBeSorted();
    void valuesAreReadAsPeopleWriteThem_data();
    void valuesAreReadAsPeopleWriteThem();
    void commasPartWholeNumbersInEveryLanguage();
    void aTableOfAnotherKindDoesNoHarm();
    void aLearningRateIsFoundAndTakenOver();
    void aSearchForALearningRateCanBeCancelled();
    void rateSearchesSayWhatWentWrong_data();
    void rateSearchesSayWhatWentWrong();
    void aCrossValidationShowsItsPartsAndAllImagesTogether();
    void aStoppedCrossValidationGoesOn();
};

void TrainSearchTest::aGridIsSearchedAndItsTableCanBeSorted()
{
    TrainingStage stage;
    stage.fixture.writeEngine(
        "mkdir -p \"$run/runs/001\" \"$run/runs/002\"\n"
        "printf 'epoch,validation_auc\\n1,0.7\\n2,0.8\\n' > \"$run/runs/001/history.csv\"\n"
        "printf 'epoch,validation_auc\\n1,0.6\\n2,0.9\\n' > \"$run/runs/002/history.csv\"\n"
        "echo '{\"metric\":\"validation.auc\",\"runs\":[{\"setting\":[\"batch_size=8\"],"
        "\"status\":\"done\",\"metric\":0.9,\"best_epoch\":2,\"seconds\":3.5,\"folder\":"
        "\"runs/002\"},{\"setting\":[\"batch_size=16\"],\"status\":\"done\",\"metric\":0.8,"
        "\"best_epoch\":2,\"seconds\":2.5,\"folder\":\"runs/001\"}]}' > \"$run/sweep.json\"\n"
        "echo 'runs/002 of 2' >&2\n"
        "echo '{\"best\":{\"model_directory\":\"'\"$run\"'/best/model\"}}'\n");
    stage.open();
    QVERIFY(!stage.child<QPushButton>("gridStart")->isEnabled());
    stage.child<QLineEdit>("gridValues1")->setText(QStringLiteral("8,"));
    QVERIFY(!stage.child<QPushButton>("gridStart")->isEnabled());
    stage.child<QLineEdit>("gridValues1")->setText(QStringLiteral("8, 16"));
    QVERIFY(stage.child<QPushButton>("gridStart")->isEnabled());
    QSignalSpy ended(&stage.page->runner(), &ui::TrainingRunner::runEnded);
    stage.child<QPushButton>("gridStart")->click();
    QVERIFY(ended.wait(test::kPageTimeoutMs));
    auto* table = stage.child<QTableWidget>("sweepTable");
    QTRY_COMPARE(table->rowCount(), 2);
    table->sortItems(4, Qt::AscendingOrder);
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("Batch size 16"));
    table->sortItems(2, Qt::DescendingOrder);
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("Batch size 8"));
    auto* plot = stage.child<ui::LinePlot>("sweepPlot");
    QTRY_COMPARE(plot->shownPoints(0), 2);
    QTRY_COMPARE(plot->shownPoints(1), 2);
    QVERIFY(stage.page->isSound());
}

void TrainSearchTest::valuesAreReadAsPeopleWriteThem_data()
{
    using ui::Language;
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("asked");
    const auto row = [](const char* name, Language language, const char* written,
                        const char* asked) {
        QTest::newRow(name) << language << QString::fromUtf8(written) << QString::fromUtf8(asked);
    };
    row("commas between", Language::English, "0.001,0.0003", "0.001,0.0003");
    row("commas and blanks", Language::English, "0.001, 0.0003", "0.001,0.0003");
    row("semicolons", Language::English, "0.001; 0.0003", "0.001,0.0003");
    row("blanks", Language::English, "0.001 0.0003", "0.001,0.0003");
    row("a decimal comma", Language::Turkish, "0,001", "0.001");
    row("decimal commas, semicolons", Language::Turkish, "0,001; 0,0003", "0.001,0.0003");
    row("decimal commas, blanks", Language::Turkish, "0,001 3e-4", "0.001,3e-4");
    row("points all the same", Language::Turkish, "0.001,0.0003", "0.001,0.0003");
    row("words", Language::Turkish, "adam,sgd", "adam,sgd");
    row("lists", Language::Turkish, "[0.9, 1.1], [0.8, 1.2]", "[0.9,1.1],[0.8,1.2]");
}

void TrainSearchTest::valuesAreReadAsPeopleWriteThem()
{
    QFETCH(ui::Language, language);
    QFETCH(QString, written);
    QFETCH(QString, asked);
    TrainingStage stage;
    stage.fixture.language.apply(language);
    stage.open();
    stage.child<QLineEdit>("gridValues1")->setText(written);
    ui::RunPlan plan;
    stage.page->findChild<ui::SweepView*>()->fill(plan);
    QCOMPARE(plan.grid, std::vector<std::string>{"optimizer.learning_rate=" + asked.toStdString()});
}

void TrainSearchTest::commasPartWholeNumbersInEveryLanguage()
{
    TrainingStage stage;
    stage.fixture.language.apply(ui::Language::Turkish);
    stage.open();
    stage.child<QLineEdit>("gridValues2")->setText(QStringLiteral("16,32")); // the batch size
    ui::RunPlan plan;
    stage.page->findChild<ui::SweepView*>()->fill(plan);
    QCOMPARE(plan.grid, std::vector<std::string>{"batch_size=16,32"});
}

void TrainSearchTest::aTableOfAnotherKindDoesNoHarm()
{
    TrainingStage stage;
    stage.fixture.writeEngine(
        "echo '{\"runs\":[3,{\"setting\":\"x\",\"status\":1,\"metric\":\"y\",\"best_epoch\":"
        "\"z\",\"seconds\":null,\"folder\":7},{\"setting\":[\"batch_size=8\",8],\"status\":"
        "\"done\",\"metric\":0.9}]}' > \"$run/sweep.json\"\n"
        "echo '{\"best\":3}'\n");
    stage.open();
    stage.child<QLineEdit>("gridValues1")->setText(QStringLiteral("8, 16"));
    QSignalSpy ended(&stage.page->runner(), &ui::TrainingRunner::runEnded);
    stage.child<QPushButton>("gridStart")->click();
    QVERIFY(ended.wait(test::kPageTimeoutMs));
    auto* table = stage.child<QTableWidget>("sweepTable");
    QTRY_COMPARE(table->rowCount(), 3);
    table->sortItems(2, Qt::DescendingOrder);
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("Batch size 8"));
}

void TrainSearchTest::aLearningRateIsFoundAndTakenOver()
{
    TrainingStage stage;
    // The loss falls most steeply at 0.01.
    stage.fixture.writeEngine(
        "[ -n \"$find\" ] || exit 1\nstarted\nawk 'BEGIN { for (s = 1; s <= 100; ++s) printf "
        "\"{\\\"event\\\":\\\"learning_rate_trial\\\",\\\"step\\\":%d,\\\"steps\\\":100,"
        "\\\"learning_rate\\\":%.10f,\\\"loss\\\":%.3f,\\\"smoothed_loss\\\":%.3f}\\n\", s, "
        "exp((s * 6 / 100 - 6) * log(10)), 1 - s / 200, 1 - s / 200 }'\n"
        "echo '{\"event\":\"learning_rate_found\",\"suggested\":0.010113,"
        "\"lowest_loss_rate\":0.0999,\"has_diverged\":true}'\n");
    stage.open();
    QSignalSpy ended(&stage.page->runner(), &ui::TrainingRunner::runEnded);
    stage.child<QTabWidget>("trainTabs")->setCurrentIndex(2);
    QVERIFY(!stage.child<QPushButton>("finderUse")->isVisible());
    stage.click("finderSearch");
    QVERIFY(!ended.isEmpty() || ended.wait(test::kPageTimeoutMs));
    const auto* plot = stage.child<ui::LinePlot>("ratesPlot");
    QCOMPARE(plot->data(1).points().size(), std::size_t{100});
    QVERIFY(qAbs(plot->data(1).points().back().x()) < 1e-6); // 1, on an axis of powers
    auto* use = stage.child<QPushButton>("finderUse");
    QVERIFY(use->isVisible());
    QCOMPARE(use->text(), QStringLiteral("Use 0.01"));
    QVERIFY(stage.child<QLabel>("finderText")->text().startsWith(QStringLiteral("At 0.01 ")));
    stage.click("finderUse");
    QCOMPARE(stage.fixture.state.recipe().optimizer.learningRate, 0.01);
    QVERIFY(!use->isEnabled());
    QCOMPARE(use->text(), QStringLiteral("0.01 is in the recipe"));
    // Nothing was trained: no model, nothing to resume, no curve of it.
    QVERIFY(!stage.page->isSound());
    QVERIFY(!stage.child<QFrame>("trainInterrupted")->isVisible());
    QVERIFY(stage.child<ui::LinePlot>("lossPlot")->data(0).points().empty());
    // The number itself can be edited.
    stage.child<QDoubleSpinBox>("finderRate")->setValue(0.002);
    QCOMPARE(stage.fixture.state.recipe().optimizer.learningRate, 0.002);
    if (const char* target = std::getenv("NEFES_TEST_PICTURES")) {
        QTest::qWait(200);
        stage.page->grab().save(QLatin1String(target) + QStringLiteral("/finder.png"));
    }
}

void TrainSearchTest::aSearchForALearningRateCanBeCancelled()
{
    TrainingStage stage;
    stage.fixture.writeEngine(kWaits);
    stage.open();
    stage.child<QTabWidget>("trainTabs")->setCurrentIndex(2);
    stage.click("finderSearch");
    QVERIFY(stage.waitFor(ui::RunPhase::Training));
    QVERIFY(!stage.child<QPushButton>("finderSearch")->isEnabled());
    stage.click("finderCancel");
    QVERIFY(stage.waitFor(ui::RunPhase::Idle));
    QVERIFY(stage.child<QPushButton>("finderSearch")->isEnabled());
    QVERIFY(!stage.child<QFrame>("trainInterrupted")->isVisible());
    QVERIFY(!stage.child<QFrame>("trainFailure")->isVisible());
}

void TrainSearchTest::rateSearchesSayWhatWentWrong_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<bool>("hasFailed");
    QTest::newRow("too little memory")
        << QString::fromStdString("started; echo '{\"event\":\"failed\",\"code\":"
                                  "\"out_of_memory\",\"message\":\"" +
                                  ml::fittingBatchText(32, 16) + "\"}'; exit 1\n")
        << "the reason stands above" << true;
    QTest::newRow("no rate helps")
        << "started; echo '{\"event\":\"learning_rate_trial\",\"step\":1,\"steps\":100,"
           "\"learning_rate\":0.1,\"loss\":1,\"smoothed_loss\":1}'; echo '{\"event\":"
           "\"learning_rate_found\",\"suggested\":null,\"lowest_loss_rate\":0.1,"
           "\"has_diverged\":false}'\n"
        << "No rate brought the loss down" << false;
}

void TrainSearchTest::rateSearchesSayWhatWentWrong()
{
    QFETCH(const QString, engine);
    QFETCH(const QString, sentence);
    QFETCH(const bool, hasFailed);
    TrainingStage stage;
    stage.fixture.writeEngine(engine.toStdString());
    stage.open();
    QSignalSpy ended(&stage.page->runner(), &ui::TrainingRunner::runEnded);
    stage.child<QPushButton>("finderSearch")->click();
    QVERIFY(ended.wait(test::kPageTimeoutMs));
    const QString text = stage.child<QLabel>("finderText")->text();
    QVERIFY2(text.contains(sentence), qPrintable(text));
    QCOMPARE(stage.child<QFrame>("trainFailure")->isVisible(), hasFailed);
}

void TrainSearchTest::aCrossValidationShowsItsPartsAndAllImagesTogether()
{
    TrainingStage stage;
    // Parts of 10 and 6 images, of which 8 and 6 are right.
    const auto package = stage.fixture.folder() / "package";
    std::filesystem::create_directories(package);
    ml::ModelDescription model = ml::fake::yesNoModel();
    for (const auto& [fold, matrix] : {std::pair(1, nlohmann::json{{4, 1}, {1, 4}}),
                                       std::pair(2, nlohmann::json{{3, 0}, {0, 3}})}) {
        const int images = fold == 1 ? 10 : 6;
        model.metrics = {{"validation",
                          {{"images", images},
                           {"accuracy", fold == 1 ? 0.8 : 1.0},
                           {"macro_auc", fold == 1 ? 0.9 : 1.0},
                           {"confusion", {{"labels", {"no", "yes"}}, {"matrix", matrix}}}}}};
        QVERIFY(ml::fake::writePackage(package / std::to_string(fold), model).has_value());
    }
    stage.fixture.writeEngine("[ \"$folds\" = 2 ] || exit 1\nfor f in 1 2; do started; batch 1 1; "
                              "epoch 1; mkdir -p \"$run/fold-$f\"; cp -r '" +
                              package.string() + "'/$f \"$run/fold-$f/model\"; finished; done\n");
    stage.open();
    QSignalSpy ended(&stage.page->runner(), &ui::TrainingRunner::runEnded);
    stage.child<QTabWidget>("trainTabs")->setCurrentIndex(3);
    stage.child<QSpinBox>("foldCount")->setValue(2);
    stage.click("foldStart");
    QVERIFY(ended.wait(test::kPageTimeoutMs));
    auto* table = stage.child<QTableWidget>("foldTable");
    QTRY_COMPARE(table->rowCount(), 4);
    QCOMPARE(table->item(0, 2)->text(), QStringLiteral("0.800"));
    QCOMPARE(table->item(1, 1)->text(), QStringLiteral("6"));
    QCOMPARE(table->item(2, 2)->text(), QStringLiteral("0.900 ± 0.141"));
    // 14 of 16, which is not the mean of the parts.
    QCOMPARE(table->item(3, 2)->text(), QStringLiteral("0.875"));
    QVERIFY(stage.child<QLabel>("foldSummary")->text().contains(QStringLiteral("14 of 16 right")));
    auto* classes = stage.child<QTableWidget>("foldClasses");
    QCOMPARE(classes->rowCount(), 2);
    QCOMPARE(classes->item(0, 2)->text(), QStringLiteral("0.875"));
    // No model comes of it, and the curves are those of the last part alone.
    QVERIFY(!stage.page->isSound());
    QCOMPARE(stage.child<ui::LinePlot>("lossPlot")->data(0).points().size(), std::size_t{1});
    QCOMPARE(stage.page->runner().current().plan.name, std::string("tiny-folds-001"));
    if (const char* target = std::getenv("NEFES_TEST_PICTURES")) {
        QTest::qWait(200);
        stage.page->grab().save(QLatin1String(target) + QStringLiteral("/folds.png"));
    }
    // The next start shows it again.
    stage.open();
    QTRY_COMPARE(stage.child<QTableWidget>("foldTable")->rowCount(), 4);
}

void TrainSearchTest::aStoppedCrossValidationGoesOn()
{
    TrainingStage stage;
    stage.fixture.writeEngine(kWaits);
    stage.open();
    stage.child<QPushButton>("foldStart")->click();
    QVERIFY(stage.waitFor(ui::RunPhase::Training));
    stage.click("trainStop");
    QVERIFY(stage.waitFor(ui::RunPhase::Idle));
    QVERIFY(stage.child<QFrame>("trainInterrupted")->isVisible());
    stage.fixture.writeEngine("[ -n \"$resume\" ] && [ \"$folds\" = 5 ] || exit 1\nstarted\n");
    QSignalSpy ended(&stage.page->runner(), &ui::TrainingRunner::runEnded);
    stage.click("trainInterruptedPrimary");
    QVERIFY(ended.wait(test::kPageTimeoutMs));
    QVERIFY(!stage.child<QFrame>("trainFailure")->isVisible());
}

QTEST_MAIN(TrainSearchTest)
#include "train_search_test.moc"
