// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "tests/ui/page_fixture.h"
#include "tests/ui/window_fixture.h"
#include "ui/wizard/run_folder.h"
#include "ui/wizard/training_runner.h"
#include "ui/wizard/training_wizard.h"

#include <QComboBox>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>

using namespace nefes;
using test::WindowFixture;

namespace {

const std::string kWaits = "trap 'exit 130' INT\nstarted; batch 1 1; epoch 1\n"
                           "i=0; while [ $i -lt 400 ]; do sleep 0.05; i=$((i+1)); done\n";

/// A window whose wizard trains with a script.
struct WindowStage {
    WindowFixture fixture{ui::Language::English};

    explicit WindowStage(const std::string& engine)
    {
        test::writeEngine(fixture.folder(), engine);
        fixture.services.training.runsFolder = fixture.folder() / "runs";
        fixture.services.training.program = fixture.folder() / "engine.sh";
    }
    ui::TrainingRunner& startRun()
    {
        fixture.window();
        fixture.trigger("showTraining");
        ui::TrainingRunner& runner = fixture.child<ui::TrainingWizard>("trainingWizard")->runner();
        ui::RunPlan plan;
        plan.recipe.id = "tiny";
        plan.folders = {fixture.folder()};
        runner.start(plan);
        return runner;
    }
    QPushButton* answer(const char* name)
    {
        auto* box = fixture.window().findChild<QMessageBox*>(QStringLiteral("closeQuestion"));
        return box == nullptr ? nullptr : box->findChild<QPushButton*>(QLatin1String(name));
    }
};

} // namespace

class WizardWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closingWhileTrainingAsksAndStops();
    void theRunCanGoOnHidden();
    void theQuestionCanBeCancelled();
    void withoutARunNothingIsAsked();
    void anInterruptedRunIsToldAtTheNextStart();
    void analysisGoesOnWhileTraining();
    void aPublishedModelJudgesTheOpenStudyAtOnce();
    void thePanelOffersAllModels();
    void imagesOfAStepOpenInTheViewer();
    void theWizardTakesThePlaceOfThePanels();
};

void WizardWindowTest::closingWhileTrainingAsksAndStops()
{
    WindowStage stage(kWaits);
    ui::TrainingRunner& runner = stage.startRun();
    QTRY_COMPARE(runner.phase(), ui::RunPhase::Training);
    stage.fixture.window().close();
    QVERIFY(stage.fixture.window().isVisible());
    QVERIFY(stage.answer("closeStop") != nullptr);
    stage.answer("closeStop")->click();
    QTRY_VERIFY(!stage.fixture.window().isVisible());
    QTRY_VERIFY(ui::readRun(stage.fixture.services.training.runsFolder / "tiny-001")->state ==
                ui::RunState::Interrupted);
}

void WizardWindowTest::theRunCanGoOnHidden()
{
    WindowStage stage("started; sleep 0.5; epoch 1; finished\n");
    ui::TrainingRunner& runner = stage.startRun();
    QTRY_COMPARE(runner.phase(), ui::RunPhase::Training);
    stage.fixture.window().close();
    stage.answer("closeHide")->click();
    QVERIFY(!stage.fixture.window().isVisible());
    QVERIFY(runner.isBusy());
    QTRY_VERIFY(!runner.isBusy());
    QCoreApplication::processEvents();
}

void WizardWindowTest::theQuestionCanBeCancelled()
{
    WindowStage stage(kWaits);
    ui::TrainingRunner& runner = stage.startRun();
    QTRY_COMPARE(runner.phase(), ui::RunPhase::Training);
    stage.fixture.window().close();
    auto* box = stage.fixture.window().findChild<QMessageBox*>(QStringLiteral("closeQuestion"));
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(stage.fixture.window().isVisible());
    QVERIFY(runner.isBusy());
    runner.stop();
    QTRY_VERIFY(!runner.isBusy());
}

void WizardWindowTest::withoutARunNothingIsAsked()
{
    WindowFixture fixture;
    fixture.window();
    fixture.trigger("showTraining");
    fixture.window().close();
    QVERIFY(!fixture.window().isVisible());
}

void WizardWindowTest::anInterruptedRunIsToldAtTheNextStart()
{
    WindowStage stage(kWaits);
    ui::StoredRun run;
    run.plan.recipe.id = "tiny";
    run.plan.folders = {stage.fixture.folder()};
    run.state = ui::RunState::Running;
    run.folder = stage.fixture.services.training.runsFolder / "tiny-004";
    QVERIFY(ui::writeRun(run, 0).has_value());
    QTRY_VERIFY(stage.fixture.window().statusBar()->currentMessage().contains(
        QStringLiteral("can be resumed")));
    stage.fixture.trigger("showTraining");
    auto* wizard = stage.fixture.child<ui::TrainingWizard>("trainingWizard");
    const auto isOffered = [wizard] {
        const auto* card = wizard->findChild<QWidget*>(QStringLiteral("trainInterrupted"));
        return !card->isHidden();
    };
    QTRY_VERIFY(isOffered());
    // The first step tells it too, and leads there, though nothing has been chosen before it.
    auto* card = wizard->findChild<QWidget*>(QStringLiteral("wizardInterrupted"));
    QVERIFY(card->isVisible());
    card->findChild<QPushButton*>(QStringLiteral("wizardInterruptedPrimary"))->click();
    QCOMPARE(wizard->currentStep(), 3);
    QVERIFY(!card->isVisible());
    QVERIFY(wizard->findChild<QWidget*>(QStringLiteral("trainInterrupted"))->isVisible());
}

