// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/recipe.h"

#include "app/command_context.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nefes::app {

enum class CheckStatus { Ok, Warning, Fault };

/// What `nefes doctor` says of one part of the installation. No patient data.
struct Check {
    std::string id; ///< for scripts: "display"
    ml::LocalisedText title;
    CheckStatus status = CheckStatus::Ok;
    ml::LocalisedText finding = {};
    ml::LocalisedText remedy = {}; ///< empty: nothing is to be done
};

/// Tries everything that the program needs, from the display to the folders. Loads the torch module
/// and every model; starts this program once more to try the display. Takes a second or two.
[[nodiscard]] std::vector<Check> examineInstallation(const CommandContext& context);

/// The room and the rights of a folder that the program writes to; it need not exist.
[[nodiscard]] Check checkFolder(std::string id, ml::LocalisedText title,
                                const std::filesystem::path& folder);

} // namespace nefes::app
