// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"

#include "core/imaging/picture_reader.h"
#include "core/imaging/plane_operations.h"

#include "ml/model_registry.h"

#include "tests/ui/page_fixture.h"
#include "ui/bridge/analysis_service.h"
#include "ui/plots/line_plot.h"
#include "ui/plots/scatter_plot.h"
#include "ui/wizard/evaluate_page.h"
#include "ui/wizard/image_gallery.h"
#include "ui/wizard/publish_page.h"
#include "ui/wizard/sample_watch.h"
#include "ui/wizard/train_page.h"

#include <QComboBox>
#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTabWidget>

using namespace nefes;
using test::PageFixture;

namespace {

constexpr int kTrainingTimeoutMs = 240'000;
constexpr int kSide = 48;
constexpr int kImagesAClass = 60;
const std::vector<std::string> kClasses{"cross", "disc", "stripe"};

/// A noisy picture of something that a tiny network can tell apart.
QImage drawing(std::size_t label, quint32 seed)
{
    QRandomGenerator random(seed);
    QImage image(kSide, kSide, QImage::Format_Grayscale8);
    const int left = 10 + static_cast<int>(random.bounded(20));
    const int top = 10 + static_cast<int>(random.bounded(20));
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const int dx = x - left;
            const int dy = y - top;
            const bool isCross = label == 0 && (std::abs(dx) < 2 || std::abs(dy) < 2);
            const bool isDisc = label == 1 && dx * dx + dy * dy < 60;
            const bool isStripe = label == 2 && (x + y) % 12 < 4;
            const int gray =
                (isCross || isDisc || isStripe ? 170 : 60) + static_cast<int>(random.bounded(50));
            image.scanLine(y)[x] = static_cast<uchar>(gray);
        }
    }
    return image;
}

ml::LayerSpecification layer(ml::LayerType type)
{
    ml::LayerSpecification result;
    result.type = type;
    return result;
}

ml::TrainingRecipe tinyRecipe(int epochs)
{
    ml::TrainingRecipe recipe;
    recipe.id = "shapes";
    recipe.title = {"Shapes", "Şekiller"};
    recipe.input.width = recipe.input.height = kSide;
    recipe.input.channels = 1;
    recipe.input.mean = {0.5F};
    recipe.input.std = {0.25F};
    ml::LayerSpecification conv = layer(ml::LayerType::Conv2d);
    conv.filters = 12;
    conv.padding = ml::Padding::Same;
    conv.activation = ml::ActivationType::Relu;
    ml::LayerSpecification pool = layer(ml::LayerType::MaxPool);
    pool.stride = 2;
    ml::LayerSpecification global = layer(ml::LayerType::AdaptiveAveragePool);
    global.size = 2;
    recipe.network.layers = {conv,
                             layer(ml::LayerType::BatchNorm),
                             pool,
                             conv,
                             layer(ml::LayerType::BatchNorm),
                             pool,
                             conv,
                             global,
                             layer(ml::LayerType::Flatten)};
    recipe.epochs = epochs;
    recipe.batchSize = 16;
    recipe.optimizer.learningRate = 5e-3;
    return recipe;
}

/// The built program, real images and a shelf of models of its own.
struct RealStage {
    PageFixture fixture;
    std::shared_ptr<const ml::ModelRegistry> registry;

    RealStage()
    {
        qputenv("XDG_CACHE_HOME", QByteArray::fromStdString((fixture.folder() / "cache").string()));
        for (std::size_t label = 0; label < kClasses.size(); ++label) {
            const auto folder = fixture.folder() / "data" / kClasses[label];
            std::filesystem::create_directories(folder);
            for (int i = 0; i < kImagesAClass; ++i) {
                const auto seed = static_cast<quint32>(1000 * label) + static_cast<quint32>(i);
                drawing(label, seed)
                    .save(QString::fromStdString(
                        (folder / (std::to_string(seed) + ".png")).string()));
            }
        }
        registry = std::make_shared<const ml::ModelRegistry>(fixture.folder() / "bundled",
                                                             fixture.folder() / "models");
        const auto operations = std::make_shared<const imaging::OpenCvPlaneOperations>();
        ui::Services& services = fixture.services;
        services.reader = std::make_shared<const imaging::PictureReader>();
        services.training.program = NEFES_BINARY_DIR "/bin/nefes-program";
        services.training.reader = services.reader;
        services.training.operations = operations;
        services.training.loadBackend = &ml::loadBackend;
        services.loadClassifier =
            [operations, registry = registry](
                const std::string& model,
                ml::DeviceChoice device) -> Result<std::unique_ptr<ml::Classifier>> {
            NEFES_TRY(auto package, registry->open(model));
            NEFES_TRY(const auto backend, ml::loadBackend());
            return ml::createClassifier(*backend, std::move(package), operations, device);
        };
        services.listModels = [registry = registry] {
            std::vector<ui::InstalledModel> models;
            for (const ml::InstalledPackage& package : registry->list()) {
                models.push_back({package.description->id, package.description->version,
                                  package.description->title, package.folder});
            }
            return models;
        };
        services.training.installModel = [registry =
                                              registry](const std::filesystem::path& package) {
            return registry->import(package).map(
                [](const ml::ModelDescription& model) { return model.id; });
        };
        fixture.state.setRecipe(tinyRecipe(8));
        auto dataset = ml::gatherDataset(fixture.state.folders(), fixture.state.recipe().data);
        NEFES_ASSERT(dataset.has_value());
        for (std::size_t i = 0; i < dataset->entries.size(); ++i) {
            dataset->entries[i].split = i % 4 == 0 ? ml::Split::Validation : ml::Split::Train;
        }
        fixture.state.setDataset(*std::move(dataset));
    }
};

