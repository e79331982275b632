// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <vector>

namespace nefes::engine {

/// A row of MobileNetV3: Howard et al., ICCV 2019, tables 1 and 2.
struct MobileNetRow {
    int kernel, expanded, outputs;
    bool hasAttention, hasHardSwish;
    int stride;
};

inline const std::vector<MobileNetRow>& smallMobileNetRows()
{
    static const std::vector<MobileNetRow> rows{
        {3, 16, 16, true, false, 2}, {3, 72, 24, false, false, 2}, {3, 88, 24, false, false, 1},
        {5, 96, 40, true, true, 2},  {5, 240, 40, true, true, 1},  {5, 240, 40, true, true, 1},
        {5, 120, 48, true, true, 1}, {5, 144, 48, true, true, 1},  {5, 288, 96, true, true, 2},
        {5, 576, 96, true, true, 1}, {5, 576, 96, true, true, 1},
    };
    return rows;
}

inline const std::vector<MobileNetRow>& largeMobileNetRows()
{
    static const std::vector<MobileNetRow> rows{
        {3, 16, 16, false, false, 1}, {3, 64, 24, false, false, 2}, {3, 72, 24, false, false, 1},
        {5, 72, 40, true, false, 2},  {5, 120, 40, true, false, 1}, {5, 120, 40, true, false, 1},
        {3, 240, 80, false, true, 2}, {3, 200, 80, false, true, 1}, {3, 184, 80, false, true, 1},
        {3, 184, 80, false, true, 1}, {3, 480, 112, true, true, 1}, {3, 672, 112, true, true, 1},
        {5, 672, 160, true, true, 2}, {5, 960, 160, true, true, 1}, {5, 960, 160, true, true, 1},
    };
    return rows;
}

/// Multiple of eight nearest to the scaled number, never below 90 % of it.
inline int scaledChannels(int channels, int width)
{
    const double wanted = channels * width / 64.0;
    const int rounded = std::max(8, static_cast<int>(wanted + 4.0) / 8 * 8);
    return rounded < 0.9 * wanted ? rounded + 8 : rounded;
}

/// Of its batch normalisations.
inline constexpr double kMobileNetEpsilon = 0.001;

} // namespace nefes::engine
