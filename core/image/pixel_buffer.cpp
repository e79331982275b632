// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/pixel_buffer.h"

#include "core/base/numeric.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <type_traits>

namespace nefes {
namespace {

constexpr std::size_t kHistogramBins = 65536;

template <class T>
constexpr bool kIsSmall = std::is_integral_v<T> && sizeof(T) <= 2;

bool isIgnored(double value, const std::optional<IgnoredValues>& ignored)
{
    return ignored && value >= ignored->low && value <= ignored->high;
}

/// Counts of every value of an 8- or 16-bit type; bin 0 is the smallest value of the type.
template <class T>
std::vector<std::uint64_t> countValues(const std::vector<T>& samples)
{
    std::vector<std::uint64_t> counts(std::size_t{1} << (8 * sizeof(T)));
    constexpr int offset = -static_cast<int>(std::numeric_limits<T>::min());
    for (const T sample : samples) {
        ++counts[static_cast<std::size_t>(std::ptrdiff_t{sample} + offset)];
    }
    return counts;
}

template <class T>
std::vector<std::uint64_t> countValues(const std::vector<T>& samples,
                                       const std::optional<IgnoredValues>& ignored)
{
    std::vector<std::uint64_t> counts = countValues(samples);
    constexpr int offset = -static_cast<int>(std::numeric_limits<T>::min());
    for (std::size_t bin = 0; ignored && bin < counts.size(); ++bin) {
        if (isIgnored(static_cast<double>(static_cast<int>(bin) - offset), ignored)) {
            counts[bin] = 0;
        }
    }
    return counts;
}

/// Smallest and largest value, sum and number of samples that count.
struct Totals {
    std::int32_t min = std::numeric_limits<std::int32_t>::max();
    std::int32_t max = std::numeric_limits<std::int32_t>::min();
    std::int64_t sum = 0;
    std::uint64_t count = 0;

    void add(const Totals& other)
    {
        min = std::min(min, other.min);
        max = std::max(max, other.max);
        sum += other.sum;
        count += other.count;
    }
};

/// A fixed number of samples, so that the compiler uses vector instructions: 32 bits hold the sum.
constexpr std::size_t kBlock = 4096;

template <class T>
Totals blockTotals(const T* samples)
{
    std::int32_t min = samples[0];
    std::int32_t max = samples[0];
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
        const std::int32_t value = samples[i];
        min = value < min ? value : min;
        max = value > max ? value : max;
        sum += value;
    }
    return {min, max, sum, kBlock};
}

template <class T>
Totals plainTotals(std::span<const T> samples)
{
    Totals totals;
    for (; samples.size() >= kBlock; samples = samples.subspan(kBlock)) {
        totals.add(blockTotals(samples.data()));
    }
    for (const T sample : samples) {
        totals.add({sample, sample, sample, 1});
    }
    return totals;
}

template <class T>
std::optional<ValueRange> smallRange(const std::vector<T>& samples,
                                     const std::optional<IgnoredValues>& ignored)
{
    Totals totals;
    if (ignored) {
        for (const T sample : samples) {
            if (!isIgnored(sample, ignored)) {
                totals.add({sample, sample, sample, 1});
            }
        }
    } else {
        totals = plainTotals(std::span(samples));
    }
    if (totals.count == 0) {
        return std::nullopt;
    }
    return ValueRange{static_cast<double>(totals.min), static_cast<double>(totals.max),
                      static_cast<double>(totals.sum) / static_cast<double>(totals.count)};
}

template <class T>
std::optional<ValueRange> wideRange(const std::vector<T>& samples,
                                    const std::optional<IgnoredValues>& ignored)
{
    std::optional<ValueRange> range;
    double sum = 0.0;
    std::uint64_t total = 0;
    for (const T sample : samples) {
        const auto value = static_cast<double>(sample);
        if (!std::isfinite(value) || isIgnored(value, ignored)) {
            continue;
        }
        if (!range) {
            range = ValueRange{value, value, 0.0};
        }
        range->min = std::min(range->min, value);
        range->max = std::max(range->max, value);
        sum += value;
        ++total;
    }
    if (range) {
        range->mean = sum / static_cast<double>(total);
    }
    return range;
}

/// Values at fractions of the sorted samples, from counts over bins of equal width.
std::vector<double> valuesAt(const std::vector<std::uint64_t>& counts, double low, double binWidth,
                             const std::vector<double>& fractions)
{
    std::uint64_t total = 0;
    for (const std::uint64_t count : counts) {
        total += count;
    }
    std::vector<double> values;
    values.reserve(fractions.size());
    for (const double fraction : fractions) {
        const double rank = std::clamp(fraction, 0.0, 1.0) * static_cast<double>(total - 1);
        std::uint64_t before = 0;
        std::size_t bin = 0;
        while (bin + 1 < counts.size() && static_cast<double>(before + counts[bin]) <= rank) {
            before += counts[bin];
            ++bin;
        }
        values.push_back(low + static_cast<double>(bin) * binWidth);
    }
    return values;
}

template <class T>
std::vector<std::uint64_t> wideHistogram(const std::vector<T>& samples, const ValueRange& range,
                                         const std::optional<IgnoredValues>& ignored)
{
    std::vector<std::uint64_t> counts(kHistogramBins);
    const double scale = range.max > range.min
                             ? static_cast<double>(kHistogramBins - 1) / (range.max - range.min)
                             : 0.0;
    for (const T sample : samples) {
        const auto value = static_cast<double>(sample);
        if (std::isfinite(value) && !isIgnored(value, ignored)) {
            ++counts[static_cast<std::size_t>((value - range.min) * scale)];
        }
    }
    return counts;
}

} // namespace

std::size_t PixelBuffer::sampleCount() const
{
    return std::visit([](const auto& values) { return values.size(); }, samples);
}

std::size_t PixelBuffer::byteCount() const
{
    return std::visit([](const auto& values) { return values.size() * sizeof(values[0]); },
                      samples);
}

bool PixelBuffer::isConsistent() const
{
    if (width < 1 || height < 1 || (samplesPerPixel != 1 && samplesPerPixel != 3)) {
        return false;
    }
    return sampleCount() == narrow<std::size_t>(width) * narrow<std::size_t>(height) *
                                narrow<std::size_t>(samplesPerPixel);
}

std::optional<ValueRange> valueRange(const PixelBuffer& buffer,
                                     const std::optional<IgnoredValues>& ignored)
{
    return std::visit(
        [&ignored](const auto& values) {
            using T = typename std::decay_t<decltype(values)>::value_type;
            if constexpr (kIsSmall<T>) {
                return smallRange(values, ignored);
            } else {
                return wideRange(values, ignored);
            }
        },
        buffer.samples);
}

std::optional<std::vector<double>> percentiles(const PixelBuffer& buffer,
                                               const std::vector<double>& fractions,
                                               const std::optional<IgnoredValues>& ignored)
{
    const std::optional<ValueRange> range = valueRange(buffer, ignored);
    if (!range) {
        return std::nullopt;
    }
    return std::visit(
        [&](const auto& values) {
            using T = typename std::decay_t<decltype(values)>::value_type;
            if constexpr (kIsSmall<T>) {
                return valuesAt(countValues(values, ignored),
                                static_cast<double>(std::numeric_limits<T>::min()), 1.0, fractions);
            } else {
                const double binWidth =
                    (range->max - range->min) / static_cast<double>(kHistogramBins - 1);
                return valuesAt(wideHistogram(values, *range, ignored), range->min, binWidth,
                                fractions);
            }
        },
        buffer.samples);
}

} // namespace nefes
