// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/histogram.h"

#include "core/base/assert.h"

#include <algorithm>
#include <cmath>
#include <variant>

namespace nefes {

namespace {

/// Calls add(value) for every value that counts.
template <class Add>
void forEachValue(const DecodedImage& image, Add&& add)
{
    const ImageData& data = image.data();
    std::visit(
        [&](const auto& values) {
            if (data.photometric == Photometric::Rgb) {
                for (std::size_t i = 0; i + 2 < values.size(); i += 3) {
                    add(0.299 * static_cast<double>(values[i]) +
                        0.587 * static_cast<double>(values[i + 1]) +
                        0.114 * static_cast<double>(values[i + 2]));
                }
                return;
            }
            for (const auto stored : values) {
                const auto value = static_cast<double>(stored);
                const bool isPadding =
                    data.padding && value >= data.padding->low && value <= data.padding->high;
                if (!isPadding && std::isfinite(value)) {
                    add(data.modality.apply(value));
                }
            }
        },
        data.stored.samples);
}

} // namespace

Histogram histogram(const DecodedImage& image, std::size_t bins)
{
    NEFES_ASSERT(bins >= 1);
    Histogram result;
    bool isFirst = true;
    forEachValue(image, [&](double value) {
        result.low = isFirst ? value : std::min(result.low, value);
        result.high = isFirst ? value : std::max(result.high, value);
        isFirst = false;
    });
    if (isFirst) {
        return result;
    }
    result.counts.assign(bins, 0);
    const double scale =
        result.high > result.low ? static_cast<double>(bins) / (result.high - result.low) : 0.0;
    forEachValue(image, [&](double value) {
        const auto bin = static_cast<std::size_t>((value - result.low) * scale);
        ++result.counts[std::min(bin, bins - 1)];
    });
    return result;
}

} // namespace nefes
