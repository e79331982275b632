// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/image_header_p.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nefes::dicom {
namespace {

/// Row and column distances of an attribute, when both are positive.
std::optional<PixelSpacing> spacingOf(const Attributes& source, const DcmTagKey& tag,
                                      SpacingOrigin origin, bool& isUnusable)
{
    const std::vector<double> values = source.numbers(tag);
    const auto isPositive = [](double value) {
        return std::isfinite(value) && value > 0.0;
    };
    if (values.size() < 2 || !isPositive(values[0]) || !isPositive(values[1])) {
        isUnusable = isUnusable || !values.empty();
        return std::nullopt;
    }
    return PixelSpacing{values[0], values[1], origin};
}

bool isEqual(const PixelSpacing& a, const PixelSpacing& b)
{
    constexpr double tolerance = 1e-6;
    return std::abs(a.rowMm - b.rowMm) < tolerance && std::abs(a.columnMm - b.columnMm) < tolerance;
}

bool isLetters(const std::string& text)
{
    return !text.empty() && text.find_first_not_of("LRAPHF") == std::string::npos;
}

} // namespace

std::optional<PixelSpacing> readSpacing(const FrameAttributes& frame, bool& isUnusable)
{
    const Attributes source = frame.groupOrDataset(DCM_PixelMeasuresSequence);
    const Attributes& dataset = frame.dataset();
    const auto pixel = spacingOf(source, DCM_PixelSpacing, SpacingOrigin::Patient, isUnusable);
    auto detector = spacingOf(dataset, DCM_ImagerPixelSpacing, SpacingOrigin::Detector, isUnusable);
    // PS3.3 10.7.1.3: equal values say that nothing was calibrated.
    if (pixel && !(detector && isEqual(*pixel, *detector))) {
        return pixel;
    }
    if (!detector) {
        return spacingOf(dataset, DCM_NominalScannedPixelSpacing, SpacingOrigin::Detector,
                         isUnusable);
    }
    const double factor =
        dataset.number(DCM_EstimatedRadiographicMagnificationFactor).value_or(0.0);
    if (factor > 0.0) {
        detector->rowMm /= factor;
        detector->columnMm /= factor;
        detector->origin = SpacingOrigin::Magnified;
    }
    return detector;
}

double readPixelAspect(const Attributes& dataset, const std::optional<PixelSpacing>& spacing)
{
    if (spacing) {
        return spacing->rowMm / spacing->columnMm;
    }
    // PS3.3 C.7.6.3.1.7: vertical size, then horizontal size.
    const std::vector<double> ratio = dataset.numbers(DCM_PixelAspectRatio);
    return ratio.size() >= 2 && ratio[0] > 0.0 && ratio[1] > 0.0 ? ratio[0] / ratio[1] : 1.0;
}

Orientation readOrientation(const FrameAttributes& frame)
{
    const Attributes source = frame.groupOrDataset(DCM_PlaneOrientationSequence);
    const std::vector<double> cosines = source.numbers(DCM_ImageOrientationPatient);
    if (cosines.size() == 6) {
        if (!std::ranges::all_of(cosines, [](double value) { return std::isfinite(value); })) {
            return {};
        }
        return {directionLetters({cosines[0], cosines[1], cosines[2]}),
                directionLetters({cosines[3], cosines[4], cosines[5]})};
    }
    const std::string right = frame.dataset().textAt(DCM_PatientOrientation, 0);
    const std::string bottom = frame.dataset().textAt(DCM_PatientOrientation, 1);
    return {isLetters(right) ? right : std::string(), isLetters(bottom) ? bottom : std::string()};
}

std::optional<double> readFrameRate(const Attributes& dataset)
{
    // PS3.3 C.7.6.5: what the file recommends comes before how it was taken.
    for (const DcmTagKey& tag : {DCM_RecommendedDisplayFrameRate, DCM_CineRate}) {
        if (const auto rate = dataset.number(tag); rate && *rate > 0.0) {
            return rate;
        }
    }
    if (const auto milliseconds = dataset.number(DCM_FrameTime);
        milliseconds && *milliseconds > 0.0) {
        return 1000.0 / *milliseconds;
    }
    return std::nullopt;
}

std::optional<SlicePlacement> readPlacement(const Attributes& dataset)
{
    const std::vector<double> position = dataset.numbers(DCM_ImagePositionPatient);
    const std::vector<double> cosines = dataset.numbers(DCM_ImageOrientationPatient);
    if (position.size() != 3 || cosines.size() != 6) {
        return std::nullopt;
    }
    SlicePlacement placement;
    double length = 0.0;
    for (std::size_t i = 0; i < 3; ++i) {
        const std::size_t j = (i + 1) % 3;
        const std::size_t k = (i + 2) % 3;
        placement.normal[i] = cosines[j] * cosines[3 + k] - cosines[k] * cosines[3 + j];
        length += placement.normal[i] * placement.normal[i];
    }
    length = std::sqrt(length);
    constexpr double kShortest = 0.5; // rows and columns that are nearly parallel
    if (!std::isfinite(length) || length < kShortest) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < 3; ++i) {
        placement.normal[i] /= length;
        placement.positionMm += placement.normal[i] * position[i];
    }
    return std::isfinite(placement.positionMm) ? std::optional(placement) : std::nullopt;
}

} // namespace nefes::dicom
