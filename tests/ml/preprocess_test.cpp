// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/preprocess.h"

#include "ml/heatmap.h"

#include "tests/ml/fakes.h"

#include <QRectF>
#include <QTest>

using namespace nefes;
using namespace nefes::ml;

class PreprocessTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void regionCoversWhatTheInputShows_data();
    void regionCoversWhatTheInputShows();
    void paddingIsBlackOnBothSides();
    void cropTakesTheCentre();
    void claheRunsBeforeResizing();
    void valuesAreScaledAndNormalised();
    void mapLosesItsPadding();
    void mapOfACropIsZeroOutside();
    void mapOfZerosStaysZero();
};

namespace {

InputSpecification square(ResizeRule rule)
{
    InputSpecification input;
    input.width = 8;
    input.height = 8;
    input.resize = rule;
    return input;
}

} // namespace

void PreprocessTest::regionCoversWhatTheInputShows_data()
{
    QTest::addColumn<int>("rule");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<QRectF>("region");
    const auto row = [](const char* name, ResizeRule rule, int width, int height, QRectF region) {
        QTest::newRow(name) << static_cast<int>(rule) << width << height << region;
    };
    row("stretch takes the whole image", ResizeRule::Stretch, 100, 50, {0, 0, 100, 50});
    row("pad adds above and below a wide image", ResizeRule::Pad, 100, 50, {0, -25, 100, 100});
    row("pad adds beside a tall image", ResizeRule::Pad, 50, 100, {-25, 0, 100, 100});
    row("pad leaves a square alone", ResizeRule::Pad, 64, 64, {0, 0, 64, 64});
    row("crop cuts the sides of a wide image", ResizeRule::Crop, 100, 50, {25, 0, 50, 50});
    row("crop cuts a tall image above and below", ResizeRule::Crop, 50, 100, {0, 25, 50, 50});
    row("an image one pixel wide is padded", ResizeRule::Pad, 1, 1000, {-3, 0, 8, 1000});
}

void PreprocessTest::regionCoversWhatTheInputShows()
{
    QFETCH(int, rule);
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(QRectF, region);
    const InputRegion result = inputRegion(square(static_cast<ResizeRule>(rule)), width, height);
    QCOMPARE(QRectF(result.left, result.top, result.width, result.height), region);
}

void PreprocessTest::paddingIsBlackOnBothSides()
{
    const auto image = fake::grayImage(16, 8, std::vector<std::uint8_t>(128, 200));
    const GrayPlane plane = inputPlane(*image, square(ResizeRule::Pad), fake::Operations());
    QCOMPARE(plane.width, 8);
    QCOMPARE(plane.height, 8);
    const std::vector<int> rows{0, 0, 200, 200, 200, 200, 0, 0};
    for (std::size_t y = 0; y < 8; ++y) {
        for (std::size_t x = 0; x < 8; ++x) {
            QCOMPARE(int{plane.values[y * 8 + x]}, rows[y]);
        }
    }
}

void PreprocessTest::cropTakesTheCentre()
{
    // Quarters 0, 100, 100, 200: the centre is all 100.
    std::vector<std::uint8_t> values;
    for (int i = 0; i < 16 * 8; ++i) {
        const int quarter = (i % 16) / 4;
        values.push_back(static_cast<std::uint8_t>(quarter == 0 ? 0 : quarter == 3 ? 200 : 100));
    }
    const auto image = fake::grayImage(16, 8, values);
    const GrayPlane plane = inputPlane(*image, square(ResizeRule::Crop), fake::Operations());
    QCOMPARE(plane.values, std::vector<std::uint8_t>(64, 100));
}

void PreprocessTest::claheRunsBeforeResizing()
{
    InputSpecification input = square(ResizeRule::Pad);
    input.clahe = ClaheSettings{};
    const auto image = fake::grayImage(16, 8, std::vector<std::uint8_t>(128, 200));
    const GrayPlane plane = inputPlane(*image, input, fake::Operations());
    // The fake inverts: after resizing, the padding would have become white.
    QCOMPARE(int{plane.values[0]}, 0);
    QCOMPARE(int{plane.values[3 * 8]}, 55);
}

void PreprocessTest::valuesAreScaledAndNormalised()
{
    InputSpecification input;
    input.channels = 3;
    input.scale = 1.0 / 255.0;
    input.mean = {0.5F, 0.0F, 0.2F};
    input.std = {0.25F};
    const auto values = normalise({2, 1, {0, 255}}, input);
    const std::vector<float> expected{-2.0F, 2.0F, 0.0F, 4.0F, -0.8F, 3.2F};
    QCOMPARE(values.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QVERIFY(std::abs(values[i] - expected[i]) < 1e-6F);
    }
}

void PreprocessTest::mapLosesItsPadding()
{
    // Image twice as wide as high: rows 2–5 of the input show it. Row y of the map has value y.
    FloatGrid map{8, 8, {}};
    for (int i = 0; i < 64; ++i) {
        map.values.push_back(static_cast<float>(i / 8));
    }
    const FloatGrid result = cropToImage(map, square(ResizeRule::Pad), 100, 50);
    QCOMPARE(result.width, 8);
    QCOMPARE(result.height, 4);
    QCOMPARE(result.values.front(), 2.0F / 5.0F);
    QCOMPARE(result.values.back(), 1.0F);
}

void PreprocessTest::mapOfACropIsZeroOutside()
{
    const FloatGrid map{1, 1, {3.0F}};
    const FloatGrid result = cropToImage(map, square(ResizeRule::Crop), 100, 50);
    QCOMPARE(result.width, 16);
    QCOMPARE(result.height, 8);
    QCOMPARE(result.values[3], 0.0F);
    QCOMPARE(result.values[4], 1.0F);
    QCOMPARE(result.values[11], 1.0F);
    QCOMPARE(result.values[12], 0.0F);
}

void PreprocessTest::mapOfZerosStaysZero()
{
    const FloatGrid result = cropToImage({2, 1, {0.0F, 0.0F}}, square(ResizeRule::Pad), 10, 10);
    QCOMPARE(result.values, std::vector<float>(64, 0.0F));
    QVERIFY(cropToImage({}, square(ResizeRule::Pad), 10, 10).values.empty());
}

QTEST_APPLESS_MAIN(PreprocessTest)
#include "preprocess_test.moc"
