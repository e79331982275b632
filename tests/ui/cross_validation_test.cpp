// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ml/fakes.h"
#include "tests/ui/page_fixture.h"
#include "ui/wizard/fold_results.h"
#include "ui/wizard/train_page.h"
#include "ui/wizard/training_runner.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTabWidget>

using namespace nefes;
using test::PageFixture;

namespace {

/// Parts of 10 and 6 images, of which 8 and 6 are right.
void writeParts(const std::filesystem::path& folder)
{
    ml::ModelDescription model = ml::fake::yesNoModel();
    for (const auto& [fold, matrix] : {std::pair(1, nlohmann::json{{4, 1}, {1, 4}}),
                                       std::pair(2, nlohmann::json{{3, 0}, {0, 3}})}) {
        model.metrics = {{"validation",
                          {{"images", fold == 1 ? 10 : 6},
                           {"accuracy", fold == 1 ? 0.8 : 1.0},
                           {"macro_auc", fold == 1 ? 0.9 : 1.0},
                           {"confusion", {{"labels", {"no", "yes"}}, {"matrix", matrix}}}}}};
        const auto part = ui::foldFolder(folder, fold);
        std::filesystem::create_directories(part);
        NEFES_ASSERT(ml::fake::writePackage(part / "model", model).has_value());
    }
}

/// A run folder below the runs of the fixture.
ui::StoredRun writeRun(const PageFixture& fixture, const std::string& name, ui::RunKind kind,
                       const ml::TrainingRecipe& recipe)
{
    ui::StoredRun run;
    run.plan.kind = kind;
    run.plan.name = name;
    run.plan.recipe = recipe;
    run.plan.folders = fixture.state.folders();
    run.plan.folds = kind == ui::RunKind::Folds ? 2 : 0;
    run.state = ui::RunState::Finished;
    run.startedAt = 1'700'000'000;
    run.folder = fixture.services.training.runsFolder / name;
    NEFES_ASSERT(ui::writeRun(run, 0).has_value());
    return run;
}

} // namespace

class CrossValidationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void intervalsAreThoseOfWilson_data();
    void intervalsAreThoseOfWilson();
    void theConfusionOfAllPartsAndTheIntervalAreShown();
    void partsOfAnotherKindAreLeftOut_data();
    void partsOfAnotherKindAreLeftOut();
    void theModelToPublishIsTrainedAsThePartsWere();
    void aModelFindsTheCrossValidationOfItsOwnRecipe_data();
    void aModelFindsTheCrossValidationOfItsOwnRecipe();
    void theCardStatesTheCrossValidationOnce();
};

void CrossValidationTest::intervalsAreThoseOfWilson_data()
{
    QTest::addColumn<int>("right");
    QTest::addColumn<int>("total");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    // As statsmodels' proportion_confint(method="wilson") has them.
    QTest::newRow("none") << 0 << 10 << 0.0 << 0.27753;
    QTest::newRow("all") << 10 << 10 << 0.72247 << 1.0;
    QTest::newRow("most") << 14 << 16 << 0.63977 << 0.96502;
    QTest::newRow("many") << 110 << 134 << 0.74732 << 0.87659;
}

void CrossValidationTest::intervalsAreThoseOfWilson()
{
    QFETCH(int, right);
    QFETCH(int, total);
    QFETCH(double, low);
    QFETCH(double, high);
    const auto interval = ui::wilsonInterval(right, total);
    QVERIFY2(std::abs(interval.first - low) < 1e-5, qPrintable(QString::number(interval.first)));
    QVERIFY2(std::abs(interval.second - high) < 1e-5, qPrintable(QString::number(interval.second)));
}

void CrossValidationTest::theConfusionOfAllPartsAndTheIntervalAreShown()
{
    PageFixture fixture;
    writeParts(
        writeRun(fixture, "tiny-folds-001", ui::RunKind::Folds, fixture.state.recipe()).folder);
    ui::TrainPage page(fixture.state, fixture.services, fixture.pool);
    page.show();
    page.findChild<QTabWidget*>(QStringLiteral("trainTabs"))->setCurrentIndex(3);
    auto* confusion = PageFixture::child<QTableWidget>(page, "foldConfusion");
    QTRY_COMPARE(confusion->rowCount(), 2);
    QCOMPARE(confusion->item(0, 0)->text(), QStringLiteral("7\n88%"));
    QCOMPARE(confusion->item(1, 0)->text(), QStringLiteral("1\n13%"));
    const QString summary = PageFixture::child<QLabel>(page, "foldSummary")->text();
    QVERIFY2(summary.contains(QStringLiteral("0.875</b> (95% interval 0.64–0.97; 14 of 16 right)")),
             qPrintable(summary));
}

void CrossValidationTest::partsOfAnotherKindAreLeftOut_data()
{
    QTest::addColumn<QString>("confusion");
    QTest::newRow("a text") << "\"x\"";
    QTest::newRow("labels that are numbers") << "{\"labels\":[1,2],\"matrix\":[[4,1],[1,4]]}";
    QTest::newRow("a matrix of texts")
        << "{\"labels\":[\"no\",\"yes\"],\"matrix\":[[\"4\",1],[1,4]]}";
    QTest::newRow("a row too short") << "{\"labels\":[\"no\",\"yes\"],\"matrix\":[[4,1],[1]]}";
    QTest::newRow("a label more than in the other part")
        << "{\"labels\":[\"no\",\"yes\",\"z\"],\"matrix\":[[1,0,0],[0,1,0],[0,0,1]]}";
}

