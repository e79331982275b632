// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ml/torch/torch_fixtures.h"

#include <QTest>

using namespace nefes;

namespace {

GrayPlane ramp()
{
    GrayPlane plane{.width = 24, .height = 16, .values = {}};
    for (int i = 0; i < 24 * 16; ++i) {
        plane.values.push_back(static_cast<std::uint8_t>(i % 24 * 10));
    }
    return plane;
}

} // namespace

/// What the window asks of the module besides training and inference.
class TorchPreviewTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAugmentationEveryDrawIsThePlane();
    void drawsDifferAndRepeatWithTheirSeed();
    void aFlipMirrorsSomeDrawsAndNoOthers();
    void parametersOfListsAndBackbonesAreCounted();

private:
    std::shared_ptr<ml::Backend> m_backend = ml::loadBackend().value();
};

void TorchPreviewTest::withoutAugmentationEveryDrawIsThePlane()
{
    const auto draws = m_backend->augment(ramp(), {}, 3, 1);
    QVERIFY(draws.has_value());
    QCOMPARE(draws->size(), std::size_t(3));
    for (const GrayPlane& draw : *draws) {
        QCOMPARE(draw.width, 24);
        QCOMPARE(draw.height, 16);
        QVERIFY(draw.values == ramp().values);
    }
}

void TorchPreviewTest::drawsDifferAndRepeatWithTheirSeed()
{
    ml::AugmentationSettings settings;
    settings.rotation = 20.0;
    settings.noise = 0.1;
    settings.brightness = 0.2;
    const auto first = m_backend->augment(ramp(), settings, 4, 7);
    const auto again = m_backend->augment(ramp(), settings, 4, 7);
    const auto other = m_backend->augment(ramp(), settings, 4, 8);
    QVERIFY(first.has_value() && again.has_value() && other.has_value());
    QVERIFY((*first)[0].values != (*first)[1].values);
    for (std::size_t i = 0; i < 4; ++i) {
        QVERIFY((*first)[i].values == (*again)[i].values);
        QVERIFY((*first)[i].values != (*other)[i].values);
    }
}

void TorchPreviewTest::aFlipMirrorsSomeDrawsAndNoOthers()
{
    ml::AugmentationSettings settings;
    settings.flipHorizontal = true;
    const auto draws = m_backend->augment(ramp(), settings, 16, 3);
    QVERIFY(draws.has_value());
    const GrayPlane plane = ramp();
    int mirrored = 0;
    for (const GrayPlane& draw : *draws) {
        const bool isMirrored = draw.values.front() == plane.values[23];
        mirrored += isMirrored ? 1 : 0;
        QVERIFY(isMirrored || draw.values == plane.values);
    }
    QVERIFY(mirrored > 0 && mirrored < 16);
}

void TorchPreviewTest::parametersOfListsAndBackbonesAreCounted()
{
    ml::InputSpecification input;
    input.width = 64;
    input.height = 64;
    input.channels = 3;
    ml::NetworkSpecification network;
    network.backbone = ml::Backbone::ResNet18;
    // As torchvision counts them with 1,000 outputs, less its last layer, plus four outputs.
    const auto parameters = m_backend->countParameters(network, input, 4);
    QVERIFY(parameters.has_value());
    QCOMPARE(*parameters, std::int64_t{11689512 - 513000 + 2052});
    ml::NetworkSpecification list;
    list.layers = {ml::LayerSpecification{.type = ml::LayerType::Flatten}};
    QCOMPARE(m_backend->countParameters(list, input, 2).value(),
             std::int64_t{2 * (64 * 64 * 3 + 1)});
    list.layers = {ml::LayerSpecification{.type = ml::LayerType::Dense, .units = 3}};
    QVERIFY(!m_backend->countParameters(list, input, 2).has_value());
}

QTEST_APPLESS_MAIN(TorchPreviewTest)
#include "preview_test.moc"
