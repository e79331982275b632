// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/render.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nefes::ml {

/// What can be done to images for a class derived from another: "cropped", "inverted", "rotated".
[[nodiscard]] const std::vector<std::string>& imageChanges();

/// Whether the file is one of those that are changed: one of four, by the digest of change and
/// name, whatever other files there are.
[[nodiscard]] bool isDerivedFrom(std::string_view change, const std::string& file);

/// The plane with gray values turned round ("inverted"), turned by 90°, 180° or 270° ("rotated"),
/// or a window of it of 35–60 % of either side ("cropped"). Angle and window follow from the
/// file's name: the same name, the same result. REQUIRES: one of imageChanges(), a plane that is
/// not empty.
[[nodiscard]] GrayPlane changedPlane(const GrayPlane& plane, std::string_view change,
                                     const std::string& file);

/// The plane turned clockwise by quarters of a circle, 0–3.
[[nodiscard]] GrayPlane turned(const GrayPlane& plane, int quarters);

} // namespace nefes::ml
