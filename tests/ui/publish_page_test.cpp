// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/publish_page.h"

#include "core/base/files.h"

#include "ml/json_object.h"
#include "ml/model_registry.h"
#include "ml/package_files.h"
#include "ml/publishing.h"
#include "ml/tensor_file.h"

#include "tests/ui/page_fixture.h"
#include "ui/wizard/model_shelf.h"

#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTabWidget>

#include <array>

using namespace nefes;
using test::PageFixture;

namespace {

constexpr const char* kCard = "# Old title (tiny 1.0.0)\n\n**AI estimate, not a diagnosis.**\n\n"
                              "## Intended use\n\nx\n\n## Findings and thresholds\n\n| old |\n"
                              "\n## Data\n\nTen images.\n";
constexpr const char* kTurkishCard = "# Eski (tiny 1.0.0)\n\n## Veri\n\nOn görüntü.\n";

/// A trained package with weights that nobody loads, and a shelf that is a folder.
struct PublishStage {
    PageFixture fixture;
    std::unique_ptr<ui::PublishPage> page;
    std::filesystem::path package, installed;

    explicit PublishStage(const nlohmann::json& metrics = nlohmann::json::object())
        : package(fixture.folder() / "run" / "model")
        , installed(fixture.folder() / "models")
    {
        std::filesystem::create_directories(package.parent_path());
        std::filesystem::create_directories(installed);
        const std::array<float, 4> values{1.0F, 2.0F, 3.0F, 4.0F};
        const auto weights = fixture.folder() / "weights.safetensors";
        const ml::TensorView tensor{ml::TensorType::Float32, {4}, std::as_bytes(std::span(values))};
        NEFES_ASSERT(ml::writeTensorFile(weights, {{"network.0.weight", tensor}}, {}).has_value());
        ml::PackageContent content;
        content.description = test::fakeDescription();
        content.description.id = "tiny";
        content.description.outputs = 3;
        content.description.network.backbone = ml::Backbone::ResNet18;
        content.description.labels.front().indeterminate = std::pair(0.35, 0.5);
        content.description.weightsSha256 = (*ml::TensorFile::open(weights))->sha256();
        content.description.metrics = metrics;
        content.weights = weights;
        content.splits = {{"aa", "train"}};
        content.card = {kCard, kTurkishCard};
        const auto written = ml::writeModelPackage(package, content);
        NEFES_ASSERT(written.has_value());
        fixture.state.setTrainedModel(package);
        ui::TrainingServices& training = fixture.services.training;
        training.installModel =
            [folder = installed](const std::filesystem::path& from) -> Result<std::string> {
            NEFES_TRY(const auto opened, ml::openModelPackage(from));
            if (opened->description.id == "bundled") {
                return fail(ErrorCode::InvalidArgument, "bundled");
            }
            std::filesystem::copy(from, folder / opened->description.id,
                                  std::filesystem::copy_options::recursive |
                                      std::filesystem::copy_options::overwrite_existing);
            return opened->description.id;
        };
        training.removeModel = [folder = installed](const std::string& id) -> Result<void> {
            std::filesystem::remove_all(folder / id);
            return {};
        };
        training.exportModel = [folder =
                                    installed](const std::string& id,
                                               const std::filesystem::path& to) -> Result<void> {
            std::filesystem::copy(folder / id, to, std::filesystem::copy_options::recursive);
            return {};
        };
        fixture.services.listModels = [folder = installed] {
            std::vector<ui::InstalledModel> models;
            for (const auto& entry : std::filesystem::directory_iterator(folder)) {
                const auto opened = ml::openModelPackage(entry.path());
                models.push_back({opened.value()->description.id,
                                  opened.value()->description.version,
                                  opened.value()->description.title, entry.path()});
            }
            return models;
        };
    }
    void open()
    {
        page = std::make_unique<ui::PublishPage>(fixture.state, fixture.services, fixture.pool);
        page->resize(1000, 700);
        page->show();
        page->enter();
        QVERIFY(QTest::qWaitFor(
            [this] { return child<QTableWidget>("publishLabels")->rowCount() == 3; },
            test::kPageTimeoutMs));
    }
    template <class T>
    T* child(const char* name)
    {
        return PageFixture::child<T>(*page, name);
    }
    [[nodiscard]] bool publish()
    {
        QSignalSpy changed(&fixture.state, &ui::WizardState::modelsChanged);
        QTest::mouseClick(child<QPushButton>("publish"), Qt::LeftButton);
        return changed.wait(test::kPageTimeoutMs);
    }
    [[nodiscard]] ml::Publication published(const char* id) const
    {
        return ml::publicationOf(installed / id).value();
    }
};

} // namespace

class PublishPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneClickInstallsTheModelAndAsksTheViewerToUseIt();
    void whatIsNotWorthInstallingIsCalledSo_data();
    void whatIsNotWorthInstallingIsCalledSo();
    void twoModelsHaveTwoNames();
    void namesAndThresholdsGoIntoModelAndCard();
    void theOperatingPointOfTheStepBeforeIsTakenOver();
    void ownTextsOfTheCardStay();
    void theDisclaimerCannotBeRemoved();
    void wrongEntriesAreNamed_data();
    void wrongEntriesAreNamed();
    void theNameOfABundledModelIsRefusedWithAReason();
    void modelsAreExportedRemovedAndImported();
    void otherWeightsAreReplacedOnlyAfterAQuestion();
    void withoutATrainedModelNothingCanBePublished();
    void textsFollowTheLanguage();
};

void PublishPageTest::oneClickInstallsTheModelAndAsksTheViewerToUseIt()
{
    PublishStage stage;
    stage.open();
    QSignalSpy changed(&stage.fixture.state, &ui::WizardState::modelsChanged);
    QVERIFY(stage.publish());
    QCOMPARE(changed.front().front().value<std::string>(), std::string("tiny"));
    QVERIFY(stage.page->isSound());
    QVERIFY(stage.child<QLabel>("publishMessage")->text().contains(QStringLiteral("tiny")));
    QTRY_COMPARE(stage.child<QTableWidget>("modelTable")->rowCount(), 1);
}

void PublishPageTest::whatIsNotWorthInstallingIsCalledSo_data()
{
    QTest::addColumn<QString>("metrics");
    QTest::addColumn<QString>("words"); // none: no warning
    QTest::newRow("no metrics") << "{}"
                                << "";
    QTest::newRow("a good model")
        << R"({"test":{"macro_auc_ci":[0.9,0.95],"classes":[{"label":"covid","support":5,)"
           R"("recall":0.8}]}})"
        << "";
    QTest::newRow("chance") << R"({"validation":{"macro_auc_ci":[0.41,0.62],"classes":[]}})"
                            << "no better than chance";
    QTest::newRow("a finding that is never found")
        << R"({"test":{"macro_auc_ci":[0.7,0.9],"classes":[{"label":"covid","support":5,)"
           R"("recall":0.0}]}})"
        << "never finds: COVID-19";
    QTest::newRow("a finding that no image has")
        << R"({"test":{"macro_auc_ci":[0.7,0.9],"classes":[{"label":"covid","support":0,)"
           R"("recall":null}]}})"
        << "";
    QTest::newRow("the test part counts, not the validation part")
        << R"({"test":{"macro_auc_ci":[0.7,0.9]},"validation":{"macro_auc_ci":[0.4,0.6]}})"
        << "";
}

void PublishPageTest::whatIsNotWorthInstallingIsCalledSo()
{
    QFETCH(QString, metrics);
    QFETCH(QString, words);
    PublishStage stage(nlohmann::json::parse(metrics.toStdString()));
    stage.open();
    const auto* message = stage.child<QLabel>("publishMessage");
    QTRY_COMPARE(message->property("role").toString() == QLatin1String("warning"),
                 !words.isEmpty());
    QVERIFY2(message->text().contains(words), qPrintable(message->text()));
    QVERIFY(stage.child<QPushButton>("publish")->isEnabled()); // people decide
}

void PublishPageTest::twoModelsHaveTwoNames()
{
    PublishStage stage;
    stage.open();
    const QString name = stage.child<QLineEdit>("publishNameEnglish")->text();
    stage.child<QLineEdit>("publishId")->setText(QStringLiteral("another"));
    QVERIFY(stage.publish());
    stage.open();
    QCOMPARE(stage.child<QLineEdit>("publishNameEnglish")->text(),
             name + QStringLiteral(" (own model)"));
    QVERIFY(stage.child<QLineEdit>("publishNameTurkish")
                ->text()
                .endsWith(QStringLiteral(" (kendi modelim)")));
}

