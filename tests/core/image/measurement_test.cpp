// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/measurement.h"

#include "core/image/histogram.h"

#include <QtTest>

#include <cmath>
#include <numbers>

using namespace nefes;

namespace {

using Points = std::vector<PointPx>;

/// 4 × 3 pixels with the values 0 … 11 by rows, which are −100 … −89 after the modality transform.
ImageData smallData()
{
    ImageData data;
    std::vector<std::int16_t> values(12);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<std::int16_t>(i);
    }
    data.stored = {.width = 4, .height = 3, .samples = std::move(values)};
    data.bitsStored = 16;
    data.modality.intercept = -100.0;
    return data;
}

ImagePtr imageOf(ImageData data)
{
    return DecodedImage::create(std::move(data)).value();
}

/// Twice as high as wide: 0.5 mm across, 1 mm down.
ImagePtr smallImage()
{
    ImageData data = smallData();
    data.spacing = PixelSpacing{.rowMm = 1.0, .columnMm = 0.5, .origin = SpacingOrigin::Calibrated};
    return imageOf(std::move(data));
}

} // namespace

Q_DECLARE_METATYPE(nefes::Measurement)
Q_DECLARE_METATYPE(Points)

class MeasurementTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasANameAndItsPoints();
    void linesAndAngles_data();
    void linesAndAngles();
    void regionsCountThePixelsInside_data();
    void regionsCountThePixelsInside();
    void aRegionBesideTheImageIsEmpty();
    void colourIsMeasuredAsLuma();
    void aProbeReadsOnePixel_data();
    void aProbeReadsOnePixel();
    void theCardiothoracicRatioIsOfTransverseDiameters_data();
    void theCardiothoracicRatioIsOfTransverseDiameters();
    void theCardiothoracicRatioNeedsAThorax();
    void withoutASpacingLengthsAreInPixels();
    void aKnownLengthCalibrates();
    void aHistogramCountsWhatCounts();
    void aFlatImageFillsOneBin();
    void anImageOfPaddingHasNoHistogram();
    void aHistogramOfColourIsThatOfItsLuma();
};

void MeasurementTest::everyKindHasANameAndItsPoints()
{
    for (const auto kind :
         {MeasurementKind::Length, MeasurementKind::Angle, MeasurementKind::CobbAngle,
          MeasurementKind::Rectangle, MeasurementKind::Ellipse,
          MeasurementKind::CardiothoracicRatio, MeasurementKind::Freehand, MeasurementKind::Probe,
          MeasurementKind::Text, MeasurementKind::Arrow}) {
        QVERIFY(measurementKindFromName(measurementKindName(kind)) == kind);
        const std::size_t needed = pointCount(kind);
        QVERIFY(isFinished({kind, Points(needed)}));
        QVERIFY(!isFinished({kind, Points(needed - 1)}));
        // A closed line may have any number of corners.
        QCOMPARE(isFinished({kind, Points(needed + 1)}), kind == MeasurementKind::Freehand);
    }
    QVERIFY(!measurementKindFromName("circle"));
}

void MeasurementTest::linesAndAngles_data()
{
    QTest::addColumn<Measurement>("drawing");
    QTest::addColumn<double>("length"); // −1: none
    QTest::addColumn<double>("degrees");
    const auto row = [](const char* name, MeasurementKind kind, const Points& points, double length,
                        double degrees) {
        QTest::newRow(name) << Measurement{kind, points} << length << degrees;
    };
    // 6 pixels of 0.5 mm across and 4 of 1 mm down: 3 and 4 mm.
    row("a length in millimetres", MeasurementKind::Length, {{1, 1}, {7, 5}}, 5.0, -1.0);
    row("a right angle", MeasurementKind::Angle, {{0, 0}, {0, 5}, {3, 5}}, -1.0, 90.0);
    row("equal millimetres make 45 degrees", MeasurementKind::Angle, {{2, 0}, {0, 0}, {2, 1}}, -1.0,
        45.0);
    row("a leg without length has no angle", MeasurementKind::Angle, {{1, 1}, {1, 1}, {2, 1}}, -1.0,
        0.0);
    row("a straight line", MeasurementKind::Angle, {{0, 0}, {1, 0}, {2, 0}}, -1.0, 180.0);
    row("lines that run the other way", MeasurementKind::CobbAngle,
        {{0, 0}, {2, 0}, {2, 1}, {0, 0}}, -1.0, 45.0);
    row("parallel lines", MeasurementKind::CobbAngle, {{0, 0}, {4, 2}, {1, 0}, {5, 2}}, -1.0, 0.0);
    row("an arrow says nothing", MeasurementKind::Arrow, {{0, 0}, {4, 2}}, -1.0, -1.0);
    row("neither does a text", MeasurementKind::Text, {{0, 0}}, -1.0, -1.0);
}

void MeasurementTest::linesAndAngles()
{
    QFETCH(const Measurement, drawing);
    QFETCH(const double, length);
    QFETCH(const double, degrees);
    const MeasuredValues values = measure(*smallImage(), drawing);
    QCOMPARE(values.length.value_or(-1.0), length);
    QCOMPARE(values.angleDegrees.value_or(-1.0), degrees);
    QVERIFY(!values.area && !values.value && !values.statistics);
}

