// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/folders.h"

#include <cstdlib>
#include <system_error>

namespace nefes::app {
namespace {

namespace fs = std::filesystem;

fs::path fromEnvironment(const char* variable)
{
    const char* value = std::getenv(variable);
    return value != nullptr ? fs::path(value) : fs::path();
}

/// An XDG folder: the variable where it is an absolute path, else a folder of the home folder.
fs::path xdgFolder(const char* variable, const char* fallback)
{
    const fs::path given = fromEnvironment(variable);
    return given.is_absolute() ? given : fromEnvironment("HOME") / fallback;
}

fs::path resourceFolder()
{
    if (const fs::path given = fromEnvironment("NEFES_RESOURCES"); !given.empty()) {
        return given;
    }
    std::error_code error;
    const fs::path program = programFile();
    // bin/nefes-program in a build folder, lib/nefes/nefes-program when installed.
    for (const char* up : {"..", "../.."}) {
        const fs::path candidate = program.parent_path() / up / "share" / "nefes";
        if (fs::is_directory(candidate, error)) {
            return candidate.lexically_normal();
        }
    }
    return "/usr/share/nefes";
}

} // namespace

Folders findFolders()
{
    Folders folders;
    folders.resources = resourceFolder();
    folders.userModels = xdgFolder("XDG_DATA_HOME", ".local/share") / "nefes" / "models";
    folders.cache = xdgFolder("XDG_CACHE_HOME", ".cache") / "nefes";
    folders.state = xdgFolder("XDG_STATE_HOME", ".local/state") / "nefes";
    return folders;
}

fs::path settingsFile()
{
    return xdgFolder("XDG_CONFIG_HOME", ".config") / "nefes" / "nefes.ini";
}

fs::path programFile()
{
    std::error_code error;
    return fs::read_symlink("/proc/self/exe", error);
}

} // namespace nefes::app
