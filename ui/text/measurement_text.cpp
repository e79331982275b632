// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/measurement_text.h"

#include "ui/text/format.h"
#include "ui/viewer/overlay.h"

#include <QCoreApplication>

#include <fmt/format.h>

#include <cmath>

namespace nefes::ui {

namespace {

/// The translation context of these texts.
struct Measuring {
    Q_DECLARE_TR_FUNCTIONS(Measuring)
};

/// Lengths in pixels are whole at best; millimetres are read to a tenth.
int lengthDecimals(const std::optional<PixelSpacing>& spacing)
{
    return spacing ? 1 : 0;
}

QString valueText(const DecodedImage& image, double value)
{
    const QString number = numberText(value, std::abs(value) < 10.0 ? 2 : 1);
    const std::string& unit = image.data().modality.unit;
    return unit.empty() || unit == "US"
               ? number
               : Measuring::tr("%1 %2", "value and unit").arg(number, fromUtf8(unit));
}

QStringList statisticsLines(const DecodedImage& image, const RegionStatistics& values)
{
    if (values.count == 0) {
        return {Measuring::tr("no pixel inside")};
    }
    return {Measuring::tr("mean %1, SD %2")
                .arg(valueText(image, values.mean), valueText(image, values.standardDeviation)),
            Measuring::tr("min %1, median %2, max %3")
                .arg(valueText(image, values.min), valueText(image, values.median),
                     valueText(image, values.max))};
}

/// A field of RFC 4180, quoted where it must be.
std::string quoted(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string field = "\"";
    for (const char letter : text) {
        field += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return field + '"';
}

std::string unitName(const std::optional<PixelSpacing>& spacing)
{
    if (!spacing) {
        return "px";
    }
    switch (spacing->origin) {
    case SpacingOrigin::Detector:
        return "mm_detector";
    case SpacingOrigin::Magnified:
        return "mm_magnification_corrected";
    case SpacingOrigin::Calibrated:
        return "mm_calibrated";
    case SpacingOrigin::Patient:
        break;
    }
    return "mm";
}

} // namespace

QString measurementKindText(MeasurementKind kind)
{
    switch (kind) {
    case MeasurementKind::Length:
        return Measuring::tr("Length");
    case MeasurementKind::Angle:
        return Measuring::tr("Angle");
    case MeasurementKind::CobbAngle:
        return Measuring::tr("Cobb angle");
    case MeasurementKind::Rectangle:
        return Measuring::tr("Rectangle");
    case MeasurementKind::Ellipse:
        return Measuring::tr("Ellipse");
    case MeasurementKind::CardiothoracicRatio:
        return Measuring::tr("Cardiothoracic ratio");
    case MeasurementKind::Freehand:
        return Measuring::tr("Freehand region");
    case MeasurementKind::Probe:
        return Measuring::tr("Point value");
    case MeasurementKind::Text:
        return Measuring::tr("Text");
    case MeasurementKind::Arrow:
        return Measuring::tr("Arrow");
    }
    return {};
}

QStringList measurementLines(const DecodedImage& image, const Measurement& measurement,
                             const std::optional<PixelSpacing>& calibration)
{
    const MeasuredValues values = measure(image, measurement, calibration);
    const std::optional<PixelSpacing>& spacing = calibration ? calibration : image.data().spacing;
    const QString unit = lengthUnitText(spacing);
    const int decimals = lengthDecimals(spacing);
    QStringList lines;
    if (!measurement.text.empty()) {
        lines.append(fromUtf8(measurement.text));
    }
    if (measurement.kind == MeasurementKind::Probe) {
        return {values.value ? valueText(image, *values.value)
                             : Measuring::tr("outside the image")};
    }
    if (measurement.kind == MeasurementKind::CardiothoracicRatio) {
        const auto width = [&](const std::optional<double>& length) {
            return Measuring::tr("%1 %2", "length and unit")
                .arg(numberText(length.value_or(0.0), decimals), unit);
        };
        return {values.ratio ? Measuring::tr("CTR %1").arg(numberText(*values.ratio, 2))
                             : Measuring::tr("CTR –"),
                Measuring::tr("heart %1", "its width, with the unit").arg(width(values.length)),
                Measuring::tr("thorax %1", "its width, with the unit").arg(width(values.thorax))};
    }
    if (values.angleDegrees) {
        lines.append(Measuring::tr("%1°", "angle").arg(numberText(*values.angleDegrees, 1)));
    }
    if (values.length) {
        lines.append(Measuring::tr("%1 %2", "length and unit")
                         .arg(numberText(*values.length, decimals), unit));
    }
    if (values.area) {
        const QString square =
            spacing ? QString(unit).replace(QStringLiteral("mm"), QStringLiteral("mm²"))
                    : Measuring::tr("px²");
        lines.append(Measuring::tr("%1 %2", "area and unit")
                         .arg(numberText(*values.area, decimals), square));
    }
    if (values.statistics) {
        lines += statisticsLines(image, *values.statistics);
    }
    return lines;
}

std::string measurementCsv(const DecodedImage& image, std::span<const Measurement> measurements,
                           const std::optional<PixelSpacing>& calibration)
{
    const std::string unit = unitName(calibration ? calibration : image.data().spacing);
    const auto number = [](const std::optional<double>& value) {
        return value ? fmt::format("{:.6g}", *value) : std::string();
    };
    std::string table = "kind,length,length_unit,angle_degrees,ratio,area,area_unit,pixels,mean,"
                        "standard_deviation,minimum,median,maximum,text\n";
    for (const Measurement& measurement : measurements) {
        const MeasuredValues values = measure(image, measurement, calibration);
        table += fmt::format("{},{},{},{},{},{},{},", measurementKindName(measurement.kind),
                             number(values.length), values.length ? unit : "",
                             number(values.angleDegrees), number(values.ratio), number(values.area),
                             values.area ? unit + "^2" : "");
        if (const auto& s = values.statistics) {
            table += fmt::format("{},{:.6g},{:.6g},{:.6g},{:.6g},{:.6g},", s->count, s->mean,
                                 s->standardDeviation, s->min, s->median, s->max);
        } else if (values.value) {
            table += fmt::format("1,{:.6g},,,,,", *values.value);
        } else {
            table += ",,,,,,";
        }
        table += quoted(measurement.text) + '\n';
    }
    return table;
}

} // namespace nefes::ui
