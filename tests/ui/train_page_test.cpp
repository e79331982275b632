// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/train_page.h"

#include "core/base/files.h"

#include "ml/fitting_batch.h"

#include "tests/ui/training_stage.h"
#include "ui/plots/line_plot.h"
#include "ui/wizard/run_folder.h"

#include <QComboBox>
#include <QFrame>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <nlohmann/json.hpp>

#include <functional>

using namespace nefes;
using namespace nefes::test;

namespace {

/// A run of this process, read again after a change of its file.
Result<ui::StoredRun> storedRun(const PageFixture& fixture,
                                const std::function<void(nlohmann::json&)>& change)
{
    ui::StoredRun run;
    run.plan.recipe = fixture.state.recipe();
    run.state = ui::RunState::Running;
    run.folder = fixture.services.training.runsFolder / "old-001";
    NEFES_CHECK(ui::writeRun(run, QCoreApplication::applicationPid()));
    NEFES_TRY(const auto text, readTextFile(run.folder / ui::kRunFile, 1 << 20));
    auto json = nlohmann::json::parse(text);
    change(json);
    NEFES_CHECK(writeFileAtomically(run.folder / ui::kRunFile, json.dump()));
    return ui::readRun(run.folder);
}

} // namespace

class TrainPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutDataNothingCanBeStarted();
    void curvesAndFactsFollowTheEvents();
    void curvesAreShownByBatchAndByEpoch();
    void aFinishedRunMakesTheStepSound();
    void theEngineGetsRecipeDataDeviceAndThreads();
    void pauseHoldsTheProcessAndContinueLetsItGo();
    void aStoppedRunCanBeResumed();
    void aPausedRunCanBeStopped();
    void aRunIsStoppedBeforeItsProcessIsThere();
    void stoppingAndKeepingTheBestMakesAModel();
    void aSecondRunWaitsForTheFirst();
    void failuresSayWhatToDo_data();
    void failuresSayWhatToDo();
    void theRemedyChangesTheRecipeAndTrainsAgain();
    void interruptedRunsAreOfferedAtTheNextStart();
    void linesThatAreNoEventsDoNoHarm();
    void aThousandEpochsAtHundredBatchesASecondLeaveTheWindowFree();
    void aQueuedRunCanBeTakenOut();
    void runsOfOlderVersionsKeepTheirModelToStartFrom();
    void runFilesOfAnotherKindDoNoHarm();
    void aRunIsAliveWithItsOwnProcess_data();
    void aRunIsAliveWithItsOwnProcess();
    void textsFollowTheLanguage();
};

void TrainPageTest::withoutDataNothingCanBeStarted()
{
    TrainingStage stage;
    stage.fixture.state.setFolders({});
    stage.open();
    QVERIFY(!stage.child<QPushButton>("trainStart")->isEnabled());
    QVERIFY(!stage.page->isSound());
    QVERIFY(!stage.page->problem().isEmpty());
}

void TrainPageTest::curvesAndFactsFollowTheEvents()
{
    TrainingStage stage;
    stage.fixture.writeEngine(kThreeEpochs);
    stage.open();
    QVERIFY(stage.train());
    const auto* loss = stage.child<ui::LinePlot>("lossPlot");
    QCOMPARE(loss->data(0).points().size(), std::size_t{12});
    QCOMPARE(loss->data(3).points().size(), std::size_t{3});
    QCOMPARE(loss->data(3).points().back(), QPointF(3.0, 0.65));
    QTRY_VERIFY(stage.child<QLabel>("trainFacts")->text().contains(QStringLiteral("best epoch 3")));
    QVERIFY(stage.child<QLabel>("trainFacts")->text().contains(QStringLiteral("2 threads")));
    QVERIFY(stage.child<QPlainTextEdit>("trainLog")
                ->toPlainText()
                .contains(QStringLiteral("Epoch 2: training loss 0.7000")));
}

