// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ml/fakes.h"
#include "tests/ui/wizard_fixture.h"
#include "ui/wizard/augmentation_preview.h"
#include "ui/wizard/data_page.h"
#include "ui/wizard/field_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QSlider>
#include <QSpinBox>

#include <fstream>
#include <set>

using namespace nefes;
using test::WizardFixture;

namespace {

/// The wizard on its second step, on three classes.
class PreprocessFixture : public WizardFixture
{
public:
    explicit PreprocessFixture(ui::Language language = ui::Language::English)
        : WizardFixture(language)
    {
        services.training.loadBackend = []() -> Result<std::shared_ptr<ml::Backend>> {
            return std::make_shared<ml::fake::FakeBackend>();
        };
    }
    [[nodiscard]] bool start()
    {
        const auto data = test::writeDataset(folder() / "data", {"ak", "boz", "kara"}, 40);
        auto* page = wizard().findChild<ui::DataPage*>();
        page->addFolders({data});
        if (!QTest::qWaitFor([this] { return wizard().state().dataset().has_value(); },
                             test::kIdleTimeoutMs) ||
            !waitUntilSound()) {
            return false;
        }
        wizard().goToStep(1);
        return wizard().currentStep() == 1;
    }
    [[nodiscard]] const ml::TrainingRecipe& recipe() { return wizard().state().recipe(); }
    [[nodiscard]] ui::AugmentationPreview& preview()
    {
        return *child<ui::AugmentationPreview>("augmentationPreview");
    }
};

} // namespace

class WizardPreprocessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldOfTheRecipeHasAnEditor();
    void everyEditorShowsWhatItWrites();
    void aChosenRecipeChangesAllButTheData();
    void aChangedRecipeIsCalledSoAndComesBack();
    void whatTheDataCannotGiveIsTold();
    void editsReachTheRecipe();
    void wrongValuesAreToldAtTheirField();
    void optionalPartsAreSwitched();
    void thePreviewFollowsTheSlider();
    void aMissingModuleIsTold();
    void recipesAreSavedAndOpened();
    void aBrokenRecipeFileIsTold();
    void stateIsKeptBetweenSteps();
    void everyTextFollowsTheLanguage();
};

void WizardPreprocessTest::everyFieldOfTheRecipeHasAnEditor()
{
    // Data, network, what it starts from and names have their own places.
    const std::set<std::string> elsewhere{"/id", "/title", "/data", "/network", "/start"};
    ml::TrainingRecipe recipe;
    recipe.input.clahe = ClaheSettings{};
    recipe.earlyStopping = ml::EarlyStopping{};
    recipe.network.backbone = ml::Backbone::ResNet18;
    std::set<std::string> fields;
    for (const ui::RecipeField& field : ui::recipeFields()) {
        fields.insert(field.path);
        QVERIFY(!ui::fieldLabel(field).isEmpty() && !ui::fieldExplanation(field).isEmpty());
    }
    const nlohmann::json flat = ml::recipeToJson(recipe).flatten();
    for (const auto& [path, value] : flat.items()) {
        const bool isElsewhere = std::ranges::any_of(
            elsewhere, [&](const std::string& start) { return path.starts_with(start); });
        std::string dotted = path.substr(1);
        std::ranges::replace(dotted, '/', '.');
        const std::string parent = dotted.substr(0, dotted.rfind('.'));
        QVERIFY2(isElsewhere || fields.contains(dotted) || fields.contains(parent), dotted.c_str());
    }
    QVERIFY(fields.contains("data.balance"));
}

void WizardPreprocessTest::everyEditorShowsWhatItWrites()
{
    for (const ml::TrainingRecipe& recipe : test::someRecipes()) {
        const nlohmann::json before = ml::recipeToJson(recipe);
        for (const ui::RecipeField& field : ui::recipeFields()) {
            ui::FieldEditor editor(field);
            editor.setRecipe(before);
            nlohmann::json after = before;
            editor.write(after);
            const auto again = ml::recipeFromJson(after);
            QVERIFY2(again.has_value(), field.path);
            // What is shown is rounded to the digits of the field, nothing more.
            QVERIFY2(std::abs(again->optimizer.learningRate - recipe.optimizer.learningRate) < 1e-6,
                     field.path);
            QVERIFY2(again->augmentation == recipe.augmentation, field.path);
            QVERIFY2(again->seed == recipe.seed && again->epochs == recipe.epochs, field.path);
        }
    }
}

