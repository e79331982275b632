// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dicom/image_header_p.h"

#include <algorithm>

namespace nefes::dicom {
namespace {

constexpr std::size_t kMaxEntries = 65536;

VoiFunction functionOf(const std::string& name)
{
    if (name == "LINEAR_EXACT") {
        return VoiFunction::LinearExact;
    }
    return name == "SIGMOID" ? VoiFunction::Sigmoid : VoiFunction::Linear;
}

/// Entries of a table: one a word, or, for 8 bits in old files, two a word (PS3.3 C.11.1.1.1).
std::vector<std::uint16_t> entriesOf(const Attributes& item, const DcmTagKey& data,
                                     std::size_t count)
{
    const auto words = item.words(data);
    if (words.size() >= count) {
        return {words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count)};
    }
    if (words.size() * 2 < count) {
        return {words.begin(), words.end()}; // shorter than it says: the last entry repeats
    }
    std::vector<std::uint16_t> entries;
    entries.reserve(count + 1);
    for (const std::uint16_t word : words) {
        entries.push_back(word & 0xffU);
        entries.push_back(static_cast<std::uint16_t>(word >> 8U));
    }
    entries.resize(count);
    return entries;
}

} // namespace

std::optional<LookupTable> readLut(const Attributes& item, const DcmTagKey& descriptor,
                                   const DcmTagKey& data, bool isSignedInput)
{
    const auto count = item.integer(descriptor, 0);
    const auto first = item.integer(descriptor, 1);
    const auto bits = item.integer(descriptor, 2);
    if (!count || !first || !bits) {
        return std::nullopt;
    }
    LookupTable table;
    // PS3.3 C.11.1.1.1: the first value is US or SS as the input is; 0 entries means 65,536.
    const auto pattern = static_cast<std::uint16_t>(*first);
    table.firstMapped = isSignedInput ? static_cast<std::int16_t>(pattern) : pattern;
    table.bits = static_cast<int>(std::clamp<std::int64_t>(*bits, 8, 16));
    const auto number = static_cast<std::uint16_t>(*count);
    table.entries = entriesOf(item, data, number == 0 ? kMaxEntries : number);
    if (table.entries.empty()) {
        return std::nullopt;
    }
    // Descriptors that say fewer bits than the entries have.
    const std::uint16_t largest = *std::max_element(table.entries.begin(), table.entries.end());
    while (table.bits < 16 && largest >> static_cast<unsigned>(table.bits) != 0) {
        ++table.bits;
    }
    return table;
}

ModalityTransform readModality(const FrameAttributes& frame, bool isSigned)
{
    ModalityTransform modality;
    if (const auto item = frame.dataset().item(DCM_ModalityLUTSequence)) {
        modality.lut = readLut(*item, DCM_LUTDescriptor, DCM_LUTData, isSigned);
        if (modality.lut) {
            modality.lut->explanation = item->text(DCM_LUTExplanation);
            modality.unit = item->text(DCM_ModalityLUTType);
            return modality;
        }
    }
    const Attributes source = frame.groupOrDataset(DCM_PixelValueTransformationSequence);
    modality.slope = source.number(DCM_RescaleSlope).value_or(1.0);
    modality.intercept = source.number(DCM_RescaleIntercept).value_or(0.0);
    modality.unit = source.textAt(DCM_RescaleType, 0);
    return modality;
}

std::vector<VoiWindow> readWindows(const FrameAttributes& frame)
{
    const Attributes source = frame.groupOrDataset(DCM_FrameVOILUTSequence);
    const std::vector<double> centers = source.numbers(DCM_WindowCenter);
    const std::vector<double> widths = source.numbers(DCM_WindowWidth);
    const VoiFunction function = functionOf(source.textAt(DCM_VOILUTFunction, 0));
    std::vector<VoiWindow> windows;
    for (std::size_t i = 0; i < std::min(centers.size(), widths.size()); ++i) {
        windows.push_back(
            {centers[i], widths[i], function, source.textAt(DCM_WindowCenterWidthExplanation, i)});
    }
    return windows;
}

std::vector<LookupTable> readVoiLuts(const FrameAttributes& frame,
                                     const ModalityTransform& modality, bool isSigned)
{
    const Attributes& dataset = frame.dataset();
    const bool hasSignedInput =
        !modality.lut && (isSigned || modality.intercept < 0.0 || modality.slope < 0.0);
    std::vector<LookupTable> tables;
    for (std::size_t i = 0; i < dataset.itemCount(DCM_VOILUTSequence); ++i) {
        const auto item = dataset.item(DCM_VOILUTSequence, i);
        if (!item) {
            continue;
        }
        if (auto table = readLut(*item, DCM_LUTDescriptor, DCM_LUTData, hasSignedInput)) {
            table->explanation = item->text(DCM_LUTExplanation);
            tables.push_back(*std::move(table));
        }
    }
    return tables;
}

std::optional<IgnoredValues> readPadding(const Attributes& dataset, bool isSigned)
{
    const auto value = dataset.integer(DCM_PixelPaddingValue);
    if (!value) {
        return std::nullopt;
    }
    const auto limit = dataset.integer(DCM_PixelPaddingRangeLimit).value_or(*value);
    // US or SS as Pixel Representation says, but writers confuse the two.
    const auto meant = [isSigned](std::int64_t number) {
        const auto pattern = static_cast<std::uint16_t>(number);
        return isSigned ? static_cast<double>(static_cast<std::int16_t>(pattern))
                        : static_cast<double>(pattern);
    };
    const double a = meant(*value);
    const double b = meant(limit);
    return IgnoredValues{std::min(a, b), std::max(a, b)};
}

} // namespace nefes::dicom