void TrainPageTest::curvesAreShownByBatchAndByEpoch()
{
    TrainingStage stage;
    stage.fixture.writeEngine(kThreeEpochs);
    stage.open();
    QVERIFY(stage.train());
    const auto* loss = stage.child<ui::LinePlot>("lossPlot");
    QTRY_COMPARE(loss->shownPoints(0), 12);
    QCOMPARE(loss->shownPoints(2), 0);
    stage.child<QComboBox>("curveMode")->setCurrentIndex(1);
    QTRY_COMPARE(loss->shownPoints(2), 3);
    QCOMPARE(loss->shownPoints(0), 0);
}

void TrainPageTest::aFinishedRunMakesTheStepSound()
{
    TrainingStage stage;
    stage.fixture.writeEngine(kThreeEpochs);
    stage.open();
    QSignalSpy sound(stage.page.get(), &ui::WizardPage::soundnessChanged);
    QVERIFY(stage.train());
    QVERIFY(stage.page->isSound());
    QVERIFY(!sound.isEmpty());
    QCOMPARE(stage.fixture.state.trainedModel(),
             stage.fixture.services.training.runsFolder / "tiny-001" / "model");
    QTRY_VERIFY(ui::readRun(stage.fixture.services.training.runsFolder / "tiny-001")->state ==
                ui::RunState::Finished);
}

void TrainPageTest::theEngineGetsRecipeDataDeviceAndThreads()
{
    ui::RunPlan plan;
    plan.folders = {"/data/a b", "/data/c"};
    plan.device = "cpu";
    plan.threads = 1;
    QCOMPARE(ui::runArguments(plan, "/runs/x", ui::RunOrder::Resume).join(QLatin1Char('|')),
             QStringLiteral("train|--recipe|/runs/x/recipe.json|--data|/data/a b|/data/c|--output|"
                            "/runs/x|--device|cpu|--threads|1|--events|"
                            "--resume"));
}

void TrainPageTest::pauseHoldsTheProcessAndContinueLetsItGo()
{
    TrainingStage stage;
    stage.fixture.writeEngine("started; i=0; while [ $i -lt 400 ]; do batch 1 1; sleep 0.02; "
                              "i=$((i+1)); done\n");
    stage.open();
    stage.click("trainStart");
    QVERIFY(stage.waitFor(ui::RunPhase::Training));
    stage.click("trainPause");
    QCOMPARE(stage.page->runner().phase(), ui::RunPhase::Paused);
    QTest::qWait(100);
    const auto* loss = stage.child<ui::LinePlot>("lossPlot");
    const std::size_t before = loss->data(0).points().size();
    QTest::qWait(200);
    QCOMPARE(loss->data(0).points().size(), before);
    QCOMPARE(stage.child<QPushButton>("trainPause")->text(), QStringLiteral("Continue"));
    stage.click("trainPause");
    QTRY_VERIFY(loss->data(0).points().size() > before);
    stage.click("trainStop");
    QVERIFY(stage.waitFor(ui::RunPhase::Idle));
}

void TrainPageTest::aStoppedRunCanBeResumed()
{
    TrainingStage stage;
    stage.fixture.writeEngine(kWaits);
    stage.open();
    stage.click("trainStart");
    QTRY_VERIFY(stage.child<QPushButton>("trainKeepBest")->isEnabled() ||
                stage.child<ui::LinePlot>("lossPlot")->data(0).points().size() == 2);
    stage.click("trainStop");
    QVERIFY(stage.waitFor(ui::RunPhase::Idle));
    QVERIFY(stage.child<QFrame>("trainInterrupted")->isVisible());
    QVERIFY(!stage.page->isSound());
    stage.fixture.writeEngine(
        "started\n[ -n \"$resume\" ] || exit 1\n"
        "for e in 2 3; do batch $e 1; batch $e 2; epoch $e; done; finished\n");
    QSignalSpy ended(&stage.page->runner(), &ui::TrainingRunner::runEnded);
    stage.click("trainInterruptedPrimary");
    QVERIFY(ended.wait(test::kPageTimeoutMs));
    QVERIFY(stage.page->isSound());
    QCOMPARE(stage.page->runner().current().plan.name, std::string("tiny-001"));
}

