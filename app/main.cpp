// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_context.h"
#include "app/command_line.h"
#include "app/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace {

/// A standard stream that is closed would become the first file that is opened, and the output its
/// content. These can be neither read nor written.
void keepStandardStreams()
{
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(fd, F_GETFD) < 0) {
            // The lowest number that is free is this one.
            static_cast<void>(::open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY));
        }
    }
}

/// The status of the command: it has failed where its output did not arrive.
int run(int argc, char** argv)
{
    using namespace nefes::app;
    int status = kExitDone;
    try {
        status = runCommandLine(argc, argv);
        checkOutput();
    } catch (const OutputError& error) {
        printMessage("nefes: standard output: {}\n", error.what());
        status = status == kExitDone ? kExitSomeFailed : status;
    }
    return status;
}

} // namespace

int main(int argc, char** argv)
{
    keepStandardStreams();
    const int status = run(argc, argv);
#ifndef NEFES_ORDERLY_EXIT
    // Everything of ours is closed. LibTorch and its 286 libraries would take a tenth of a second
    // to clean up what the system frees at once.
    std::fflush(nullptr);
    std::_Exit(status);
#else
    return status; // leak checks and coverage are written on the way out
#endif
}
