// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "ml/package_files.h"

#include "tests/ml/fakes.h"
#include "tests/ui/wizard_fixture.h"
#include "ui/wizard/data_page.h"
#include "ui/wizard/diagram_view.h"
#include "ui/wizard/layer_table.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QMenu>
#include <QSpinBox>
#include <QToolButton>

using namespace nefes;
using test::WizardFixture;

namespace {

/// The wizard on its third step, on three classes.
class NetworkFixture : public WizardFixture
{
public:
    explicit NetworkFixture(ui::Language language = ui::Language::English)
        : WizardFixture(language)
    {
        services.training.loadBackend = []() -> Result<std::shared_ptr<ml::Backend>> {
            return std::make_shared<ml::fake::FakeBackend>();
        };
    }
    [[nodiscard]] bool start()
    {
        const auto data = test::writeDataset(folder() / "data", {"ak", "boz", "kara"}, 40);
        wizard().findChild<ui::DataPage*>()->addFolders({data});
        if (!QTest::qWaitFor([this] { return wizard().state().dataset().has_value(); },
                             test::kIdleTimeoutMs) ||
            !waitUntilSound()) {
            return false;
        }
        wizard().goToStep(2);
        return wizard().currentStep() == 2;
    }
    [[nodiscard]] const ml::NetworkSpecification& network()
    {
        return wizard().state().recipe().network;
    }
    ui::LayerTable& table() { return *child<ui::LayerTable>("layerTable"); }
    void add(const QString& type)
    {
        for (QAction* action :
             named<QToolButton>(QStringLiteral("Add a layer"))->menu()->actions()) {
            if (action->text() == type) {
                action->trigger();
            }
        }
    }
    void choose(const QString& box, const QString& text)
    {
        auto* combo = named<QComboBox>(box);
        const int index = combo->findText(text);
        NEFES_ASSERT(index >= 0);
        combo->setCurrentIndex(index);
        Q_EMIT combo->activated(index);
    }
};

} // namespace

class WizardNetworkTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layersAreShownWithShapesAndParameters();
    void layersAreAddedMovedEditedAndRemoved();
    void aLayerThatDoesNotFitIsToldWhereItStands();
    void theOutputFollowsTheClasses();
    void backbonesAreCountedAndListsComeBack();
    void aModelToStartFromBringsItsNetwork();
    void ofAModelWithTwoNetworksTheFirstIsTaken_data();
    void ofAModelWithTwoNetworksTheFirstIsTaken();
    void aBrokenModelIsTold();
    void theModelOfARecipeIsShownInTheList();
    void aRecipeThatStartsFromAMissingModelSaysSo();
    void theDiagramSpeaksTheLanguageOfTheWindow();
    void theDiagramIsSaved_data();
    void theDiagramIsSaved();
    void everyTextFollowsTheLanguage();
};

void WizardNetworkTest::layersAreShownWithShapesAndParameters()
{
    NetworkFixture fixture;
    QVERIFY(fixture.start());
    const auto& table = fixture.table();
    // compact-binary: a convolution of 3 × 3 with 32 filters on 64 × 64 × 3, no border.
    QCOMPARE(table.item(0, 1)->text(), QStringLiteral("Convolution"));
    QCOMPARE(table.item(0, 2)->text(), QStringLiteral("32 filters, 3×3, no border, ReLU"));
    QCOMPARE(table.item(0, 3)->text(), QStringLiteral("62 × 62 × 32"));
    QCOMPARE(table.item(0, 4)->text(), QStringLiteral("896"));
    // (2 × 62² × 32 values × 32 images + 4 × 896) × 4 bytes
    QCOMPARE(table.item(0, 5)->text(), QStringLiteral("30 MB"));
    QCOMPARE(table.item(table.rowCount() - 1, 1)->text(), QStringLiteral("Output layer"));
    QVERIFY(fixture.child<QLabel>("networkSummary")
                ->text()
                .startsWith(QStringLiteral("6 layers · 813,")));
    fixture.picture("network");
}

