// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/plane_operations.h"

#include <vector>

namespace nefes::ml {

/// A small change of a network's input that must not change what is on the film.
struct InputChange {
    double shiftX = 0.0, shiftY = 0.0; ///< fraction of the side, to the right and down
    double zoom = 1.0;                 ///< about the centre
    double brightness = 1.0;           ///< factor
    double contrast = 1.0;             ///< about the mean gray
    bool isMirrored = false;           ///< left and right
};

/// The changes that the band of a score is measured over: shifts by 3 %, zooms by 5 %, brightness
/// and contrast by 8 %. Always the same eight; with mirroring every other one is mirrored too,
/// which suits networks that were trained so.
[[nodiscard]] std::vector<InputChange> inputChanges(bool withMirroring);

/// What lies outside a plane that is moved.
enum class OutsideFill { Edge, Black };

/// The plane with the change: bilinear between pixels, rounded, within 0–255. Same size.
[[nodiscard]] GrayPlane changedPlane(const GrayPlane& plane, const InputChange& change,
                                     OutsideFill fill);

} // namespace nefes::ml
