// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/page_fixture.h"
#include "tests/ui/window_fixture.h"
#include "ui/wizard/training_runner.h"
#include "ui/wizard/training_wizard.h"

#include <QMessageBox>
#include <QPushButton>

#include <fstream>

using namespace nefes;
using test::WindowFixture;

namespace {

/// A run that ends when the file "end" lies in its folder.
struct ClosingStage {
    WindowFixture fixture{ui::Language::English};

    ClosingStage()
    {
        test::writeEngine(fixture.folder(), "started; batch 1 1\n"
                                            "while [ ! -e \"$run/end\" ]; do sleep 0.02; done\n"
                                            "epoch 1; finished\n");
        fixture.services.training.runsFolder = fixture.folder() / "runs";
        fixture.services.training.program = fixture.folder() / "engine.sh";
        fixture.window();
        fixture.trigger("showTraining");
    }
    ui::TrainingRunner& runner()
    {
        return fixture.child<ui::TrainingWizard>("trainingWizard")->runner();
    }
    void startRun()
    {
        ui::RunPlan plan;
        plan.recipe.id = "tiny";
        plan.folders = {fixture.folder()};
        runner().start(plan);
    }
    void endRun()
    {
        std::ofstream(runner().current().folder / "end").put('\n');
        QTRY_VERIFY(!runner().isBusy());
    }
    QMessageBox* question()
    {
        return fixture.window().findChild<QMessageBox*>(QStringLiteral("closeQuestion"));
    }
};

} // namespace

class WizardClosingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunThatEndsBeforeTheAnswerLetsTheWindowClose_data();
    void aRunThatEndsBeforeTheAnswerLetsTheWindowClose();
    void theQuestionTellsOfRunsThatWait();
};

void WizardClosingTest::aRunThatEndsBeforeTheAnswerLetsTheWindowClose_data()
{
    QTest::addColumn<QString>("answer");
    QTest::newRow("stop") << QStringLiteral("closeStop");
    QTest::newRow("hide") << QStringLiteral("closeHide");
}

void WizardClosingTest::aRunThatEndsBeforeTheAnswerLetsTheWindowClose()
{
    QFETCH(QString, answer);
    ClosingStage stage;
    stage.startRun();
    QTRY_COMPARE(stage.runner().phase(), ui::RunPhase::Training);
    stage.fixture.window().close();
    QVERIFY(stage.question() != nullptr);
    stage.endRun();
    const bool wasQuitting = QGuiApplication::quitOnLastWindowClosed();
    stage.question()->findChild<QPushButton*>(answer)->click();
    QTRY_VERIFY(!stage.fixture.window().isVisible());
    // A program without a window and without a run would never end.
    QCOMPARE(QGuiApplication::quitOnLastWindowClosed(), wasQuitting);
}

void WizardClosingTest::theQuestionTellsOfRunsThatWait()
{
    ClosingStage stage;
    stage.startRun();
    QTRY_COMPARE(stage.runner().phase(), ui::RunPhase::Training);
    stage.fixture.window().close();
    QVERIFY(!stage.question()->text().contains(QStringLiteral("waiting")));
    delete stage.question();
    stage.startRun();
    stage.startRun();
    stage.fixture.window().close();
    QVERIFY(stage.question()->text().contains(QStringLiteral("2 runs waiting")));
    delete stage.question();
    stage.runner().removeWaiting(1);
    stage.runner().removeWaiting(0);
    stage.endRun();
}

QTEST_MAIN(WizardClosingTest)
#include "wizard_closing_test.moc"
