// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/render_command.h"

#include "core/base/files.h"

#include "core/image/overlay_planes.h"
#include "core/image/render.h"
#include "core/imaging/picture_writer.h"

#include "ml/backend.h"

#include "app/analysis_files.h"
#include "app/arguments.h"
#include "app/output.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace nefes::app {
namespace {

struct Arguments {
    std::string file, output;
    int frame = 0;
    std::string window, preset, size;
    int voi = -1;
    bool isInverted = false;
    bool hasHeatmap = false;
    std::string label;
    std::string colorMap = "cividis";
    double opacity = 0.4;
};

/// What --window, --preset and --voi choose; the file's own without them.
Result<VoiSelection> chooseVoi(const Arguments& arguments, const DecodedImage& image)
{
    if (!arguments.window.empty()) {
        NEFES_TRY(VoiWindow window, parseWindow(arguments.window));
        return window;
    }
    const ImageData& data = image.data();
    if (arguments.voi >= 0) {
        // The LUTs of the file come first, as in the window's menu.
        const auto index = static_cast<std::size_t>(arguments.voi);
        if (index < data.voiLuts.size()) {
            return VoiLutIndex{index};
        }
        if (index - data.voiLuts.size() < data.windows.size()) {
            return data.windows[index - data.voiLuts.size()];
        }
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("--voi {}: the file has {} VOI LUTs and windows", arguments.voi,
                                data.voiLuts.size() + data.windows.size()));
    }
    if (arguments.preset.empty() || arguments.preset == "default") {
        return defaultVoi(image);
    }
    if (arguments.preset == "auto") {
        return autoWindow(image);
    }
    if (arguments.preset == "full") {
        return fullWindow(image);
    }
    const auto& presets = windowPresets(data.text.modality);
    const auto found = std::ranges::find(presets, arguments.preset, &WindowPreset::id);
    if (found == presets.end()) {
        std::string names = "default, auto, full";
        for (const WindowPreset& preset : presets) {
            names += fmt::format(", {}", preset.id);
        }
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("--preset {}: this image has {}", arguments.preset, names));
    }
    return resolvePreset(*found, image);
}

/// The whole image, fitted into the size where one is given.
Viewport fittedViewport(const DecodedImage& image, const std::optional<Size>& size)
{
    if (!size) {
        return Viewport::whole(image);
    }
    const double aspect = image.data().pixelAspect;
    const double zoom = std::min(size->width / static_cast<double>(image.width()),
                                 size->height / (image.height() * aspect));
    const double left = (size->width - image.width() * zoom) / 2.0;
    const double top = (size->height - image.height() * aspect * zoom) / 2.0;
    return {.width = size->width,
            .height = size->height,
            .screenToImage = {.a = 1.0 / zoom,
                              .b = 0.0,
                              .c = -left / zoom,
                              .d = 0.0,
                              .e = 1.0 / (zoom * aspect),
                              .f = -top / (zoom * aspect)}};
}

Result<void> renderFile(const Arguments& arguments, const CommandContext& context)
{
    const std::filesystem::path output = pathFromUtf8(arguments.output);
    if (InputSet({pathFromUtf8(arguments.file)}).contains(output)) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("--output {}: is the image itself", arguments.output));
    }
    NEFES_TRY(const ImagePtr image,
              context.reader->read(pathFromUtf8(arguments.file), arguments.frame, context.stop));
    NEFES_TRY(const VoiSelection voi, chooseVoi(arguments, *image));
    std::optional<Size> size;
    if (!arguments.size.empty()) {
        NEFES_TRY(size, parseSize(arguments.size));
    }
    const Viewport viewport = fittedViewport(*image, size);
    Picture picture = render(*image, {.voi = voi, .inverted = arguments.isInverted}, viewport);
    drawOverlayPlanes(picture, viewport, image->data().overlays);
    if (arguments.hasHeatmap) {
        NEFES_TRY(const auto classifier, context.loadClassifier({}));
        NEFES_TRY(const ml::Analysis analysis,
                  classifier->analyse(*image,
                                      ml::HeatmapRequest{.label = arguments.label, .method = {}},
                                      context.stop));
        if (analysis.heatmap) {
            blendHeatmap(
                picture, viewport, analysis.heatmap->grid, image->width(), image->height(),
                {.colorMap = colorMapFromId(arguments.colorMap).value_or(ColorMap::Cividis),
                 .opacity = arguments.opacity});
            NEFES_TRY(const auto caption, estimateCaption(context));
            caption.drawOn(picture);
        }
    }
    return imaging::writePicture(output, picture);
}

int run(const Arguments& arguments, const CommandContext& context)
{
    const auto rendered = renderFile(arguments, context);
    if (rendered) {
        return kExitDone;
    }
    const Error& error = rendered.error();
    printError(isWriteError(error) ? arguments.output : arguments.file, error);
    return exitStatusOf(error);
}

} // namespace

void addRenderCommand(CLI::App& app, const CommandContext& context, int& exitStatus)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("render", "The picture that the window would show");
    command->add_option("FILE", arguments->file, "image")->required();
    command->add_option("-o,--output", arguments->output, "PNG or JPEG to write")
        ->required()
        ->check(fileNameValidator({".png", ".jpg", ".jpeg"}));
    command->add_option("--frame", arguments->frame, "frame, from 0")
        ->check(CLI::Range(0, kHighestIndex));
    auto* window = command->add_option("--window", arguments->window, "window centre and width")
                       ->check(windowValidator());
    auto* preset = command->add_option("--preset", arguments->preset,
                                       "default, auto, full, lung, bone, soft_tissue …");
    auto* voi =
        command->add_option("--voi", arguments->voi, "VOI LUT or window of the file, from 0")
            ->check(CLI::Range(0, kHighestIndex));
    window->excludes(preset)->excludes(voi);
    preset->excludes(voi);
    command->add_flag("--invert", arguments->isInverted, "swap black and white");
    command->add_option("--size", arguments->size, "size of the picture, such as 1024x768")
        ->check(sizeValidator());
    command->add_flag("--heatmap", arguments->hasHeatmap, "lay the heatmap over the image");
    command->add_option("--label", arguments->label, "finding that the heatmap explains");
    command->add_option("--colormap", arguments->colorMap, "colours of the heatmap")
        ->check(CLI::IsMember({"cividis", "inferno", "jet"}));
    command->add_option("--opacity", arguments->opacity, "of the heatmap")
        ->check(CLI::Range(0.0, 1.0));
    command->callback(
        [arguments, &context, &exitStatus] { exitStatus = run(*arguments, context); });
}

} // namespace nefes::app
