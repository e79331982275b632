// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/joint_network.h"

#include "tests/ml/torch/torch_fixtures.h"

#include <QTest>

#include <opencv2/dnn.hpp>

#include <cmath>

using namespace nefes;
using ml::ActivationType;
using ml::LayerType;
using ml::Padding;

namespace {

using Layers = std::vector<ml::LayerSpecification>;

ml::LayerSpecification activation(ActivationType type)
{
    ml::LayerSpecification layer = test::layerOf(LayerType::Activation);
    layer.activation = type;
    return layer;
}

ml::LayerSpecification dense(int units, ActivationType type)
{
    ml::LayerSpecification layer = test::layerOf(LayerType::Dense);
    layer.units = units;
    layer.activation = type;
    return layer;
}

ml::LayerSpecification adaptivePool(int size)
{
    ml::LayerSpecification layer = test::layerOf(LayerType::AdaptiveAveragePool);
    layer.size = size;
    return layer;
}

ml::NetworkSpecification listed(Layers layers)
{
    ml::NetworkSpecification network;
    network.layers = std::move(layers);
    network.layers.push_back(test::layerOf(LayerType::Flatten));
    return network;
}

ml::NetworkSpecification backbone(ml::Backbone kind, int width)
{
    ml::NetworkSpecification network;
    network.backbone = kind;
    network.width = width;
    return network;
}

/// What the labels get from the logits, as the exported file has it.
std::vector<double> probabilities(const std::vector<float>& logits, double temperature)
{
    std::vector<double> result;
    if (logits.size() == 1) {
        return {1.0 / (1.0 + std::exp(-logits[0] / temperature))};
    }
    double sum = 0.0;
    for (const float logit : logits) {
        result.push_back(std::exp(logit / temperature));
        sum += result.back();
    }
    for (double& value : result) {
        value /= sum;
    }
    return result;
}

} // namespace

Q_DECLARE_METATYPE(ml::NetworkSpecification)

