// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/assert.h"

#include <concepts>
#include <cstdint>
#include <limits>
#include <utility>

namespace nefes {

/// Conversion between integer types that must keep the value; asserts that it does.
template <std::integral To, std::integral From>
[[nodiscard]] constexpr To narrow(From value)
{
    NEFES_ASSERT(std::in_range<To>(value));
    return static_cast<To>(value);
}

/// Rounds half up and clamps to the range of To; NaN becomes 0.
template <std::integral To>
[[nodiscard]] constexpr To saturate(double value)
{
    constexpr double low = static_cast<double>(std::numeric_limits<To>::min());
    constexpr double high = static_cast<double>(std::numeric_limits<To>::max());
    if (!(value > low)) {
        return value <= low ? std::numeric_limits<To>::min() : To{0};
    }
    if (value >= high) {
        return std::numeric_limits<To>::max();
    }
    const double shifted = value + 0.5;
    auto whole = static_cast<std::int64_t>(shifted);
    if (static_cast<double>(whole) > shifted) {
        --whole;
    }
    return static_cast<To>(whole);
}

} // namespace nefes