void TrainPageTest::aPausedRunCanBeStopped()
{
    TrainingStage stage;
    stage.fixture.writeEngine(kWaits);
    stage.open();
    stage.click("trainStart");
    QVERIFY(stage.waitFor(ui::RunPhase::Training));
    stage.click("trainPause");
    stage.click("trainStop");
    QVERIFY(stage.waitFor(ui::RunPhase::Idle));
}

void TrainPageTest::aRunIsStoppedBeforeItsProcessIsThere()
{
    TrainingStage stage;
    stage.fixture.writeEngine(kWaits);
    stage.open();
    auto* runner = &stage.page->runner();
    // Comes after the launch and before the news of it.
    connect(runner, &ui::TrainingRunner::runStarted, runner, [runner] {
        QMetaObject::invokeMethod(runner, &ui::TrainingRunner::stop, Qt::QueuedConnection);
    });
    stage.click("trainStart");
    QVERIFY(stage.waitFor(ui::RunPhase::Idle));
    QTRY_VERIFY(ui::readRun(stage.fixture.services.training.runsFolder / "tiny-001")->state ==
                ui::RunState::Interrupted);
}

void TrainPageTest::stoppingAndKeepingTheBestMakesAModel()
{
    TrainingStage stage;
    stage.fixture.writeEngine(kWaits);
    stage.open();
    stage.click("trainStart");
    QTRY_VERIFY(stage.child<ui::LinePlot>("lossPlot")->data(3).points().size() == 1);
    QTRY_VERIFY(stage.child<QPushButton>("trainKeepBest")->isEnabled());
    QSignalSpy ended(&stage.page->runner(), &ui::TrainingRunner::runEnded);
    stage.click("trainKeepBest");
    QVERIFY(ended.wait(test::kPageTimeoutMs));
    QVERIFY(stage.page->isSound());
}

void TrainPageTest::aSecondRunWaitsForTheFirst()
{
    TrainingStage stage;
    stage.fixture.writeEngine(kThreeEpochs + "sleep 0.2\n");
    stage.open();
    QSignalSpy ended(&stage.page->runner(), &ui::TrainingRunner::runEnded);
    stage.click("trainStart");
    stage.click("trainStart");
    QVERIFY(stage.child<QLabel>("trainWaiting")->text().contains(QLatin1Char('1')));
    QTRY_COMPARE(ended.size(), 2);
    QCOMPARE(stage.page->runner().current().plan.name, std::string("tiny-002"));
}

void TrainPageTest::failuresSayWhatToDo_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("remedy");
    const auto event = [](const char* code, const char* message) {
        return QStringLiteral(
                   "started; echo '{\"event\":\"failed\",\"code\":\"%1\",\"message\":\"%2\"}'; "
                   "exit 1\n")
            .arg(QLatin1String(code), QLatin1String(message));
    };
    QTest::newRow("too little memory says which batch fits")
        << event("out_of_memory", ("CUDA; " + ml::fittingBatchText(32, 8)).c_str())
        << "A batch of 32 images did not fit"
        << "Train with batches of 8 images";
    QTest::newRow("no batch fits into memory")
        << event("out_of_memory", ("CUDA; " + ml::noFittingBatchText()).c_str())
        << "Not even a batch of two images does"
        << "Try again";
    QTest::newRow("divergence lowers the learning rate")
        << event("training_diverged", "the loss is not a number any more") << "learning rate"
        << "Train with learning rate 0.0003";
    QTest::newRow("a class without images leads back to the data")
        << event("dataset_invalid", "the class x has no training images") << "step 1"
        << "Try again";
    QTest::newRow("a wrong recipe names the field")
        << event("recipe_invalid", "optimizer.type: sgdx") << "optimizer.type"
        << "Try again";
    QTest::newRow("a full disk") << event("disk_full", "") << "The disk is full"
                                 << "Try again";
    QTest::newRow("killed by the system is most likely memory")
        << "started; kill -9 $$\n"
        << "memory ran out"
        << "Train with batches of 16 images";
    QTest::newRow("a crash keeps the window") << "started; kill -11 $$\n"
                                              << "resumed"
                                              << "Try again";
    QTest::newRow("messages without events are understood")
        << "echo 'nefes: x.json: file_not_found: /gone' >&2; exit 2\n"
        << "choose it again in step 1"
        << "Try again";
}