void MeasurementTest::regionsCountThePixelsInside_data()
{
    QTest::addColumn<Measurement>("region");
    QTest::addColumn<double>("area"); // mm²
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("deviation");
    QTest::addColumn<double>("median");
    const auto row = [](const char* name, MeasurementKind kind, const Points& points, double area,
                        int count, double mean, double deviation, double median) {
        QTest::newRow(name) << Measurement{kind, points} << area << count << mean << deviation
                            << median;
    };
    // Values −100, −99, −96, −95: the sum of squares about −97.5 is 17.
    row("a rectangle of whole pixels", MeasurementKind::Rectangle, {{0, 0}, {2, 2}}, 2.0, 4, -97.5,
        std::sqrt(17.0 / 3.0), -97.5);
    row("drawn from the other corner", MeasurementKind::Rectangle, {{2, 2}, {0, 0}}, 2.0, 4, -97.5,
        std::sqrt(17.0 / 3.0), -97.5);
    row("a pixel counts by its centre", MeasurementKind::Rectangle, {{0.4, 0.4}, {1.4, 1.4}}, 0.5,
        1, -100.0, 0.0, -100.0);
    row("more than the image has", MeasurementKind::Rectangle, {{-9, -9}, {9, 9}}, 162.0, 12, -94.5,
        std::sqrt(13.0), -94.5);
    // All of the image but for its corners: 1 2, 4 5 6 7, 9 10.
    row("an ellipse", MeasurementKind::Ellipse, {{0, 0}, {4, 3}}, 1.5 * std::numbers::pi, 8, -94.5,
        std::sqrt(10.0), -94.5);
    // Below a diagonal: 4, 8 9.
    row("a closed line", MeasurementKind::Freehand, {{0, 0.2}, {3, 3.2}, {0, 3.2}}, 2.25, 3, -93.0,
        std::sqrt(7.0), -92.0);
}

void MeasurementTest::regionsCountThePixelsInside()
{
    QFETCH(const Measurement, region);
    QFETCH(const double, area);
    QFETCH(const int, count);
    QFETCH(const double, mean);
    QFETCH(const double, deviation);
    QFETCH(const double, median);
    const MeasuredValues values = measure(*smallImage(), region);
    QVERIFY(values.area && values.statistics);
    QCOMPARE(*values.area, area);
    QCOMPARE(static_cast<int>(values.statistics->count), count);
    QCOMPARE(values.statistics->mean, mean);
    QCOMPARE(values.statistics->standardDeviation, deviation);
    QCOMPARE(values.statistics->median, median);
}

void MeasurementTest::aRegionBesideTheImageIsEmpty()
{
    const RegionStatistics statistics =
        regionStatistics(*smallImage(), {MeasurementKind::Ellipse, {{10, 10}, {14, 12}}});
    QCOMPARE(statistics.count, std::size_t{0});
    QCOMPARE(statistics.mean, 0.0);
    QCOMPARE(statistics.max, 0.0);
}

void MeasurementTest::colourIsMeasuredAsLuma()
{
    ImageData data;
    data.stored = {.width = 2,
                   .height = 1,
                   .samplesPerPixel = 3,
                   .samples = std::vector<std::uint8_t>{255, 0, 0, 0, 0, 255}};
    data.photometric = Photometric::Rgb;
    const ImagePtr image = imageOf(std::move(data));
    const RegionStatistics both =
        regionStatistics(*image, {MeasurementKind::Rectangle, {{0, 0}, {2, 1}}});
    QCOMPARE(both.max, 0.299 * 255.0);
    QCOMPARE(both.min, 0.114 * 255.0);
    QCOMPARE(*measure(*image, {MeasurementKind::Probe, {{1.5, 0.5}}}).value, 0.114 * 255.0);
}

void MeasurementTest::aProbeReadsOnePixel_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::addColumn<double>("value"); // 0: none
    QTest::newRow("the first") << 0.0 << 0.0 << -100.0;
    QTest::newRow("the last") << 3.99 << 2.99 << -89.0;
    QTest::newRow("left of the image") << -0.1 << 0.5 << 0.0;
    QTest::newRow("below it") << 1.0 << 3.0 << 0.0;
}

void MeasurementTest::aProbeReadsOnePixel()
{
    QFETCH(const double, x);
    QFETCH(const double, y);
    QFETCH(const double, value);
    QCOMPARE(measure(*smallImage(), {MeasurementKind::Probe, {{x, y}}}).value.value_or(0.0), value);
}

