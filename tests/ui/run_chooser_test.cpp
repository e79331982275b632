// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/run_chooser.h"

#include "tests/ml/fakes.h"
#include "tests/ui/page_fixture.h"
#include "ui/wizard/run_folder.h"

#include <QSignalSpy>

using namespace nefes;
using test::PageFixture;

namespace {

std::filesystem::path writeRun(const PageFixture& fixture, const std::string& name,
                               ui::RunKind kind, std::int64_t startedAt)
{
    ui::StoredRun run;
    run.plan.kind = kind;
    run.plan.name = name;
    run.plan.recipe = fixture.state.recipe();
    run.state = ui::RunState::Finished;
    run.startedAt = startedAt;
    run.folder = fixture.services.training.runsFolder / name;
    NEFES_ASSERT(ui::writeRun(run, 0).has_value());
    return run.folder;
}

void writeModel(const std::filesystem::path& package, double accuracy)
{
    std::filesystem::create_directories(package.parent_path());
    ml::ModelDescription model = ml::fake::yesNoModel();
    model.metrics = {{"validation", {{"accuracy", accuracy}}}};
    NEFES_ASSERT(ml::fake::writePackage(package, model).has_value());
}

} // namespace

class RunChooserTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsWithAModelAreOfferedNewestFirst();
    void aModelFromElsewhereIsOfferedToo();
};

void RunChooserTest::runsWithAModelAreOfferedNewestFirst()
{
    PageFixture fixture;
    const auto first = writeRun(fixture, "tiny-001", ui::RunKind::Training, 1'000);
    const auto second = writeRun(fixture, "tiny-002", ui::RunKind::Training, 2'000);
    const auto sweep = writeRun(fixture, "tiny-sweep-001", ui::RunKind::Sweep, 3'000);
    writeRun(fixture, "tiny-003", ui::RunKind::Training, 4'000); // has made none
    writeModel(first / "model", 0.75);
    writeModel(second / "model", 0.5);
    writeModel(sweep / "best" / "model", 0.875);
    ui::RunChooser chooser(fixture.services.training.runsFolder, fixture.pool);
    chooser.reload(first / "model");
    QTRY_COMPARE(chooser.count(), 3);
    QCOMPARE(chooser.itemText(0), QStringLiteral("tiny-sweep-001, validation accuracy 0.875"));
    QCOMPARE(chooser.itemText(1), QStringLiteral("tiny-002, validation accuracy 0.500"));
    QCOMPARE(chooser.currentText(), QStringLiteral("tiny-001, validation accuracy 0.750"));
    std::filesystem::path chosen;
    connect(&chooser, &ui::RunChooser::packageChosen, this,
            [&chosen](const std::filesystem::path& package) { chosen = package; });
    chooser.setCurrentIndex(1);
    QVERIFY(chosen.empty()); // nobody but the user chooses
    Q_EMIT chooser.activated(1);
    QCOMPARE(chosen, second / "model");
}

void RunChooserTest::aModelFromElsewhereIsOfferedToo()
{
    PageFixture fixture;
    const auto package = fixture.folder() / "elsewhere" / "model";
    writeModel(package, 0.25);
    ui::RunChooser chooser(fixture.services.training.runsFolder, fixture.pool);
    chooser.reload(package);
    QTRY_COMPARE(chooser.count(), 1);
    QCOMPARE(chooser.currentText(), QStringLiteral("elsewhere, validation accuracy 0.250"));
}

QTEST_MAIN(RunChooserTest)
#include "run_chooser_test.moc"
