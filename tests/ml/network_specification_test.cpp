// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/network_specification.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace nefes;
using namespace nefes::ml;

class NetworkSpecificationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapesFollowKeras_data();
    void shapesFollowKeras();
    void wrongNetworksAreNamed_data();
    void wrongNetworksAreNamed();
    void jsonGoesBothWays();
};

namespace {

using Sizes = std::vector<int>; // channels, height, width

Result<std::vector<LayerShape>> shapesOf(const std::string& layers, int channels, int height,
                                         int width, int outputs)
{
    const auto json = nlohmann::json::parse("{\"layers\": " + layers + "}");
    NEFES_TRY(const auto network, networkFromJson(json, "network"));
    return inferShapes(network, channels, height, width, outputs);
}

} // namespace

void NetworkSpecificationTest::shapesFollowKeras_data()
{
    QTest::addColumn<QString>("layers");
    QTest::addColumn<Sizes>("shape");
    QTest::addColumn<int>("parameters");
    // Input is 3 × 7 × 10.
    QTest::newRow("a convolution without padding loses its border")
        << R"([{"type":"conv2d","filters":4,"kernel":3}])" << Sizes{4, 5, 8} << 112;
    QTest::newRow("same padding keeps the size")
        << R"([{"type":"conv2d","filters":4,"kernel":3,"padding":"same"}])" << Sizes{4, 7, 10}
        << 112;
    QTest::newRow("same padding with stride 2 rounds up")
        << R"([{"type":"conv2d","filters":4,"kernel":3,"stride":2,"padding":"same"}])"
        << Sizes{4, 4, 5} << 112;
    QTest::newRow("a pool's stride is its size where not given")
        << R"([{"type":"max_pool","size":2}])" << Sizes{3, 3, 5} << 0;
    QTest::newRow("a pool with same padding rounds up")
        << R"([{"type":"average_pool","size":2,"padding":"same"}])" << Sizes{3, 4, 5} << 0;
    QTest::newRow("adaptive pooling gives its own size")
        << R"([{"type":"adaptive_average_pool","size":2}])" << Sizes{3, 2, 2} << 0;
    QTest::newRow("flatten multiplies") << R"([{"type":"flatten"}])" << Sizes{210, 0, 0} << 0;
    QTest::newRow("batch norm learns two values a channel")
        << R"([{"type":"batch_norm"}])" << Sizes{3, 7, 10} << 6;
    QTest::newRow("dense learns weights and biases")
        << R"([{"type":"flatten"},{"type":"dense","units":5}])" << Sizes{5, 0, 0} << 1055;
}

void NetworkSpecificationTest::shapesFollowKeras()
{
    QFETCH(QString, layers);
    QFETCH(Sizes, shape);
    QFETCH(int, parameters);
    // A flatten layer at the end makes every list a complete network.
    const QString complete = layers.chopped(1) + R"(,{"type":"flatten"}])";
    const auto shapes = shapesOf(complete.toStdString(), 3, 7, 10, 1);
    QVERIFY2(shapes.has_value(), shapes ? "" : shapes.error().detail.c_str());
    const LayerShape& last = (*shapes)[shapes->size() - 3];
    QCOMPARE((Sizes{last.channels, last.height, last.width}), shape);
    QCOMPARE(last.parameters, std::int64_t{parameters});
    QCOMPARE(shapes->back().name, std::string("output"));
    QCOMPARE(shapes->front().name, std::string("0"));
}

void NetworkSpecificationTest::wrongNetworksAreNamed_data()
{
    QTest::addColumn<QString>("layers");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("message");
    QTest::newRow("a kernel larger than its input")
        << R"([{"type":"max_pool","size":4},{"type":"conv2d","filters":1,"kernel":3}])"
        << ErrorCode::NetworkInvalid << "layer 2: input is 2×2, kernel 3×3";
    QTest::newRow("a convolution after flatten")
        << R"([{"type":"flatten"},{"type":"conv2d","filters":1}])" << ErrorCode::NetworkInvalid
        << "layer 2: input is flat: it needs rows and columns";
    QTest::newRow("dense before flatten")
        << R"([{"type":"dense","units":1}])" << ErrorCode::NetworkInvalid
        << "layer 1: input is 8×8 with 1 channels: put a flatten layer before";
    QTest::newRow("no flatten before the output")
        << R"([{"type":"batch_norm"}])" << ErrorCode::NetworkInvalid
        << "output layer: input is 8×8 with 1 channels: put a flatten layer before";
    QTest::newRow("more parameters than any machine holds")
        << R"([{"type":"flatten"},{"type":"dense","units":65536},{"type":"dense","units":65536}])"
        << ErrorCode::NetworkInvalid << "layer 3: 4299292672 parameters are too many";
    QTest::newRow("an unknown type")
        << R"([{"type":"conv3d"}])" << ErrorCode::RecipeInvalid << "network.layers.0.type: ";
    QTest::newRow("no filters") << R"([{"type":"conv2d"}])" << ErrorCode::RecipeInvalid
                                << "network.layers.0.filters: is missing";
    QTest::newRow("a key of another type of layer")
        << R"([{"type":"flatten"},{"type":"dropout","rate":0.1,"size":2}])"
        << ErrorCode::RecipeInvalid << "network.layers.1.size: unknown key";
    QTest::newRow("a dropout rate of one")
        << R"([{"type":"dropout","rate":1}])" << ErrorCode::RecipeInvalid
        << "network.layers.0.rate: 1 is not between 0 and 0.99";
}

void NetworkSpecificationTest::wrongNetworksAreNamed()
{
    QFETCH(QString, layers);
    QFETCH(ErrorCode, code);
    QFETCH(QString, message);
    const auto shapes = shapesOf(layers.toStdString(), 1, 8, 8, 1);
    QVERIFY(!shapes.has_value());
    QCOMPARE(shapes.error().code, code);
    QVERIFY2(QString::fromStdString(shapes.error().detail).startsWith(message),
             shapes.error().detail.c_str());
}

void NetworkSpecificationTest::jsonGoesBothWays()
{
    const auto json = nlohmann::json::parse(
        R"({"layers":[{"type":"conv2d","filters":8,"kernel":5,"stride":2,"padding":"same",
            "activation":"silu"},{"type":"activation","activation":"tanh"},
            {"type":"adaptive_average_pool","size":1},{"type":"flatten"}]})");
    const auto network = networkFromJson(json, "network");
    QVERIFY(network.has_value());
    QVERIFY(networkToJson(*network) == json);
    const auto backbone = networkFromJson({{"backbone", "resnet18"}, {"width", 32}}, "network");
    QVERIFY(backbone.has_value());
    QCOMPARE(backbone->backbone, Backbone::ResNet18);
    QVERIFY(networkFromJson(networkToJson(*backbone), "network") == *backbone);
}

QTEST_APPLESS_MAIN(NetworkSpecificationTest)
#include "network_specification_test.moc"
