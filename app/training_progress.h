// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ml/training_event.h"

#include "app/output.h"

#include <cstddef>
#include <optional>
#include <string>

namespace nefes::app {

/// Shows a run on standard error: a bar that is drawn again and again on a terminal, else one line
/// an epoch; or, where events are asked for, each as a JSON line on standard output. One thread.
class TrainingProgress
{
public:
    explicit TrainingProgress(bool printsEvents);

    void show(const ml::TrainingEvent& event);
    /// Decoding, before training starts.
    void showDecoding(std::size_t done, std::size_t total);
    /// Ends a bar, so that other messages start on a line of their own.
    void endLine();
    /// Throws OutputError where an event could not be printed.
    void checkEvents() const;

private:
    void printEvent(const ml::TrainingEvent& event);
    void showBatch(const ml::BatchDone& batch);
    void showEpoch(const ml::EpochDone& epoch);
    void showTrial(const ml::LearningRateTried& trial);
    void draw(const std::string& line);

    bool m_printsEvents;
    bool m_isTerminal;
    bool m_isDrawn = false;
    int m_epochs = 0;
    std::optional<OutputError> m_outputError; ///< the first
};

} // namespace nefes::app
