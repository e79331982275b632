// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/viewer/scene_export.h"

#include <functional>

class QWidget;

namespace nefes::ui {

enum class ExportGoal { File, Printer };

/// Asks what goes into the picture. Does not block; `done` is not called when the reader gives up.
void askExport(QWidget* parent, ExportGoal goal, bool hasHeatmap,
               const std::function<void(const ExportChoice&)>& done);

} // namespace nefes::ui
