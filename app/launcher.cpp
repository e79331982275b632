// SPDX-License-Identifier: GPL-3.0-or-later
// The program that people start. It sets what must stand in the environment before the first
// library of nefes-program is loaded, and becomes it. Two OpenMP pools that spin against each other
// on two cores make an analysis 30 times slower; libgomp reads this variable when it is loaded, and
// OpenCV loads it before main().
#include <unistd.h>

#include <array>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

using Path = std::array<char, PATH_MAX + 64>;

/// Folder of this executable with a slash at the end; empty when it cannot be found.
Path ownFolder()
{
    Path path = {};
    const ssize_t length = ::readlink("/proc/self/exe", path.data(), PATH_MAX);
    if (length <= 0) {
        return {};
    }
    path[static_cast<std::size_t>(length)] = '\0';
    if (char* slash = std::strrchr(path.data(), '/')) {
        slash[1] = '\0';
    }
    return path;
}

Path besides(const char* relative)
{
    Path path = ownFolder();
    std::strncat(path.data(), relative, path.size() - std::strlen(path.data()) - 1);
    return path;
}

} // namespace

int main(int /*argc*/, char** argv)
{
    ::setenv("OMP_WAIT_POLICY", "PASSIVE", 0);
    // The portable archive brings DCMTK's dictionary (packaging/portable.sh).
    if (const Path dictionary = besides("../share/nefes/dicom.dic");
        ::access(dictionary.data(), R_OK) == 0) {
        ::setenv("DCMDICTPATH", dictionary.data(), 0);
    }
    // Beside this program in a build folder, in ../lib/nefes when installed.
    for (const char* relative : {"nefes-program", "../lib/nefes/nefes-program"}) {
        ::execv(besides(relative).data(), argv);
    }
    std::perror("nefes: cannot start nefes-program");
    return 127;
}
