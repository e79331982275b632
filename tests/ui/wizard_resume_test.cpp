// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/page_fixture.h"
#include "ui/wizard/run_folder.h"
#include "ui/wizard/train_page.h"
#include "ui/wizard/training_runner.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace nefes;
using test::PageFixture;

namespace {

const std::string kCheckpoint =
    "started; batch 1 1; epoch 1\n"
    "echo '{\"event\":\"checkpoint\",\"epoch\":1,\"file\":\"weights.safetensors\"}'\n";

std::string failing(const std::string& code)
{
    return "echo '{\"event\":\"failed\",\"code\":\"" + code + "\",\"message\":\"x\"}'; exit 1\n";
}

} // namespace

class WizardResumeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRunWhoseCauseOfFailureCanPassGoesOn_data();
    void aRunWhoseCauseOfFailureCanPassGoesOn();
    void aFolderThatIsGoneAtTheResumptionLosesNothing();
};

void WizardResumeTest::aRunWhoseCauseOfFailureCanPassGoesOn_data()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<bool>("goesOn");
    const auto row = [](const char* name, const std::string& engine, bool goesOn) {
        QTest::newRow(name) << QString::fromStdString(engine) << goesOn;
    };
    row("a folder vanishes", kCheckpoint + failing("file_not_found"), true);
    row("the disk is full", kCheckpoint + failing("disk_full"), true);
    row("killed for lack of memory", kCheckpoint + "kill -9 $$\n", true);
    row("a crash", kCheckpoint + "kill -11 $$\n", true);
    row("before the first epoch", "started; batch 1 1\n" + failing("file_not_found"), false);
    row("a loss that grew without bounds", kCheckpoint + failing("training_diverged"), false);
    row("a recipe that is wrong", kCheckpoint + failing("recipe_invalid"), false);
}

void WizardResumeTest::aRunWhoseCauseOfFailureCanPassGoesOn()
{
    QFETCH(QString, engine);
    QFETCH(bool, goesOn);
    PageFixture fixture;
    fixture.writeEngine(engine.toStdString());
    ui::TrainPage page(fixture.state, fixture.services, fixture.pool);
    page.resize(1000, 700);
    page.show();
    QSignalSpy ended(&page.runner(), &ui::TrainingRunner::runEnded);
    PageFixture::child<QPushButton>(page, "trainStart")->click();
    QVERIFY(ended.wait(test::kPageTimeoutMs));
    QVERIFY(PageFixture::child<QFrame>(page, "trainFailure")->isVisible());
    QCOMPARE(PageFixture::child<QFrame>(page, "trainInterrupted")->isVisible(), goesOn);
    const auto state = [&fixture] {
        return ui::readRun(fixture.services.training.runsFolder / "tiny-001")->state;
    };
    QTRY_COMPARE(state(), goesOn ? ui::RunState::Interrupted : ui::RunState::Failed);
}

void WizardResumeTest::aFolderThatIsGoneAtTheResumptionLosesNothing()
{
    PageFixture fixture;
    fixture.writeEngine(kCheckpoint + failing("file_not_found"));
    ui::TrainPage page(fixture.state, fixture.services, fixture.pool);
    page.resize(1000, 700);
    page.show();
    QSignalSpy ended(&page.runner(), &ui::TrainingRunner::runEnded);
    PageFixture::child<QPushButton>(page, "trainStart")->click();
    QVERIFY(ended.wait(test::kPageTimeoutMs));
    fixture.writeEngine("[ -n \"$resume\" ] || exit 1\n" + failing("file_not_found"));
    auto* resume = PageFixture::child<QPushButton>(page, "trainInterruptedPrimary");
    resume->click();
    QVERIFY(ended.wait(test::kPageTimeoutMs));
    // The drive is back.
    QVERIFY(resume->isVisible());
    fixture.writeEngine("[ -n \"$resume\" ] || exit 1\nstarted; epoch 2; finished\n");
    resume->click();
    QVERIFY(ended.wait(test::kPageTimeoutMs));
    QVERIFY(page.isSound());
    QVERIFY(!PageFixture::child<QFrame>(page, "trainInterrupted")->isVisible());
}

QTEST_MAIN(WizardResumeTest)
#include "wizard_resume_test.moc"
