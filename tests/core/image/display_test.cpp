// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/display.h"

#include "tests/core/image/image_factory.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace nefes;
using nefes::test::frozen;
using nefes::test::grayData;

Q_DECLARE_METATYPE(nefes::VoiFunction)

class DisplayTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowsFollowTheStandard_data();
    void windowsFollowTheStandard();
    void theStepsComeInTheStandardsOrder_data();
    void theStepsComeInTheStandardsOrder();
    void aVoiLutComesBeforeAWindow();
    void aLutExtendsItsEnds();
    void plainPicturesKeepTheirValues();
    void theAutomaticWindowLeavesPaddingOut();
    void aNegativeSlopeGivesAPositiveWindow();
    void presetsFitTheModality();
    void uselessValuesAreLeftOutWithAWarning();
    void brokenDescriptionsAreRefused_data();
    void brokenDescriptionsAreRefused();
    void colourMapsAreFoundByName();
};

void DisplayTest::windowsFollowTheStandard_data()
{
    QTest::addColumn<VoiFunction>("function");
    QTest::addColumn<double>("center");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("expected");
    const auto linear = VoiFunction::Linear;
    // PS3.3 C.11.2.1.2.1, example: c = 2048, w = 4096 shows 0…4095 whole.
    QTest::newRow("linear 2048/4096 at 0 is black") << linear << 2048.0 << 4096.0 << 0.0 << 0.0;
    QTest::newRow("linear 2048/4096 at 4095 is white")
        << linear << 2048.0 << 4096.0 << 4095.0 << 1.0;
    QTest::newRow("linear 2048/4096 at 2047.5 is half")
        << linear << 2048.0 << 4096.0 << 2047.5 << 0.5;
    QTest::newRow("linear of width 1 is a threshold, below")
        << linear << 40.0 << 1.0 << 39.0 << 0.0;
    QTest::newRow("linear of width 1 is a threshold, above")
        << linear << 40.0 << 1.0 << 40.0 << 1.0;
    const auto exact = VoiFunction::LinearExact;
    QTest::newRow("exact 0.5/1 at a quarter") << exact << 0.5 << 1.0 << 0.25 << 0.25;
    QTest::newRow("exact 0.5/1 above") << exact << 0.5 << 1.0 << 1.5 << 1.0;
    const auto sigmoid = VoiFunction::Sigmoid;
    QTest::newRow("sigmoid at its centre") << sigmoid << 100.0 << 50.0 << 100.0 << 0.5;
    QTest::newRow("sigmoid half a width above")
        << sigmoid << 100.0 << 50.0 << 125.0 << 1.0 / (1.0 + std::exp(-2.0));
}

void DisplayTest::windowsFollowTheStandard()
{
    QFETCH(VoiFunction, function);
    QFETCH(double, center);
    QFETCH(double, width);
    QFETCH(double, value);
    QFETCH(double, expected);
    const VoiWindow window{
        .center = center, .width = width, .function = function, .explanation = {}};
    QVERIFY(std::abs(window.apply(value) - expected) < 1e-12);
}

void DisplayTest::theStepsComeInTheStandardsOrder_data()
{
    QTest::addColumn<double>("slope");
    QTest::addColumn<bool>("fileInverted");
    QTest::addColumn<bool>("readerInverted");
    QTest::addColumn<int>("expected"); // of stored 0 under the window 0 … 255 of modality values
    QTest::newRow("small values are dark") << 1.0 << false << false << 0;
    QTest::newRow("MONOCHROME1 turns after the window") << 1.0 << true << false << 255;
    QTest::newRow("the reader turns it back") << 1.0 << true << true << 0;
    QTest::newRow("a negative slope turns before the window") << -1.0 << false << false << 255;
    QTest::newRow("a negative slope in MONOCHROME1") << -1.0 << true << false << 0;
}

void DisplayTest::theStepsComeInTheStandardsOrder()
{
    QFETCH(double, slope);
    QFETCH(bool, fileInverted);
    QFETCH(bool, readerInverted);
    QFETCH(int, expected);
    ImageData data = grayData<std::int16_t>(2, 1, {0, 255});
    data.inverted = fileInverted;
    data.modality.slope = slope;
    data.modality.intercept = slope < 0.0 ? 255.0 : 0.0;
    data.windows = {{.center = 128.0, .width = 256.0, .explanation = {}}};
    const ImagePtr image = frozen(std::move(data));
    const ToneTable table(*image, {.voi = defaultVoi(*image), .inverted = readerInverted});
    QCOMPARE(static_cast<int>(table.at(0.0)), expected);
    QCOMPARE(static_cast<int>(table.at(255.0)), 255 - expected);
    QCOMPARE(table.entries()[255], table.at(255.0));
}

void DisplayTest::aVoiLutComesBeforeAWindow()
{
    ImageData data = grayData<std::uint16_t>(2, 1, {100, 101});
    data.windows = {{.center = 128.0, .width = 256.0, .explanation = {}}};
    data.voiLuts = {{.firstMapped = 100, .bits = 12, .entries = {4095, 0}, .explanation = {}}};
    const ImagePtr image = frozen(std::move(data));
    const ToneTable table(*image, {.voi = defaultVoi(*image)});
    QCOMPARE(static_cast<int>(table.at(100.0)), 255);
    QCOMPARE(static_cast<int>(table.at(101.0)), 0);
}

