// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/inspection.h"

#include "core/base/digest.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <span>
#include <type_traits>
#include <utility>

namespace nefes {
namespace {

static_assert(std::endian::native == std::endian::little, "digests are over little-endian values");

template <class T>
using DigestValue = std::conditional_t<std::is_floating_point_v<T>, T, std::int32_t>;

/// Widens block by block, so that no second copy of the image is needed.
template <class T>
std::string digestOf(const std::vector<T>& samples)
{
    constexpr std::size_t block = 16384;
    Sha256 digest;
    std::vector<DigestValue<T>> wide;
    for (std::size_t begin = 0; begin < samples.size(); begin += block) {
        const auto part =
            std::span(samples).subspan(begin, std::min(block, samples.size() - begin));
        wide.resize(part.size());
        std::transform(part.begin(), part.end(), wide.begin(),
                       [](T value) { return static_cast<DigestValue<T>>(value); });
        digest.add(std::as_bytes(std::span(wide)));
    }
    return digest.finish();
}

template <class T>
std::array<double, 3> channelMeans(const std::vector<T>& samples)
{
    std::array<double, 3> sums = {};
    for (std::size_t i = 0; i + 2 < samples.size(); i += 3) {
        for (std::size_t channel = 0; channel < 3; ++channel) {
            sums[channel] += static_cast<double>(samples[i + channel]);
        }
    }
    for (double& sum : sums) {
        sum /= static_cast<double>(std::max<std::size_t>(samples.size() / 3, 1));
    }
    return sums;
}

template <class T>
ValueRange transformedRange(const std::vector<T>& samples, const ModalityTransform& modality)
{
    ValueRange range{std::numeric_limits<double>::infinity(),
                     -std::numeric_limits<double>::infinity(), 0.0};
    double sum = 0.0;
    for (const T sample : samples) {
        const double value = modality.apply(static_cast<double>(sample));
        range.min = std::min(range.min, value);
        range.max = std::max(range.max, value);
        sum += value;
    }
    range.mean = sum / static_cast<double>(samples.size());
    return range;
}

template <class T>
void put(nlohmann::ordered_json& object, const char* key, const std::optional<T>& value)
{
    if (value) {
        object[key] = *value;
    }
}

void put(nlohmann::ordered_json& object, const char* key, const std::string& value)
{
    if (!value.empty()) {
        object[key] = value;
    }
}

nlohmann::ordered_json toJson(const StoredStatistics& stored)
{
    nlohmann::ordered_json object = {{"min", stored.min},
                                     {"max", stored.max},
                                     {"mean", stored.mean},
                                     {"sha256", stored.sha256},
                                     {"rgb_mean", nullptr}};
    if (stored.rgbMean) {
        object["rgb_mean"] = *stored.rgbMean;
    }
    return object;
}

const char* kindName(FileInspection::Kind kind)
{
    switch (kind) {
    case FileInspection::Kind::Image:
        return "image";
    case FileInspection::Kind::NonImage:
        return "non_image";
    case FileInspection::Kind::Failed:
        break;
    }
    return "error";
}

} // namespace

StoredStatistics storedStatistics(const DecodedImage& image)
{
    const PixelBuffer& buffer = image.data().stored;
    const ValueRange range = valueRange(buffer).value_or(ValueRange{});
    StoredStatistics result{range.min, range.max, range.mean, {}, {}};
    result.sha256 =
        std::visit([](const auto& samples) { return digestOf(samples); }, buffer.samples);
    if (buffer.samplesPerPixel == 3) {
        result.rgbMean =
            std::visit([](const auto& samples) { return channelMeans(samples); }, buffer.samples);
    }
    return result;
}

std::optional<ValueRange> modalityStatistics(const DecodedImage& image)
{
    const ImageData& data = image.data();
    if (image.isColor()) {
        return std::nullopt;
    }
    if (!data.modality.lut) {
        // The transform is linear: the range of the stored values is enough.
        const auto range = valueRange(data.stored);
        if (!range) {
            return std::nullopt;
        }
        const double a = data.modality.apply(range->min);
        const double b = data.modality.apply(range->max);
        return ValueRange{std::min(a, b), std::max(a, b), data.modality.apply(range->mean)};
    }
    return std::visit(
        [&data](const auto& samples) { return transformedRange(samples, data.modality); },
        data.stored.samples);
}

nlohmann::ordered_json toJson(const FileInspection& inspection)
{
    nlohmann::ordered_json object = {{"path", inspection.path},
                                     {"kind", kindName(inspection.kind)}};
    if (inspection.kind == FileInspection::Kind::Failed) {
        object["error"] = {{"code", errorCodeName(inspection.error.code)},
                           {"message", inspection.error.detail}};
    }
    put(object, "format", inspection.format);
    put(object, "sop_class_uid", inspection.sopClassUid);
    put(object, "sop_class_name", inspection.sopClassName);
    put(object, "modality", inspection.modality);
    put(object, "transfer_syntax_uid", inspection.transferSyntaxUid);
    put(object, "photometric_interpretation", inspection.photometricInterpretation);
    put(object, "rows", inspection.rows);
    put(object, "columns", inspection.columns);
    put(object, "frames", inspection.frames);
    put(object, "samples_per_pixel", inspection.samplesPerPixel);
    put(object, "bits_allocated", inspection.bitsAllocated);
    put(object, "bits_stored", inspection.bitsStored);
    put(object, "pixel_representation", inspection.pixelRepresentation);
    put(object, "lossy", inspection.lossy);
    if (inspection.spacing) {
        object["pixel_spacing_mm"] = {inspection.spacing->rowMm, inspection.spacing->columnMm};
    }
    put(object, "patient_name", inspection.patientName);
    put(object, "patient_id", inspection.patientId);
    put(object, "study_date", inspection.studyDate);
    if (inspection.kind == FileInspection::Kind::Image) {
        object["frame"] = inspection.frame;
    }
    object["warnings"] = inspection.warnings;
    if (inspection.stored) {
        object["stored"] = toJson(*inspection.stored);
    }
    if (inspection.modalityValues) {
        object["modality_values"] = {{"min", inspection.modalityValues->min},
                                     {"max", inspection.modalityValues->max},
                                     {"mean", inspection.modalityValues->mean}};
    }
    return object;
}

std::vector<std::string> warningLines(const std::vector<ImageWarning>& warnings)
{
    std::vector<std::string> lines;
    lines.reserve(warnings.size());
    for (const ImageWarning warning : warnings) {
        lines.emplace_back(warningLine(warning));
    }
    return lines;
}

FileInspection failedInspection(std::string path, Error error)
{
    FileInspection inspection;
    inspection.path = std::move(path);
    inspection.kind = FileInspection::Kind::Failed;
    inspection.error = std::move(error);
    return inspection;
}

} // namespace nefes