void MeasurementTest::theCardiothoracicRatioIsOfTransverseDiameters_data()
{
    QTest::addColumn<Points>("points");
    QTest::addColumn<double>("heart"); // mm
    QTest::addColumn<double>("thorax");
    // 0.5 mm across, 1 mm down.
    QTest::newRow("level lines") << Points{{1, 1}, {3, 1}, {0, 2}, {4, 2}} << 1.0 << 2.0;
    QTest::newRow("a heart line that climbs")
        << Points{{1, 3}, {3, 0}, {0, 2}, {4, 2}} << 1.0 << 2.0;
    QTest::newRow("drawn from the left of the patient")
        << Points{{3, 0}, {1, 3}, {4, 2}, {0, 2}} << 1.0 << 2.0;
    QTest::newRow("a line of the thorax that climbs")
        << Points{{1, 1}, {3, 1}, {0, 1}, {4, 2}} << 1.0 << 2.0;
    QTest::newRow("a film on its side") << Points{{1, 0}, {3, 1}, {2, 0}, {2, 4}} << 1.0 << 4.0;
}

void MeasurementTest::theCardiothoracicRatioIsOfTransverseDiameters()
{
    QFETCH(const Points, points);
    QFETCH(const double, heart);
    QFETCH(const double, thorax);
    const MeasuredValues values =
        measure(*smallImage(), {MeasurementKind::CardiothoracicRatio, points});
    QCOMPARE(values.length.value_or(0.0), heart);
    QCOMPARE(values.thorax.value_or(0.0), thorax);
    QCOMPARE(values.ratio.value_or(0.0), heart / thorax);
}

void MeasurementTest::theCardiothoracicRatioNeedsAThorax()
{
    const Measurement heart{MeasurementKind::CardiothoracicRatio, {{1, 1}, {2, 1}, {0, 2}, {4, 2}}};
    const MeasuredValues values = measure(*smallImage(), heart);
    QCOMPARE(*values.length, 0.5);
    QCOMPARE(*values.ratio, 0.25);
    const Measurement without{MeasurementKind::CardiothoracicRatio,
                              {{1, 1}, {2, 1}, {3, 2}, {3, 2}}};
    QVERIFY(!measure(*smallImage(), without).ratio);
}

void MeasurementTest::withoutASpacingLengthsAreInPixels()
{
    ImageData data = smallData();
    data.pixelAspect = 2.0;
    const ImagePtr image = imageOf(std::move(data));
    const Measurement down{MeasurementKind::Length, {{0, 0}, {0, 2}}};
    QCOMPARE(*measure(*image, down).length, 4.0); // in widths of a pixel
    const PixelSpacing byHand{.rowMm = 0.3, .columnMm = 0.2, .origin = SpacingOrigin::Calibrated};
    QCOMPARE(*measure(*image, down, byHand).length, 0.6);
}

void MeasurementTest::aKnownLengthCalibrates()
{
    const ImagePtr image = smallImage();
    // 3 mm that are said to be 6: all spacings double.
    const auto spacing = calibrate(*image, {0, 0}, {6, 0}, 6.0);
    QVERIFY(spacing.has_value());
    QCOMPARE(spacing->columnMm, 1.0);
    QCOMPARE(spacing->rowMm, 2.0);
    QVERIFY(spacing->origin == SpacingOrigin::Calibrated);
    QVERIFY(!calibrate(*image, {1, 1}, {1, 1}, 6.0));
    QVERIFY(!calibrate(*image, {0, 0}, {6, 0}, 0.0));
    QVERIFY(!calibrate(*image, {0, 0}, {6, 0}, -1.0));
}

void MeasurementTest::aHistogramCountsWhatCounts()
{
    ImageData data = smallData();
    data.padding = IgnoredValues{.low = 10.0, .high = 11.0};
    const Histogram counted = histogram(*imageOf(std::move(data)), 3);
    QCOMPARE(counted.low, -100.0);
    QCOMPARE(counted.high, -91.0);
    // Bins of 3: −100 to −98, −97 to −95, −94 to −91 (the highest belongs to the last).
    QVERIFY(counted.counts == (std::vector<std::size_t>{3, 3, 4}));
}

void MeasurementTest::aFlatImageFillsOneBin()
{
    ImageData data = smallData();
    data.stored.samples = std::vector<std::int16_t>(12, 7);
    const Histogram counted = histogram(*imageOf(std::move(data)), 2);
    QCOMPARE(counted.low, counted.high);
    QVERIFY(counted.counts == (std::vector<std::size_t>{12, 0}));
}

void MeasurementTest::anImageOfPaddingHasNoHistogram()
{
    ImageData data = smallData();
    data.padding = IgnoredValues{.low = 0.0, .high = 11.0};
    QVERIFY(histogram(*imageOf(std::move(data)), 4).counts.empty());
}

void MeasurementTest::aHistogramOfColourIsThatOfItsLuma()
{
    ImageData data;
    data.stored = {.width = 2,
                   .height = 1,
                   .samplesPerPixel = 3,
                   .samples = std::vector<std::uint8_t>{0, 0, 0, 0, 200, 0}};
    data.photometric = Photometric::Rgb;
    const Histogram counted = histogram(*imageOf(std::move(data)), 2);
    QCOMPARE(counted.high, 0.587 * 200.0);
    QVERIFY(counted.counts == (std::vector<std::size_t>{1, 1}));
}

QTEST_APPLESS_MAIN(MeasurementTest)
#include "measurement_test.moc"
