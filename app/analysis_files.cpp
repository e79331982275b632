// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis_files.h"

#include "core/base/files.h"
#include "core/base/numeric.h"

#include "core/image/render.h"
#include "core/imaging/picture_writer.h"

#include <fmt/format.h>

#include <future>
#include <system_error>
#include <utility>

namespace nefes::app {
namespace {

GrayPlane mapPlane(const FloatGrid& grid, int width, int height)
{
    GrayPlane plane{width, height, {}};
    plane.values.reserve(narrow<std::size_t>(width) * narrow<std::size_t>(height));
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const float value = gridAt(grid, {x + 0.5, y + 0.5}, width, height);
            plane.values.push_back(saturate<std::uint8_t>(static_cast<double>(value) * 255.0));
        }
    }
    return plane;
}

} // namespace

Result<HeatmapFiles> HeatmapFiles::create(std::filesystem::path folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        return fail(ErrorCode::WriteFailed, error.message());
    }
    return HeatmapFiles(std::move(folder));
}

std::string HeatmapFiles::freeName(const std::string& stem)
{
    std::string name = stem;
    for (int number = 2; !m_names.insert(name).second; ++number) {
        name = fmt::format("{}-{}", stem, number);
    }
    return name;
}

Result<HeatmapPaths> HeatmapFiles::write(const std::filesystem::path& imageFile,
                                         const DecodedImage& image, const ml::Heatmap& heatmap)
{
    const std::string name = freeName(toUtf8(imageFile.stem()));
    const HeatmapPaths paths{.overlay = m_folder / pathFromUtf8(name + ".png"),
                             .map = m_folder / pathFromUtf8(name + ".map.png")};
    // Compressing two large pictures takes longer than the analysis: one a core.
    auto mapWritten = std::async(std::launch::async, [&] {
        return imaging::writeGray(paths.map, mapPlane(heatmap.grid, image.width(), image.height()));
    });
    const Viewport whole = Viewport::whole(image);
    Picture picture = render(image, {.voi = defaultVoi(image)}, whole);
    blendHeatmap(picture, whole, heatmap.grid, image.width(), image.height(), {});
    const auto overlayWritten = imaging::writePicture(paths.overlay, picture);
    NEFES_CHECK(mapWritten.get());
    NEFES_CHECK(overlayWritten);
    return paths;
}

} // namespace nefes::app