void WizardPreprocessTest::aChosenRecipeChangesAllButTheData()
{
    PreprocessFixture fixture;
    QVERIFY(fixture.start());
    const auto data = fixture.recipe().data;
    auto* box = fixture.named<QComboBox>(QStringLiteral("Recipe"));
    QVERIFY(box->count() == 5);
    const int brain = box->findText(QStringLiteral("Brain MRI: tumour yes or no"));
    QVERIFY(brain >= 0);
    box->setCurrentIndex(brain);
    Q_EMIT box->activated(brain);
    QCOMPARE(fixture.recipe().id, std::string("brain-mri"));
    QCOMPARE(fixture.recipe().input.width, 150);
    QVERIFY(fixture.recipe().data == data);
    fixture.picture("preprocess");
    // It was published with 80, 20 and 0 %.
    fixture.click(QStringLiteral("Use these splits"));
    QCOMPARE(fixture.recipe().data.validation, 0.2);
    QCOMPARE(fixture.recipe().data.test, 0.0);
    QVERIFY(fixture.named<QAbstractButton>(QStringLiteral("Use these splits")) == nullptr);
    QTRY_VERIFY(
        std::ranges::none_of(fixture.wizard().state().dataset()->entries,
                             [](const auto& entry) { return entry.split == ml::Split::Test; }));
}

void WizardPreprocessTest::aChangedRecipeIsCalledSoAndComesBack()
{
    PreprocessFixture fixture;
    QVERIFY(fixture.start());
    auto* box = fixture.named<QComboBox>(QStringLiteral("Recipe"));
    box->setCurrentIndex(0);
    Q_EMIT box->activated(0);
    auto* changed = fixture.child<QLabel>("recipeChanged");
    QVERIFY(!changed->isVisible());
    ml::TrainingRecipe recipe = fixture.recipe();
    const int epochs = recipe.epochs;
    recipe.epochs = epochs + 1;
    fixture.wizard().state().setRecipe(recipe);
    QVERIFY(changed->isVisible());
    fixture.click(QStringLiteral("Undo the changes"));
    QCOMPARE(fixture.recipe().epochs, epochs);
    QVERIFY(!changed->isVisible());
    recipe = fixture.recipe();
    recipe.data.train = 0.5; // step 1 decides on that
    recipe.data.test += 0.2;
    fixture.wizard().state().setRecipe(recipe);
    QVERIFY(!changed->isVisible());
}

void WizardPreprocessTest::whatTheDataCannotGiveIsTold()
{
    PreprocessFixture fixture; // whose images are of no known source
    QVERIFY(fixture.start());
    auto* remark = fixture.child<QLabel>("sourcesRemark");
    ml::TrainingRecipe recipe = fixture.recipe();
    recipe.loss.sourceAdjustment = 0.0;
    recipe.data.balance = "class";
    fixture.wizard().state().setRecipe(recipe);
    QVERIFY(!remark->isVisible());
    recipe.loss.sourceAdjustment = 0.5;
    fixture.wizard().state().setRecipe(recipe);
    QVERIFY(remark->isVisible());
    fixture.picture("preprocess-sources");
    recipe.loss.sourceAdjustment = 0.0;
    recipe.data.balance = "source_class";
    fixture.wizard().state().setRecipe(recipe);
    QVERIFY(remark->isVisible());
}

void WizardPreprocessTest::editsReachTheRecipe()
{
    PreprocessFixture fixture;
    QVERIFY(fixture.start());
    fixture.named<QSpinBox>(QStringLiteral("Width"))->setValue(96);
    fixture.named<QDoubleSpinBox>(QStringLiteral("Learning rate"))->setValue(0.0003);
    fixture.named<QDoubleSpinBox>(QStringLiteral("Zoom, to"))->setValue(1.5);
    auto* loss = fixture.named<QComboBox>(QStringLiteral("Loss"));
    loss->setCurrentIndex(loss->findText(QStringLiteral("focal loss")));
    auto* focus = fixture.named<QDoubleSpinBox>(QStringLiteral("Focus"));
    QVERIFY(focus->isEnabled());
    auto* seed = fixture.named<QLineEdit>(QStringLiteral("Seed"));
    seed->selectAll();
    QTest::keyClicks(seed, QStringLiteral("18446744073709551615"));
    QTest::keyClick(seed, Qt::Key_Return);
    fixture.named<QCheckBox>(QStringLiteral("Mirror top and bottom"))->setChecked(true);
    const ml::TrainingRecipe& recipe = fixture.recipe();
    QCOMPARE(recipe.input.width, 96);
    QCOMPARE(recipe.optimizer.learningRate, 0.0003);
    QCOMPARE(recipe.augmentation.zoom.second, 1.5);
    QCOMPARE(recipe.loss.type, std::string("focal"));
    QCOMPARE(recipe.seed, std::uint64_t{18446744073709551615U});
    QVERIFY(recipe.augmentation.flipVertical);
}

