// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analysis_files.h"

#include "core/base/files.h"

#include "core/image/render.h"
#include "core/imaging/picture_writer.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <future>
#include <optional>
#include <system_error>
#include <utility>

namespace nefes::app {
namespace {

/// What a file is known by whatever its path; nothing where there is none.
std::optional<std::pair<dev_t, ino_t>> identityOf(const std::filesystem::path& file)
{
    struct stat status = {};
    if (::stat(file.c_str(), &status) != 0) {
        return std::nullopt;
    }
    return std::pair(status.st_dev, status.st_ino);
}

} // namespace

Result<imaging::Caption> estimateCaption(const CommandContext& context)
{
    return imaging::Caption::read(context.folders.resources / "captions" /
                                  pathFromUtf8("estimate." + context.language + ".png"));
}

InputSet::InputSet(const std::vector<std::filesystem::path>& files)
{
    for (const std::filesystem::path& file : files) {
        if (const auto identity = identityOf(file)) {
            m_files.insert(*identity);
        }
    }
}

bool InputSet::contains(const std::filesystem::path& file) const
{
    const auto identity = identityOf(file);
    return identity && m_files.contains(*identity);
}

Result<HeatmapFiles> HeatmapFiles::create(std::filesystem::path folder, imaging::Caption caption,
                                          InputSet inputs)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        return fail(ErrorCode::WriteFailed, error.message());
    }
    return HeatmapFiles(std::move(folder), std::move(caption), std::move(inputs));
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

HeatmapPaths HeatmapFiles::pathsOf(const std::string& name) const
{
    return {.overlay = m_folder / pathFromUtf8(name + ".png"),
            .map = m_folder / pathFromUtf8(name + ".map.png")};
}

bool HeatmapFiles::isFree(const std::string& name) const
{
    // The map of "a" is called as the picture of "a.map" is.
    const HeatmapPaths paths = pathsOf(name);
    return !m_names.contains(name) && !m_names.contains(name + ".map") &&
           !m_inputs.contains(paths.overlay) && !m_inputs.contains(paths.map);
}

Result<HeatmapPaths> HeatmapFiles::write(const std::filesystem::path& imageFile,
                                         const DecodedImage& image, Picture picture,
                                         const ml::Heatmap& heatmap)
{
    const std::string stem = toUtf8(imageFile.stem());
    std::string name = stem;
    for (int number = 2; !isFree(name); ++number) {
        name = fmt::format("{}-{}", stem, number);
    }
    m_names.insert({name, name + ".map"});
    HeatmapPaths paths = pathsOf(name);
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
