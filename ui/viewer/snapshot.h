// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/decoded_image.h"
#include "core/image/render.h"

#include <QImage>
#include <QSize>

#include <memory>

namespace nefes::ui {

/// A heatmap to blend into a snapshot.
struct SnapshotHeatmap {
    std::shared_ptr<const FloatGrid> grid; ///< null: none
    HeatmapStyle style;
};

/// The whole image, not turned, as large as fits into `bounds` (device pixels). Pure: any thread.
[[nodiscard]] QImage snapshot(const DecodedImage& image, const DisplaySettings& display,
                              QSize bounds, const SnapshotHeatmap& heatmap = {});

} // namespace nefes::ui
