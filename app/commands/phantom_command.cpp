// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/phantom_command.h"

#include "core/base/files.h"

#include "core/dicom/write.h"
#include "core/image/phantom.h"

#include "app/output.h"

#include <memory>
#include <string>

namespace nefes::app {

void addPhantomCommand(CLI::App& app, int& exitStatus)
{
    auto file = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("draw-phantom", "Draw the sample study (DICOM)");
    command->group(""); // for developers: left out of --help
    command->add_option("FILE", *file, "DICOM file to write")->required();
    command->callback([file, &exitStatus] {
        const auto written =
            dicom::writeDicom(pathFromUtf8(*file), drawChestPhantom(),
                              {.objectClass = dicom::WrittenClass::DigitalXRayForPresentation});
        if (!written) {
            printError(*file, written.error());
        }
        exitStatus = written ? kExitDone : kExitSomeFailed;
    });
}

} // namespace nefes::app
