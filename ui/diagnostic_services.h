// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/machine.h"

#include "ml/backend.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace nefes::ui {

/// What the window says of the program itself; part of Services. Functions may be empty.
struct DiagnosticServices {
    std::filesystem::path stateFolder; ///< the log and reports of crashes; empty: neither
    /// Libraries of the program and their versions. Quick; called on worker threads.
    std::function<std::vector<LibraryVersion>()> libraries;
    /// The torch module if it has been loaded, else null; does not load it. Any thread.
    std::function<std::shared_ptr<ml::Backend>()> loadedBackend;
};

} // namespace nefes::ui