template <class T>
T* child(QWidget& page, const char* name)
{
    return PageFixture::child<T>(page, name);
}

} // namespace

/// The real engine from the first batch to the published model.
class WizardRunTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aModelIsTrainedEvaluatedPublishedAndUsed();
    void aStoppedRunIsResumedAndFinished();
};

void WizardRunTest::aModelIsTrainedEvaluatedPublishedAndUsed()
{
    RealStage stage;
    ui::TrainPage train(stage.fixture.state, stage.fixture.services, stage.fixture.pool);
    train.resize(1100, 760);
    train.show();
    QSignalSpy ended(&train.runner(), &ui::TrainingRunner::runEnded);
    child<QPushButton>(train, "trainStart")->click();
    QVERIFY(ended.wait(kTrainingTimeoutMs));
    QVERIFY2(train.isSound(), qPrintable(child<QLabel>(train, "trainFailureText")->text()));
    QCOMPARE(child<ui::LinePlot>(train, "lossPlot")->data(3).points().size(), std::size_t{8});
    QTRY_VERIFY(train.findChild<ui::SampleWatch*>()->pictureCount() >= 1);

    ui::EvaluatePage evaluate(stage.fixture.state, stage.fixture.services, stage.fixture.pool);
    evaluate.resize(1100, 760);
    evaluate.show();
    evaluate.enter();
    child<QComboBox>(evaluate, "evaluationSplit")->setCurrentIndex(1);
    auto* button = child<QPushButton>(evaluate, "evaluate");
    QTRY_VERIFY(button->isEnabled());
    button->click();
    auto* matrix = child<QTableWidget>(evaluate, "confusionMatrix");
    QTRY_COMPARE_WITH_TIMEOUT(matrix->rowCount(), 3, kTrainingTimeoutMs);
    int right = 0;
    for (int label = 0; label < 3; ++label) {
        right += matrix->item(label, label)->text().section(QLatin1Char('\n'), 0, 0).toInt();
    }
    QVERIFY2(right >= 24, qPrintable(QString::number(right))); // of 27
    child<QTabWidget>(evaluate, "evaluationTabs")->setCurrentIndex(4);
    QTRY_VERIFY(!child<ui::ScatterPlot>(evaluate, "embeddingPlot")->points().empty());

    ui::PublishPage publish(stage.fixture.state, stage.fixture.services, stage.fixture.pool);
    publish.show();
    publish.enter();
    auto* install = child<QPushButton>(publish, "publish");
    QTRY_VERIFY(install->isEnabled());
    child<QLineEdit>(publish, "publishId")->setText(QStringLiteral("my-shapes"));
    QSignalSpy changed(&stage.fixture.state, &ui::WizardState::modelsChanged);
    install->click();
    QVERIFY(changed.wait(test::kPageTimeoutMs));

    // What the window does then: the panel's service judges the open study with the new model.
    ui::AnalysisService analysis(stage.fixture.services, nullptr);
    analysis.choose("my-shapes", ml::DeviceChoice::Cpu);
    const auto image = stage.fixture.services.reader->read(
        stage.fixture.folder() / "data" / "disc" / "1000.png", 0, std::stop_token());
    QVERIFY(image.has_value());
    analysis.setImage(*image);
    QTRY_COMPARE_WITH_TIMEOUT(analysis.state().phase, ui::AnalysisPhase::Done, kTrainingTimeoutMs);
    QCOMPARE(analysis.state().model->id, std::string("my-shapes"));
    QCOMPARE(analysis.state().analysis->prediction.topLabel, std::string("disc"));
    QVERIFY(analysis.state().description->inputCheck.has_value());
}

void WizardRunTest::aStoppedRunIsResumedAndFinished()
{
    RealStage stage;
    stage.fixture.state.setRecipe(tinyRecipe(200));
    ui::TrainPage train(stage.fixture.state, stage.fixture.services, stage.fixture.pool);
    train.show();
    QSignalSpy ended(&train.runner(), &ui::TrainingRunner::runEnded);
    const auto epochs = [&train] {
        return child<ui::LinePlot>(train, "lossPlot")->data(3).points().size();
    };
    child<QPushButton>(train, "trainStart")->click();
    QTRY_VERIFY_WITH_TIMEOUT(epochs() >= 2, kTrainingTimeoutMs);
    child<QPushButton>(train, "trainStop")->click();
    QVERIFY(ended.wait(kTrainingTimeoutMs));
    QVERIFY(!train.isSound());
    const std::size_t before = epochs();

    child<QPushButton>(train, "trainInterruptedPrimary")->click();
    QTRY_VERIFY_WITH_TIMEOUT(epochs() > before, kTrainingTimeoutMs);
    auto* keep = child<QPushButton>(train, "trainKeepBest");
    QTRY_VERIFY_WITH_TIMEOUT(keep->isEnabled(), kTrainingTimeoutMs);
    ended.clear();
    keep->click();
    QVERIFY(ended.wait(kTrainingTimeoutMs));
    QVERIFY2(train.isSound(), qPrintable(child<QLabel>(train, "trainFailureText")->text()));
    const auto model = ml::readModelDescription(stage.fixture.state.trainedModel());
    QVERIFY(model.has_value());
    QVERIFY(model->training.at("epochs").get<int>() < 200);
}

QTEST_MAIN(WizardRunTest)
#include "wizard_run_test.moc"