void WizardNetworkTest::layersAreAddedMovedEditedAndRemoved()
{
    NetworkFixture fixture;
    QVERIFY(fixture.start());
    fixture.table().setCurrentLayer(0);
    fixture.add(QStringLiteral("Batch normalisation"));
    QCOMPARE(fixture.network().layers.size(), std::size_t(7));
    QCOMPARE(fixture.network().layers[1].type, ml::LayerType::BatchNorm);
    QCOMPARE(fixture.table().currentLayer(), 1);
    fixture.click(QStringLiteral("Move the layer up"));
    QCOMPARE(fixture.network().layers[0].type, ml::LayerType::BatchNorm);
    fixture.click(QStringLiteral("Move the layer down"));
    QCOMPARE(fixture.network().layers[1].type, ml::LayerType::BatchNorm);
    QTest::keyClick(&fixture.table(), Qt::Key_Delete);
    QCOMPARE(fixture.network().layers.size(), std::size_t(6));
    fixture.table().setCurrentLayer(0);
    fixture.named<QSpinBox>(QStringLiteral("Filters"))->setValue(16);
    QCOMPARE(fixture.network().layers[0].filters, 16);
    QCOMPARE(fixture.table().item(0, 3)->text(), QStringLiteral("62 × 62 × 16"));
    auto* activation = fixture.named<QComboBox>(QStringLiteral("Activation"));
    activation->setCurrentIndex(activation->findText(QStringLiteral("SiLU")));
    QCOMPARE(fixture.network().layers[0].activation, ml::ActivationType::Silu);
    // The recipe that comes out is one that the command line takes.
    QVERIFY(ml::recipeFromJson(ml::recipeToJson(fixture.wizard().state().recipe())).has_value());
}

void WizardNetworkTest::aLayerThatDoesNotFitIsToldWhereItStands()
{
    NetworkFixture fixture;
    QVERIFY(fixture.start());
    fixture.table().setCurrentLayer(3);
    for (int i = 0; i < 4; ++i) {
        fixture.add(QStringLiteral("Max pooling"));
    }
    QVERIFY(
        fixture.problem().startsWith(QStringLiteral("Layer 8: its input is 1×1, the window 2×2.")));
    // Its row, then what is wrong with it.
    QCOMPARE(fixture.table().item(7, 0)->text(), QStringLiteral("8"));
    QCOMPARE(fixture.table().item(8, 2)->text(), fixture.problem());
    fixture.picture("network-wrong");
    fixture.table().setCurrentLayer(7);
    fixture.click(QStringLiteral("Remove the layer"));
    QVERIFY(fixture.problem().isEmpty());
    // Without the flatten layer the dense one has no row of values.
    fixture.table().setCurrentLayer(7);
    QCOMPARE(fixture.network().layers[7].type, ml::LayerType::Flatten);
    fixture.click(QStringLiteral("Remove the layer"));
    QVERIFY(fixture.problem().startsWith(QStringLiteral("Layer 8: it needs values in one row")));
}

void WizardNetworkTest::theOutputFollowsTheClasses()
{
    NetworkFixture fixture;
    QVERIFY(fixture.start());
    const auto& table = fixture.table();
    QCOMPARE(table.item(table.rowCount() - 1, 3)->text(), QStringLiteral("3"));
    QCOMPARE(table.item(table.rowCount() - 1, 2)->text(), QStringLiteral("a probability a class"));
}

void WizardNetworkTest::backbonesAreCountedAndListsComeBack()
{
    NetworkFixture fixture;
    QVERIFY(fixture.start());
    const auto layers = fixture.network().layers;
    fixture.choose(QStringLiteral("Kind of network"), QStringLiteral("ResNet-18"));
    QCOMPARE(fixture.network().backbone, ml::Backbone::ResNet18);
    fixture.named<QSpinBox>(QStringLiteral("Width of the backbone"))->setValue(32);
    QTRY_COMPARE(fixture.child<QLabel>("networkSummary")->text(),
                 QStringLiteral("32,000 parameters"));
    QVERIFY(fixture.problem().isEmpty());
    fixture.picture("network-backbone");
    fixture.choose(QStringLiteral("Kind of network"), QStringLiteral("My own layers"));
    QVERIFY(fixture.network().layers == layers);
}

