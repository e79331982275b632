// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/display.h"

#include "core/base/numeric.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <ranges>
#include <type_traits>

namespace nefes {
namespace {

/// LINEAR window whose black is at low and whose white is at high.
VoiWindow windowBetween(double low, double high)
{
    const double width = std::max(high - low + 1.0, 1.0);
    return {.center = low + width / 2.0, .width = width, .explanation = {}};
}

VoiWindow windowOfFractions(const DecodedImage& image, double lowFraction, double highFraction)
{
    const ImageData& data = image.data();
    const auto values = percentiles(data.stored, {lowFraction, highFraction}, data.padding);
    if (!values) {
        return windowBetween(0.0, 255.0);
    }
    const double a = data.modality.apply((*values)[0]);
    const double b = data.modality.apply((*values)[1]);
    // Values of floating point images may span less than one: LINEAR needs a width of one.
    if (const double span = std::abs(b - a); span > 0.0 && span < 2.0) {
        return {.center = (a + b) / 2.0,
                .width = span,
                .function = VoiFunction::LinearExact,
                .explanation = {}};
    }
    return windowBetween(std::min(a, b), std::max(a, b));
}

/// Stored values before the first have its gray, those after the last have its gray.
struct GrayRamp {
    int first = 0;
    int last = 0;
};

/// REQUIRES: gray(stored) never falls, or never rises, from `lowest` to `highest`.
template <class Gray>
GrayRamp rampOf(int lowest, int highest, const Gray& gray)
{
    const auto values = std::views::iota(lowest, highest + 1);
    const auto hasChanged = std::ranges::partition_point(
        values, [&gray, start = gray(lowest)](int stored) { return gray(stored) == start; });
    const auto isEnd = std::ranges::partition_point(
        values, [&gray, end = gray(highest)](int stored) { return gray(stored) != end; });
    return {.first = std::max(lowest, lowest + static_cast<int>(hasChanged - values.begin()) - 1),
            .last = std::min(highest, lowest + static_cast<int>(isEnd - values.begin()))};
}

bool isPlain8Bit(const ImageData& data)
{
    return std::holds_alternative<std::vector<std::uint8_t>>(data.stored.samples) &&
           data.bitsStored == 8 && !data.modality.lut && data.modality.slope == 1.0 &&
           data.modality.intercept == 0.0;
}

} // namespace

VoiSelection defaultVoi(const DecodedImage& image)
{
    const ImageData& data = image.data();
    if (image.isColor()) {
        return windowBetween(0.0, 255.0);
    }
    if (!data.voiLuts.empty()) {
        return VoiLutIndex{0};
    }
    if (!data.windows.empty()) {
        return data.windows.front();
    }
    if (isPlain8Bit(data)) {
        return windowBetween(0.0, 255.0);
    }
    return data.format == "dicom" ? autoWindow(image) : fullWindow(image);
}

VoiWindow autoWindow(const DecodedImage& image)
{
    return windowOfFractions(image, 0.01, 0.99);
}

VoiWindow fullWindow(const DecodedImage& image)
{
    return windowOfFractions(image, 0.0, 1.0);
}

const std::vector<WindowPreset>& windowPresets(std::string_view modality)
{
    static const std::vector<WindowPreset> ct = {
        {.id = "ct_lung", .center = -600.0, .width = 1500.0, .isRelative = false},
        {.id = "ct_mediastinum", .center = 40.0, .width = 400.0, .isRelative = false},
        {.id = "ct_bone", .center = 480.0, .width = 2500.0, .isRelative = false},
        {.id = "ct_brain", .center = 40.0, .width = 80.0, .isRelative = false},
        {.id = "ct_abdomen", .center = 60.0, .width = 400.0, .isRelative = false},
        {.id = "ct_liver", .center = 90.0, .width = 150.0, .isRelative = false},
    };
    static const std::vector<WindowPreset> projection = {
        {.id = "lung", .center = 0.35, .width = 0.7},
        {.id = "bone", .center = 0.75, .width = 0.6},
        {.id = "soft_tissue", .center = 0.55, .width = 0.9},
        {.id = "mediastinum", .center = 0.75, .width = 0.4},
        {.id = "lines_tubes", .center = 0.6, .width = 0.35},
    };
    return modality == "CT" ? ct : projection;
}

VoiWindow resolvePreset(const WindowPreset& preset, const DecodedImage& image)
{
    if (!preset.isRelative) {
        return {.center = preset.center, .width = preset.width, .explanation = {}};
    }
    const VoiWindow range = autoWindow(image);
    const double low = range.center - range.width / 2.0;
    // In an inverted image small values are bright: the fractions count from the dark end.
    const double center = image.data().inverted ? 1.0 - preset.center : preset.center;
    return {.center = low + center * range.width,
            .width = std::max(preset.width * range.width,
                              range.function == VoiFunction::Linear ? 1.0 : 1e-9),
            .function = range.function,
            .explanation = {}};
}

const LookupTable* selectedLut(const VoiSelection& voi, const DecodedImage& image)
{
    if (const auto* shared = std::get_if<SharedVoiLut>(&voi)) {
        return shared->get();
    }
    const auto* index = std::get_if<VoiLutIndex>(&voi);
    const std::vector<LookupTable>& luts = image.data().voiLuts;
    return index != nullptr && index->index < luts.size() ? &luts[index->index] : nullptr;
}

ToneTable::ToneTable(const DecodedImage& image, const DisplaySettings& settings)
    : m_modality(settings.modality ? *settings.modality : image.data().modality)
    , m_voi(settings.voi)
    , m_inverted(settings.inverted != (image.data().inverted && !image.isColor()))
{
    if (const LookupTable* lut = selectedLut(m_voi, image)) {
        m_lut = *lut;
    }
    if (image.isColor()) {
        // Colours have 8 bits by the time they are toned, and no modality transform.
        m_modality = {};
        m_entries.resize(256);
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            m_entries[i] = compute(static_cast<double>(i));
        }
        return;
    }
    std::visit(
        [this](const auto& values) {
            using T = typename std::decay_t<decltype(values)>::value_type;
            if constexpr (std::is_integral_v<T> && sizeof(T) <= 2) {
                // Through a window, gray rises or falls from one end to the other: what is darker
                // or brighter than the window, most of a 16-bit range, need not be computed.
                const bool isMonotonic =
                    std::holds_alternative<VoiWindow>(m_voi) && !m_modality.lut;
                const auto gray = [this](int stored) {
                    return compute(stored);
                };
                const GrayRamp ramp =
                    isMonotonic
                        ? rampOf(std::numeric_limits<T>::min(), std::numeric_limits<T>::max(), gray)
                        : GrayRamp{std::numeric_limits<T>::min(), std::numeric_limits<T>::max()};
                m_entries.resize(std::size_t{1} << (8 * sizeof(T)), gray(ramp.first));
                const auto entry = [this](int stored) -> std::uint8_t& {
                    return m_entries[static_cast<std::make_unsigned_t<T>>(stored)];
                };
                for (int stored = ramp.first; stored <= ramp.last; ++stored) {
                    entry(stored) = gray(stored);
                }
                const std::uint8_t after = gray(ramp.last);
                for (int stored = ramp.last + 1; stored <= std::numeric_limits<T>::max();
                     ++stored) {
                    entry(stored) = after;
                }
            }
        },
        image.data().stored.samples);
}

std::uint8_t ToneTable::compute(double stored) const
{
    const double value = m_modality.apply(stored);
    double level = 0.0;
    if (const auto* window = std::get_if<VoiWindow>(&m_voi)) {
        level = window->apply(value);
    } else if (m_lut) {
        const double white = std::exp2(m_lut->bits) - 1.0;
        level = std::min(1.0, static_cast<double>(m_lut->at(value)) / white);
    }
    const auto gray = saturate<std::uint8_t>(level * 255.0);
    return m_inverted ? static_cast<std::uint8_t>(255 - gray) : gray;
}

std::uint8_t ToneTable::at(double stored) const
{
    return compute(stored);
}

} // namespace nefes
