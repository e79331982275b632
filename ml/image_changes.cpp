// SPDX-License-Identifier: GPL-3.0-or-later
#include "ml/image_changes.h"

#include "core/base/assert.h"
#include "core/base/digest.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace nefes::ml {
namespace {

constexpr unsigned kOneOf = 4;
constexpr double kSmallestWindow = 0.35; ///< of a side
constexpr double kLargestWindow = 0.60;

/// Bytes that look random and depend on change and file name alone: the standard library's
/// distributions differ between its versions, and splits and data sets must not.
std::vector<unsigned> bytesFor(std::string_view change, const std::string& file)
{
    const std::string text = std::string(change) + "\n" + file;
    const std::string digest = sha256(std::as_bytes(std::span(text)));
    std::vector<unsigned> bytes;
    for (std::size_t i = 0; i + 2 <= digest.size(); i += 2) {
        bytes.push_back(static_cast<unsigned>(std::stoul(digest.substr(i, 2), nullptr, 16)));
    }
    return bytes;
}

struct Interval {
    int first = 0, length = 1;
};

/// A part of a side; both bytes are 0–255.
Interval window(int side, unsigned lengthByte, unsigned placeByte)
{
    const double share = kSmallestWindow + (kLargestWindow - kSmallestWindow) * lengthByte / 255.0;
    const int length = std::clamp(static_cast<int>(std::lround(share * side)), 1, side);
    return {static_cast<int>(std::lround((side - length) * (placeByte / 255.0))), length};
}

GrayPlane part(const GrayPlane& plane, const Interval& columns, const Interval& rows)
{
    GrayPlane result{columns.length, rows.length, {}};
    result.values.reserve(static_cast<std::size_t>(columns.length) *
                          static_cast<std::size_t>(rows.length));
    for (int y = rows.first; y < rows.first + rows.length; ++y) {
        const auto from = plane.values.begin() + std::ptrdiff_t{y} * plane.width + columns.first;
        result.values.insert(result.values.end(), from, from + columns.length);
    }
    return result;
}

} // namespace

const std::vector<std::string>& imageChanges()
{
    static const std::vector<std::string> changes{"cropped", "inverted", "rotated"};
    return changes;
}

bool isDerivedFrom(std::string_view change, const std::string& file)
{
    return bytesFor(change, file)[0] % kOneOf == 0;
}

GrayPlane turned(const GrayPlane& plane, int quarters)
{
    NEFES_ASSERT(quarters >= 0 && quarters < 4);
    const bool isUpright = quarters % 2 == 0;
    GrayPlane result{isUpright ? plane.width : plane.height, isUpright ? plane.height : plane.width,
                     std::vector<std::uint8_t>(plane.values.size())};
    for (int y = 0; y < result.height; ++y) {
        for (int x = 0; x < result.width; ++x) {
            int fromX = x;
            int fromY = y;
            if (quarters == 1) {
                fromX = y;
                fromY = plane.height - 1 - x;
            } else if (quarters == 2) {
                fromX = plane.width - 1 - x;
                fromY = plane.height - 1 - y;
            } else if (quarters == 3) {
                fromX = plane.width - 1 - y;
                fromY = x;
            }
            result.values[static_cast<std::size_t>(y) * static_cast<std::size_t>(result.width) +
                          static_cast<std::size_t>(x)] =
                plane.values[static_cast<std::size_t>(fromY) *
                                 static_cast<std::size_t>(plane.width) +
                             static_cast<std::size_t>(fromX)];
        }
    }
    return result;
}

GrayPlane changedPlane(const GrayPlane& plane, std::string_view change, const std::string& file)
{
    NEFES_ASSERT(plane.width > 0 && plane.height > 0);
    const std::vector<unsigned> bytes = bytesFor(change, file);
    if (change == "inverted") {
        GrayPlane result = plane;
        for (std::uint8_t& value : result.values) {
            value = static_cast<std::uint8_t>(255 - value);
        }
        return result;
    }
    if (change == "rotated") {
        return turned(plane, 1 + static_cast<int>(bytes[1] % 3));
    }
    NEFES_ASSERT(change == "cropped");
    return part(plane, window(plane.width, bytes[1], bytes[2]),
                window(plane.height, bytes[3], bytes[4]));
}

} // namespace nefes::ml
