// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/render.h"

#include "core/image/overlay_planes.h"

#include "tests/core/image/image_factory.h"

#include <QtTest>

using namespace nefes;
using nefes::test::frozen;
using nefes::test::grayData;

namespace {

DisplaySettings plain(const ImagePtr& image)
{
    return {.voi = defaultVoi(*image)};
}

QList<int> grays(const Picture& picture)
{
    QList<int> result;
    for (const std::uint32_t pixel : picture.pixels) {
        result << ((pixel >> 24U) == 0 ? -1 : static_cast<int>(pixel & 255U));
    }
    return result;
}

} // namespace

class RenderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theViewportDecidesWhatIsSeen_data();
    void theViewportDecidesWhatIsSeen();
    void reductionAveragesAllPixels();
    void enlargementInterpolates();
    void signedValuesStaySigned();
    void floatsAreShown();
    void coloursKeepTheirChannels();
    void palettesAreLookedUp();
    void heatmapsLieInImageCoordinates_data();
    void heatmapsLieInImageCoordinates();
    void theGrayPlaneEqualsThePicture();
    void overlayPlanesFollowTheViewport_data();
    void overlayPlanesFollowTheViewport();
    void reductionLosesNoOverlayBit();
};

void RenderTest::theViewportDecidesWhatIsSeen_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<QList<double>>("map"); // a b c d e f
    QTest::addColumn<QList<int>>("expected");
    // The image:  10 20 30
    //             40 50 60
    QTest::newRow("one to one") << 3 << 2 << QList<double>{1, 0, 0, 0, 1, 0}
                                << QList<int>{10, 20, 30, 40, 50, 60};
    QTest::newRow("flipped left to right")
        << 3 << 2 << QList<double>{-1, 0, 3, 0, 1, 0} << QList<int>{30, 20, 10, 60, 50, 40};
    QTest::newRow("turned by 90 degrees clockwise")
        << 2 << 3 << QList<double>{0, 1, 0, -1, 0, 2} << QList<int>{40, 10, 50, 20, 60, 30};
    QTest::newRow("outside the image nothing is drawn")
        << 3 << 1 << QList<double>{1, 0, -1, 0, 1, 0} << QList<int>{-1, 10, 20};
    QTest::newRow("a skewed map takes the nearest pixel")
        << 2 << 1 << QList<double>{1, 0.001, 0, 0.001, 1, 0} << QList<int>{10, 20};
}

void RenderTest::theViewportDecidesWhatIsSeen()
{
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(QList<double>, map);
    QFETCH(QList<int>, expected);
    const ImagePtr image = frozen(grayData<std::uint8_t>(3, 2, {10, 20, 30, 40, 50, 60}));
    const Viewport viewport{width, height, {map[0], map[1], map[2], map[3], map[4], map[5]}};
    QCOMPARE(grays(render(*image, plain(image), viewport)), expected);
}

void RenderTest::reductionAveragesAllPixels()
{
    const ImagePtr image = frozen(grayData<std::uint8_t>(4, 2, {0, 100, 8, 8, 100, 200, 8, 12}));
    const Viewport half{2, 1, {.a = 2, .e = 2}};
    QCOMPARE(grays(render(*image, plain(image), half)), (QList<int>{100, 9}));
    QCOMPARE(grays(render(*image, plain(image), half, Interpolation::Nearest)),
             (QList<int>{200, 12}));
}

void RenderTest::enlargementInterpolates()
{
    const ImagePtr image = frozen(grayData<std::uint8_t>(2, 1, {0, 100}));
    const Viewport fourfold{8, 1, {.a = 0.25}};
    QCOMPARE(grays(render(*image, plain(image), fourfold)),
             (QList<int>{0, 0, 13, 38, 63, 88, 100, 100}));
}

void RenderTest::signedValuesStaySigned()
{
    ImageData data = grayData<std::int16_t>(2, 1, {-1000, 1000});
    data.windows = {{.center = 0.5, .width = 2001.0, .explanation = {}}};
    const ImagePtr image = frozen(std::move(data));
    QCOMPARE(grays(render(*image, plain(image), Viewport::whole(*image))), (QList<int>{0, 255}));
    const Viewport single{1, 1, {.a = 2}};
    QCOMPARE(grays(render(*image, plain(image), single)), (QList<int>{128}));
}

void RenderTest::floatsAreShown()
{
    const ImagePtr image = frozen(grayData<float>(3, 1, {0.25F, 0.5F, 0.75F}));
    const DisplaySettings settings{.voi = fullWindow(*image)};
    QCOMPARE(grays(render(*image, settings, Viewport::whole(*image))), (QList<int>{0, 128, 255}));
}

void RenderTest::coloursKeepTheirChannels()
{
    ImageData data = grayData<std::uint8_t>(1, 1, {1, 2, 3});
    data.stored.samplesPerPixel = 3;
    data.photometric = Photometric::Rgb;
    const ImagePtr image = frozen(std::move(data));
    const Picture picture = render(*image, plain(image), Viewport::whole(*image));
    QCOMPARE(picture.pixels[0], 0xff010203U);
}

void RenderTest::palettesAreLookedUp()
{
    ImageData data = grayData<std::uint8_t>(3, 1, {9, 10, 255});
    data.photometric = Photometric::Palette;
    data.palette = PaletteTables{.firstMapped = 10, .red = {1, 2}, .green = {3, 4}, .blue = {5, 6}};
    const ImagePtr image = frozen(std::move(data));
    const Picture picture = render(*image, plain(image), Viewport::whole(*image));
    QCOMPARE(picture.pixels, (std::vector<std::uint32_t>{0xff010305U, 0xff010305U, 0xff020406U}));
}

