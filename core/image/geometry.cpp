// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/geometry.h"

#include "core/base/assert.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <utility>

namespace nefes {

Affine Affine::inverted() const
{
    const double det = determinant();
    NEFES_ASSERT(det != 0.0);
    return {.a = e / det,
            .b = -b / det,
            .c = (b * f - c * e) / det,
            .d = -d / det,
            .e = a / det,
            .f = (c * d - a * f) / det};
}

std::string oppositeDirection(const std::string& letters)
{
    constexpr std::string_view from = "LRAPHF";
    constexpr std::string_view to = "RLPAFH";
    std::string result;
    for (const char letter : letters) {
        if (const std::size_t found = from.find(letter); found != std::string_view::npos) {
            result += to[found];
        }
    }
    return result;
}

EdgeLetters edgeLetters(const Orientation& orientation, const Affine& imageToScreen)
{
    if (orientation.right.empty() || orientation.bottom.empty()) {
        return {};
    }
    // Screen directions of the image's column and row axes.
    const double limit = 1e-6 * std::sqrt(std::abs(imageToScreen.determinant()));
    const bool isUpright = std::abs(imageToScreen.b) <= limit && std::abs(imageToScreen.d) <= limit;
    const bool isTurned = std::abs(imageToScreen.a) <= limit && std::abs(imageToScreen.e) <= limit;
    if (isUpright == isTurned) {
        return {};
    }
    const std::string& horizontal = isUpright ? orientation.right : orientation.bottom;
    const std::string& vertical = isUpright ? orientation.bottom : orientation.right;
    const double rightward = isUpright ? imageToScreen.a : imageToScreen.b;
    const double downward = isUpright ? imageToScreen.e : imageToScreen.d;
    EdgeLetters letters{.left = oppositeDirection(horizontal),
                        .right = horizontal,
                        .top = oppositeDirection(vertical),
                        .bottom = vertical};
    if (rightward < 0.0) {
        std::swap(letters.left, letters.right);
    }
    if (downward < 0.0) {
        std::swap(letters.top, letters.bottom);
    }
    return letters;
}

std::string directionLetters(const std::array<double, 3>& cosines)
{
    // PS3.3 C.7.6.1.1.1: L, P and H are the positive directions of the patient axes.
    constexpr std::string_view positive = "LPH";
    constexpr std::string_view negative = "RAF";
    std::array<std::size_t, 3> order = {0, 1, 2};
    std::ranges::stable_sort(order, [&cosines](std::size_t a, std::size_t b) {
        return std::abs(cosines[a]) > std::abs(cosines[b]);
    });
    std::string letters;
    for (const std::size_t axis : order) {
        if (std::abs(cosines[axis]) >= 0.1) {
            letters += cosines[axis] > 0.0 ? positive[axis] : negative[axis];
        }
    }
    return letters;
}

} // namespace nefes