void PublishPageTest::namesAndThresholdsGoIntoModelAndCard()
{
    PublishStage stage;
    stage.open();
    stage.child<QLineEdit>("publishNameEnglish")->setText(QStringLiteral("Chest, ours"));
    stage.child<QLineEdit>("publishNameTurkish")->setText(QStringLiteral("Göğüs, bizim"));
    stage.child<QLineEdit>("publishId")->setText(QStringLiteral("ours"));
    stage.child<QTableWidget>("publishLabels")->item(0, 2)->setText(QStringLiteral("Kovid"));
    stage.child<QDoubleSpinBox>("publishThreshold1")->setValue(0.7);
    QVERIFY(stage.publish());
    const ml::Publication ours = stage.published("ours");
    QCOMPARE(ours.title.tr, std::string("Göğüs, bizim"));
    QCOMPARE(ours.labels.front().name.tr, std::string("Kovid"));
    QCOMPARE(ours.labels.front().threshold.value(), 0.7);
    QVERIFY(!ours.labels.front().indeterminate); // 0.7 lies outside of it
    const QString card = QString::fromStdString(ours.card.en);
    QVERIFY(card.startsWith(QStringLiteral("# Chest, ours (ours ")));
    QVERIFY(card.contains(QStringLiteral("0.70")));
    QVERIFY(card.contains(QStringLiteral("set by hand")));
    QVERIFY(card.contains(QStringLiteral("Ten images.")));
    QVERIFY(QString::fromStdString(ours.card.tr).contains(QStringLiteral("Kovid")));
}

void PublishPageTest::theOperatingPointOfTheStepBeforeIsTakenOver()
{
    PublishStage stage;
    stage.fixture.state.setThreshold("pneumonia", 0.125);
    stage.open();
    QCOMPARE(stage.child<QDoubleSpinBox>("publishThreshold3")->value(), 0.125);
}

void PublishPageTest::ownTextsOfTheCardStay()
{
    PublishStage stage;
    stage.open();
    auto* card = stage.child<QPlainTextEdit>("publishCardEnglish");
    card->setPlainText(card->toPlainText() + QStringLiteral("\nMade in a course.\n"));
    QVERIFY(stage.publish());
    QVERIFY(stage.published("tiny").card.en.find("Made in a course.") != std::string::npos);
}

void PublishPageTest::theDisclaimerCannotBeRemoved()
{
    PublishStage stage;
    stage.open();
    stage.child<QPlainTextEdit>("publishCardEnglish")->setPlainText(QStringLiteral("Best model!"));
    stage.child<QPlainTextEdit>("publishCardTurkish")->setPlainText(QString());
    QVERIFY(stage.publish());
    const ml::Publication published = stage.published("tiny");
    QVERIFY(published.card.en.find("AI estimate, not a diagnosis.") != std::string::npos);
    QVERIFY(published.card.tr.find("tanı değildir") != std::string::npos);
}

void PublishPageTest::wrongEntriesAreNamed_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    QTest::newRow("no name") << "publishNameTurkish"
                             << " "
                             << "both languages";
    QTest::newRow("a path as identifier") << "publishId"
                                          << "../x"
                                          << "identifier";
    QTest::newRow("capital letters") << "publishId"
                                     << "Tiny"
                                     << "small letters";
    QTest::newRow("no version") << "publishVersion"
                                << ""
                                << "version";
}

void PublishPageTest::wrongEntriesAreNamed()
{
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    QFETCH(const QString, problem);
    PublishStage stage;
    stage.open();
    stage.child<QLineEdit>(qPrintable(field))->setText(text);
    QVERIFY(!stage.child<QPushButton>("publish")->isEnabled());
    QVERIFY(stage.child<QLabel>("publishMessage")->text().contains(problem));
}