void RenderTest::heatmapsLieInImageCoordinates_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<QList<double>>("map");
    QTest::addColumn<int>("hotX");
    QTest::addColumn<int>("hotY");
    // The map is hot in the image's top right quarter.
    QTest::newRow("one to one") << 40 << 20 << QList<double>{1, 0, 0, 0, 1, 0} << 35 << 3;
    QTest::newRow("enlarged twice") << 80 << 40 << QList<double>{0.5, 0, 0, 0, 0.5, 0} << 70 << 6;
    QTest::newRow("flipped left to right")
        << 40 << 20 << QList<double>{-1, 0, 40, 0, 1, 0} << 5 << 3;
    QTest::newRow("turned by 90 degrees clockwise")
        << 20 << 40 << QList<double>{0, 1, 0, -1, 0, 20} << 17 << 35;
}

void RenderTest::heatmapsLieInImageCoordinates()
{
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(QList<double>, map);
    QFETCH(int, hotX);
    QFETCH(int, hotY);
    const ImagePtr image =
        frozen(grayData<std::uint8_t>(40, 20, std::vector<std::uint8_t>(800, 0)));
    const Viewport viewport{width, height, {map[0], map[1], map[2], map[3], map[4], map[5]}};
    Picture picture = render(*image, plain(image), viewport);
    const FloatGrid grid{2, 2, {0.0F, 1.0F, 0.0F, 0.0F}};
    blendHeatmap(picture, viewport, grid, 40, 20, {.colorMap = ColorMap::Gray, .opacity = 1.0});
    const QList<int> values = grays(picture);
    QVERIFY(values[hotY * width + hotX] > 200);
    // The opposite corner stays cold.
    QVERIFY(values[(height - 1 - hotY) * width + (width - 1 - hotX)] < 10);
}

void RenderTest::theGrayPlaneEqualsThePicture()
{
    ImageData data = grayData<std::uint16_t>(3, 1, {0, 2000, 4000});
    data.inverted = true;
    const ImagePtr image = frozen(std::move(data));
    const DisplaySettings settings{.voi = fullWindow(*image)};
    const GrayPlane plane = renderGray(*image, settings);
    const QList<int> picture = grays(render(*image, settings, Viewport::whole(*image)));
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(static_cast<int>(plane.values[static_cast<std::size_t>(i)]), picture[i]);
    }
    QCOMPARE(picture[0], 255);
}

void RenderTest::overlayPlanesFollowTheViewport_data()
{
    QTest::addColumn<QList<double>>("screenToImage");
    QTest::addColumn<QList<int>>("marked"); // x, y of the only marked pixel of a 4 × 4 picture
    QTest::newRow("one to one") << QList<double>{1, 0, 0, 0, 1, 0} << QList<int>{3, 1};
    QTest::newRow("moved") << QList<double>{1, 0, 1, 0, 1, 1} << QList<int>{2, 0};
    QTest::newRow("mirrored") << QList<double>{-1, 0, 4, 0, 1, 0} << QList<int>{0, 1};
    QTest::newRow("turned") << QList<double>{0, 1, 0, -1, 0, 4} << QList<int>{2, 3};
}

void RenderTest::overlayPlanesFollowTheViewport()
{
    QFETCH(QList<double>, screenToImage);
    QFETCH(QList<int>, marked);
    // A plane of 2 × 2 bits at column 2, row 1, of which the upper right one is set; a second one
    // lies beside the image.
    const std::vector<OverlayPlane> planes = {
        {.width = 2, .height = 2, .left = 2, .top = 1, .label = {}, .bits = {0, 1, 0, 0}},
        {.width = 1, .height = 1, .left = 9, .top = 9, .label = {}, .bits = {1}}};
    const ImagePtr image = frozen(grayData<std::uint8_t>(4, 4, std::vector<std::uint8_t>(16, 100)));
    const QList<double>& map = screenToImage;
    const Viewport viewport{4, 4, {map[0], map[1], map[2], map[3], map[4], map[5]}};
    Picture picture = render(*image, plain(image), viewport);
    drawOverlayPlanes(picture, viewport, planes);
    QList<int> found;
    for (int y = 0; y < 4; ++y) {
        for (int x = 0; x < 4; ++x) {
            if (picture.pixels[static_cast<std::size_t>(4 * y + x)] == kOverlayColor) {
                found << x << y;
            }
        }
    }
    QCOMPARE(found, marked);
}

void RenderTest::reductionLosesNoOverlayBit()
{
    // A line one pixel wide, in a picture of a tenth of the size.
    constexpr int kSide = 100;
    OverlayPlane plane;
    plane.width = kSide;
    plane.height = kSide;
    plane.bits.assign(kSide * kSide, 0);
    for (int y = 0; y < kSide; ++y) {
        plane.bits[static_cast<std::size_t>(kSide * y + 37)] = 1;
    }
    const ImagePtr image =
        frozen(grayData<std::uint8_t>(kSide, kSide, std::vector<std::uint8_t>(kSide * kSide, 100)));
    const Viewport viewport{10, 10, {10, 0, 0, 0, 10, 0}};
    Picture picture = render(*image, plain(image), viewport);
    drawOverlayPlanes(picture, viewport, {plane});
    for (int y = 0; y < 10; ++y) {
        QCOMPARE(picture.pixels[static_cast<std::size_t>(10 * y + 3)], kOverlayColor);
    }
    QCOMPARE(std::ranges::count(picture.pixels, kOverlayColor), 10);
}

QTEST_APPLESS_MAIN(RenderTest)
#include "render_test.moc"
