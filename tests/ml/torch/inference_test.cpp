// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/classifier.h"

#include "tests/ml/fakes.h"
#include "tests/ml/torch/torch_fixtures.h"

#include <QTest>

#include <cmath>

using namespace nefes;
using ml::ActivationType;
using ml::HeatmapMethod;
using ml::LayerType;
using ml::Padding;

namespace {

using Values = std::vector<float>;

ml::ModelDescription describe(int side, std::vector<ml::LayerSpecification> layers, int outputs)
{
    ml::ModelDescription description;
    description.input.width = side;
    description.input.height = side;
    description.network.layers = std::move(layers);
    description.outputs = outputs;
    description.heatmapLayer = "0";
    return description;
}

ml::LayerSpecification globalPool()
{
    ml::LayerSpecification layer = test::layerOf(LayerType::AdaptiveAveragePool);
    layer.size = 1;
    return layer;
}

/// One 1×1 convolution that keeps the plane, then the layer in question, then flattened.
std::vector<ml::LayerSpecification> after(const ml::LayerSpecification& layer)
{
    return {test::conv(1, 1, Padding::Valid, ActivationType::None), layer,
            test::layerOf(LayerType::Flatten)};
}

bool areClose(const Values& actual, const Values& expected)
{
    if (actual.size() != expected.size()) {
        return false;
    }
    for (std::size_t i = 0; i < actual.size(); ++i) {
        if (!(std::abs(actual[i] - expected[i]) < 1e-5F)) {
            return false;
        }
    }
    return true;
}

QString text(const Values& values)
{
    QStringList parts;
    for (const float value : values) {
        parts += QString::number(static_cast<double>(value));
    }
    return parts.join(", ");
}

} // namespace

Q_DECLARE_METATYPE(ml::LayerSpecification)
Q_DECLARE_METATYPE(Values)
Q_DECLARE_METATYPE(HeatmapMethod)

class TorchInferenceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto backend = ml::loadBackend();
        QVERIFY2(backend, backend ? "" : backend.error().detail.c_str());
        m_backend = *backend;
    }

    void paddingIsAsKerasMeansIt_data()
    {
        QTest::addColumn<int>("side");
        QTest::addColumn<ml::LayerSpecification>("layer");
        QTest::addColumn<float>("level");
        QTest::addColumn<Values>("expected");
        QTest::newRow("a strided convolution pads below and to the right")
            << 4 << test::conv(1, 3, Padding::Same, ActivationType::None, 2) << 1.0F
            << Values{9, 6, 6, 4};
        QTest::newRow("an unpadded convolution loses its border")
            << 4 << test::conv(1, 3, Padding::Valid, ActivationType::None) << 1.0F
            << Values{9, 9, 9, 9};
        QTest::newRow("padding of a max-pool never wins")
            << 3 << test::pool(LayerType::MaxPool, 2, 2, Padding::Same) << -1.0F
            << Values{-1, -1, -1, -1};
        QTest::newRow("nor where its steps are single")
            << 2 << test::pool(LayerType::MaxPool, 2, 1, Padding::Same) << -1.0F
            << Values{-1, -1, -1, -1};
        QTest::newRow("padding of an average does not count")
            << 3 << test::pool(LayerType::AveragePool, 2, 2, Padding::Same) << 2.0F
            << Values{2, 2, 2, 2};
    }

    void paddingIsAsKerasMeansIt()
    {
        QFETCH(int, side);
        QFETCH(ml::LayerSpecification, layer);
        QFETCH(float, level);
        QFETCH(Values, expected);
        const auto description = describe(side, after(layer), 1);
        std::map<std::string, test::Weights> weights{
            {"network.0.weight", {{1, 1, 1, 1}, {1}}},
            {"network.0.bias", {{1}, {0}}},
            {"network.output.weight", {{1, 4}, {1, 1, 1, 1}}},
            {"network.output.bias", {{1}, {0.5F}}}};
        if (layer.type == LayerType::Conv2d) {
            weights["network.1.weight"] = {{1, 1, 3, 3}, Values(9, 1.0F)};
            weights["network.1.bias"] = {{1}, {0}};
        }
        const auto shapes = ml::inferShapes(description.network, 1, side, side, 1);
        QVERIFY(shapes);
        QCOMPARE(shapes->at(2).channels, 4);
        const auto network = load(description, weights);
        QVERIFY(network);
        const auto output =
            network->run(Values(static_cast<std::size_t>(side * side), level), std::nullopt);
        QVERIFY2(output, output ? "" : output.error().detail.c_str());
        QVERIFY2(areClose(output->features, expected), qPrintable(text(output->features)));
        float sum = 0.5F;
        for (const float value : expected) {
            sum += value;
        }
        QVERIFY(areClose(output->logits, {sum}));
    }

    void mapIsTheOneComputedByHand_data()
    {
        // Two features: the positive and the negative part of the input.
        QTest::addColumn<HeatmapMethod>("method");
        QTest::addColumn<Values>("outputWeights"); // one output: [2]; more: [outputs × 2]
        QTest::addColumn<int>("label");
        QTest::addColumn<Values>("expected");
        const Values two{0.75F, -0.5F};
        const Values three{1, 0, 0, 1, 1, -1};
        QTest::newRow("Grad-CAM weighs each feature by its mean gradient")
            << HeatmapMethod::GradCam << three << 0 << Values{0.5F, 0, 0, 1};
        QTest::newRow("negative evidence is not shown")
            << HeatmapMethod::GradCam << three << 2 << Values{0.5F, 0, 0, 1};
        QTest::newRow("the second label of one output is its logit")
            << HeatmapMethod::GradCam << two << 1 << Values{0.375F, 0, 0, 0.75F};
        QTest::newRow("the first label of one output is its opposite")
            << HeatmapMethod::GradCam << two << 0 << Values{0, 0.25F, 0.125F, 0};
        QTest::newRow("HiResCAM agrees where the network is linear after pooling")
            << HeatmapMethod::HiResCam << two << 1 << Values{0.375F, 0, 0, 0.75F};
        QTest::newRow("LayerCAM leaves out negative gradients")
            << HeatmapMethod::LayerCam << two << 1 << Values{0.375F, 0, 0, 0.75F};
        // The gradient is 1/4 everywhere, the feature's sum 6: 1 ÷ (2 + 6/4) of each value.
        QTest::newRow("Grad-CAM++ divides by the feature's sum")
            << HeatmapMethod::GradCamPlusPlus << three << 0
            << Values{2.0F / 3.5F, 0, 0, 4.0F / 3.5F};
    }

    void mapIsTheOneComputedByHand()
    {
        QFETCH(HeatmapMethod, method);
        QFETCH(Values, outputWeights);
        QFETCH(int, label);
        QFETCH(Values, expected);
        const auto outputs = static_cast<int>(outputWeights.size() / 2);
        const auto description = describe(2,
                                          {test::conv(2, 1, Padding::Valid, ActivationType::Relu),
                                           globalPool(), test::layerOf(LayerType::Flatten)},
                                          outputs);
        const auto network =
            load(description, {{"network.0.weight", {{2, 1, 1, 1}, {1, -1}}},
                               {"network.0.bias", {{2}, {0, 0}}},
                               {"network.output.weight", {{outputs, 2}, outputWeights}},
                               {"network.output.bias",
                                {{outputs}, Values(static_cast<std::size_t>(outputs), 0.0F)}}});
        QVERIFY(network);
        const auto output = network->run(Values{2, -2, -1, 4}, ml::ExplainRequest{label, method});
        QVERIFY2(output, output ? "" : output.error().detail.c_str());
        QCOMPARE(output->map.width, 2);
        QCOMPARE(output->map.height, 2);
        QVERIFY2(areClose(output->map.values, expected), qPrintable(text(output->map.values)));
    }

    void mapBeforeDenseLayersUsesTheGradient()
    {
        const auto description = describe(2,
                                          {test::conv(1, 1, Padding::Valid, ActivationType::None),
                                           test::layerOf(LayerType::Flatten)},
                                          1);
        const auto network = load(description, {{"network.0.weight", {{1, 1, 1, 1}, {1}}},
                                                {"network.0.bias", {{1}, {0}}},
                                                {"network.output.weight", {{1, 4}, {1, 2, -3, 4}}},
                                                {"network.output.bias", {{1}, {0}}}});
        QVERIFY(network);
        const Values input{1, 2, 3, 4};
        const auto fine = network->run(input, ml::ExplainRequest{1, HeatmapMethod::HiResCam});
        QVERIFY(fine);
        QVERIFY2(areClose(fine->map.values, {1, 4, 0, 16}), qPrintable(text(fine->map.values)));
        const auto mean = network->run(input, ml::ExplainRequest{1, HeatmapMethod::GradCam});
        QVERIFY(mean);
        QVERIFY2(areClose(mean->map.values, {1, 2, 3, 4}), qPrintable(text(mean->map.values)));
    }

    void bandsSeeTheMirrorImageOnlyWhereItWasTrained_data()
    {
        QTest::addColumn<bool>("isTrained");
        QTest::newRow("trained with flips") << true;
        QTest::newRow("trained without") << false;
    }

    void bandsSeeTheMirrorImageOnlyWhereItWasTrained()
    {
        QFETCH(bool, isTrained);
        // The logit is a tenth of the left half's sum less the right half's.
        constexpr int side = 8;
        auto description = describe(side,
                                    {test::conv(1, 1, Padding::Valid, ActivationType::None),
                                     test::layerOf(LayerType::Flatten)},
                                    1);
        description.labels = {{"left", {}, std::nullopt, std::nullopt},
                              {"right", {}, std::nullopt, std::nullopt}};
        ml::TrainingRecipe recipe = test::smallRecipe();
        recipe.augmentation.flipHorizontal = isTrained;
        description.training = {{"recipe", ml::recipeToJson(recipe)}};
        Values output;
        for (int i = 0; i < side * side; ++i) {
            output.push_back(i % side < side / 2 ? 0.1F : -0.1F);
        }
        const auto package =
            test::packageWith(nextFile(), description,
                              {{"network.0.weight", {{1, 1, 1, 1}, {1}}},
                               {"network.0.bias", {{1}, {0}}},
                               {"network.output.weight", {{1, side * side}, output}},
                               {"network.output.bias", {{1}, {0}}}});
        QVERIFY(package);
        const auto classifier = ml::createClassifier(
            *m_backend, package, std::make_shared<ml::fake::Operations>(), ml::DeviceChoice::Cpu);
        QVERIFY2(classifier, classifier ? "" : classifier.error().detail.c_str());
        const auto image = ml::fake::halvesImage(64, 64, 50, 200);
        auto analysis = (*classifier)->analyse(*image, std::nullopt, {});
        QVERIFY2(analysis, analysis ? "" : analysis.error().detail.c_str());
        // 3.2 × (50 − 200) ÷ 255 = −1.882: sigmoid 0.1321.
        const ml::Score& right = analysis->prediction.scores[1];
        QVERIFY(std::abs(right.probability - 0.1321) < 1e-3);
        const auto measured = (*classifier)->measureBands(*image, analysis->prediction, {});
        QVERIFY2(measured, measured ? "" : measured.error().detail.c_str());
        QVERIFY(right.band->first <= right.probability && right.band->first > 0.1);
        if (isTrained) {
            QVERIFY(right.band->second > 0.86);
        } else {
            QVERIFY(right.band->second > 0.1321 && right.band->second < 0.2);
        }
    }

    void wrongWeightsAreRefusedByName_data()
    {
        QTest::addColumn<QString>("tensor");
        QTest::addColumn<int>("length"); // 0: left out
        QTest::newRow("a bias of another length") << "network.output.bias" << 2;
        QTest::newRow("a bias that is missing") << "network.0.bias" << 0;
        QTest::newRow("a tensor that the network does not have") << "network.7.bias" << 1;
    }

    void wrongWeightsAreRefusedByName()
    {
        QFETCH(QString, tensor);
        QFETCH(int, length);
        const auto description = describe(2,
                                          {test::conv(1, 1, Padding::Valid, ActivationType::None),
                                           test::layerOf(LayerType::Flatten)},
                                          1);
        std::map<std::string, test::Weights> weights{
            {"network.0.weight", {{1, 1, 1, 1}, {1}}},
            {"network.0.bias", {{1}, {0}}},
            {"network.output.weight", {{1, 4}, {1, 2, 3, 4}}},
            {"network.output.bias", {{1}, {0}}}};
        weights[tensor.toStdString()] = {{length}, Values(static_cast<std::size_t>(length), 0.0F)};
        if (length == 0) {
            weights.erase(tensor.toStdString());
        }
        const auto package = test::packageWith(nextFile(), description, weights);
        QVERIFY(package);
        const auto network = m_backend->loadNetwork(*package, ml::DeviceChoice::Cpu);
        QVERIFY(!network);
        QCOMPARE(network.error().code, ErrorCode::ModelShapeMismatch);
        QVERIFY2(network.error().detail.find(tensor.toStdString()) != std::string::npos,
                 network.error().detail.c_str());
    }

    void inputOfAnotherSizeIsRefused()
    {
        const auto description = describe(2,
                                          {test::conv(1, 1, Padding::Valid, ActivationType::None),
                                           test::layerOf(LayerType::Flatten)},
                                          1);
        const auto network = load(description, {{"network.0.weight", {{1, 1, 1, 1}, {1}}},
                                                {"network.0.bias", {{1}, {0}}},
                                                {"network.output.weight", {{1, 4}, {1, 2, 3, 4}}},
                                                {"network.output.bias", {{1}, {0}}}});
        QVERIFY(network);
        const auto output = network->run(Values(9, 0.0F), std::nullopt);
        QVERIFY(!output);
        QCOMPARE(output.error().code, ErrorCode::InvalidArgument);
        const auto batch = network->runBatch(Values{1, 0, 0, 0, 0, 1, 0, 0}, 2);
        QVERIFY(batch);
        QVERIFY(areClose(*batch, {1, 2}));
    }

private:
    std::filesystem::path nextFile()
    {
        return test::pathIn(m_folder, std::to_string(m_files++) + ".safetensors");
    }

    std::unique_ptr<ml::Network> load(const ml::ModelDescription& description,
                                      const std::map<std::string, test::Weights>& weights)
    {
        const auto package = test::packageWith(nextFile(), description, weights);
        if (!package) {
            return nullptr;
        }
        auto network = m_backend->loadNetwork(*package, ml::DeviceChoice::Cpu);
        if (!network) {
            qWarning("%s", network.error().detail.c_str());
            return nullptr;
        }
        return std::move(*network);
    }

    QTemporaryDir m_folder;
    int m_files = 0;
    std::shared_ptr<ml::Backend> m_backend;
};

QTEST_APPLESS_MAIN(TorchInferenceTest)
#include "inference_test.moc"
