// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/open_command.h"

#include "core/base/files.h"

#include "core/study/scan.h"

#include "app/analysis_files.h"
#include "app/arguments.h"
#include "app/output.h"
#include "app/viewer.h"

#include <memory>
#include <string>
#include <vector>

namespace nefes::app {

void addOpenCommand(CLI::App& app, const CommandContext& context, int& exitStatus)
{
    struct Arguments {
        std::vector<std::string> paths;
        std::string screenshot, size;
        bool heatmap = false;
        std::string panel;
    };
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = app.add_subcommand("open", "Open the window, or save a picture of it");
    command->add_option("PATH", arguments->paths, "files, folders, DICOMDIR or ZIP")->required();
    command
        ->add_option("--screenshot", arguments->screenshot,
                     "save the whole window as PNG when the images are shown and analysed")
        ->check(fileNameValidator({".png"}));
    command->add_option("--size", arguments->size, "size of the window, such as 1280x800")
        ->check(sizeValidator());
    command->add_flag("--heatmap", arguments->heatmap, "lay the heatmap over the image");
    command->add_option("--panel", arguments->panel, "panel to show");
    command->callback([arguments, &app, &context, &exitStatus] {
        ViewerOptions options;
        options.paths = toPaths(arguments->paths);
        options.screenshot = pathFromUtf8(arguments->screenshot);
        if (!options.screenshot.empty() &&
            InputSet(study::listFiles(options.paths, {}, context.stop))
                .contains(options.screenshot)) {
            printMessage("nefes: --screenshot {}: is one of the images\n", arguments->screenshot);
            exitStatus = kExitUsage;
            return;
        }
        if (!arguments->size.empty()) {
            const Size size = parseSize(arguments->size).value();
            options.width = size.width;
            options.height = size.height;
        }
        options.showHeatmap = arguments->heatmap;
        options.panel = arguments->panel;
        options.isLanguageGiven = app.count("--language") > 0;
        exitStatus = runViewer(context, options);
    });
}

} // namespace nefes::app
