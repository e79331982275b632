// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/study/study_tree.h"

#include "ui/bridge/session.h"
#include "ui/viewer/viewport_grid.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace nefes::ui {

/// How a radiograph was taken, as far as hanging needs it.
enum class Projection { Frontal, Lateral };

/// From the View Position, else from the words of the series; what says nothing is frontal.
[[nodiscard]] Projection projectionOf(const ImageText& text);

/// An image by its series and its place in imagesOf().
struct HungImage {
    SeriesAddress series;
    std::size_t image = 0;
    friend bool operator==(const HungImage&, const HungImage&) = default;
};

/// Which image goes where, row by row; nothing stays empty.
struct Hanging {
    GridLayout layout;
    std::vector<std::optional<HungImage>> cells;
    bool hasPrior = false;
};

/// Radiographs (CR, DX) as they are read: the frontal view left, the lateral one right; with a
/// prior of the same patient and body part the current study left and the prior right, frontal
/// views above lateral ones. Nothing when `current` is no radiograph.
[[nodiscard]] std::optional<Hanging> hangRadiographs(const std::vector<study::Patient>& patients,
                                                     const SeriesAddress& current);

} // namespace nefes::ui