void WizardNetworkTest::aModelToStartFromBringsItsNetwork()
{
    NetworkFixture fixture;
    ml::ModelDescription model = ml::fake::yesNoModel();
    const auto folder = fixture.folder() / "yes-no";
    QVERIFY(ml::fake::writePackage(folder, model).has_value());
    fixture.services.listModels = [folder] {
        return std::vector<ui::InstalledModel>{{.id = "yes-no",
                                                .version = "1.0.0",
                                                .title = {"Yes or no", "Evet mi hayır mı"},
                                                .folder = folder}};
    };
    QVERIFY(fixture.start());
    QTRY_COMPARE(fixture.named<QComboBox>(QStringLiteral("Model to start from"))->count(), 2);
    fixture.choose(QStringLiteral("Model to start from"),
                   QStringLiteral("Yes or no, version 1.0.0"));
    const auto start = [&fixture] {
        return fixture.wizard().state().recipe().start.model;
    };
    QTRY_COMPARE(start(), std::string("yes-no"));
    QVERIFY(fixture.network() == model.network);
    QCOMPARE(fixture.wizard().state().recipe().input.width, 8);
    auto* frozen = fixture.named<QSpinBox>(QStringLiteral("Frozen layers"));
    QVERIFY(frozen->isVisible());
    QCOMPARE(frozen->maximum(), 0); // its only layer is the output
    QVERIFY(fixture.problem().isEmpty());
    fixture.add(QStringLiteral("Flatten"));
    QCOMPARE(fixture.problem(), QStringLiteral("The network or its input is no longer that of the "
                                               "model to start from."));
    frozen->setValue(1);
    QCOMPARE(fixture.wizard().state().recipe().start.frozenLayers, 1);
    fixture.click(QStringLiteral("Use its network again"));
    QVERIFY(fixture.problem().isEmpty());
    QCOMPARE(fixture.wizard().state().recipe().start.frozenLayers, 0);
    fixture.choose(QStringLiteral("Model to start from"), QStringLiteral("random values"));
    QVERIFY(start().empty());
    QVERIFY(!frozen->isVisible());
    QCOMPARE(fixture.wizard().state().recipe().start.frozenLayers, 0);
    // Whoever forgets the model elsewhere (another recipe in step 2) leaves no complaint behind.
    fixture.choose(QStringLiteral("Model to start from"),
                   QStringLiteral("Yes or no, version 1.0.0"));
    QTRY_COMPARE(start(), std::string("yes-no"));
    fixture.wizard().state().setRecipe(test::someRecipes().front());
    // What step 1 makes of that recipe is its own matter.
    QVERIFY(!fixture.problem().contains(QStringLiteral("model to start from")));
    QCOMPARE(fixture.named<QComboBox>(QStringLiteral("Model to start from"))->currentIndex(), 0);
}

void WizardNetworkTest::ofAModelWithTwoNetworksTheFirstIsTaken_data()
{
    QTest::addColumn<bool>("hasSecond");
    QTest::newRow("one network") << false;
    QTest::newRow("two networks") << true;
}

