// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/training_event.h"

#include <QString>

#include <cstddef>
#include <vector>

class QTableWidget;

namespace nefes::ui {

class LinePlot;

enum class RunCurve { Loss, Accuracy, Auc }; ///< of the validation images

/// The runs whose rows are selected, all `runs` where none is, as far as there are colours. Column
/// 0 of the table has the number of the run as its user data.
[[nodiscard]] std::vector<std::size_t> chosenRuns(const QTableWidget& table, std::size_t runs);

/// Adds the curve of a run over its epochs, in the colour of its number.
void addRunCurve(LinePlot& plot, std::size_t run, const QString& name,
                 const std::vector<ml::EpochDone>& history, RunCurve kind);

} // namespace nefes::ui
