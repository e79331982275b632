// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/lung_frame.h"

#include "core/base/assert.h"

#include "ml/lung_views.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace nefes::ml {
namespace {

constexpr double kMargin = 0.05;
constexpr double kIgnored = 0.01;
/// Width ÷ height. Of 5,757 films 24 were narrower; on two thirds of them one lung alone was found.
constexpr double kNarrowest = 0.75;

using Counts = std::array<int, kLungSide>;

/// First cell and the cell after the last one, without the outermost share of the lung at each end.
std::pair<int, int> extent(const Counts& counts, int total)
{
    const double ignored = kIgnored * total;
    int first = 0;
    for (int seen = 0; first < kLungSide - 1; ++first) {
        seen += counts[static_cast<std::size_t>(first)];
        if (seen > ignored) {
            break;
        }
    }
    int last = kLungSide;
    for (int seen = 0; last > first + 1; --last) {
        seen += counts[static_cast<std::size_t>(last - 1)];
        if (seen > ignored) {
            break;
        }
    }
    return {first, last};
}

} // namespace

std::optional<InputRegion> lungFrame(std::span<const float> lungs, int imageWidth, int imageHeight)
{
    NEFES_ASSERT(lungs.size() == std::size_t{kLungSide} * kLungSide);
    Counts rows{};
    Counts columns{};
    int total = 0;
    for (std::size_t i = 0; i < lungs.size(); ++i) {
        if (lungs[i] > 0.5F) {
            ++rows[i / kLungSide];
            ++columns[i % kLungSide];
            ++total;
        }
    }
    const InputRegion square = inputRegion(lungInput(), imageWidth, imageHeight);
    const double cell = square.width / kLungSide; // the square keeps the proportions
    const double imageCells = (imageWidth / cell) * (imageHeight / cell);
    if (total < kSmallestLungShare * imageCells) {
        return std::nullopt;
    }
    auto [left, right] = extent(columns, total);
    const auto [top, bottom] = extent(rows, total);
    const int missing = (bottom - top) - (right - left);
    if (right - left < kNarrowest * (bottom - top)) {
        // One lung alone: the other one is white, and what matters most. It lies where more of the
        // image is left.
        (kLungSide - right > left ? right : left) += kLungSide - right > left ? missing : -missing;
    }
    const double marginX = kMargin * (right - left);
    const double marginY = kMargin * (bottom - top);
    const auto place = [cell](double origin, double cells, int limit) {
        return std::clamp(std::round(origin + cells * cell), 0.0, static_cast<double>(limit));
    };
    InputRegion frame;
    frame.left = place(square.left, left - marginX, imageWidth - 1);
    frame.top = place(square.top, top - marginY, imageHeight - 1);
    frame.width = std::max(1.0, place(square.left, right + marginX, imageWidth) - frame.left);
    frame.height = std::max(1.0, place(square.top, bottom + marginY, imageHeight) - frame.top);
    return frame;
}

Result<std::vector<float>> findLungs(LungFinder& finder, const GrayPlane& rendered,
                                     const PlaneOperations& operations)
{
    return finder.find(inputPlane(rendered, lungInput(), operations).values, 1);
}

Result<std::optional<InputRegion>> inputFrame(const GrayPlane& rendered,
                                              const InputSpecification& input, LungFinder* finder,
                                              const PlaneOperations& operations)
{
    if (input.area == InputArea::Image) {
        return std::nullopt;
    }
    if (finder == nullptr) {
        return fail(ErrorCode::InvalidArgument, "this input needs the lung finder");
    }
    NEFES_TRY(const auto lungs, findLungs(*finder, rendered, operations));
    return lungFrame(lungs, rendered.width, rendered.height);
}

} // namespace nefes::ml