void PublishPageTest::theNameOfABundledModelIsRefusedWithAReason()
{
    PublishStage stage;
    stage.open();
    stage.child<QLineEdit>("publishId")->setText(QStringLiteral("bundled"));
    QTest::mouseClick(stage.child<QPushButton>("publish"), Qt::LeftButton);
    QTRY_VERIFY(stage.child<QLabel>("publishMessage")
                    ->text()
                    .contains(QStringLiteral("came with the program")));
    QVERIFY(!stage.page->isSound());
}

void PublishPageTest::modelsAreExportedRemovedAndImported()
{
    PublishStage stage;
    stage.open();
    QVERIFY(stage.publish());
    stage.child<QTabWidget>("publishTabs")->setCurrentIndex(1);
    auto* table = stage.child<QTableWidget>("modelTable");
    QTRY_COMPARE(table->rowCount(), 1);
    table->selectRow(0);
    auto* shelf = stage.page->findChild<ui::ModelShelf*>();
    const auto target = stage.fixture.folder() / "exported";
    std::filesystem::create_directories(target);
    QSignalSpy changed(shelf, &ui::ModelShelf::modelsChanged);
    shelf->exportTo(target);
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(std::filesystem::exists(target / "tiny" / "model.json"));
    QTRY_VERIFY(!table->selectedItems().isEmpty());
    QTest::mouseClick(stage.child<QPushButton>("modelRemove"), Qt::LeftButton);
    auto* question = stage.page->findChild<QMessageBox*>(QStringLiteral("removeQuestion"));
    QVERIFY(question != nullptr);
    question->findChild<QPushButton*>(QStringLiteral("removeConfirm"))->click();
    QTRY_COMPARE(table->rowCount(), 0);
    shelf->importFrom(target / "tiny");
    QTRY_COMPARE(table->rowCount(), 1);
}

void PublishPageTest::otherWeightsAreReplacedOnlyAfterAQuestion()
{
    PublishStage stage;
    stage.open();
    QVERIFY(stage.publish());
    const auto other = stage.fixture.folder() / "other";
    std::filesystem::copy(stage.package, other, std::filesystem::copy_options::recursive);
    const std::array<float, 2> values{5.0F, 6.0F};
    const ml::TensorView tensor{ml::TensorType::Float32, {2}, std::as_bytes(std::span(values))};
    QVERIFY(ml::writeTensorFile(other / ml::kWeightsFile, {{"network.0.weight", tensor}}, {}));
    ml::ModelDescription model = ml::readModelDescription(other).value();
    model.weightsSha256 = ml::TensorFile::open(other / ml::kWeightsFile).value()->sha256();
    QVERIFY(writeFileAtomically(other / ml::kModelFile, ml::jsonText(ml::modelToJson(model))));
    const auto installedWeights = [&stage] {
        return ml::readModelDescription(stage.installed / "tiny").value().weightsSha256;
    };

    auto* shelf = stage.page->findChild<ui::ModelShelf*>();
    QSignalSpy changed(shelf, &ui::ModelShelf::modelsChanged);
    shelf->importFrom(other);
    QMessageBox* question = nullptr;
    QTRY_VERIFY((question = stage.page->findChild<QMessageBox*>(
                     QStringLiteral("replaceQuestion"))) != nullptr);
    QVERIFY(question->text().contains(QString::fromStdString(model.title.en)));
    QVERIFY(installedWeights() != model.weightsSha256);
    question->findChild<QPushButton*>(QStringLiteral("replaceConfirm"))->click();
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(installedWeights(), model.weightsSha256);
}

void PublishPageTest::withoutATrainedModelNothingCanBePublished()
{
    PublishStage stage;
    stage.fixture.state.setTrainedModel({});
    stage.page = std::make_unique<ui::PublishPage>(stage.fixture.state, stage.fixture.services,
                                                   stage.fixture.pool);
    stage.page->show();
    stage.page->enter();
    QVERIFY(!stage.child<QPushButton>("publish")->isEnabled());
    QVERIFY(!stage.page->problem().isEmpty());
}

void PublishPageTest::textsFollowTheLanguage()
{
    PublishStage stage;
    stage.open();
    stage.fixture.language.apply(ui::Language::Turkish);
    QTRY_COMPARE(stage.child<QPushButton>("publish")->text(),
                 QStringLiteral("Görüntüleyiciye kur"));
}

QTEST_MAIN(PublishPageTest)
#include "publish_page_test.moc"