void WizardPreprocessTest::wrongValuesAreToldAtTheirField()
{
    PreprocessFixture fixture;
    QVERIFY(fixture.start());
    const auto mean = fixture.recipe().input.mean;
    auto* field = fixture.named<QLineEdit>(QStringLiteral("Mean"));
    for (const char* wrong : {"abc", "0.1 0.2", ""}) {
        field->setFocus();
        field->selectAll();
        QTest::keyClick(field, Qt::Key_Delete);
        QTest::keyClicks(field, QLatin1String(wrong));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY2(!fixture.problem().isEmpty(), wrong);
        QVERIFY(!fixture.named<QAbstractButton>(QStringLiteral("Next"))->isEnabled());
    }
    QCOMPARE(fixture.recipe().input.mean, mean);
    QStringList complaints;
    for (const QLabel* label : fixture.wizard().findChildren<QLabel*>()) {
        if (label->isVisible() && label->property("role") == QStringLiteral("error")) {
            complaints << label->text();
        }
    }
    QCOMPARE(complaints, QStringList{QStringLiteral(
                             "One number, or one for each channel, separated by blanks.")});
    fixture.picture("preprocess-wrong");
    // Decimal commas are understood as well.
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("0.5"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(fixture.problem().isEmpty());
    QCOMPARE(fixture.recipe().input.mean, std::vector<float>{0.5F});
}

void WizardPreprocessTest::optionalPartsAreSwitched()
{
    PreprocessFixture fixture;
    QVERIFY(fixture.start());
    auto* tiles = fixture.named<QSpinBox>(QStringLiteral("Tiles a side"));
    QVERIFY(!tiles->isEnabled());
    fixture.named<QCheckBox>(QStringLiteral("Use: Local contrast (CLAHE)"))->setChecked(true);
    QVERIFY(fixture.recipe().input.clahe.has_value());
    QVERIFY(tiles->isEnabled());
    tiles->setValue(4);
    QCOMPARE(fixture.recipe().input.clahe->tiles, 4);
    fixture.named<QCheckBox>(QStringLiteral("Use: Local contrast (CLAHE)"))->setChecked(false);
    QVERIFY(!fixture.recipe().input.clahe.has_value());
    auto* stop = fixture.named<QCheckBox>(QStringLiteral("Use: Stop early after epochs"));
    stop->setChecked(!stop->isChecked());
    QCOMPARE(fixture.recipe().earlyStopping.has_value(), stop->isChecked());
    fixture.named<QCheckBox>(QStringLiteral("Use: Random part, area"))->setChecked(true);
    QCOMPARE(fixture.recipe().augmentation.randomResizedCrop->first, 0.8);
}

void WizardPreprocessTest::thePreviewFollowsTheSlider()
{
    PreprocessFixture fixture;
    QVERIFY(fixture.start());
    QTRY_VERIFY(!fixture.preview().draws().front().isNull());
    const QImage before = fixture.preview().draws().back();
    auto* slider = fixture.named<QSlider>(QStringLiteral("Brightness, ±, slider"));
    for (int place = 1; place <= slider->maximum(); ++place) {
        slider->setValue(place);
    }
    QCOMPARE(fixture.recipe().augmentation.brightness, 0.5);
    QTRY_VERIFY(fixture.preview().draws().back() != before);
    // Draw 7 of the fake is 7 × 0.5 × 10 brighter.
    const QImage first = fixture.preview().draws().front();
    QTRY_COMPARE(fixture.preview().draws().back().pixelColor(20, 20).red(),
                 std::min(255, first.pixelColor(20, 20).red() + 35));
    QSignalSpy shown(&fixture.preview(), &ui::AugmentationPreview::shown);
    fixture.click(QStringLiteral("Other image"));
    QTRY_VERIFY(shown.count() > 0);
    QVERIFY(fixture.preview().draws().front() != first);
}

void WizardPreprocessTest::aMissingModuleIsTold()
{
    PreprocessFixture fixture;
    fixture.services.training.loadBackend = []() -> Result<std::shared_ptr<ml::Backend>> {
        return fail(ErrorCode::ModuleMissing, "not there");
    };
    QVERIFY(fixture.start());
    QTRY_VERIFY(fixture.child<QLabel>("previewProblem")->isVisible());
    QVERIFY(
        fixture.child<QLabel>("previewProblem")->text().contains(QStringLiteral("nefes_torch")));
    QVERIFY(fixture.problem().isEmpty());
}

void WizardPreprocessTest::recipesAreSavedAndOpened()
{
    PreprocessFixture fixture;
    QVERIFY(fixture.start());
    fixture.named<QSpinBox>(QStringLiteral("Epochs"))->setValue(77);
    const QString file = QString::fromStdString((fixture.folder() / "mine.json").string());
    fixture.click(QStringLiteral("Save the recipe"));
    auto* save = fixture.window().findChild<QFileDialog*>(QStringLiteral("recipeSaveDialog"));
    QVERIFY(save != nullptr);
    Q_EMIT save->fileSelected(file);
    save->close();
    QTRY_COMPARE(fixture.child<QLabel>("recipeMessage")->text(),
                 QStringLiteral("Saved as %1").arg(file));
    fixture.named<QSpinBox>(QStringLiteral("Epochs"))->setValue(5);
    fixture.click(QStringLiteral("Open a recipe"));
    auto* open = fixture.window().findChild<QFileDialog*>(QStringLiteral("recipeDialog"));
    QVERIFY(open != nullptr);
    Q_EMIT open->fileSelected(file);
    open->close();
    QTRY_COMPARE(fixture.recipe().epochs, 77);
}

void WizardPreprocessTest::aBrokenRecipeFileIsTold()
{
    PreprocessFixture fixture;
    QVERIFY(fixture.start());
    const auto before = fixture.recipe();
    const auto file = fixture.folder() / "wrong.json";
    std::ofstream(file) << R"({"id":"x","network":{"layers":[]},"epochs":0})";
    fixture.click(QStringLiteral("Open a recipe"));
    auto* open = fixture.window().findChild<QFileDialog*>(QStringLiteral("recipeDialog"));
    Q_EMIT open->fileSelected(QString::fromStdString(file.string()));
    open->close();
    auto* message = fixture.child<QLabel>("recipeMessage");
    QTRY_VERIFY(message->isVisible());
    QVERIFY2(message->text().contains(QStringLiteral("epochs")), qPrintable(message->text()));
    QVERIFY(fixture.recipe() == before);
}

void WizardPreprocessTest::stateIsKeptBetweenSteps()
{
    PreprocessFixture fixture;
    QVERIFY(fixture.start());
    fixture.named<QSpinBox>(QStringLiteral("Epochs"))->setValue(33);
    fixture.click(QStringLiteral("Back"));
    QCOMPARE(fixture.wizard().currentStep(), 0);
    QCOMPARE(fixture.child<QLabel>("wizardTitle")->text(), QStringLiteral("Data"));
    fixture.click(QStringLiteral("Step 2: Preprocess and augment"));
    QCOMPARE(fixture.named<QSpinBox>(QStringLiteral("Epochs"))->value(), 33);
    fixture.click(QStringLiteral("Next"));
    QCOMPARE(fixture.wizard().currentStep(), 2);
}

void WizardPreprocessTest::everyTextFollowsTheLanguage()
{
    PreprocessFixture fixture;
    QVERIFY(fixture.start());
    fixture.trigger("languageTurkish");
    QTRY_VERIFY(fixture.named<QDoubleSpinBox>(QStringLiteral("Öğrenme oranı")) != nullptr);
    fixture.picture("preprocess-tr");
    auto* rate = fixture.named<QDoubleSpinBox>(QStringLiteral("Öğrenme oranı"));
    QVERIFY2(rate->text().contains(QLatin1Char(',')), qPrintable(rate->text()));
    auto* mean = fixture.named<QLineEdit>(QStringLiteral("Ortalama"));
    mean->selectAll();
    QTest::keyClicks(mean, QStringLiteral("0,25"));
    QTest::keyClick(mean, Qt::Key_Return);
    QCOMPARE(fixture.recipe().input.mean, std::vector<float>{0.25F});
}

QTEST_MAIN(WizardPreprocessTest)
#include "wizard_preprocess_test.moc"