/// The exported file, run by OpenCV, says what the network says that it was made of.
class TorchOnnxTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto backend = ml::loadBackend();
        QVERIFY2(backend, backend ? "" : backend.error().detail.c_str());
        m_backend = *backend;
    }

    void saysTheSameInOpenCv_data()
    {
        QTest::addColumn<ml::NetworkSpecification>("network");
        QTest::addColumn<int>("side");
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("classes");
        const auto row = [](const char* name, const ml::NetworkSpecification& network, int side,
                            int channels, int classes) {
            QTest::newRow(name) << network << side << channels << classes;
        };
        const auto start = test::conv(6, 3, Padding::Same, ActivationType::Relu);
        row("convolutions, normalisation, pooling, one output",
            listed({start, test::layerOf(LayerType::BatchNorm),
                    test::pool(LayerType::MaxPool, 2, 2, Padding::Valid),
                    test::conv(6, 3, Padding::Valid, ActivationType::Relu),
                    test::layerOf(LayerType::Flatten), dense(8, ActivationType::Relu)}),
            16, 1, 2);
        row("padding that is not the same on both sides",
            listed({test::conv(6, 3, Padding::Same, ActivationType::Relu, 2),
                    test::pool(LayerType::MaxPool, 2, 2, Padding::Same),
                    test::pool(LayerType::MaxPool, 2, 1, Padding::Same),
                    test::pool(LayerType::AveragePool, 2, 2, Padding::Same)}),
            30, 1, 3);
        row("average pooling with padding on both sides",
            listed({start, test::pool(LayerType::AveragePool, 3, 1, Padding::Same),
                    test::pool(LayerType::AveragePool, 2, 2, Padding::Valid)}),
            16, 1, 3);
        row("pooling over all positions",
            listed({start, adaptivePool(1), test::layerOf(LayerType::Flatten)}), 16, 3, 3);
        row("adaptive pooling to even windows", listed({start, adaptivePool(4)}), 16, 1, 3);
        row("adaptive pooling to uneven windows", listed({start, adaptivePool(3)}), 16, 1, 3);
        row("normalisation behind a dense layer",
            listed({start, test::layerOf(LayerType::Flatten), dense(8, ActivationType::None),
                    test::layerOf(LayerType::BatchNorm), activation(ActivationType::Relu)}),
            16, 1, 2);
        row("leaky ReLU and ELU",
            listed({test::conv(6, 3, Padding::Valid, ActivationType::LeakyRelu),
                    test::conv(6, 3, Padding::Valid, ActivationType::Elu)}),
            16, 1, 3);
        row("SiLU, tanh and sigmoid",
            listed({test::conv(6, 3, Padding::Valid, ActivationType::Silu),
                    activation(ActivationType::Tanh), test::layerOf(LayerType::Flatten),
                    dense(8, ActivationType::Sigmoid)}),
            16, 1, 3);
        row("ResNet-18", backbone(ml::Backbone::ResNet18, 16), 64, 3, 3);
        row("ResNet-34", backbone(ml::Backbone::ResNet34, 8), 64, 1, 2);
        row("DenseNet-121", backbone(ml::Backbone::DenseNet121, 16), 64, 3, 3);
        row("MobileNetV3, small", backbone(ml::Backbone::MobileNetV3Small, 64), 64, 3, 3);
        row("MobileNetV3, large", backbone(ml::Backbone::MobileNetV3Large, 32), 64, 1, 2);
    }

    void saysTheSameInOpenCv()
    {
        QFETCH(ml::NetworkSpecification, network);
        QFETCH(int, side);
        QFETCH(int, channels);
        QFETCH(int, classes);
        const auto package = trained(network, side, channels, classes);
        QVERIFY(package);
        const auto file = test::pathIn(m_folder, "network.onnx");
        const auto written = m_backend->exportOnnx(*package, file);
        if (!written && written.error().code == ErrorCode::UnsupportedFormat) {
            QSKIP("the module was built without ONNX");
        }
        QVERIFY2(written, written ? "" : written.error().detail.c_str());
        const auto judge = m_backend->loadNetwork(*package, ml::DeviceChoice::Cpu);
        QVERIFY2(judge, judge ? "" : judge.error().detail.c_str());
        try {
            auto net = cv::dnn::readNetFromONNX(file.string());
            Rng random(3);
            for (int i = 0; i < 4; ++i) {
                std::vector<float> input(static_cast<std::size_t>(channels * side * side));
                for (float& value : input) {
                    value = static_cast<float>(random.below(2000)) / 500.0F - 2.0F;
                }
                const auto logits = (*judge)->runBatch(input, 1);
                QVERIFY(logits);
                const auto expected =
                    probabilities(*logits, package->description.calibration.temperature);
                const int shape[] = {1, channels, side, side};
                net.setInput(cv::Mat(4, shape, CV_32F, input.data()));
                const cv::Mat actual = net.forward();
                QCOMPARE(actual.total(), expected.size());
                for (std::size_t k = 0; k < expected.size(); ++k) {
                    const double value = actual.ptr<float>()[k];
                    QVERIFY2(std::abs(value - expected[k]) < 1e-4,
                             qPrintable(QString("%1 instead of %2").arg(value).arg(expected[k])));
                }
            }
        } catch (const cv::Exception& error) {
            QFAIL(error.what());
        }
    }

    void twoNetworksAreOneFileWithTwoInputs()
    {
        const auto first = trained(backbone(ml::Backbone::ResNet18, 8), 32, 1, 3);
        const auto second = trained(backbone(ml::Backbone::ResNet18, 8), 48, 1, 3);
        QVERIFY(first && second);
        auto package = std::make_shared<ml::ModelPackage>(*first);
        package->second = second;
        const auto file = test::pathIn(m_folder, "both.onnx");
        const auto written = m_backend->exportOnnx(*package, file);
        if (!written && written.error().code == ErrorCode::UnsupportedFormat) {
            QSKIP("the module was built without ONNX");
        }
        QVERIFY2(written, written ? "" : written.error().detail.c_str());
        const auto judge = ml::JointNetwork::load(*m_backend, *package, ml::DeviceChoice::Cpu);
        QVERIFY2(judge, judge ? "" : judge.error().detail.c_str());
        const auto plane = [](int side) {
            Rng random(static_cast<std::uint64_t>(side));
            GrayPlane result{side, side, {}};
            for (int i = 0; i < side * side; ++i) {
                result.values.push_back(static_cast<std::uint8_t>(random.below(256)));
            }
            return result;
        };
        const ml::InputPlanes planes{plane(32), plane(48)};
        const auto output = (*judge)->run(planes, std::nullopt);
        QVERIFY(output);
        const auto expected =
            probabilities(output->logits, package->description.calibration.temperature);
        try {
            auto net = cv::dnn::readNetFromONNX(file.string());
            const auto feed = [&net](const GrayPlane& shown, const ml::ModelPackage& of,
                                     const char* name) {
                std::vector<float> values = normalise(shown, of.description.input);
                const int shape[] = {1, 1, shown.height, shown.width};
                net.setInput(cv::Mat(4, shape, CV_32F, values.data()).clone(), name);
            };
            feed(planes.first, *first, "image");
            feed(*planes.second, *second, "second_image");
            const cv::Mat actual = net.forward();
            QCOMPARE(actual.total(), expected.size());
            for (std::size_t k = 0; k < expected.size(); ++k) {
                QVERIFY(std::abs(static_cast<double>(actual.ptr<float>()[k]) - expected[k]) < 1e-4);
            }
        } catch (const cv::Exception& error) {
            QFAIL(error.what());
        }
    }

    void weightsThatDoNotFitAreNamed()
    {
        auto package = trained(backbone(ml::Backbone::ResNet18, 8), 32, 1, 2);
        QVERIFY(package);
        package->description.network.width = 16;
        const auto file = test::pathIn(m_folder, "wrong.onnx");
        const auto written = m_backend->exportOnnx(*package, file);
        QVERIFY(!written);
        QVERIFY(!std::filesystem::exists(file));
        if (written.error().code == ErrorCode::UnsupportedFormat) {
            QSKIP("the module was built without ONNX");
        }
        QCOMPARE(written.error().code, ErrorCode::ModelShapeMismatch);
    }