void TrainPageTest::failuresSayWhatToDo()
{
    QFETCH(const QString, engine);
    QFETCH(const QString, sentence);
    QFETCH(const QString, remedy);
    TrainingStage stage;
    stage.fixture.writeEngine(engine.toStdString());
    stage.open();
    QVERIFY(stage.train());
    QVERIFY(stage.child<QFrame>("trainFailure")->isVisible());
    const QString text = stage.child<QLabel>("trainFailureText")->text();
    QVERIFY2(text.contains(sentence), qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("CUDA"))); // the sentence has said it
    QCOMPARE(stage.child<QPushButton>("trainFailurePrimary")->text(), remedy);
}

void TrainPageTest::theRemedyChangesTheRecipeAndTrainsAgain()
{
    TrainingStage stage;
    stage.fixture.writeEngine("started; echo '{\"event\":\"failed\",\"code\":\"out_of_memory\","
                              "\"message\":\"" +
                              ml::fittingBatchText(32, 8) + "\"}'; exit 1\n");
    stage.open();
    QVERIFY(stage.train());
    stage.fixture.writeEngine(kThreeEpochs);
    QSignalSpy ended(&stage.page->runner(), &ui::TrainingRunner::runEnded);
    stage.click("trainFailurePrimary");
    QVERIFY(ended.wait(test::kPageTimeoutMs));
    QCOMPARE(stage.fixture.state.recipe().batchSize, 8);
    QVERIFY(!stage.child<QFrame>("trainFailure")->isVisible());
    QVERIFY(stage.page->isSound());
}

void TrainPageTest::interruptedRunsAreOfferedAtTheNextStart()
{
    TrainingStage stage;
    ui::StoredRun run;
    run.plan.recipe = stage.fixture.state.recipe();
    run.plan.folders = stage.fixture.state.folders();
    run.state = ui::RunState::Running; // by a process that is gone
    run.startedAt = 1'700'000'000;
    run.folder = stage.fixture.services.training.runsFolder / "tiny-007";
    QVERIFY(ui::writeRun(run, 0).has_value());
    stage.fixture.writeEngine("started; [ -n \"$resume\" ] && finished\n");
    stage.open();
    QTRY_VERIFY(stage.child<QFrame>("trainInterrupted")->isVisible());
    QVERIFY(
        stage.child<QLabel>("trainInterruptedText")->text().contains(QStringLiteral("tiny-007")));
    QSignalSpy ended(&stage.page->runner(), &ui::TrainingRunner::runEnded);
    stage.click("trainInterruptedPrimary");
    QVERIFY(ended.wait(test::kPageTimeoutMs));
    QVERIFY(stage.page->isSound());
    QVERIFY(!stage.child<QFrame>("trainInterrupted")->isVisible());
}

void TrainPageTest::linesThatAreNoEventsDoNoHarm()
{
    TrainingStage stage;
    stage.fixture.writeEngine("echo 'no json'; echo '{\"event\":\"epoch\",\"epoch\":\"x\"}'\n"
                              "echo '{}'; echo '[]'; echo 'decoding' >&2\n" +
                              kThreeEpochs);
    stage.open();
    QVERIFY(stage.train());
    QVERIFY(stage.page->isSound());
    QVERIFY(stage.child<QPlainTextEdit>("trainLog")
                ->toPlainText()
                .contains(QStringLiteral("decoding")));
}