void DisplayTest::aLutExtendsItsEnds()
{
    const LookupTable lut{.firstMapped = -2, .bits = 8, .entries = {10, 20, 30}, .explanation = {}};
    QCOMPARE(lut.at(-100.0), std::uint16_t{10});
    QCOMPARE(lut.at(-1.0), std::uint16_t{20});
    QCOMPARE(lut.at(0.0), std::uint16_t{30});
    QCOMPARE(lut.at(1e9), std::uint16_t{30});
    QCOMPARE(lut.at(std::numeric_limits<double>::quiet_NaN()), std::uint16_t{10});
}

void DisplayTest::plainPicturesKeepTheirValues()
{
    ImageData data = grayData<std::uint8_t>(3, 1, {10, 100, 200});
    data.format = "png";
    const ImagePtr image = frozen(std::move(data));
    const ToneTable table(*image, {.voi = defaultVoi(*image)});
    for (int value = 0; value < 256; ++value) {
        QCOMPARE(static_cast<int>(table.at(value)), value);
    }
}

void DisplayTest::theAutomaticWindowLeavesPaddingOut()
{
    ImageData data = grayData<std::int16_t>(5, 1, {-2000, -2000, 10, 20, 30});
    data.padding = IgnoredValues{-2000.0, -2000.0};
    const ImagePtr image = frozen(std::move(data));
    QCOMPARE(image->storedRange().min, 10.0);
    QCOMPARE(image->storedRange().mean, 20.0);
    const VoiWindow window = fullWindow(*image);
    QCOMPARE(window.apply(10.0), 0.0);
    QCOMPARE(window.apply(30.0), 1.0);
}

void DisplayTest::aNegativeSlopeGivesAPositiveWindow()
{
    ImageData data = grayData<std::uint16_t>(3, 1, {0, 500, 1000});
    data.modality = {.slope = -10.0, .intercept = 20.0, .unit = {}, .lut = {}};
    const ImagePtr image = frozen(std::move(data));
    const VoiWindow window = fullWindow(*image);
    QCOMPARE(window.width, 10001.0);
    QCOMPARE(window.apply(-9980.0), 0.0);
    QCOMPARE(window.apply(20.0), 1.0);
}

void DisplayTest::presetsFitTheModality()
{
    const ImagePtr image = frozen(grayData<std::uint16_t>(4, 1, {0, 1000, 2000, 4000}));
    const WindowPreset& ctLung = windowPresets("CT").front();
    QCOMPARE(resolvePreset(ctLung, *image).center, -600.0);
    const WindowPreset& lung = windowPresets("DX").front();
    const VoiWindow window = resolvePreset(lung, *image);
    const VoiWindow whole = autoWindow(*image);
    QVERIFY(window.center < whole.center);
    QVERIFY(window.width < whole.width);
}

void DisplayTest::uselessValuesAreLeftOutWithAWarning()
{
    ImageData data = grayData<std::uint8_t>(1, 1, {1});
    data.windows = {{.center = 1.0, .width = 0.0, .explanation = {}},
                    {.center = std::nan(""), .width = 5.0, .explanation = {}},
                    {.center = 3.0, .width = 5.0, .explanation = {}}};
    data.spacing = PixelSpacing{0.0, 0.1, SpacingOrigin::Patient};
    data.modality.slope = 0.0;
    const ImagePtr image = frozen(std::move(data));
    QCOMPARE(image->data().windows.size(), std::size_t{1});
    QVERIFY(!image->data().spacing);
    QCOMPARE(image->data().modality.slope, 1.0);
    QVERIFY(image->data().warnings ==
            (std::vector{ImageWarning::WindowUnusable, ImageWarning::SpacingUnusable,
                         ImageWarning::RescaleUnusable}));
}

void DisplayTest::brokenDescriptionsAreRefused_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("samples");
    QTest::addColumn<int>("photometric");
    const int gray = static_cast<int>(Photometric::Monochrome2);
    QTest::newRow("more columns than values") << 5 << 1 << gray;
    QTest::newRow("no columns") << 0 << 1 << gray;
    QTest::newRow("two samples a pixel") << 2 << 2 << gray;
    QTest::newRow("gray with three samples") << 1 << 3 << gray;
    QTest::newRow("palette without tables") << 3 << 1 << static_cast<int>(Photometric::Palette);
}

void DisplayTest::brokenDescriptionsAreRefused()
{
    QFETCH(int, width);
    QFETCH(int, samples);
    QFETCH(int, photometric);
    ImageData data = grayData<std::uint8_t>(width, 1, {1, 2, 3});
    data.stored.samplesPerPixel = samples;
    data.photometric = static_cast<Photometric>(photometric);
    const auto image = DecodedImage::create(std::move(data));
    QVERIFY(!image);
    QCOMPARE(image.error().code, ErrorCode::InvalidPixelDescription);
}

void DisplayTest::colourMapsAreFoundByName()
{
    for (const ColorMap map :
         {ColorMap::Gray, ColorMap::Cividis, ColorMap::Inferno, ColorMap::Jet}) {
        QCOMPARE(colorMapFromId(colorMapId(map)), std::optional(map));
    }
    QVERIFY(!colorMapFromId("rainbow"));
    // The safe maps become brighter all the way.
    const auto luma = [](Color8 c) {
        return 299 * c.red + 587 * c.green + 114 * c.blue;
    };
    for (const ColorMap map : {ColorMap::Cividis, ColorMap::Inferno}) {
        const ColorTable& table = colorTable(map);
        for (std::size_t i = 8; i < table.size(); i += 8) {
            QVERIFY(luma(table[i]) > luma(table[i - 8]));
        }
    }
}

QTEST_APPLESS_MAIN(DisplayTest)
#include "display_test.moc"