void WizardNetworkTest::ofAModelWithTwoNetworksTheFirstIsTaken()
{
    QFETCH(bool, hasSecond);
    NetworkFixture fixture;
    const auto folder = fixture.folder() / "yes-no";
    QVERIFY(ml::fake::writePackage(folder, ml::fake::yesNoModel()).has_value());
    if (hasSecond) { // whose files nobody looks at here
        const auto file = folder / ml::kModelFile;
        auto json = nlohmann::json::parse(readTextFile(file, 1U << 20U).value());
        json["second_network"] = {{"folder", ml::kSecondFolder}, {"weights_sha256", "abc"}};
        QVERIFY(writeFileAtomically(file, json.dump()).has_value());
    }
    QVERIFY(fixture.start());
    ml::TrainingRecipe recipe = fixture.wizard().state().recipe();
    recipe.start = {.model = toUtf8(folder), .frozenLayers = 0};
    fixture.wizard().state().setRecipe(recipe);
    QTRY_VERIFY(!fixture.problem().isEmpty()); // read: the recipe has another network
    fixture.click(QStringLiteral("Use its network again"));
    const auto* note = fixture.child<QLabel>("startNote");
    QCOMPARE(note->isVisible(), hasSecond);
    QCOMPARE(note->text(), QStringLiteral("This model has two networks. Training starts from the "
                                          "first one."));
}

void WizardNetworkTest::aBrokenModelIsTold()
{
    NetworkFixture fixture;
    const auto folder = fixture.folder() / "gone";
    fixture.services.listModels = [folder] {
        return std::vector<ui::InstalledModel>{
            {.id = "gone", .version = "1", .title = {"Gone", "Yok"}, .folder = folder}};
    };
    QVERIFY(fixture.start());
    QTRY_COMPARE(fixture.named<QComboBox>(QStringLiteral("Model to start from"))->count(), 2);
    fixture.choose(QStringLiteral("Model to start from"), QStringLiteral("Gone, version 1"));
    QTRY_COMPARE(fixture.child<QLabel>("startRemark")->text(),
                 QStringLiteral("The model is not installed."));
    QVERIFY(fixture.problem().isEmpty());
    QCOMPARE(fixture.named<QComboBox>(QStringLiteral("Model to start from"))->currentIndex(), 0);
}

void WizardNetworkTest::theModelOfARecipeIsShownInTheList()
{
    NetworkFixture fixture;
    const ml::ModelDescription model = ml::fake::yesNoModel();
    const auto installed = fixture.folder() / "yes-no";
    const auto other = fixture.folder() / "my-own";
    QVERIFY(ml::fake::writePackage(installed, model).has_value());
    QVERIFY(ml::fake::writePackage(other, model).has_value());
    fixture.services.listModels = [installed] {
        return std::vector<ui::InstalledModel>{{.id = "yes-no",
                                                .version = "1.0.0",
                                                .title = {"Yes or no", "Evet mi hayır mı"},
                                                .folder = installed}};
    };
    QVERIFY(fixture.start());
    // As a recipe that was opened in step 2 has it: by id, then by the folder of a package.
    ml::TrainingRecipe recipe = fixture.wizard().state().recipe();
    recipe.start = {.model = "yes-no", .frozenLayers = 0};
    fixture.wizard().state().setRecipe(recipe);
    auto* box = fixture.named<QComboBox>(QStringLiteral("Model to start from"));
    QTRY_COMPARE(box->currentText(), QStringLiteral("Yes or no, version 1.0.0"));
    QTRY_COMPARE(fixture.problem(), QStringLiteral("The network or its input is no longer that of "
                                                   "the model to start from."));
    fixture.click(QStringLiteral("Use its network again"));
    QVERIFY(fixture.problem().isEmpty());
    QVERIFY(fixture.network() == model.network);
    recipe = fixture.wizard().state().recipe();
    recipe.start.model = toUtf8(other);
    fixture.wizard().state().setRecipe(recipe);
    QTRY_COMPARE(box->currentText(), QStringLiteral("my-own (of the recipe)"));
    QVERIFY(fixture.waitUntilSound());
    // The run gets it by its recipe.
    const auto json = ml::recipeToJson(fixture.wizard().state().recipe());
    QCOMPARE(json["start"].value("model", ""), toUtf8(other));
    fixture.picture("network-start");
}

