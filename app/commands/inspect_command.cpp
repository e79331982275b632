// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/inspect_command.h"

#include "core/study/inputs.h"

#include "app/arguments.h"
#include "app/output.h"

#include <memory>
#include <string>
#include <vector>

namespace nefes::app {
namespace {

struct Arguments {
    std::vector<std::string> paths;
    int frame = 0;
};

/// Prints the line; returns whether the file could be read.
bool print(const FileInspection& inspection)
{
    printLine(toJson(inspection));
    return inspection.kind != FileInspection::Kind::Failed;
}

int inspectAll(const Arguments& arguments, const CommandContext& context)
{
    bool isAllRead = true;
    const study::InputFiles inputs =
        study::listInputs(toPaths(arguments.paths), context.folders.cache / "archives",
                          study::DicomdirRule::OpenItself, {}, context.stop);
    if (context.stop.stop_requested()) { // what is listed is not all there is
        return kExitInterrupted;
    }
    for (const study::InputFile& file : inputs.files) {
        if (context.stop.stop_requested()) {
            return kExitInterrupted;
        }
        FileInspection inspection = file.error ? failedInspection(file.shownName, *file.error)
                                               : context.inspect(file.path, arguments.frame);
        inspection.path = file.shownName;
        isAllRead = print(inspection) && isAllRead;
    }
    return isAllRead ? kExitDone : kExitSomeFailed;
}

} // namespace

void addInspectCommand(CLI::App& app, const CommandContext& context, int& exitStatus)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        app.add_subcommand("inspect", "What files are and what their pixels decode to (JSON)");
    command->add_option("PATH", arguments->paths, "files and folders")->required();
    command->add_option("--frame", arguments->frame, "frame to decode, from 0")
        ->check(CLI::Range(0, kHighestIndex));
    command->callback(
        [arguments, &context, &exitStatus] { exitStatus = inspectAll(*arguments, context); });
}

} // namespace nefes::app
