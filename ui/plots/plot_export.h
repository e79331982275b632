// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QThreadPool;

namespace nefes::ui {

class PlotWidget;

/// From now on the plot's "Save" asks where to and writes the file on the pool. `told` gets a
/// sentence: where it was saved, or why not. Both objects must outlive the plot.
void enablePlotExport(PlotWidget& plot, const QString& baseName, QThreadPool& pool,
                      std::function<void(const QString&)> told);

} // namespace nefes::ui
