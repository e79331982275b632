// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/decoded_image.h"

#include "ml/prediction.h"

#include <filesystem>
#include <set>
#include <string>

namespace nefes::app {

/// The two pictures of a heatmap.
struct HeatmapPaths {
    std::filesystem::path overlay; ///< the image with the map over it
    std::filesystem::path map;     ///< the map alone, 8-bit gray, 255 is its maximum
};

/// Writes heatmaps into one folder, named by the stem of the image file; stems that collide get -2,
/// -3 … One thread.
class HeatmapFiles
{
public:
    /// Makes the folder where it is missing. WriteFailed.
    [[nodiscard]] static Result<HeatmapFiles> create(std::filesystem::path folder);

    /// Both at the image's rows × columns. WriteFailed, DiskFull.
    [[nodiscard]] Result<HeatmapPaths> write(const std::filesystem::path& imageFile,
                                             const DecodedImage& image, const ml::Heatmap& heatmap);

private:
    explicit HeatmapFiles(std::filesystem::path folder)
        : m_folder(std::move(folder))
    {
    }
    [[nodiscard]] std::string freeName(const std::string& stem);
    std::filesystem::path m_folder;
    std::set<std::string> m_names;
};

} // namespace nefes::app
