// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_context.h"

#include <filesystem>
#include <string>
#include <vector>

namespace nefes::app {

struct ViewerOptions {
    std::vector<std::filesystem::path> paths;
    std::filesystem::path screenshot; ///< not empty: save the window when all is shown, then end
    int width = 0;                    ///< of the window, 0: as remembered
    int height = 0;
    bool showHeatmap = false;
    std::string panel;            ///< as MainWindow::showPanel; empty: the first
    bool isLanguageGiven = false; ///< context.language wins over the remembered one
};

/// Opens the window and returns the exit status when it is closed. UI thread: the caller's.
[[nodiscard]] int runViewer(const CommandContext& context, const ViewerOptions& options);

} // namespace nefes::app