void WizardWindowTest::analysisGoesOnWhileTraining()
{
    WindowStage stage(kWaits);
    ui::TrainingRunner& runner = stage.startRun();
    QTRY_COMPARE(runner.phase(), ui::RunPhase::Training);
    QVERIFY(stage.fixture.openOne());
    QCOMPARE(stage.fixture.model->analyses.load(), 1);
    QVERIFY(runner.isBusy());
    runner.stop();
    QTRY_VERIFY(!runner.isBusy());
}

void WizardWindowTest::aPublishedModelJudgesTheOpenStudyAtOnce()
{
    WindowFixture fixture;
    auto ids = std::make_shared<std::vector<std::string>>(std::vector<std::string>{"first"});
    fixture.services.listModels = [ids] {
        std::vector<ui::InstalledModel> models;
        for (const std::string& id : *ids) {
            models.push_back({.id = id, .version = "1", .title = {id, id}, .folder = {}});
        }
        return models;
    };
    auto asked = std::make_shared<std::vector<std::string>>();
    fixture.services.loadClassifier = [asked, model = fixture.model](const std::string& id,
                                                                     ml::DeviceChoice) {
        asked->push_back(id);
        return Result<std::unique_ptr<ml::Classifier>>(test::makeFakeClassifier(model));
    };
    QVERIFY(fixture.openOne());
    QVERIFY(fixture.child<QComboBox>("modelChoice")->isHidden());
    fixture.trigger("showTraining");
    ids->push_back("ours");
    Q_EMIT fixture.child<ui::TrainingWizard>("trainingWizard")->state().modelsChanged("ours");
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(asked->back(), std::string("ours"));
    QCOMPARE(fixture.model->analyses.load(), 2);
    fixture.trigger("showTraining");
    auto* choice = fixture.child<QComboBox>("modelChoice");
    QCOMPARE(choice->count(), 2);
    QCOMPARE(choice->currentText(), QStringLiteral("ours"));
}

void WizardWindowTest::thePanelOffersAllModels()
{
    WindowFixture fixture;
    fixture.services.listModels = [] {
        return std::vector<ui::InstalledModel>{
            {.id = "a", .version = "1", .title = {"Model A", "A"}, .folder = {}},
            {.id = "b", .version = "2", .title = {"Model B", "B"}, .folder = {}}};
    };
    auto asked = std::make_shared<std::vector<std::string>>();
    fixture.services.loadClassifier = [asked, model = fixture.model](const std::string& id,
                                                                     ml::DeviceChoice) {
        asked->push_back(id);
        return Result<std::unique_ptr<ml::Classifier>>(test::makeFakeClassifier(model));
    };
    QVERIFY(fixture.openOne());
    auto* choice = fixture.child<QComboBox>("modelChoice");
    QVERIFY(choice->isVisible());
    QCOMPARE(choice->currentText(), QStringLiteral("Model A"));
    choice->setCurrentIndex(1);
    Q_EMIT choice->activated(1);
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(*asked, (std::vector<std::string>{"a", "b"}));
    QCOMPARE(choice->currentText(), QStringLiteral("Model B"));
}

void WizardWindowTest::imagesOfAStepOpenInTheViewer()
{
    WindowFixture fixture;
    const auto first = test::writeSynthetic(fixture.folder(), {});
    test::SyntheticFile other;
    other.name = "b.test";
    other.seriesUid = "1.1.2";
    other.width = 50;
    const auto second = test::writeSynthetic(fixture.folder(), other);
    QVERIFY(fixture.open({first}));
    for (const auto& [file, width] : {std::pair(second, 50), std::pair(first, 40)}) {
        fixture.trigger("showTraining");
        Q_EMIT fixture.child<ui::TrainingWizard>("trainingWizard")->state().openRequested(file);
        QVERIFY(fixture.waitUntilIdle());
        QVERIFY(fixture.canvas().isVisible());
        QCOMPARE(fixture.canvas().image()->width(), width);
    }
}

void WizardWindowTest::theWizardTakesThePlaceOfThePanels()
{
    WindowFixture fixture;
    fixture.window().resize(1280, 800);
    fixture.trigger("showTraining");
    QTest::qWait(50); // a layout that does not fit makes the window grow later
    QCOMPARE(fixture.window().size(), QSize(1280, 800));
    fixture.trigger("showTraining");
    QTest::qWait(50);
    QCOMPARE(fixture.window().size(), QSize(1280, 800));
}

QTEST_MAIN(WizardWindowTest)
#include "wizard_window_test.moc"
