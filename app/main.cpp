// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv)
{
    const int status = nefes::app::runCommandLine(argc, argv);
#ifndef NEFES_ORDERLY_EXIT
    // Everything of ours is closed. LibTorch and its 286 libraries would take a tenth of a second
    // to clean up what the system frees at once.
    std::fflush(nullptr);
    std::_Exit(status);
#else
    return status; // leak checks and coverage are written on the way out
#endif
}