void TrainPageTest::aThousandEpochsAtHundredBatchesASecondLeaveTheWindowFree()
{
    TrainingStage stage;
    // 100,000 batches at once: far more than the engine can send.
    stage.fixture.writeEngine(
        "started\nawk 'BEGIN { for (e = 1; e <= 1000; ++e) { for (s = 1; s <= 100; ++s) printf "
        "\"{\\\"event\\\":\\\"batch\\\",\\\"epoch\\\":%d,\\\"step\\\":%d,\\\"steps\\\":100,"
        "\\\"loss\\\":0.5,\\\"accuracy\\\":0.5,\\\"images_per_second\\\":50}\\n\", e, s; printf "
        "\"{\\\"event\\\":\\\"epoch\\\",\\\"epoch\\\":%d,\\\"train\\\":{\\\"loss\\\":0.5},"
        "\\\"validation\\\":{\\\"loss\\\":0.5},\\\"seconds\\\":1}\\n\", e } }'\nfinished\n");
    stage.open();
    QVERIFY(stage.train(60'000));
    const auto* loss = stage.child<ui::LinePlot>("lossPlot");
    QCOMPARE(loss->data(0).points().size(), std::size_t{100'000});
    QTRY_VERIFY(loss->shownPoints(1) > 1000);
    QVERIFY(loss->shownPoints(1) <= static_cast<int>(ui::LinePlot::kMaxShown));
    QVERIFY2(loss->refreshCount() < 400, qPrintable(QString::number(loss->refreshCount())));
}

void TrainPageTest::aQueuedRunCanBeTakenOut()
{
    TrainingStage stage;
    stage.fixture.writeEngine(kWaits);
    stage.open();
    stage.click("trainStart");
    stage.click("trainStart");
    QVERIFY(stage.child<QLabel>("trainWaiting")->isVisible());
    stage.click("trainTakeOut");
    QVERIFY(!stage.child<QLabel>("trainWaiting")->isVisible());
    stage.click("trainStop");
    QVERIFY(stage.waitFor(ui::RunPhase::Idle));
    QTest::qWait(50);
    QCOMPARE(stage.page->runner().phase(), ui::RunPhase::Idle);
}

void TrainPageTest::runsOfOlderVersionsKeepTheirModelToStartFrom()
{
    const PageFixture fixture;
    const auto run = storedRun(fixture, [](auto& file) { file["start_model"] = "/models/old"; });
    QVERIFY(run);
    QCOMPARE(run->plan.recipe.start.model, std::string("/models/old"));
}

void TrainPageTest::runFilesOfAnotherKindDoNoHarm()
{
    const PageFixture fixture;
    const auto run = storedRun(fixture, [](auto& file) { file["start_model"] = 3; });
    QVERIFY(run);
    QVERIFY(run->plan.recipe.start.model.empty());
    QVERIFY(!storedRun(fixture, [](auto& file) { file = nlohmann::json::array({1}); }));
    QVERIFY(!storedRun(fixture, [](auto& file) { file["data"] = 3; }));
}

void TrainPageTest::aRunIsAliveWithItsOwnProcess_data()
{
    QTest::addColumn<int>("later");
    QTest::addColumn<bool>("isAlive");
    QTest::newRow("its process") << 0 << true;
    QTest::newRow("another process of its number") << 1 << false;
}

void TrainPageTest::aRunIsAliveWithItsOwnProcess()
{
    QFETCH(const int, later);
    QFETCH(const bool, isAlive);
    const PageFixture fixture;
    const auto run = storedRun(fixture, [later](auto& file) {
        file["process_start"] = file["process_start"].template get<std::int64_t>() + later;
    });
    QVERIFY(run);
    QCOMPARE(run->state, isAlive ? ui::RunState::Running : ui::RunState::Interrupted);
}

void TrainPageTest::textsFollowTheLanguage()
{
    TrainingStage stage;
    stage.fixture.writeEngine(kThreeEpochs);
    stage.open();
    QVERIFY(stage.train());
    stage.fixture.language.apply(ui::Language::Turkish);
    QTRY_COMPARE(stage.child<QPushButton>("trainStop")->text(), QStringLiteral("Durdur"));
    QVERIFY(stage.child<QLabel>("trainFacts")->text().contains(QStringLiteral("0,65")));
    stage.fixture.language.apply(ui::Language::English);
    QTRY_COMPARE(stage.child<QPushButton>("trainStop")->text(), QStringLiteral("Stop"));
}

QTEST_MAIN(TrainPageTest)
#include "train_page_test.moc"