void CrossValidationTest::partsOfAnotherKindAreLeftOut()
{
    QFETCH(const QString, confusion);
    PageFixture fixture;
    const ui::StoredRun run =
        writeRun(fixture, "tiny-folds-001", ui::RunKind::Folds, fixture.state.recipe());
    QCOMPARE(ui::readFoldResults(run).images(), 0);
    writeParts(run.folder);
    ml::ModelDescription model = ml::fake::yesNoModel();
    model.metrics = {{"validation",
                      {{"images", 10},
                       {"accuracy", "x"},
                       {"macro_auc", nullptr},
                       {"confusion", nlohmann::json::parse(confusion.toStdString())}}}};
    const auto package = ui::foldFolder(run.folder, 2) / "model";
    std::filesystem::remove_all(package);
    QVERIFY(ml::fake::writePackage(package, model).has_value());
    const ui::FoldResults results = ui::readFoldResults(run);
    QCOMPARE(results.images(), 10);
    QCOMPARE(results.right(), 8);
}

void CrossValidationTest::theModelToPublishIsTrainedAsThePartsWere()
{
    PageFixture fixture;
    const auto folder =
        writeRun(fixture, "tiny-folds-001", ui::RunKind::Folds, fixture.state.recipe()).folder;
    writeParts(folder);
    const ml::TrainingRecipe validated = ui::readRun(folder)->plan.recipe;
    fixture.writeEngine("started\nepoch 1\nfinished\n");
    ml::TrainingRecipe other = validated;
    other.epochs = 77; // changed since
    fixture.state.setRecipe(other);
    ui::TrainPage page(fixture.state, fixture.services, fixture.pool);
    page.show();
    page.findChild<QTabWidget*>(QStringLiteral("trainTabs"))->setCurrentIndex(3);
    auto* train = PageFixture::child<QPushButton>(page, "foldTrain");
    QTRY_VERIFY(train->isVisible());
    QSignalSpy ended(&page.runner(), &ui::TrainingRunner::runEnded);
    QTest::mouseClick(train, Qt::LeftButton);
    QVERIFY(ended.wait(test::kPageTimeoutMs));
    QCOMPARE(page.runner().current().plan.kind, ui::RunKind::Training);
    QVERIFY(page.runner().current().plan.recipe == validated);
    QVERIFY(fixture.state.recipe() == validated);
    QVERIFY(page.isSound());
}

void CrossValidationTest::aModelFindsTheCrossValidationOfItsOwnRecipe_data()
{
    QTest::addColumn<int>("epochs");
    QTest::addColumn<bool>("isFinished");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("the same recipe") << 3 << true << true;
    QTest::newRow("another recipe") << 4 << true << false;
    QTest::newRow("not finished") << 3 << false << false;
}

void CrossValidationTest::aModelFindsTheCrossValidationOfItsOwnRecipe()
{
    QFETCH(int, epochs);
    QFETCH(bool, isFinished);
    QFETCH(bool, isFound);
    PageFixture fixture;
    const ui::StoredRun trained =
        writeRun(fixture, "tiny-001", ui::RunKind::Training, fixture.state.recipe());
    ml::TrainingRecipe recipe = fixture.state.recipe();
    recipe.epochs = epochs;
    ui::StoredRun folds = writeRun(fixture, "tiny-folds-001", ui::RunKind::Folds, recipe);
    writeParts(folds.folder);
    if (!isFinished) {
        folds.state = ui::RunState::Interrupted;
        QVERIFY(ui::writeRun(folds, 0).has_value());
    }
    const auto found =
        ui::crossValidationOf(trained.folder / "model", fixture.services.training.runsFolder);
    QCOMPARE(found.has_value(), isFound);
    if (found) {
        QCOMPARE(found->images(), 16);
        QCOMPARE(found->right(), 14);
    }
    // A model that was not trained here has none.
    QVERIFY(!ui::crossValidationOf(fixture.folder() / "elsewhere" / "model",
                                   fixture.services.training.runsFolder));
}

void CrossValidationTest::theCardStatesTheCrossValidationOnce()
{
    PageFixture fixture;
    const ui::StoredRun run =
        writeRun(fixture, "tiny-folds-001", ui::RunKind::Folds, fixture.state.recipe());
    writeParts(run.folder);
    const ui::FoldResults results = ui::readFoldResults(run);
    const ml::LocalisedText card = ui::withCrossValidation({"# Tiny\n", "# Küçük\n"}, results);
    QVERIFY(card.en.starts_with("# Tiny\n\n## Cross-validation\n\n"));
    QVERIFY(card.en.find("in 2 parts: accuracy 0.875 (95 % interval 0.640–0.965), 14 of 16 ") !=
            std::string::npos);
    QVERIFY(card.tr.find("2 kat: doğruluk 0,875 (%95 güven aralığı 0,640–0,965), 16 görüntünün "
                         "14 tanesi doğru") != std::string::npos);
    QVERIFY(ui::withCrossValidation(card, results) == card);
}

QTEST_MAIN(CrossValidationTest)
#include "cross_validation_test.moc"
