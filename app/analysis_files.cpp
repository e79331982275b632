// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis_files.h"

#include "core/base/files.h"

#include "core/image/render.h"
#include "core/imaging/picture_writer.h"

#include <fmt/format.h>

#include <future>
#include <system_error>
#include <utility>

namespace nefes::app {

Result<imaging::Caption> estimateCaption(const CommandContext& context)
{
    return imaging::Caption::read(context.folders.resources / "captions" /
                                  pathFromUtf8("estimate." + context.language + ".png"));
}

Result<HeatmapFiles> HeatmapFiles::create(std::filesystem::path folder, imaging::Caption caption)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        return fail(ErrorCode::WriteFailed, error.message());
    }
    return HeatmapFiles(std::move(folder), std::move(caption));
}

std::string freeName(const std::string& stem, std::set<std::string>& names)
{
    std::string name = stem;
    for (int number = 2; !names.insert(name).second; ++number) {
        name = fmt::format("{}-{}", stem, number);
    }
    return name;
}

Picture HeatmapFiles::background(const DecodedImage& image)
{
    return render(image, {.voi = defaultVoi(image)}, Viewport::whole(image));
}

Result<HeatmapPaths> HeatmapFiles::write(const std::filesystem::path& imageFile,
                                         const DecodedImage& image, Picture picture,
                                         const ml::Heatmap& heatmap)
{
    // The map of "a" is called as the picture of "a.map" is.
    const std::string stem = toUtf8(imageFile.stem());
    std::string name = stem;
    for (int number = 2; m_names.contains(name) || m_names.contains(name + ".map"); ++number) {
        name = fmt::format("{}-{}", stem, number);
    }
    m_names.insert({name, name + ".map"});
    HeatmapPaths paths{.overlay = m_folder / pathFromUtf8(name + ".png"),
                       .map = m_folder / pathFromUtf8(name + ".map.png")};
    // Compressing two large pictures takes longer than the analysis: one a core.
    auto mapWritten = std::async(std::launch::async, [&] {
        return imaging::writeGray(paths.map,
                                  gridPlane(heatmap.grid, image.width(), image.height()));
    });
    blendHeatmap(picture, Viewport::whole(image), heatmap.grid, image.width(), image.height(), {});
    m_caption.drawOn(picture);
    const auto overlayWritten = imaging::writePicture(paths.overlay, picture);
    NEFES_CHECK(mapWritten.get());
    NEFES_CHECK(overlayWritten);
    return paths;
}

} // namespace nefes::app
