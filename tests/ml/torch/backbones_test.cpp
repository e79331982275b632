// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ml/torch/torch_fixtures.h"

#include <QTest>

#include <algorithm>
#include <cmath>

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
                                   << "layer1"; // eight positions a side at 32 pixels
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

    void startFromAStateDictOfTorchvision_data()
    {
        QTest::addColumn<ml::Backbone>("backbone");
        QTest::addColumn<QString>("head");
        QTest::addColumn<QStringList>("known"); // of torchvision's own dicts
        QTest::addColumn<int>("stages");        // before the output
        QTest::newRow("ResNet-18") << ml::Backbone::ResNet18 << "fc."
                                   << QStringList{"conv1.weight",
                                                  "bn1.running_mean",
                                                  "layer1.0.conv1.weight",
                                                  "layer4.1.bn2.num_batches_tracked",
                                                  "layer3.0.downsample.1.weight",
                                                  "fc.bias"}
                                   << 8;
        QTest::newRow("ResNet-34") << ml::Backbone::ResNet34 << "fc."
                                   << QStringList{"layer3.5.bn2.bias", "fc.weight"} << 8;
        QTest::newRow("DenseNet-121")
            << ml::Backbone::DenseNet121 << "classifier."
            << QStringList{"features.conv0.weight",
                           "features.norm0.bias",
                           "features.denseblock3.denselayer24.norm1.running_var",
                           "features.transition2.conv.weight",
                           "features.norm5.weight",
                           "classifier.weight"}
            << 11;
        QTest::newRow("MobileNetV3, small")
            << ml::Backbone::MobileNetV3Small << "classifier.3."
            << QStringList{"features.0.0.weight",         "features.1.block.0.0.weight",
                           "features.1.block.1.fc1.bias", "features.12.1.running_var",
                           "classifier.0.weight",         "classifier.3.weight"}
            << 16;
        QTest::newRow("MobileNetV3, large")
            << ml::Backbone::MobileNetV3Large << "classifier.3."
            << QStringList{"features.1.block.0.0.weight", "features.15.block.2.fc2.weight",
                           "features.16.0.weight", "classifier.3.bias"}
            << 20;
    }

    void startFromAStateDictOfTorchvision()
    {
        QFETCH(ml::Backbone, backbone);
        QFETCH(QString, head);
        QFETCH(QStringList, known);
        QFETCH(int, stages);
        auto loaded = ml::loadBackend();
        QVERIFY2(loaded, loaded ? "" : loaded.error().detail.c_str());
        ml::TrainingRecipe recipe = test::smallRecipe();
        recipe.input.width = recipe.input.height = 32;
        recipe.input.channels = 3;
        recipe.network = {};
        recipe.network.backbone = backbone;
        recipe.network.width = 16;
        recipe.epochs = 1;
        QTemporaryDir folder;
        const auto store = test::smallStore(test::pathIn(folder, "store"), 4, recipe.input, 32);
        QVERIFY(store);
        const auto trained = train(**loaded, recipe, *store, test::pathIn(folder, "first"));
        QVERIFY2(trained, trained ? "" : trained.error().detail.c_str());
        const auto dict = test::pathIn(folder, "dict.safetensors");
        QVERIFY(writeDict(trained->weights, dict, head.toStdString(), known));

        // Frozen throughout, so that what the second network says is what it was given.
        recipe.start.frozenLayers = stages;
        recipe.optimizer.learningRate = 1e-12;
        const auto second = train(**loaded, recipe, *store, test::pathIn(folder, "second"), dict);
        QVERIFY2(second, second ? "" : second.error().detail.c_str());
        const auto& before = trained->outputs.back();
        QVERIFY(areClose(second->outputs.back().features, before.features));
        QVERIFY(areClose(second->outputs.back().logits, before.logits));

        // One gray plane is the same image to a first convolution that is summed over its colours,
        // and other classes only need another output layer.
        recipe.input.channels = 1;
        const auto gray = test::smallStore(test::pathIn(folder, "gray"), 4, recipe.input, 32);
        const auto third = train(**loaded, recipe, *gray, test::pathIn(folder, "third"), dict);
        QVERIFY2(third, third ? "" : third.error().detail.c_str());
        QVERIFY(areClose(third->outputs.back().features, before.features));
        const auto three = test::smallStore(test::pathIn(folder, "three"), 3, recipe.input, 32);
        const auto fourth = train(**loaded, recipe, *three, test::pathIn(folder, "fourth"), dict);
        QVERIFY2(fourth, fourth ? "" : fourth.error().detail.c_str());

        // Another network is refused by the tensor that is missing or too much.
        recipe.network.width = 32;
        const auto wrong = train(**loaded, recipe, *gray, test::pathIn(folder, "wrong"), dict);
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, ErrorCode::ModelShapeMismatch);
    }

private:
    static bool areClose(const std::vector<float>& a, const std::vector<float>& b)
    {
        return a.size() == b.size() && std::ranges::equal(a, b, [](float x, float y) {
                   return std::abs(x - y) < 1e-4F * std::max(1.0F, std::abs(y));
               });
    }

    static Result<ml::TrainingReport> train(ml::Backend& backend, const ml::TrainingRecipe& recipe,
                                            const ml::SampleStore& store,
                                            const std::filesystem::path& folder,
                                            const std::filesystem::path& start = {})
    {
        ml::TrainerOptions options;
        options.runFolder = folder;
        options.startWeights = start;
        options.threads = 1;
        std::filesystem::create_directories(folder);
        return backend.createTrainer(ml::DeviceChoice::Cpu)->run(recipe, store, options, {}, {});
    }

    /// The weights under the names that torchvision has for them, with its counters of batches.
    static bool writeDict(const std::filesystem::path& weights, const std::filesystem::path& file,
                          const std::string& head, const QStringList& known)
    {
        const auto opened = ml::TensorFile::open(weights);
        if (!opened) {
            return false;
        }
        const std::vector<std::int64_t> batches{7};
        std::map<std::string, ml::TensorView> tensors;
        for (const auto& [name, view] : (*opened)->tensors()) {
            std::string plain = name.substr(std::string("network.").size());
            if (plain.starts_with("output.")) {
                plain = head + plain.substr(std::string("output.").size());
            }
            tensors[plain] = view;
            const std::size_t mean = plain.find("running_mean");
            if (mean != std::string::npos) {
                tensors[plain.substr(0, mean) + "num_batches_tracked"] = {
                    ml::TensorType::Int64, {}, std::as_bytes(std::span(batches))};
            }
        }
        for (const QString& name : known) {
            if (!tensors.contains(name.toStdString())) {
                qWarning("%s is missing", qPrintable(name));
                return false;
            }
        }
        return ml::writeTensorFile(file, tensors, {{"format", "pt"}}).has_value();
    }

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
        // ResNets explain a layer with eight positions, the others their last one.
        QCOMPARE(output->map.width, report.heatmapLayer.starts_with("layer") ? 8 : 1);
        const auto& outputs = report.outputs.back();
        QCOMPARE(static_cast<int>(output->features.size()), outputs.featureCount);
        for (std::size_t i = 0; i < output->logits.size(); ++i) {
            const float difference = std::abs(output->logits[i] - outputs.logits[i]);
            QVERIFY2(difference < 1e-3F * std::max(1.0F, std::abs(outputs.logits[i])),
                     qPrintable(QStringLiteral("%1 of %2").arg(difference).arg(outputs.logits[i])));
        }
    }
};

QTEST_APPLESS_MAIN(TorchBackbonesTest)
#include "backbones_test.moc"
