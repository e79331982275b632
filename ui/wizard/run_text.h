// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/run_progress.h"
#include "ui/wizard/training_runner.h"

#include <QString>

namespace nefes::ui {

// What the wizard says of runs, in the current language.

/// A line of the log; empty for batches and checkpoints.
[[nodiscard]] QString eventText(const ml::TrainingEvent& event);
/// "Epoch 3 of 10 · best epoch 2 · …": what is known so far.
[[nodiscard]] QString progressText(const RunProgress& progress, bool isRunning);
/// "Finished: the best epoch was 4".
[[nodiscard]] QString outcomeText(const RunEnd& end);
/// An unfinished run that can be resumed.
[[nodiscard]] QString interruptedText(const StoredRun& run);
/// A learning rate with as many digits as matter: "0.00032".
[[nodiscard]] QString rateText(double rate);
/// "40 s", "12 min", "3 h 5 min".
[[nodiscard]] QString durationText(double seconds);

} // namespace nefes::ui
