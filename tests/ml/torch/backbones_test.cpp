// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ml/torch/torch_fixtures.h"

#include <QTest>

using namespace nefes;

Q_DECLARE_METATYPE(ml::Backbone)

class TorchBackbonesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void haveThePublishedShape_data()
    {
        // Parameters as torchvision counts them with 1,000 outputs, less the last layer, plus ours.
        QTest::addColumn<ml::Backbone>("backbone");
        QTest::addColumn<int>("parameters");
        QTest::addColumn<QString>("tensor");
        QTest::addColumn<QString>("heatmapLayer");
        QTest::newRow("ResNet-18") << ml::Backbone::ResNet18 << 11689512 - 513000 + 2052
                                   << "network.layer4.0.downsample.0.weight"
                                   << "layer4";
        QTest::newRow("DenseNet-121") << ml::Backbone::DenseNet121 << 7978856 - 1025000 + 4100
                                      << "network.features.denseblock4.denselayer16.conv2.weight"
                                      << "features.norm5";
        QTest::newRow("MobileNetV3, small")
            << ml::Backbone::MobileNetV3Small << 2542856 - 1025000 + 4100
            << "network.features.11.block.2.fc1.weight"
            << "features.12";
        QTest::newRow("MobileNetV3, large")
            << ml::Backbone::MobileNetV3Large << 5483032 - 1281000 + 5124
            << "network.features.15.block.3.0.weight"
            << "features.16";
    }

    void haveThePublishedShape()
    {
        QFETCH(ml::Backbone, backbone);
        QFETCH(int, parameters);
        QFETCH(QString, tensor);
        QFETCH(QString, heatmapLayer);
        const auto backend = ml::loadBackend();
        QVERIFY2(backend, backend ? "" : backend.error().detail.c_str());
        QTemporaryDir folder;
        ml::TrainingRecipe recipe = test::smallRecipe();
        recipe.input.width = 32;
        recipe.input.height = 32;
        recipe.input.channels = 3;
        recipe.network = {};
        recipe.network.backbone = backbone;
        recipe.epochs = 1;
        recipe.batchSize = 4;
        const auto store = test::smallStore(test::pathIn(folder, "store"), 4, recipe.input, 32);
        QVERIFY(store);
        std::int64_t counted = 0;
        ml::TrainerOptions options;
        options.runFolder = test::pathIn(folder, "run");
        std::filesystem::create_directories(options.runFolder);
        const auto report =
            (*backend)
                ->createTrainer(ml::DeviceChoice::Cpu)
                ->run(recipe, *store, options,
                      [&](const ml::TrainingEvent& event) {
                          if (const auto* started = std::get_if<ml::TrainingStarted>(&event)) {
                              counted = started->parameters;
                          }
                      },
                      {});
        QVERIFY2(report, report ? "" : report.error().detail.c_str());
        QCOMPARE(counted, std::int64_t{parameters});
        QCOMPARE(QString::fromStdString(report->heatmapLayer), heatmapLayer);
        const auto file = ml::TensorFile::open(report->weights);
        QVERIFY(file);
        QVERIFY((*file)->tensors().contains(tensor.toStdString()));

        ml::ModelDescription description;
        description.input = recipe.input;
        description.network = recipe.network;
        description.outputs = 4;
        description.heatmapLayer = report->heatmapLayer;
        ml::ModelPackage package;
        package.description = description;
        package.weights = *file;
        const auto network = (*backend)->loadNetwork(package, ml::DeviceChoice::Cpu);
        QVERIFY2(network, network ? "" : network.error().detail.c_str());
        checkAgainstTraining(**network, *store, *report);
    }

private:
    /// The network that judges folds its normalisations; it must still say what the trained one
    /// said.
    static void checkAgainstTraining(ml::Network& network, const ml::SampleStore& store,
                                     const ml::TrainingReport& report)
    {
        const std::size_t index = store.indices(ml::Split::Test).front();
        std::vector<float> input;
        for (int channel = 0; channel < 3; ++channel) {
            for (const std::uint8_t gray : store.plane(index)) {
                input.push_back((static_cast<float>(gray) / 255.0F - 0.5F) / 0.25F);
            }
        }
        const auto output = network.run(input, ml::ExplainRequest{});
        QVERIFY2(output, output ? "" : output.error().detail.c_str());
        QCOMPARE(output->map.width, 1);
        const auto& outputs = report.outputs.back();
        QCOMPARE(static_cast<int>(output->features.size()), outputs.featureCount);
        for (std::size_t i = 0; i < output->logits.size(); ++i) {
            QVERIFY(std::abs(output->logits[i] - outputs.logits[i]) < 1e-3F);
        }
    }
};

QTEST_APPLESS_MAIN(TorchBackbonesTest)
#include "backbones_test.moc"
