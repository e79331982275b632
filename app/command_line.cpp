// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include "core/base/log.h"

#include "app/arguments.h"
#include "app/commands/captions_command.h"
#include "app/commands/classify_command.h"
#include "app/commands/dataset_command.h"
#include "app/commands/doctor_command.h"
#include "app/commands/evaluate_command.h"
#include "app/commands/guide_command.h"
#include "app/commands/inspect_command.h"
#include "app/commands/lungs_command.h"
#include "app/commands/models_command.h"
#include "app/commands/open_command.h"
#include "app/commands/phantom_command.h"
#include "app/commands/recipes_command.h"
#include "app/commands/render_command.h"
#include "app/commands/sweep_command.h"
#include "app/commands/train_command.h"
#include "app/composition.h"
#include "app/interrupt.h"
#include "app/version.h"
#include "app/viewer.h"

#include <CLI/CLI.hpp>

#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace nefes::app {
namespace {

/// The language of the locale, in the order in which POSIX looks at the variables.
std::string systemLanguage()
{
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(variable);
        if (value != nullptr && *value != '\0') {
            return std::string_view(value).starts_with("tr") ? "tr" : "en";
        }
    }
    return "en";
}

void addCommands(CLI::App& app, CommandContext& context, int& exitStatus)
{
    addOpenCommand(app, context, exitStatus);
    addInspectCommand(app, context, exitStatus);
    addRenderCommand(app, context, exitStatus);
    addClassifyCommand(app, context, exitStatus);
    addTrainCommand(app, context, exitStatus);
    addSweepCommand(app, context, exitStatus);
    addEvaluateCommand(app, context, exitStatus);
    addDatasetCommand(app, context, exitStatus);
    addModelsCommand(app, context, exitStatus);
    addRecipesCommand(app, context, exitStatus);
    addLungsCommand(app, context, exitStatus);
    addDoctorCommand(app, context, exitStatus);
    addPhantomCommand(app, exitStatus);
    addCaptionsCommand(app, exitStatus);
    addGuideCommand(app, context, exitStatus);
    for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) {
        command->fallthrough();
        if (command->get_name() != "open") {
            // Commands stop between files on Ctrl-C; the window is simply closed by it.
            command->preparse_callback(
                [&context](std::size_t) { context.stop = stopOnInterrupt(); });
        }
    }
}

} // namespace

int runCommandLine(int argc, char** argv)
{
    CLI::App app("Nefes: a radiology viewer with an embedded classifier.\n"
                 "Without a command the window opens. AI estimates are not a diagnosis.",
                 "nefes");
    CommandContext context = makeContext();
    context.language = systemLanguage();
    int exitStatus = kExitDone;

    ViewerOptions viewer;
    std::vector<std::string> paths;
    std::string logLevel;
    app.set_version_flag("--version", std::string("nefes ") + kVersion);
    app.add_option("--language", context.language, "en or tr; without it the locale decides")
        ->check(CLI::IsMember({"en", "tr"}));
    app.add_option("--log-level", logLevel, "error, warning, info or debug")
        ->check(CLI::IsMember({"error", "warning", "info", "debug"}))
        ->each([](const std::string& name) { setLogLevel(*logLevelFromName(name)); });
    app.add_option("PATH", paths, "files, folders, DICOMDIR or ZIP to open");
    app.require_subcommand(0, 1);
    addCommands(app, context, exitStatus);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        // Help and version are done; anything else is a wrong command line.
        return app.exit(error) == 0 ? kExitDone : kExitUsage;
    }
    if (!app.get_subcommands().empty()) {
        return exitStatus;
    }
    viewer.paths = toPaths(paths);
    viewer.isLanguageGiven = app.count("--language") > 0;
    return runViewer(context, viewer);
}

} // namespace nefes::app
