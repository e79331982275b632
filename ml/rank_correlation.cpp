// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/rank_correlation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace nefes::ml {
namespace {

std::vector<double> ranks(std::span<const float> values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&values](std::size_t i) { return values[i]; });
    std::vector<double> result(values.size());
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first + 1;
        while (last < order.size() && values[order[last]] == values[order[first]]) {
            ++last;
        }
        const double shared = 0.5 * static_cast<double>(first + last - 1);
        for (std::size_t i = first; i < last; ++i) {
            result[order[i]] = shared;
        }
        first = last;
    }
    return result;
}

} // namespace

double rankCorrelation(std::span<const float> a, std::span<const float> b)
{
    if (a.size() != b.size() || a.empty()) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    const std::vector<double> x = ranks(a);
    const std::vector<double> y = ranks(b);
    const double mean = 0.5 * static_cast<double>(a.size() - 1);
    double both = 0.0;
    double squaresX = 0.0;
    double squaresY = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        both += (x[i] - mean) * (y[i] - mean);
        squaresX += (x[i] - mean) * (x[i] - mean);
        squaresY += (y[i] - mean) * (y[i] - mean);
    }
    return squaresX > 0.0 && squaresY > 0.0 ? both / std::sqrt(squaresX * squaresY)
                                            : std::numeric_limits<double>::quiet_NaN();
}

} // namespace nefes::ml