void WizardNetworkTest::aRecipeThatStartsFromAMissingModelSaysSo()
{
    NetworkFixture fixture;
    QVERIFY(fixture.start());
    ml::TrainingRecipe recipe = fixture.wizard().state().recipe();
    recipe.start.model = "/nowhere/gone";
    fixture.wizard().state().setRecipe(recipe);
    QTRY_VERIFY2(fixture.problem().startsWith(
                     QStringLiteral("The model to start from, /nowhere/gone, cannot be used: ")),
                 qPrintable(fixture.problem()));
    fixture.choose(QStringLiteral("Model to start from"), QStringLiteral("random values"));
    QVERIFY(fixture.problem().isEmpty());
    // Weights without a package belong to a backbone.
    recipe.start.model = toUtf8(fixture.folder() / "resnet.safetensors");
    QVERIFY(writeFileAtomically(fixture.folder() / "resnet.safetensors", "x").has_value());
    fixture.wizard().state().setRecipe(recipe);
    QTRY_VERIFY(fixture.problem().startsWith(
        QStringLiteral("The recipe starts from the weights of a backbone")));
    fixture.choose(QStringLiteral("Kind of network"), QStringLiteral("ResNet-18"));
    QTRY_VERIFY2(fixture.problem().isEmpty(), qPrintable(fixture.problem()));
}

void WizardNetworkTest::theDiagramSpeaksTheLanguageOfTheWindow()
{
    NetworkFixture fixture;
    QVERIFY(fixture.start());
    auto* diagram = fixture.child<ui::DiagramView>("layerDiagram");
    QVERIFY(diagram->svg().contains("Convolution"));
    fixture.trigger("languageTurkish");
    QTRY_VERIFY(diagram->svg().contains("Evrişim"));
    QVERIFY(diagram->svg().contains("Girdi"));
    QVERIFY(!diagram->svg().contains("parameters"));
    QVERIFY(!diagram->svg().contains("kernel"));
}

void WizardNetworkTest::theDiagramIsSaved_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("as a drawing") << QStringLiteral("SVG");
    QTest::newRow("as a picture") << QStringLiteral("PNG");
}

void WizardNetworkTest::theDiagramIsSaved()
{
    QFETCH(const QString, format);
    NetworkFixture fixture;
    QVERIFY(fixture.start());
    fixture.click(QStringLiteral("Save the diagram as %1").arg(format));
    auto* dialog = fixture.window().findChild<QFileDialog*>(QStringLiteral("diagramDialog"));
    QVERIFY(dialog != nullptr);
    const QString file =
        QString::fromStdString(fixture.folder().string()) + QStringLiteral("/network.") + format;
    Q_EMIT dialog->fileSelected(file);
    dialog->close();
    QTRY_COMPARE(fixture.child<QLabel>("diagramSaved")->text(),
                 QStringLiteral("Saved as %1").arg(file));
    if (format == QStringLiteral("PNG")) {
        const QImage image(file);
        QCOMPARE(image.width(), 1480);
    } else {
        const auto text = readTextFile(file.toStdString(), 1 << 20);
        QVERIFY(text.has_value() && text->starts_with("<svg") &&
                text->find("Convolution") != std::string::npos);
    }
}

void WizardNetworkTest::everyTextFollowsTheLanguage()
{
    NetworkFixture fixture;
    QVERIFY(fixture.start());
    fixture.table().setCurrentLayer(0);
    fixture.trigger("languageTurkish");
    QTRY_COMPARE(fixture.child<QLabel>("wizardTitle")->text(), QStringLiteral("Ağ"));
    QCOMPARE(fixture.table().item(0, 1)->text(), QStringLiteral("Evrişim"));
    QCOMPARE(fixture.table().item(0, 2)->text(), QStringLiteral("32 süzgeç, 3×3, kenarsız, ReLU"));
    fixture.picture("network-tr");
    fixture.trigger("themeLight");
    fixture.picture("network-tr-light");
    fixture.trigger("themeDark");
}

QTEST_MAIN(WizardNetworkTest)
#include "wizard_network_test.moc"
