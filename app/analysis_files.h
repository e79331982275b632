// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include "core/image/decoded_image.h"
#include "core/image/render.h"
#include "core/imaging/caption.h"

#include "ml/prediction.h"

#include "app/command_context.h"

#include <sys/types.h>

#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace nefes::app {

/// "AI estimate, not a diagnosis" in the user's language: stands on every picture with a heatmap.
/// Codes of imaging::Caption::read where the resources are damaged.
[[nodiscard]] Result<imaging::Caption> estimateCaption(const CommandContext& context);

/// The stem of a file, or STEM-2, STEM-3 … where it is among the names already; it is added to
/// them.
[[nodiscard]] std::string freeName(const std::string& stem, std::set<std::string>& names);

/// The files that a command reads: it writes over none of them, however its name is spelled.
class InputSet
{
public:
    explicit InputSet(const std::vector<std::filesystem::path>& files);
    [[nodiscard]] bool contains(const std::filesystem::path& file) const;

private:
    std::set<std::pair<dev_t, ino_t>> m_files;
};

/// The two pictures of a heatmap.
struct HeatmapPaths {
    std::filesystem::path overlay; ///< the image with the map over it
    std::filesystem::path map;     ///< the map alone, 8-bit gray, 255 is its maximum
};

/// Writes heatmaps into one folder, named by the stem of the image file; names that collide, with
/// each other or with an input, get -2, -3 … One thread.
class HeatmapFiles
{
public:
    /// Makes the folder where it is missing. WriteFailed.
    [[nodiscard]] static Result<HeatmapFiles> create(std::filesystem::path folder,
                                                     imaging::Caption caption, InputSet inputs);

    /// What the heatmap is laid over: the whole image by its default window.
    [[nodiscard]] static Picture background(const DecodedImage& image);

    /// Both at the image's rows × columns; `picture` is the image's background(). WriteFailed,
    /// DiskFull.
    [[nodiscard]] Result<HeatmapPaths> write(const std::filesystem::path& imageFile,
                                             const DecodedImage& image, Picture picture,
                                             const ml::Heatmap& heatmap);

private:
    HeatmapFiles(std::filesystem::path folder, imaging::Caption caption, InputSet inputs)
        : m_folder(std::move(folder))
        , m_caption(std::move(caption))
        , m_inputs(std::move(inputs))
    {
    }
    [[nodiscard]] HeatmapPaths pathsOf(const std::string& name) const;
    [[nodiscard]] bool isFree(const std::string& name) const;
    std::filesystem::path m_folder;
    imaging::Caption m_caption;
    InputSet m_inputs;
    std::set<std::string> m_names;
};

} // namespace nefes::app