private:
    /// A package after one short epoch, so that normalisations have statistics of their own.
    std::shared_ptr<ml::ModelPackage> trained(const ml::NetworkSpecification& network, int side,
                                              int channels, int classes)
    {
        ml::TrainingRecipe recipe = test::smallRecipe();
        recipe.input.width = recipe.input.height = side;
        recipe.input.channels = channels;
        recipe.network = network;
        recipe.optimizer.learningRate = 1e-3;
        recipe.epochs = 1;
        const std::string name = "run" + std::to_string(m_runs++);
        const auto store =
            test::smallStore(test::pathIn(m_folder, name + "-store"), classes, recipe.input, 32);
        ml::TrainerOptions options;
        options.runFolder = test::pathIn(m_folder, name);
        options.threads = 1;
        std::filesystem::create_directories(options.runFolder);
        const auto report =
            m_backend->createTrainer(ml::DeviceChoice::Cpu)->run(recipe, *store, options, {}, {});
        if (!report) {
            qWarning("%s", report.error().detail.c_str());
            return nullptr;
        }
        auto package = std::make_shared<ml::ModelPackage>();
        package->description.id = "small";
        package->description.input = recipe.input;
        package->description.network = network;
        package->description.outputs = classes == 2 ? 1 : classes;
        package->description.calibration.temperature = 1.7;
        package->weights = *ml::TensorFile::open(report->weights);
        return package;
    }

    QTemporaryDir m_folder;
    std::shared_ptr<ml::Backend> m_backend;
    int m_runs = 0;
};

QTEST_APPLESS_MAIN(TorchOnnxTest)
#include "onnx_test.moc"
